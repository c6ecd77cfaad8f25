"""The journeys that people make, walked in a real browser over a workspace that is served as its users serve it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex

import pytest
from playwright.sync_api import Browser, Page, expect

from web.browser.conftest import Visitor, Workspace

UPLOADED = """---
issuer: President of Arvenia
issued: 2021-03-20
address: https://president.arvenia.example/en/news/2021/03/20/ferry
language: en
---

# Telephone conversation with Prime Minister of Velmark Adela Korin

Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin at the initiative of the Velmarkian
side. They discussed the ferry line between Sund and Tarsk. Ilmar Vesk thanked Adela Korin for the tugboats.
"""
"""A release of a state that does not exist."""

AWAY_FROM_JOBS = re.compile(r"^(?!.*/jobs/)")
SLOW = 120_000
"""Milliseconds that a job may take on a busy machine."""


@pytest.fixture
def somebody(workspace: Workspace, chromium: Browser, request: pytest.FixtureRequest) -> Callable[..., Visitor]:
    """Give what puts somebody of a role in front of a browser of their own."""

    def of(role: str = "", *, script: bool = True, width: int = 1440) -> Visitor:
        visitor = Visitor(workspace, chromium, script=script, width=width)
        request.addfinalizer(visitor.context.close)
        if role:
            visitor.log_in(role)
        return visitor

    return of


def after_job(page: Page) -> None:
    """Wait until the work is done and its page has gone on."""
    page.wait_for_url(AWAY_FROM_JOBS, timeout=SLOW)


@pytest.mark.slow
def test_a_release_is_uploaded_and_read(somebody: Callable[..., Visitor], tmp_path: Path) -> None:
    """An upload becomes a page with the text, its findings and its words marked; the search finds it."""
    analyst = somebody("analyst")
    page = analyst.open("/desk/add/")
    file = tmp_path / "ferry.md"
    file.write_text(UPLOADED, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload").click()
    after_job(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Telephone conversation")
    expect(page.locator("mark").first).to_be_visible()
    page = analyst.open("/desk/?q=tugboats")
    page.get_by_role("link", name="Telephone conversation with Prime Minister of Velmark Adela Korin").first.click()
    expect(page.locator("main")).to_contain_text("at the initiative of the Velmarkian side")
    assert analyst.faults == []


@pytest.mark.slow
def test_two_accounts_are_compared(somebody: Callable[..., Visitor], workspace: Workspace) -> None:
    """Both accounts stand side by side, and a passage leads to what answers it in the other."""
    reader = somebody("reader")
    page = reader.open(f"/compare/{workspace.known['talks']}/{workspace.known['account']}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Same event", timeout=SLOW)
    expect(page.locator("main")).to_contain_text("Prime Minister Korin meets President Vesk in Tarsk")
    passage = page.locator("main article a[href^='#']").first
    passage.click()
    assert page.url.endswith(str(passage.get_attribute("href")))
    assert reader.faults == []


@pytest.mark.slow
def test_a_dossier_is_begun_and_filled(somebody: Callable[..., Visitor]) -> None:
    """A dossier has its days and sides; a release of the corpus is found and filed in it."""
    analyst = somebody("analyst")
    page = analyst.open("/dossiers/new/")
    page.locator("#id_title").fill("Talks of February (fictional)")
    page.locator("#id_name").fill(f"february-{token_hex(3)}")
    page.locator("#id_first").fill("2021-02-01")
    page.locator("#id_last").fill("2021-02-28")
    page.locator("#id_sides").fill("Arvenia, Velmark")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_load_state("load")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Talks of February")
    page.get_by_label("By its words").fill("icebreaker")
    page.get_by_role("button", name="Search the store").click()
    page.get_by_label("Icebreaker Northern Mara enters service").check()
    page.get_by_role("button", name="File what is ticked").click()
    page.wait_for_load_state("load")
    expect(page.locator("main")).to_contain_text("Icebreaker Northern Mara enters service")
    assert analyst.faults == []


@pytest.mark.slow
def test_two_analysts_edit_one_matrix(somebody: Callable[..., Visitor], workspace: Workspace) -> None:
    """By the keyboard a likelihood is entered, undone and done again; a colleague's other cell stays meanwhile."""
    path = f"/dossiers/{workspace.known['dossier']}/matrix/"
    first, second = somebody("analyst"), somebody("editor")
    ours = first.open(f"{path}?by=The analyst")
    theirs = second.open(f"{path}?by=The editor")
    enter(ours, "m-1-1", ".35", "Our reading of the call.")
    enter(theirs, "m-2-1", ".65", "The colleague reads it otherwise.")
    ours.locator("#m-1-1").focus()
    ours.keyboard.press("Control+z")
    expect(ours.locator("#m-1-1")).not_to_contain_text(".35", timeout=30_000)
    ours.locator("#m-1-1").focus()
    ours.keyboard.press("Control+Shift+z")
    expect(ours.locator("#m-1-1")).to_contain_text(".35", timeout=30_000)
    expect(second.open(f"{path}?by=The editor").locator("#m-2-1")).to_contain_text(".65")
    expect(second.open(f"{path}?by=The analyst").locator("#m-1-1")).to_contain_text(".35")
    assert first.faults == []
    assert second.faults == []


