"""The matrix in a real browser: by keyboard alone, with a colleague in the same cell, and by its plain pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from web.browser.conftest import Visitor, Workspace

pytestmark = pytest.mark.slow

PATIENT = 30_000
PARTS = ("", "timeline/", "protocol/", "matrix/", "forecasts/", "gather/", "audit/", "history/", "matrix/evidence/")


@pytest.fixture
def at_the_desk(workspace: Workspace, chromium: Browser, request: pytest.FixtureRequest) -> Callable[..., Visitor]:
    """Give what puts somebody of a role in front of a browser of their own."""

    def of(role: str, *, width: int = 1440) -> Visitor:
        visitor = Visitor(workspace, chromium, width=width)
        request.addfinalizer(visitor.context.close)
        visitor.log_in(role)
        return visitor

    return of


def focused(page: Page) -> str:
    """Give the id of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def opened(page: Page) -> None:
    """Wait until an editor is open."""
    page.locator("#matrix-editor.open").wait_for()


def test_arrows_move_and_escape_leaves(at_the_desk: Callable[..., Visitor], workspace: Workspace) -> None:
    """One cell is in the order of Tab; arrows reach the others, a figure begins an entry, Escape leaves it unsaved."""
    visitor = at_the_desk("analyst")
    page = visitor.open(f"/dossiers/{workspace.known['dossier']}/matrix/")
    tabbable = "[...document.querySelectorAll('#matrix-grid .cell')].filter((one) => one.tabIndex === 0).length"
    assert page.evaluate(tabbable) == 1
    page.locator("#m-0-1").focus()
    for key, cell in (
        ("ArrowDown", "m-1-1"),
        ("ArrowRight", "m-1-2"),
        ("ArrowDown", "m-2-2"),
        ("ArrowLeft", "m-2-1"),
        ("ArrowLeft", "m-2-0"),
        ("ArrowLeft", "m-2--1"),
        ("ArrowLeft", "m-2--1"),
        ("End", "m-2-8"),
        ("Home", "m-2--1"),
    ):
        page.keyboard.press(key)
        assert focused(page) == cell, key
    assert page.evaluate(tabbable) == 1
    revision = page.locator("#matrix").get_attribute("data-revision")
    page.locator("#m-2-1").focus()
    page.keyboard.press("5")
    opened(page)
    expect(page.locator("#matrix-editor [name=value]")).to_have_value("5")
    page.keyboard.press("Escape")
    expect(page.locator("#matrix-editor form")).to_have_count(0)
    assert focused(page) == "m-2-1"
    assert page.locator("#matrix").get_attribute("data-revision") == revision
    assert visitor.faults == []


def test_a_colleague_in_the_same_cell(at_the_desk: Callable[..., Visitor], workspace: Workspace) -> None:
    """What a colleague wrote meanwhile appears by itself; the later writer of the same cell sees both and decides."""
    path = f"/dossiers/{workspace.known['dossier']}/matrix/"
    first, second = at_the_desk("analyst"), at_the_desk("editor")
    ours, theirs = first.open(path), second.open(path)
    for page in (ours, theirs):
        page.locator("#m-3-0").click()
        opened(page)
    theirs.locator("#matrix-editor [name=prior]").fill("5")
    theirs.keyboard.press("Enter")
    expect(theirs.locator("#matrix-editor form")).to_have_count(0, timeout=PATIENT)
    revision = theirs.locator("#matrix").get_attribute("data-revision") or ""
    expect(ours.locator("#matrix")).to_have_attribute("data-revision", revision, timeout=PATIENT)
    for page in (ours, theirs):
        expect(page.locator("#dossier-revision")).to_contain_text(f"revision {revision},")
    ours.locator("#matrix-editor [name=prior]").fill("8")
    ours.keyboard.press("Enter")
    clash = ours.locator("#matrix-editor .clash")
    expect(clash).to_contain_text("As it stands now", timeout=PATIENT)
    expect(clash).to_contain_text("5")
    expect(clash).to_contain_text("8")
    assert ours.evaluate("document.activeElement.hasAttribute('data-leave')")
    clash.get_by_role("button").click()
    expect(ours.locator("#matrix-editor form")).to_have_count(0, timeout=PATIENT)
    second.open(f"{path}prior/?hypothesis=asked-by-host")
    expect(theirs.locator("[name=prior]")).to_have_value("8.0")
    assert first.faults == []
    assert second.faults == []


def test_an_explanation_is_added_and_taken_out_again(at_the_desk: Callable[..., Visitor], workspace: Workspace) -> None:
    """The page for a new explanation works with script too; taking it out is asked for, and can be declined."""
    visitor = at_the_desk("analyst")
    page = visitor.open(f"/dossiers/{workspace.known['dossier']}/matrix/")
    page.get_by_role("link", name="Add an explanation").click()
    page.get_by_label("Statement").fill("The harbour was closed.")
    page.locator("main").get_by_role("button", name="Save").click()
    row = page.locator("#matrix-grid a", has_text="The harbour was closed.")
    expect(row).to_have_count(1, timeout=PATIENT)
    row.click()
    opened(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Take this explanation out").click()
    expect(row).to_have_count(1)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Take this explanation out").click()
    expect(row).to_have_count(0, timeout=PATIENT)
    page.keyboard.press("Control+z")
    expect(row).to_have_count(1, timeout=PATIENT)
    assert visitor.faults == []


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_bars_the_way(width: int, at_the_desk: Callable[..., Visitor], workspace: Workspace) -> None:
    """No part of a dossier breaks a rule of WCAG that a program can check, nor is wider than its window."""
    visitor = at_the_desk("analyst", width=width)
    for part in PARTS:
        page = visitor.open(f"/dossiers/{workspace.known['dossier']}/{part}")
        expect(page.locator(".being-made")).to_have_count(0, timeout=120_000)
        assert visitor.barriers() == [], part
        assert visitor.sideways() <= 0, part
    assert visitor.faults == []
