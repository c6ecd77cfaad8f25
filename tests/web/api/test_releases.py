"""Operations on releases: lists that hold still, filters that cannot be broken out of, forms that are published."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from django.test import Client

from communique.db.corpus import DjangoCorpus
from communique.db.models import ReleaseRow
from communique.model import Account
from communique.reports.annotations import annotation_schema
from communique.reports.json import report_schema
from communique.web.base.corpus import the_settings
from communique.web.jobs.kinds import KINDS
from communique.web.jobs.models import Job
from communique.wiring.building import build_tables
from communique.wiring.deposits import deposit_version, make_deposit
from web.api.programs import API

Counting = Any


def listed(client: Client, **query: str | int) -> list[str]:
    """Give the keys of all releases of a list, page after page."""
    found: list[str] = []
    cursor = ""
    while True:
        answer = client.get(f"{API}/releases", {**query, "cursor": cursor})
        assert answer.status_code == 200, answer.content
        page = answer.json()
        found += [one["key"] for one in page["items"]]
        cursor = page["next"]
        if not cursor:
            return found


@pytest.mark.parametrize("limit", [1, 5, 100])
def test_pages_hold_every_release_once_the_newest_first(desk: Client, limit: int) -> None:
    """Whatever the size of a page."""
    rows = ReleaseRow.objects.filter(superseded=False)
    found = listed(desk, limit=limit)
    days = [str(rows.get(key=key).day) for key in found]
    assert sorted(found) == sorted(rows.values_list("key", flat=True))
    assert days == sorted(days, reverse=True)


def _kept_anew(corpus: DjangoCorpus, account: Account) -> None:
    """Keep an account as one that came later."""
    settings = the_settings()
    corpus.add([make_deposit(account, tables=build_tables(settings), version=deposit_version(settings))])


def _new(corpus: DjangoCorpus, number: int, of: Account) -> None:
    """Keep one more release of the same day as another."""
    release = replace(of.release, address=f"https://press.example/{number}", identifier=f"new:{number}")
    _kept_anew(corpus, replace(of, release=release))


def test_a_list_holds_still_while_releases_are_added(desk: Client, kept: DjangoCorpus) -> None:
    """What was there at the beginning comes once and in order, though others are added before and behind the cursor."""
    before = listed(desk)
    by_day = tuple(kept.accounts())
    found: list[str] = []
    cursor, number = "", 0
    while True:
        page = desk.get(f"{API}/releases", {"limit": "3", "cursor": cursor}).json()
        found += [one["key"] for one in page["items"]]
        for source in (by_day[0], by_day[-1]):
            number += 1
            _new(kept, number, source)
        cursor = page["next"]
        if not cursor or number > 60:
            break
    assert len(found) == len(set(found))
    assert [key for key in found if key in before] == before


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"issuer": "xa-president"}, 7),
        ({"issuer": "xa-president", "until": "2019-12-31"}, 1),
        ({"kind": "call"}, 1),
        ({"counterpart": "XV", "since": "2020-01-01"}, None),
        ({"language": "ru"}, 0),
        ({"q": "fishing zones"}, None),
        ({"q": "fishing", "issuer": "nobody"}, 0),
        ({"unusual": "true"}, 0),
    ],
)
def test_filters_narrow(desk: Client, query: dict[str, str], count: int | None) -> None:
    """Each part leaves only what fits; together they leave what fits all."""
    found = listed(desk, **query)
    assert set(found) < set(listed(desk))
    if count is not None:
        assert len(found) == count
    else:
        assert found


ATTACKS = (
    "' OR 1=1 --",
    '"; DROP TABLE communique_release; --',
    "xa-president' UNION SELECT password FROM accounts_user --",
    "%' OR '1'='1",
    "*",
    'NEAR("a" "b")',
    "lemmas:x",
    "a\u0000b",
    "🕊\u202e",
    "((((",
    '"unclosed',
    "-only -excluded",
)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("part", ["issuer", "counterpart", "language", "kind", "q", "cursor", "since", "limit"])
def test_filters_cannot_be_broken_out_of(desk: Client, part: str, attack: str) -> None:
    """Signs that mean something to a database or its search are words to look for, or refused, and never a fault."""
    answer = desk.get(f"{API}/releases", {part: attack})
    assert answer.status_code in {200, 422}
    if answer.status_code == 200:
        assert len(answer.json()["items"]) == (12 if part == "q" and attack == "*" else 0)
    assert ReleaseRow.objects.count() == 12


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_search_cannot_be_broken_out_of(desk: Client, attack: str) -> None:
    """Likewise."""
    assert desk.get(f"{API}/search", {"q": attack}).status_code in {200, 422}


@pytest.mark.parametrize(
    "cursor", ["x", "W10", "WzEsMl0", "bnVsbA", "WyJub25lIiwgMV0", "WyIyMDIxLTAyLTMwIiwgMV0", "e30", "WzFd", "A" * 201]
)
def test_a_cursor_that_nobody_gave_is_refused(desk: Client, cursor: str) -> None:
    """It is no fault of ours, and no beginning."""
    assert desk.get(f"{API}/releases", {"cursor": cursor}).status_code == 422


def test_a_slip_in_a_filter_is_told(desk: Client) -> None:
    """“issuers” would otherwise let everything through."""
    answer = desk.get(f"{API}/releases", {"issuers": "xa-president"})
    assert answer.status_code == 422
    assert "issuers" in answer.json()["got"]


def test_a_search_gives_the_words_found(desk: Client) -> None:
    """The best first, with the words around them."""
    items = desk.get(f"{API}/search", {"q": '"fishing zones"', "limit": "3"}).json()["items"]
    assert items
    assert all("fishing zone" in one["glimpse"] for one in items)


def test_a_release_has_its_text_and_metadata(desk: Client, kept: DjangoCorpus, keys: list[str]) -> None:
    """As it was captured, to the sign."""
    given = desk.get(f"{API}/releases/{keys[0]}").json()
    release: Any = kept.release(keys[0])
    assert (given["text"], given["title"], given["address"]) == (release.text, release.title, release.address)
    assert (given["superseded"], given["kind"]) == (False, "meeting")


def test_a_report_fits_its_published_schema(desk: Client, keys: list[str]) -> None:
    """What the operation gives is what the command writes."""
    schema = json.loads(report_schema())
    for key in keys:
        jsonschema.Draft202012Validator(schema).validate(desk.get(f"{API}/releases/{key}/report").json())


def test_an_account_is_a_report_without_findings(desk: Client, keys: list[str]) -> None:
    """Both give the same items."""
    account = desk.get(f"{API}/releases/{keys[0]}/account").json()
    report = desk.get(f"{API}/releases/{keys[0]}/report").json()
    assert "findings" not in account
    assert {name: part for name, part in account.items() if name != "form"}.items() <= report.items()


def test_findings_have_what_they_need(desk: Client, keys: list[str]) -> None:
    """Grade, statement, plain explanation, rate, mirror, and spans with their words in the text."""
    text = desk.get(f"{API}/releases/{keys[1]}").json()["text"]
    findings = desk.get(f"{API}/releases/{keys[1]}/findings").json()["findings"]
    assert findings
    for finding in findings:
        assert {"code", "grade", "statement", "plain", "rate", "mirror", "spans"} <= set(finding)
        for span in finding["spans"]:
            if span["part"] == "text":
                assert text[span["start"] : span["end"]] == span["words"]


def test_versions_tell_what_was_changed(desk: Client, kept: DjangoCorpus, keys: list[str]) -> None:
    """A text that took the place of another stands beside it, with the edit."""
    release: Any = kept.release(keys[0])
    changed = replace(release, text=f"{release.text}\nMore was said.")
    account: Any = kept.account(keys[0])
    _kept_anew(kept, replace(account, release=changed))
    given = desk.get(f"{API}/releases/{changed.key}/versions").json()
    assert [version["key"] for version in given["versions"]] == [keys[0], changed.key]
    assert len(given["steps"]) == 1
    assert desk.get(f"{API}/releases/{keys[0]}").json()["superseded"] is True
    schema = json.loads(files("communique.reports.versions").joinpath("schema/versions.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(given)


def test_annotations_are_a_collection_in_the_models_form(desk: Client, keys: list[str]) -> None:
    """With its media type; its first page is the page with number 0, and there is no page past the last."""
    answer = desk.get(f"{API}/releases/{keys[0]}/annotations")
    assert answer.headers["Content-Type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    collection, page = answer.json(), desk.get(f"{API}/releases/{keys[0]}/annotations?page=0").json()
    for given in (collection, page):
        jsonschema.Draft202012Validator(json.loads(annotation_schema())).validate(given)
    assert [one["id"] for one in collection["first"]["items"]] == [one["id"] for one in page["items"]]
    assert desk.get(collection["first"]["id"]).json()["id"] == page["id"]
    assert desk.get(f"{API}/releases/{keys[0]}/annotations?page=9").status_code == 404


@pytest.mark.parametrize("part", ["", "/account", "/findings", "/report", "/versions", "/annotations"])
def test_the_same_is_not_sent_twice(desk: Client, keys: list[str], part: str) -> None:
    """A program that has it is told so, and pays nothing."""
    address = f"{API}/releases/{keys[0]}{part}"
    etag = desk.get(address).headers["ETag"]
    again = desk.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert desk.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_what_is_for_members_is_kept_by_nobody_between(desk: Client, keys: list[str]) -> None:
    """Caches that many share must not hand it on."""
    answer = desk.get(f"{API}/releases/{keys[0]}")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Cookie"} <= set(answer.headers["Vary"].split(", "))


QUERIES = {
    "/me": 1,
    "/releases": 7,
    "/releases?q=talks&unusual=true": 8,
    "/search?q=talks": 8,
    "/releases/{key}": 4,
    "/releases/{key}/account": 3,
    "/releases/{key}/findings": 18,
    "/releases/{key}/report": 18,
    "/releases/{key}/versions": 4,
    "/releases/{key}/annotations": 18,
    "/jobs": 2,
    "/dossiers": 2,
    "/publications": 1,
}


@pytest.mark.parametrize("path", QUERIES)
def test_an_operation_asks_the_database_seldom(
    desk: Client, keys: list[str], django_assert_max_num_queries: Counting, path: str
) -> None:
    """The number of queries is pinned, whatever the length of a list."""
    desk.get(f"{API}/me")  # the day of the token's use is noted once
    with django_assert_max_num_queries(QUERIES[path]):
        assert desk.get(API + path.format(key=keys[0])).status_code == 200


def test_an_address_is_queued(writer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job that adds it is told at once, with where to follow it."""
    monkeypatch.setitem(KINDS, "intake", lambda _job, _tell: {"lines": ["read"]})
    answer = writer.post(
        f"{API}/releases", {"address": "https://president.arvenia.example/1"}, content_type="application/json"
    )
    assert answer.status_code == 202
    job = writer.get(answer.headers["Location"]).json()
    assert (job["state"], job["result"]["lines"]) == ("done", ["read"])
    assert Job.objects.get().arguments["address"] == "https://president.arvenia.example/1"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "https://a.example/\0",
        "https://a.example/a b",
        "ftp://press.example/1",
        "javascript:alert(1)",
        "",
        "x",
    ],
)
def test_only_web_addresses_are_queued(writer: Client, address: str) -> None:
    """Files of the machine and other schemes are refused before anything is queued."""
    answer = writer.post(f"{API}/releases", {"address": address}, content_type="application/json")
    assert answer.status_code == 422
    assert Job.objects.count() == 0
