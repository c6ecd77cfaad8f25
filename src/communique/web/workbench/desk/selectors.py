"""Which releases a list shows: read by pages, in few queries whatever the size of the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, QuerySet

from communique.corpus.port import Selection
from communique.corpus.query import Query, glimpse, parse_query
from communique.db.models import CalendarRow, ParticipationRow, ReleaseRow
from communique.db.rows import release_of
from communique.db.words import MOST_RANKED, find_numbers
from communique.model import Kind
from communique.reference.offices import issuer as find_issuer
from communique.web.base.corpus import ALIAS, the_settings
from communique.web.workbench.models import KeptStanding
from communique.wiring.building import build_publishers, build_tables

PER_PAGE = 25

MOST_FOUND = 500
"""So many releases that hold the words are paged through at most, the best first."""

LISTED = ("key", "name", "address", "address_print", "issuer", "language", "day", "kind", "title", "superseded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """
    What is looked for: words in the syntax of quotes, filters, only what is unusual.

    ``among`` are the keys of the releases that are meant at all, None for those of the whole corpus.
    """

    words: str = ""
    issuer: str = ""
    counterpart: str = ""
    kind: str = ""
    language: str = ""
    since: date | None = None
    until: date | None = None
    unusual: bool = False
    among: tuple[str, ...] | None = None

    @property
    def selection(self) -> Selection:
        """Give the filters as the corpus takes them."""
        return Selection(
            issuer=self.issuer,
            language=self.language,
            kind=Kind(self.kind) if self.kind else None,
            counterpart=self.counterpart,
            since=self.since,
            until=self.until,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One release in a list: what names it, whom it concerns, how unusual it is, and the words found."""

    key: str
    title: str
    language: str
    issuer: str
    office: str
    kind: str
    day: date | None
    sides: tuple[str, ...]
    standing: KeptStanding | None
    versions: int
    glimpse: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What filters can be set to: codes with their words."""

    issuers: tuple[tuple[str, str], ...]
    sides: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]


def releases_page(wanted: Wanted, number: str | int) -> tuple[Page[ReleaseRow], tuple[Listed, ...]]:
    """
    Give one page of the releases wanted, the newest first; of those that hold some words, the best first.

    Raises:
        CommuniqueError: the words do not read as a search.
    """
    query = parse_query(wanted.words) if wanted.words else None
    page = Paginator(_in_order(wanted, query), PER_PAGE).get_page(number)
    return page, listed(page.object_list, query)


def releases_matching(wanted: Wanted, *, after: int, upto: int) -> QuerySet[ReleaseRow]:
    """
    Give the releases wanted that came into the corpus after one number, up to another; the newest first.

    Raises:
        CommuniqueError: the words do not read as a search.
    """
    rows = releases_wanted(wanted).filter(pk__gt=after, pk__lte=upto)
    if wanted.words:
        numbers = find_numbers(ALIAS, parse_query(wanted.words), wanted.selection, MOST_RANKED)
        rows = rows.filter(pk__in=numbers)
    return rows.order_by(F("day").desc(nulls_last=True), "-pk")


def releases_wanted(wanted: Wanted) -> QuerySet[ReleaseRow]:
    """Give the latest texts that the filters let through, without regard to words; the body is left in the database."""
    parts = {
        "issuer": wanted.issuer,
        "language": wanted.language,
        "kind": wanted.kind,
        "day__gte": wanted.since,
        "day__lte": wanted.until,
    }
    rows = ReleaseRow.objects.filter(superseded=False, **{name: value for name, value in parts.items() if value})
    if wanted.counterpart:
        concerned = ParticipationRow.objects.filter(side=wanted.counterpart).values("account_id")
        rows = rows.filter(pk__in=concerned)
    if wanted.among is not None:
        rows = rows.filter(key__in=wanted.among)
    if wanted.unusual:
        rows = rows.filter(key__in=KeptStanding.objects.filter(unusual=True).values("release"))
    return rows.only(*LISTED)


def listed(
    rows: Iterable[ReleaseRow], query: Query | None = None, *, texts: Mapping[str, int] | None = None
) -> tuple[Listed, ...]:
    """
    Give some releases as lists show them, in three queries more; with a query, the words around what it found.

    ``texts`` counts the texts kept of their addresses, by print, where that is known: a query less.
    """
    shown = tuple(rows)
    sides, standings = _sides_of(shown), _standings_of(shown)
    versions = _versions_of(shown) if texts is None else texts
    glimpses = _glimpses_of(shown, query) if query else {}
    offices, names = offices_named(), sides_named()
    return tuple(
        Listed(
            key=row.key,
            title=row.title,
            language=row.language,
            issuer=row.issuer,
            office=offices.get(row.issuer) or row.issuer,
            kind=row.kind,
            day=row.day,
            sides=tuple(names.get(side, side) for side in sides[row.pk]),
            standing=standings.get(row.key),
            versions=versions.get(row.address_print, 1) if row.address else 1,
            glimpse=glimpses.get(row.pk, ""),
        )
        for row in shown
    )


def choices() -> Choices:
    """Give what the filters can be set to: what the corpus holds, in words."""
    held = CalendarRow.objects.order_by("issuer").values_list("issuer", "language").distinct()
    offices, names = offices_named(), sides_named()
    issuers = {issuer: offices.get(issuer) or issuer for issuer, _ in held if issuer}
    sides = ParticipationRow.objects.order_by("side").values_list("side", flat=True).distinct()
    named = sorted(((side, names.get(side, side)) for side in sides if side), key=lambda pair: pair[1])
    return Choices(
        issuers=tuple(issuers.items()),
        sides=tuple(named),
        languages=tuple(sorted({language for _, language in held if language})),
    )


def offices_named() -> _Offices:
    """Give what words the codes of issuers."""
    return _Offices()


def sides_named() -> dict[str, str]:
    """Give the names of sides by their codes."""
    return {row.side.code: row.side.name for row in build_tables(the_settings()).sides}


class _Offices:
    """The words for codes of issuers, looked up as they are asked for."""

    def __init__(self) -> None:
        settings = the_settings()
        self._tables, self._publishers = build_tables(settings), build_publishers(settings)
        self._known: dict[str, str] = {}

    def get(self, code: str) -> str:
        """Give the words for a code, empty where unknown."""
        if code not in self._known:
            found = find_issuer(code, tables=self._tables) or self._publishers.of_issuer(code)
            self._known[code] = found.name if found else ""
        return self._known[code]


def _in_order(wanted: Wanted, query: Query | None) -> QuerySet[ReleaseRow] | Sequence[ReleaseRow]:
    rows = releases_wanted(wanted)
    if query is None:
        return rows.order_by(F("day").desc(nulls_last=True), "-pk")
    numbers = find_numbers(ALIAS, query, wanted.selection, MOST_FOUND)
    found = rows.in_bulk(numbers)
    return [found[number] for number in numbers if number in found]


def _sides_of(rows: Sequence[ReleaseRow]) -> defaultdict[int, list[str]]:
    sides: defaultdict[int, list[str]] = defaultdict(list)
    told = ParticipationRow.objects.filter(account_id__in=[row.pk for row in rows]).order_by("pk")
    for number, side in told.values_list("account_id", "side"):
        sides[number].append(side)
    return sides


def _standings_of(rows: Sequence[ReleaseRow]) -> dict[str, KeptStanding]:
    return {row.release: row for row in KeptStanding.objects.filter(release__in=[row.key for row in rows])}


def _versions_of(rows: Sequence[ReleaseRow]) -> dict[str, int]:
    kept = ReleaseRow.objects.filter(address_print__in=[row.address_print for row in rows])
    return dict(kept.order_by().values_list("address_print").annotate(number=Count("pk")))


def _glimpses_of(rows: Sequence[ReleaseRow], query: Query) -> dict[int, str]:
    whole = ReleaseRow.objects.in_bulk([row.pk for row in rows])
    return {number: glimpse(release_of(row), query) for number, row in whole.items()}
