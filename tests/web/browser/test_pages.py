"""Every page, on a phone and on a desk, light and dark: nothing is cut off, nobody is kept out, no fault is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Browser, expect

from web.browser.conftest import PATIENCE, Visitor, Workspace
from web.browser.pages import MEMBER, NO_PAGES, PUBLIC, ROOMS, STRANGER

WIDTHS = {390: 844, 1440: 900}
THEMES = ("light", "dark")
AT_ONCE = 12
"""Pages that one test opens in one window: few enough to tell where a fault is, many enough not to begin anew often."""

STILL_MADE = "#asking, .being-made"
"""What a page holds while a job makes the rest of it: it is looked at when it has come to rest."""

EXPECTED = "Failed to load resource"
"""What a browser says of a page that answers 404 or 410, as it should."""


def batches(pages: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Give the paths of pages in batches."""
    paths = iter([path for paths in pages.values() for path in paths])
    return list(iter(lambda: tuple(islice(paths, AT_ONCE)), ()))


BATCHES = [(STRANGER, paths) for paths in batches(PUBLIC)] + [(MEMBER, paths) for paths in batches(ROOMS)]


@pytest.fixture(scope="module")
def visitors(workspace: Workspace, chromium: Browser) -> Iterator[dict[str, Visitor]]:
    """Put a stranger and a member in front of a browser each, for all pages."""
    known = {STRANGER: Visitor(workspace, chromium), MEMBER: Visitor(workspace, chromium)}
    known[MEMBER].log_in(MEMBER)
    yield known
    for visitor in known.values():
        visitor.context.close()


def seen(visitor: Visitor, path: str) -> list[str]:
    """Look at a page in all widths and themes, and give what is wrong with it."""
    visitor.faults.clear()
    page = visitor.open(path.format(**visitor.workspace.known))
    expect(page.locator(STILL_MADE)).to_have_count(0, timeout=PATIENCE * 1_000)
    wrong = []
    if page.locator("h1").count() != 1:
        wrong.append(f"{page.locator('h1').count()} headings of the first rank")
    if not page.title().partition(" · ")[0].strip():
        wrong.append("no title")
    if not page.locator("html").get_attribute("lang"):
        wrong.append("no language")
    for theme in THEMES:
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        for width, height in WIDTHS.items():
            visitor.resize(width, height)
            if (over := visitor.sideways()) > 0:
                wrong.append(f"{over} pixels wider than {width}, {theme}")
    wrong += [f"dark: {barrier}" for barrier in visitor.barriers("color-contrast")]  # all else is the same by day
    page.emulate_media(color_scheme="light")
    visitor.resize(390, 844)
    wrong += [f"light: {barrier}" for barrier in visitor.barriers()]
    return wrong + [fault for fault in visitor.faults if not fault.startswith(EXPECTED)]


@pytest.mark.slow
@pytest.mark.parametrize(("role", "paths"), BATCHES, ids=lambda value: value if isinstance(value, str) else value[0])
def test_pages_are_whole_and_open_to_all(visitors: dict[str, Visitor], role: str, paths: tuple[str, ...]) -> None:
    """Each page fits its window, passes the rules of WCAG that a program can check, and troubles no console."""
    assert {path: wrong for path in paths if (wrong := seen(visitors[role], path))} == {}


@pytest.mark.slow
def test_public_pages_need_no_script(workspace: Workspace, chromium: Browser) -> None:
    """On a phone that runs no script public pages have their heading and fit the window."""
    visitor = Visitor(workspace, chromium, script=False, width=390)
    wrong = {}
    for path in (path for paths in PUBLIC.values() for path in paths):
        page = visitor.open(path.format(**workspace.known))
        if page.locator("h1").count() != 1 or visitor.sideways() > 0:
            wrong[path] = visitor.sideways()
    visitor.context.close()
    assert wrong == {}


@pytest.mark.slow
def test_who_knocks_too_often_reads_why_the_door_is_shut(workspace: Workspace, chromium: Browser) -> None:
    """The page of somebody who is locked out is as whole as others; so is that of a room for others."""
    visitor = Visitor(workspace, chromium, width=390)
    page = visitor.open("/accounts/login/")
    for _ in range(10):
        if not page.locator("input[type=password]").count():
            break
        page.get_by_label("e-mail").fill("nobody.at.all@desk.example")
        page.get_by_label("Password").fill("guessed")
        page.locator("main").get_by_role("button", name="Log in").click()
        page.wait_for_load_state("load")
    assert page.locator("input[type=password]").count() == 0
    assert (visitor.sideways(), visitor.barriers()) == (0, [])
    page.context.clear_cookies()
    visitor.log_in("reader")
    visitor.open("/accounts/users/")
    assert page.locator("h1").inner_text() == "This is for others"
    assert (visitor.sideways(), visitor.barriers()) == (0, [])
    visitor.context.close()


def named(patterns: list[URLPattern | URLResolver], room: str = "") -> Iterator[str]:
    """Give the names of all addresses but those of the API, which answers programs."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else room)
        elif pattern.name and not room.startswith("api-"):
            yield f"{room}{pattern.name}"


def test_every_address_is_looked_at_or_has_no_page() -> None:
    """A page that is added is looked at too: each address stands among the pages, or among what is none."""
    without = {f"{room}:{name}" for room, names in NO_PAGES.items() for name in names.split()} | {
        "api-root",
        "base:not_found",
    }
    assert set(named(get_resolver().url_patterns)) ^ (PUBLIC.keys() | ROOMS.keys()) <= without