def enter(page: Page, cell: str, value: str, reason: str) -> None:
    """Enter a likelihood and its reason in a cell of the matrix, by the keyboard."""
    page.locator(f"#{cell}").focus()
    page.keyboard.press("Enter")
    page.locator("#matrix-editor input[name=value]").fill(value)
    page.locator("#matrix-editor [name=reason]").fill(reason)
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#{cell}")).to_contain_text(value, timeout=30_000)
    page.keyboard.press("Escape")


def letter_to(address: str, workspace: Workspace) -> str:
    """Wait for a letter: the worker writes it, when its turn has come."""
    until = time.monotonic() + SLOW / 1000
    while not (letters := [letter for letter in workspace.mail() if address in letter]):
        assert time.monotonic() < until, "no letter came"
        time.sleep(0.2)
    return letters[-1]


@pytest.mark.slow
def test_an_item_is_corrected_and_the_correction_withdrawn(
    somebody: Callable[..., Visitor], workspace: Workspace
) -> None:
    """What an analyst corrects stands in the report with name and reason, until it is withdrawn."""
    analyst = somebody("analyst")
    path = f"/releases/{workspace.known['account']}/"
    page = analyst.open(f"{path}corrections/")
    day = page.locator("details.correct", has=page.locator("input[type=date]")).first
    day.locator("summary").click()
    day.locator("input[type=date]").fill("2021-02-17")
    day.get_by_label("Reason").fill("The talks began on the eve.")
    day.get_by_role("button", name="Keep the correction").click()
    page.wait_for_load_state("load")
    expect(page.locator("main .history")).to_contain_text("The talks began on the eve.")
    page = analyst.open(path)
    expect(page.locator("main")).to_contain_text("17 Feb 2021")
    expect(page.locator("main")).to_contain_text("The analyst")
    page = analyst.open(f"{path}corrections/")
    last = page.locator(".history li").filter(has_text="The talks began on the eve.").first
    last.locator("summary").click()
    last.get_by_label("Reason").fill("A slip of ours.")
    last.get_by_role("button", name="Withdraw this correction").click()
    page.wait_for_load_state("load")
    expect(page.locator(".history")).to_contain_text("A slip of ours.")
    assert analyst.faults == []


@pytest.mark.slow
def test_a_reader_cannot_change_a_dossier(somebody: Callable[..., Visitor], workspace: Workspace) -> None:
    """A reader sees the matrix without anything to press that would change it."""
    reader = somebody("reader")
    page = reader.open(f"/dossiers/{workspace.known['dossier']}/matrix/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("main form[method=post]").count() == 0
    assert reader.faults == []


@pytest.mark.slow
def test_an_analysis_is_handed_in_reviewed_published_and_commented(
    somebody: Callable[..., Visitor], workspace: Workspace
) -> None:
    """From draft to publication; a stranger comments, an editor lets the comment through, everybody reads it."""
    analyst = somebody("analyst")
    page = analyst.open("/analyses/")
    page.get_by_role("button", name="Begin from the example").click()
    page.wait_for_load_state("load")
    address = page.url.removeprefix(workspace.address)
    page.get_by_role("button", name="Hand to a reviewer").click()
    page.wait_for_load_state("load")
    assert analyst.faults == []

    editor = somebody("editor")
    page = editor.open(f"{address}review/")
    page.get_by_label("It may be published").check()
    page.get_by_role("button", name="Note my review").click()
    page.wait_for_load_state("load")
    page = editor.open(f"{address}publish/")
    page.locator("main").get_by_role("button", name="Publish").click()
    after_job(page)
    assert editor.faults == []

    stranger = somebody(script=False, width=390)
    page = stranger.open("/")
    page.get_by_role("link", name="Who Asked Whom to Tarsk").first.click()
    evidence = page.locator("main details").first
    evidence.locator("summary").first.click()
    expect(evidence).to_have_attribute("open", "")
    slug = page.url.removeprefix(workspace.address)
    page = stranger.open(f"{slug}comments/new/?sentence=s2")
    page.locator("#id_name").fill("Tilda of Sund")
    page.locator("#id_email").fill("tilda@reader.example")
    page.locator("#id_words").fill("The ferry sailed at eight, not at nine.")
    page.wait_for_timeout(5_000)  # nobody types faster than this, and the form knows it
    page.locator("#id_consent").check()
    page.get_by_role("button", name="Send").click()
    page.wait_for_load_state("load")
    letter = letter_to("tilda@reader.example", workspace)
    link = re.search(r"https?://\S+/comments/verify/\S+", letter.replace("=\n", ""))
    assert link
    page = stranger.open("/" + link[0].split("/", 3)[3])
    page.locator("main form").get_by_role("button").first.click()
    page.wait_for_load_state("load")

    page = editor.open("/moderation/")
    expect(page.locator("main")).to_contain_text("The ferry sailed at eight")
    page.locator("main input[type=checkbox]").last.check()
    page.get_by_role("button", name=re.compile("publish", re.IGNORECASE)).first.click()
    page.wait_for_load_state("load")
    page = stranger.open(slug)
    expect(page.locator("main")).to_contain_text("The ferry sailed at eight, not at nine.")
    assert "tilda@reader.example" not in page.content()
    assert stranger.sideways() <= 0
