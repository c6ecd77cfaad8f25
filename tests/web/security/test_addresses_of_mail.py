"""No address of mail leaves the workspace, but to administrators on the pages of accounts (leaks)."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

from django.http import HttpResponseBase
from django.test import Client

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import Invitation, User
from communique.web.discussion.models import CommenterAddress
from web.conftest import a_client, a_user
from web.security.planted import COMMENTER, Planted, plant
from web.security.test_every_page import EVERY_PAGE

THEIR_WORK = {"accounts:users", "accounts:invite"}
"""Pages on which administrators see the addresses of members and of those they asked."""

ESCAPED = re.compile(r"\\u([0-9a-f]{4})", re.IGNORECASE)
BY_ITS_LINK = "accounts:join"
"""The page that an invitation leads to says whom it is for: the link, which is signed, went to that address."""


def said_in(answer: HttpResponseBase) -> str:
    """Give all that an answer says, unpacked and unescaped, in small letters."""
    body = answer.getvalue()
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            body = b"\n".join(archive.read(name) for name in archive.namelist())
    words = ESCAPED.sub(lambda found: chr(int(found[1], 16)), body.decode("utf-8", "replace"))
    words = unescape(unescape(words)).replace('\\"', '"')
    return f"{words} {dict(answer.headers)}".lower()


def addresses_kept() -> set[str]:
    """Give every address of mail that the workspace knows."""
    tables = (User, Invitation, CommenterAddress)
    return {address.lower() for table in tables for address in table.objects.values_list("email", flat=True)}


def leaks(browser: Client, planted: Planted, own: str = "") -> dict[str, set[str]]:
    """Give the pages that tell somebody addresses of others."""
    secret = addresses_kept() - {own}
    told = {
        name: said_in(browser.get(planted.address_of(name, page))) for name, page in EVERY_PAGE if name != BY_ITS_LINK
    }
    told |= {address: said_in(browser.get(address)) for address in planted.more}
    return {name: found for name, words in told.items() if (found := {one for one in secret if one in words})}


def test_nobody_is_told_an_address(kept: DjangoCorpus, editor: User) -> None:
    """No page, feed, export or operation gives anybody's address to anybody else, nor does its source."""
    planted = plant(kept, editor)
    assert leaks(Client(), planted) == {}
    assert leaks(a_client(planted.owner), planted, planted.owner.email) == {}
    assert leaks(a_client(editor), planted, editor.email) == {}


def test_administrators_are_told_where_that_is_their_work(kept: DjangoCorpus, editor: User) -> None:
    """Administrators see addresses of members on two pages, and nowhere those of commenters."""
    planted = plant(kept, editor)
    administrator = a_user("administrator")
    told = leaks(a_client(administrator), planted, administrator.email)
    assert set(told) == THEIR_WORK
    assert not any(COMMENTER in found for found in told.values())
