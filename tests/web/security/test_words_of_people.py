"""Words of anybody, kept or just asked for, are words on every page there is (stored and reflected XSS)."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from web.conftest import a_client
from web.security.planted import MARKUP, Planted, plant
from web.security.test_every_page import EVERY_PAGE

ACTS = re.compile(r"<script>|<img[ /]src=[xy]|href=[\"']?javascript:", re.IGNORECASE)
SHOWN_AS_PAGES = ("text/html", "application/xhtml", "application/atom", "application/rss", "image/svg", "text/xml")
ASKED = (
    "act actor by chosen code day evidence first hypothesis issuer counterpart kind language name next page q release "
    "reply revision role room second sentence since source state theme until usual_reason voice what words a b came"
).split()
"""What addresses of ours may ask with."""


@pytest.fixture
def planted(kept: DjangoCorpus, editor: User) -> Planted:
    """Give a workspace full of markup."""
    return plant(kept, editor)


def test_what_is_kept_is_words_on_every_page(planted: Planted, as_administrator: Client) -> None:
    """Whatever was typed into a field, no page shows it as markup; and each field is seen on some page, as typed."""
    seen, acting = "", {}
    addresses = [planted.address_of(name, page) for name, page in EVERY_PAGE]
    for browser in (as_administrator, a_client(planted.owner), Client()):
        for address in (*addresses, *planted.more):
            answer = browser.get(address)
            if not answer.headers.get("Content-Type", "").startswith(SHOWN_AS_PAGES):
                continue
            body = answer.getvalue().decode() if answer.streaming else answer.content.decode()
            seen += body
            if found := ACTS.findall(body):
                acting[address] = found
    assert acting == {}
    words = unescape(unescape(seen))
    unseen = {field.removesuffix(MARKUP) for field in planted.typed if field not in words}
    assert unseen == set()


def test_what_is_asked_for_is_words_on_every_page(planted: Planted, as_administrator: Client) -> None:
    """Whatever an address or a form asks for, no page gives it back as markup, not even one that says it is wrong."""
    acting = {}
    asked = dict.fromkeys(ASKED, MARKUP)
    for name, page in EVERY_PAGE:
        address = planted.address_of(name, page)
        for answer in (as_administrator.get(address, asked), as_administrator.get(f"{address}{MARKUP}/")):
            shown = answer.headers.get("Content-Type", "").startswith(SHOWN_AS_PAGES) and not answer.streaming
            if shown and (found := ACTS.findall(answer.content.decode())):
                acting[name] = found
    assert acting == {}
