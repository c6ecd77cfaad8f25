"""What holds of every page there is, the ones that will be added too: tokens of forms, policy, looks that write."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from web.conftest import a_client
from web.security.planted import plant
from web.test_permissions import PAGES, address_of

EVERY_PAGE = [(name, page) for name, page in PAGES if not name.startswith("unnamed")]
POLICY = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"}
HEADERS = (
    ("X-Frame-Options", {"DENY"}),
    ("X-Content-Type-Options", {"nosniff"}),
    ("Referrer-Policy", {"same-origin", "no-referrer"}),
)
WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(?P<table>\w+)"')
MAY_BE_WRITTEN = {"django_session", "workbench_keptview"}
"""What a look may write: the session of whoever looks, and what is kept so that the next look is quicker."""

MARKED_SAFE = {
    "base/templates/base/field.html": "help of a form, which its programmer wrote",
}
"""Templates that put words in unescaped, and why."""


def test_no_form_is_taken_without_its_token(administrator: User) -> None:
    """Whatever is posted anywhere by a browser of the highest role without a token is refused (CSRF)."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(administrator)
    answers = {name: browser.post(address_of(name, page), {"next": "/"}).status_code for name, page in EVERY_PAGE}
    assert {name: status for name, status in answers.items() if status not in {403, 405}} == {}


def test_every_answer_carries_the_policy(kept: DjangoCorpus, as_administrator: Client, editor: User) -> None:
    """Nothing but our own files runs on any page or error, nobody frames it, and it holds no code of its own."""
    planted = plant(kept, editor)
    there = {planted.address_of(name, page) for name, page in EVERY_PAGE} | set(planted.more)
    missing = {address_of(name, page) for name, page in EVERY_PAGE}
    browsers = as_administrator, a_client(planted.owner)
    opened = [(browser, address) for browser in browsers for address in sorted(there)]
    opened += [(as_administrator, address) for address in sorted(missing - there)]
    assert {address: told for browser, address in opened if (told := open_in(browser, address))} == {}


def open_in(browser: Client, address: str) -> list[str]:
    """Open a page, and give what is amiss with its answer."""
    answer = browser.get(address)
    policy = {part.strip() for part in answer.headers.get("Content-Security-Policy", "").split(";")}
    amiss = sorted(POLICY - policy)
    amiss += [
        f"{header}: {answer.headers.get(header)}" for header, may in HEADERS if answer.headers.get(header) not in may
    ]
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        amiss += _Acts.of(answer.content.decode())
    return amiss


class _Acts(HTMLParser):
    """Finds code and styles that stand in a page itself, as a browser would read it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @classmethod
    def of(cls, page: str) -> list[str]:
        """Give what of a page would act."""
        reader = cls()
        reader.feed(page)
        return reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        named = dict(attrs)
        inline = tag == "script" and "src" not in named and named.get("type") != "application/ld+json"
        acts = any(name == "style" or name.startswith("on") for name in named)
        leads = any((value or "").strip().lower().startswith("javascript:") for value in named.values())
        if tag == "style" or inline or acts or leads:
            self.found.append(self.get_starttag_text() or tag)


def test_a_look_writes_nothing(kept: DjangoCorpus, as_administrator: Client) -> None:
    """Opening an address changes nothing but what is kept to be quick: links that are followed for us do no harm."""
    written = {}
    for name, page in EVERY_PAGE:
        address = address_of(name, page)
        with CaptureQueriesContext(connection) as asked:
            answer = as_administrator.get(address)
            if answer.streaming:
                b"".join(answer.streaming_content)  # type: ignore[attr-defined] # the test's answer has them
        written[name] = {found["table"] for query in asked if (found := WRITES.match(query["sql"]))} - MAY_BE_WRITTEN
    assert {name: tables for name, tables in written.items() if tables} == {}


def test_templates_escape() -> None:
    """No page of the workspace marks words as safe, but those that are named with a reason."""
    web = Path(str(files("communique.web")))
    marks = re.compile(r"\|\s*safe(?:seq)?\b|autoescape off")
    found = {
        str(path.relative_to(web))
        for path in web.glob("**/templates/**/*.html")
        if marks.search(path.read_text("utf-8"))
    }
    assert found == set(MARKED_SAFE)
