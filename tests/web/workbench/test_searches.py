"""Saved searches: each somebody's own, with a feed whose address is a secret."""

from __future__ import annotations

import re

import feedparser
import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from communique.web.workbench.models import Alert, SavedSearch

MOST_QUERIES = 12


@pytest.fixture
def search(kept: DjangoCorpus, reader: User) -> SavedSearch:
    """Give a search of the reader's."""
    return SavedSearch.objects.create(owner=reader, name="Talks", words="talks", counterpart="XV")


def save(browser: Client, **told: str) -> int:
    """Save a search as the form does; give the status of the answer."""
    return browser.post("/searches/new/", {"name": "Mine", "alert": "none", **told}).status_code


def test_a_search_is_saved_from_the_desk(kept: DjangoCorpus, as_reader: Client, reader: User) -> None:
    """The desk offers to save what it shows; what is saved finds the same."""
    page = as_reader.get("/desk/?q=talks&counterpart=XV&unusual=on").content.decode()
    assert re.search(r'name="words" value="talks"', page)
    assert re.search(r'name="counterpart" value="XV"', page)
    assert save(as_reader, words="talks", counterpart="XV", unusual="on") == 302
    (saved,) = SavedSearch.objects.filter(owner=reader)
    assert (saved.words, saved.counterpart, saved.unusual) == ("talks", "XV", True)


def test_what_is_shown_anew_is_what_is_saved(kept: DjangoCorpus, as_reader: Client) -> None:
    """Where a script shows another list in the same page, the form that saves comes with it."""
    answer = as_reader.get("/desk/?q=icebreaker", headers={"HX-Request": "true", "HX-Target": "releases"})
    page = answer.content.decode()
    assert "<html" not in page
    assert re.search(r'name="words" value="icebreaker"', page)


