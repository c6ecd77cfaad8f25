"""What operations read: releases with their accounts, reports and versions; all in a few queries."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.http import Http404
from ninja import Schema

from communique.corpus.port import Selection
from communique.corpus.query import parse_query
from communique.db.models import ReleaseRow
from communique.db.words import MOST_RANKED, find_numbers
from communique.errors import CommuniqueError
from communique.model import Account
from communique.precedent.once import AskedOnce
from communique.reports.report import Report
from communique.web.api.cursors import Order
from communique.web.api.forms import Narrowing, ReleaseListed, ReleaseQuery, SearchQuery
from communique.web.api.forms import Standing as StandingForm
from communique.web.base.corpus import ALIAS, the_corpus, the_settings
from communique.web.workbench.desk.selectors import Listed, Wanted, listed, releases_wanted
from communique.wiring.building import build_engine
from communique.wiring.engine import SOFTWARE
from communique.wiring.precedents import engine_of_corpus
from communique.wiring.versions import Reviser

BY_DAY = Order("day", date)
FOUND_IN_TEXT = frozenset(
    {"findings", "verdict", "standing", "checks", "features", "corpus", "other_accounts", "corrections"}
)
"""Parts of a report that come from reading an account, and are none of it."""


def releases_page(query: ReleaseQuery) -> tuple[list[ReleaseListed], str | None]:
    """
    Give one page of the releases wanted, the newest first.

    Raises:
        CommuniqueError: the words do not read as a search, or the cursor is none.
    """
    wanted = _wanted(query, words=query.q, unusual=query.unusual)
    rows = releases_wanted(wanted)
    asked = parse_query(query.q) if query.q else None
    if asked:
        rows = rows.filter(pk__in=find_numbers(ALIAS, asked, wanted.selection, MOST_RANKED))
    page, cursor = BY_DAY.page(rows, query.cursor, query.limit)
    return [_shown(one) for one in listed(page, asked)], cursor


def releases_found(query: SearchQuery) -> list[ReleaseListed]:
    """
    Give the releases that hold the words, the best first.

    Raises:
        CommuniqueError: the words do not read as a search.
    """
    wanted, asked = _wanted(query, words=query.q), parse_query(query.q)
    numbers = find_numbers(ALIAS, asked, wanted.selection, query.limit)
    rows = releases_wanted(wanted).in_bulk(numbers)
    return [_shown(one) for one in listed([rows[number] for number in numbers if number in rows], asked)]


def release_stands(key: str) -> None:
    """
    Make sure that there is a release of a key.

    Raises:
        Http404: there is none.
    """
    if not ReleaseRow.objects.using(ALIAS).filter(key=key).exists():
        raise Http404


def account_get(key: str) -> Account:
    """
    Give the account of a release, with what analysts corrected in it.

    Raises:
        Http404: there is none.
    """
    found = the_corpus().account(key)
    if found is None:
        raise Http404
    return found


def report_get(key: str) -> Report:
    """
    Give the report on a release, against the precedents of the store.

    Raises:
        Http404: there is no such release.
    """
    corpus = the_corpus()
    return engine_of_corpus(corpus, the_settings(), history=AskedOnce(corpus)).report_of(account_get(key))


def account_record(key: str) -> dict[str, Any]:
    """
    Give what was extracted from a release, in the form that reports have it in.

    Raises:
        Http404: there is no such release.
    """
    account = account_get(key)
    office = build_engine(the_settings()).office(account.release.issuer)
    record: dict[str, Any] = json.loads(Report(account=account, software=SOFTWARE, office=office).json())
    return {name: part for name, part in record.items() if name not in FOUND_IN_TEXT} | {"form": "communique/account/1"}


def release_record(key: str) -> dict[str, Any]:
    """
    Give the text and the metadata of a release, and whether a later text took its place.

    Raises:
        Http404: there is no such release.
    """
    row = ReleaseRow.objects.using(ALIAS).filter(key=key).only("superseded", "kind").first()
    record: dict[str, Any] = account_record(key)["release"]
    return record | {"kind": row.kind if row else "", "superseded": bool(row and row.superseded)}


def findings_record(key: str) -> dict[str, Any]:
    """
    Give what the readings found in a release, and against what.

    Raises:
        Http404: there is no such release.
    """
    record: dict[str, Any] = json.loads(report_get(key).json())
    told = {name: record[name] for name in ("software", "verdict", "standing", "findings", "corpus", "checks")}
    return {"release": key} | told


def versions_json(key: str) -> str:
    """
    Give every text kept of the address of a release, and what each changed.

    Raises:
        Http404: there is no such release.
    """
    texts = the_corpus().captures(key)
    if not texts:
        raise Http404
    return Reviser(engine=build_engine(the_settings())).of_versions(texts).json()


def refuse_strange(names: set[str], form: type[Schema]) -> None:
    """
    Refuse parts of a query that an operation does not know: a filter with a slip in it would let everything through.

    Raises:
        CommuniqueError: there is one.
    """
    known = set(form.model_fields)
    if strange := sorted(names - known):
        raise CommuniqueError(
            wanted=f"only {', '.join(sorted(known))} in the query", got=", ".join(strange)[:200], remedy="leave it out"
        )


def selection_of(query: Narrowing) -> Selection:
    """
    Give which releases of the corpus a query means.

    Raises:
        CommuniqueError: a part of it cannot be.
    """
    return _wanted(query, words="").selection


def _wanted(query: Narrowing, *, words: str, unusual: bool = False) -> Wanted:
    if "\0" in words:
        raise CommuniqueError(wanted="words", got="a sign that no text has (NUL)")
    return Wanted(
        words=words,
        issuer=query.issuer,
        counterpart=query.counterpart,
        kind=query.kind.value if query.kind else "",
        language=query.language,
        since=_day(query.since),
        until=_day(query.until),
        unusual=unusual,
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise CommuniqueError(wanted="a day of the calendar", got=f"“{written}”") from error


def _shown(one: Listed) -> ReleaseListed:
    standing = one.standing
    return ReleaseListed(
        key=one.key,
        title=one.title,
        issuer=one.issuer,
        office=one.office,
        language=one.language,
        kind=one.kind,
        published=one.day,
        counterparts=list(one.sides),
        standing=StandingForm(percentile=standing.percentile, among=standing.among, unusual=standing.unusual)
        if standing
        else None,
        versions=one.versions,
        glimpse=one.glimpse,
    )
