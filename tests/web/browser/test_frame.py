"""The frame of every page in a real browser: logging in, the theme, the language, the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from web.browser.conftest import Visitor

pytestmark = pytest.mark.slow


def test_somebody_logs_in_and_out(visitor: Visitor) -> None:
    """After logging in the desk opens; after logging out it is shut again."""
    page = visitor.log_in("analyst")
    expect(page.get_by_role("link", name="Desk")).to_be_visible()
    page.get_by_text("The analyst").click()
    page.get_by_role("button", name="Log out").click()
    page.wait_for_load_state("load")
    page = visitor.open("/desk/")
    assert "/accounts/login/" in page.url
    assert visitor.faults == []


def test_the_theme_is_kept(visitor: Visitor) -> None:
    """A reader who chooses dark gets dark pages, without a script."""
    page = visitor.open("/accounts/login/")
    page.get_by_role("button", name="Dark").click()
    page.wait_for_load_state("load")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert visitor.open("/accounts/login/").locator("html").get_attribute("data-theme") == "dark"


def test_the_keyboard_reaches_the_content_first(visitor: Visitor) -> None:
    """The first stop of the Tab key skips the head of the page."""
    page = visitor.open("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