@pytest.mark.parametrize("path", ["/searches/", "/searches/{search.pk}/"])
def test_pages_ask_few_queries(
    search: SavedSearch, as_reader: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Pages of searches ask few queries."""
    with django_assert_max_num_queries(MOST_QUERIES):
        assert as_reader.get(path.format(search=search)).status_code == 200


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"name": ""}, "required"),
        ({"alert": "hourly"}, "not one of the available choices"),
        ({"words": "-only"}, "words to look for"),
        ({"kind": "party"}, "not one of the available choices"),
        ({"since": "2021-02-02", "until": "2021-01-01"}, "before the first"),
    ],
)
def test_what_does_not_read_is_told(kept: DjangoCorpus, as_reader: Client, told: dict[str, str], words: str) -> None:
    """Nothing is saved of a form that does not read, and what was typed is still there."""
    answer = as_reader.post("/searches/new/", {"name": "Typed", "alert": "none", **told})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not SavedSearch.objects.exists()


def test_a_name_is_given_once(search: SavedSearch, as_reader: Client, as_analyst: Client) -> None:
    """Somebody's names differ, as a rule of the form and of the database; those of two people may be the same."""
    assert save(as_reader, name="Talks") == 422
    assert save(as_analyst, name="Talks") == 302
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedSearch.objects.create(owner=search.owner, name="Talks")


@pytest.mark.parametrize("fields", [{"alert": "hourly"}, {"since": "2021-02-02", "until": "2021-01-01"}])
def test_the_store_refuses_what_cannot_be(search: SavedSearch, fields: dict[str, str]) -> None:
    """The rules of a search hold in the database too."""
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedSearch.objects.filter(pk=search.pk).update(**fields)


@pytest.mark.parametrize("path", ["", "remove/", "rotate/"])
@pytest.mark.parametrize("who", ["as_analyst", "as_administrator"])
def test_a_search_of_somebody_else_is_not_there(
    search: SavedSearch, request: pytest.FixtureRequest, who: str, path: str
) -> None:
    """Nobody sees, changes, or takes another's search, whatever the role (IDOR)."""
    browser: Client = request.getfixturevalue(who)
    address, before = f"/searches/{search.pk}/{path}", search.token
    assert browser.get(address).status_code in {404, 405}
    assert browser.post(address, {"name": "Taken", "alert": "none"}).status_code == 404
    search.refresh_from_db()
    assert (search.name, search.token) == ("Talks", before)


def test_strangers_have_no_searches(search: SavedSearch, client: Client) -> None:
    """Who is not logged in is asked to log in."""
    for path in ("/searches/", f"/searches/{search.pk}/"):
        assert client.get(path).status_code == 302
    assert save(client) == 302
    assert SavedSearch.objects.count() == 1


def test_a_form_cannot_name_another_owner(kept: DjangoCorpus, as_reader: Client, analyst: User, reader: User) -> None:
    """Owner, secret and marks are no fields of the form."""
    save(as_reader, owner=str(analyst.pk), token="chosen", told_to="0")
    saved = SavedSearch.objects.get()
    assert saved.owner == reader
    assert saved.token != "chosen"


def test_the_feed_is_for_whoever_knows_its_secret(search: SavedSearch, client: Client) -> None:
    """The feed tells what the search finds, without logging in, as Atom."""
    answer = client.get(f"/searches/feed/{search.token}.atom")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert any("Korin" in entry.title for entry in feed.entries)
    assert "@" not in answer.content.decode()


@pytest.mark.parametrize("token", ["", "x", "0", "1", "None", "' OR 1=1 --", "..%2F"])
def test_a_feed_is_not_guessed(search: SavedSearch, client: Client, token: str) -> None:
    """Another secret, or the number of the search, is no feed (IDOR)."""
    assert client.get(f"/searches/feed/{token}.atom").status_code == 404
    assert client.get(f"/searches/feed/{search.pk}.atom").status_code == 404


def test_a_secret_can_be_changed(search: SavedSearch, as_reader: Client, client: Client) -> None:
    """After a turn the old address ends and a new one stands."""
    old = search.token
    assert as_reader.post(f"/searches/{search.pk}/rotate/").status_code == 302
    search.refresh_from_db()
    assert len(search.token) >= 43
    assert client.get(f"/searches/feed/{old}.atom").status_code == 404
    assert client.get(f"/searches/feed/{search.token}.atom").status_code == 200


def test_the_feed_of_somebody_who_left_ends(search: SavedSearch, client: Client, reader: User) -> None:
    """A feed lives as long as the account of its owner."""
    User.objects.filter(pk=reader.pk).update(is_active=False)
    assert client.get(f"/searches/feed/{search.token}.atom").status_code == 404


def test_the_feed_asks_few_queries(
    search: SavedSearch, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The feed asks few queries however many releases it tells."""
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"/searches/feed/{search.token}.atom")


def test_secrets_are_not_in_the_log(search: SavedSearch, as_reader: Client) -> None:
    """The log of writes has no secret of a feed."""
    from auditlog.models import LogEntry  # noqa: PLC0415 - used here alone

    as_reader.post(f"/searches/{search.pk}/rotate/")
    search.refresh_from_db()
    written = " ".join(str(entry.changes) + str(entry.serialized_data) for entry in LogEntry.objects.all())
    assert search.token not in written


def test_a_name_never_acts(kept: DjangoCorpus, as_reader: Client, client: Client) -> None:
    """Code in the name of a search comes out as words, at the desk, on its page and in its feed (stored XSS)."""
    save(as_reader, name="<script>alert(1)</script>")
    saved = SavedSearch.objects.get()
    for path in ("/desk/", "/searches/", f"/searches/{saved.pk}/"):
        page = as_reader.get(path).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page
    assert b"<script>" not in client.get(f"/searches/feed/{saved.token}.atom").content


def test_a_search_is_changed_and_removed(search: SavedSearch, as_reader: Client) -> None:
    """Its owner changes and removes it."""
    told = {"name": "Calls", "words": "call", "alert": Alert.DAILY}
    assert as_reader.post(f"/searches/{search.pk}/", told).status_code == 302
    search.refresh_from_db()
    assert (search.name, search.words, search.alert) == ("Calls", "call", "daily")
    assert as_reader.post(f"/searches/{search.pk}/remove/").status_code == 302
    assert not SavedSearch.objects.exists()
