"""What holds of every page there is, the ones that will be added too: tokens of forms, policy, looks that write."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from web.test_permissions import PAGES, address_of

EVERY_PAGE = [(name, page) for name, page in PAGES if not name.startswith("unnamed")]
POLICY = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"}
HEADERS = (
    ("X-Frame-Options", {"DENY"}),
    ("X-Content-Type-Options", {"nosniff"}),
    ("Referrer-Policy", {"same-origin", "no-referrer"}),
)
ACTS = re.compile(
    r"<script(?![^>]*\s(?:src=|type=\"application/ld\+json\"))|<style|<[^>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE
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


def test_every_answer_carries_the_policy(kept: DjangoCorpus, as_administrator: Client) -> None:
    """Nothing but our own files runs on any page or error, nobody frames it, and it holds no code of its own."""
    assert {name: told for name, page in EVERY_PAGE if (told := open_in(as_administrator, name, page))} == {}


def open_in(browser: Client, name: str, page: URLPattern) -> list[str]:
    """Open a page, and give what is amiss with its answer."""
    answer = browser.get(address_of(name, page))
    policy = {part.strip() for part in answer.headers.get("Content-Security-Policy", "").split(";")}
    amiss = sorted(POLICY - policy)
    amiss += [
        f"{header}: {answer.headers.get(header)}" for header, may in HEADERS if answer.headers.get(header) not in may
    ]
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        amiss += ACTS.findall(answer.content.decode())
    return amiss


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
