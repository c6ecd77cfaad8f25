"""The pages on pairs of states: the list, one pair over time, its drawings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from communique.db.corpus import DjangoCorpus
from communique.model import Account, Kind
from communique.precedent.encounters import MANNERS
from communique.web.base.corpus import the_settings
from communique.web.workbench.models import KeptView
from communique.web.workbench.pairs.selectors import pair_get, pairs_list
from communique.wiring.building import build_tables
from communique.wiring.deposits import deposit_version, make_deposit

ATTACK = "<script>alert('x')</script><img src=x onerror=alert(1)>"
PAIR = "/pairs/XA/XV/"


def keep(kept: DjangoCorpus, account: Account) -> None:
    """Keep one more account."""
    settings = the_settings()
    kept.add([make_deposit(account, tables=build_tables(settings), version=deposit_version(settings))])


def test_the_pairs_of_the_corpus_are_listed(as_reader: Client, kept: DjangoCorpus) -> None:
    """Each two sides in contact stand once, whoever tells, with how many texts and who tells."""
    (first, *_) = listed = pairs_list()
    assert first.codes == ("XA", "XV")
    assert first.both
    assert len({one.codes for one in listed}) == len(listed)
    told = [a for a in kept.accounts() if a.event.kind in MANNERS]
    assert sum(one.texts for one in listed) >= len([a for a in told if len(a.event.principals) > 1]) - 2
    page = as_reader.get("/pairs/").content.decode()
    assert PAIR in page
    assert "Arvenia – Velmark" in page


@pytest.mark.parametrize(("words", "there"), [("velm", True), ("VELMARK", True), ("nowhere", False)])
def test_a_side_narrows_the_list(as_reader: Client, kept: DjangoCorpus, words: str, *, there: bool) -> None:
    """Words leave the pairs with a side so named; nothing found is told."""
    page = as_reader.get("/pairs/", {"q": words}).content.decode()
    assert (PAIR in page) is there
    assert ("No side of that name" in page) is not there


def test_a_pair_is_told_with_tempo_and_who_tells(as_reader: Client, kept: DjangoCorpus) -> None:
    """Contacts, gaps, both offices and the texts of each contact stand on the page without any drawing."""
    pair = pair_get("XV", "XA")
    assert pair is not None
    assert {teller.side for teller in pair.tellers} == {"XA", "XV"}
    page = as_reader.get(PAIR).content.decode()
    for meeting in pair.meetings:
        for contact in meeting.encounter.contacts:
            assert f"/releases/{contact.key}/" in page
            assert escape(contact.title) in page
    for teller in pair.tellers:
        assert escape(teller.name) in page
    assert '<form method="post"' in page
    assert as_reader.get("/pairs/XV/XA/")["Location"] == PAIR


def test_drawings_are_made_once_and_kept(as_reader: Client, kept: DjangoCorpus) -> None:
    """Looking draws nothing; asking draws once; the drawing is served by itself, under a policy of its own."""
    assert as_reader.get(f"{PAIR}contacts.svg").status_code == 404
    page = as_reader.post(PAIR, follow=True).content.decode()
    assert f'{PAIR}contacts.svg"' in page
    assert " alt=" in page
    drawing = as_reader.get(f"{PAIR}contacts.svg")
    assert drawing["Content-Type"] == "image/svg+xml"
    assert drawing["Content-Security-Policy"].startswith("default-src 'none'")
    assert b"<svg" in drawing.content
    assert b"<script" not in drawing.content
    as_reader.post(PAIR)
    assert KeptView.objects.filter(kind="pair").count() == 1
    assert as_reader.get(f"{PAIR}nothing.svg").status_code == 404


def test_a_changed_corpus_is_drawn_anew(as_reader: Client, kept: DjangoCorpus) -> None:
    """A drawing made before a release came is not shown after."""
    as_reader.post(PAIR)
    account = next(kept.accounts())
    release = replace(account.release, address="https://x.example/2", text=f"{account.release.text} More.")
    keep(kept, replace(account, release=release))
    assert as_reader.get(f"{PAIR}contacts.svg").status_code == 404
    assert '<form method="post"' in as_reader.get(PAIR).content.decode()


@pytest.mark.parametrize("address", ["/pairs/", PAIR, f"{PAIR}contacts.svg"])
def test_strangers_log_in(client: Client, kept: DjangoCorpus, address: str) -> None:
    """Nobody sees a pair without an account, nor has one drawn."""
    assert client.get(address)["Location"].startswith("/accounts/login/")
    assert client.post(PAIR)["Location"].startswith("/accounts/login/")
    assert not KeptView.objects.exists()


@pytest.mark.parametrize("address", ["/pairs/XA/XA/", "/pairs/XA/ZZ/", "/pairs/ZY/ZZ/", "/pairs/XA/..%2Fx/"])
def test_sides_without_contacts_are_not_found(as_reader: Client, kept: DjangoCorpus, address: str) -> None:
    """Two sides of whose contacts nobody tells have no page and no drawing."""
    assert as_reader.get(address, follow=True).status_code == 404
    assert as_reader.post(address).status_code in {302, 404}
    assert not KeptView.objects.exists()


def test_titles_and_words_are_text(as_reader: Client, kept: DjangoCorpus) -> None:
    """Markup in a captured title or in what was searched stands as text, in tables and drawings."""
    account = next(one for one in kept.accounts() if one.event.kind in {Kind.MEETING, Kind.VISIT})
    text = f"{account.release.text} {ATTACK}"
    release = replace(account.release, address="https://x.example/3", title=ATTACK, text=text)
    keep(kept, replace(account, release=release))
    pages = [as_reader.get("/pairs/", {"q": ATTACK}).content.decode()]
    pages.append(as_reader.get(PAIR).content.decode())
    pages.append(as_reader.post(PAIR, follow=True).content.decode())
    assert all("<script>alert" not in page and "<img src=x" not in page for page in pages)
    assert "<script>alert" not in as_reader.get(f"{PAIR}contacts.svg").content.decode()


def test_queries_are_few(
    as_reader: Client, kept: DjangoCorpus, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The list and a pair ask the store a few times, drawn or not."""
    for address, most in (("/pairs/", 5), (PAIR, 16)):
        with django_assert_max_num_queries(most):
            as_reader.get(address)
    as_reader.post(PAIR)
    with django_assert_max_num_queries(16):
        as_reader.get(PAIR)
