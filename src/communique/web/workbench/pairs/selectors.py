"""Which sides are in contact in the corpus, and what is known of two of them."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min

from communique.db.models import ParticipationRow
from communique.precedent.encounters import MANNERS, Manner
from communique.precedent.pairs import Pair, Teller, Telling, count_manners
from communique.web.base.corpus import stamp, the_corpus, the_settings
from communique.web.workbench.kept import view_get
from communique.wiring.building import build_tables
from communique.wiring.engine import SOFTWARE
from communique.wiring.pairs import Office, name_of, read_pair, side_of

KIND = "pair"
"""What drawings of pairs are called, as work and as views that are kept."""

FORM = "1"
"""Rises whenever what is kept of a pair comes out otherwise."""

MOST_TELLERS = 4
"""Offices that one page asks, those that tell most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One pair in the list: codes and names, how many texts tell of contacts, by offices of which side, the days."""

    codes: tuple[str, str]
    names: tuple[str, str]
    texts: int
    first: date
    last: date
    both: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One contact in the table: its days, manner, texts, and what each office has on it."""

    first: date
    last: date
    call: bool
    gap: int | None
    lost: bool
    texts: tuple[tuple[str, str, str], ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One formula in the table."""

    words: str
    seen: int
    peak: str
    first: date
    last: date
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The formulas of one office on the pair: whose, how many records, and the phrases."""

    name: str
    label: str
    language: str
    records: int
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is kept of a pair: the drawings by their names, and the tables of formulas."""

    drawn: dict[str, str]
    books: tuple[Book, ...]


def pairs_list(words: str = "") -> tuple[Listing, ...]:
    """Give the pairs with contacts in the corpus, most texts first; with words those with a side so named."""
    tables = build_tables(the_settings())
    counted = (
        ParticipationRow.objects.filter(kind__in=sorted(MANNERS), account__release__superseded=False)
        .values("issuer", "side")
        .annotate(texts=Count("pk"), first=Min("day"), last=Max("day"))
        .order_by("issuer", "side")
    )
    found: dict[tuple[str, str], list[tuple[str, int, date, date]]] = defaultdict(list)
    for row in counted:
        own = side_of(row["issuer"], tables)
        if own and own != row["side"]:
            found[_sorted(own, row["side"])].append((own, row["texts"], row["first"], row["last"]))
    wanted = words.casefold().strip()
    listings = (
        Listing(
            codes=codes,
            names=(name_of(codes[0], tables), name_of(codes[1], tables)),
            texts=sum(texts for _, texts, _, _ in told),
            first=min(first for _, _, first, _ in told),
            last=max(last for *_, last in told),
            both=len({own for own, *_ in told}) > 1,
        )
        for codes, told in found.items()
    )
    meant = (one for one in listings if not wanted or any(wanted in name.casefold() for name in one.names))
    return tuple(sorted(meant, key=lambda one: (-one.texts, one.names)))


def pair_get(one: str, other: str) -> Pair | None:
    """Give what is known of two sides; None where no office of either tells of a contact with the other."""
    codes = _sorted(one, other)
    tables = build_tables(the_settings())
    held = (
        ParticipationRow.objects.filter(side__in=codes, kind__in=sorted(MANNERS), account__release__superseded=False)
        .values("issuer", "language", "side")
        .annotate(texts=Count("pk"))
        .order_by("-texts", "issuer", "language")
    )
    offices = [
        Office(issuer=row["issuer"], language=row["language"])
        for row in held
        if {side_of(row["issuer"], tables), row["side"]} == {*codes}
    ]
    pair = read_pair(the_corpus(), codes, offices[:MOST_TELLERS], the_settings())
    return pair if pair.meetings else None


def pair_key(codes: tuple[str, str]) -> str:
    """Give the name under which what is drawn of a pair is kept."""
    return "/".join(codes)


def pair_stamp() -> str:
    """Give words that change whenever contacts, corrections or formulas of the corpus may have."""
    return hashlib.sha256(f"{FORM} {SOFTWARE} {stamp()}".encode()).hexdigest()[:40]


def figures_get(codes: tuple[str, str]) -> Figures | None:
    """Give what is kept of a pair, None where it has to be drawn."""
    kept = view_get(KIND, pair_key(codes), pair_stamp())
    if kept is None:
        return None
    told = json.loads(kept)
    return Figures(drawn=told["drawn"], books=tuple(_book(book) for book in told["books"]))


def marks_of(pair: Pair) -> tuple[Mark, ...]:
    """Give the rows of the table of contacts, the latest first."""
    gaps = (None, *pair.gaps)
    texts = {contact.key: contact for teller in pair.tellers for contact in teller.contacts}
    marks = [
        Mark(
            first=meeting.encounter.first,
            last=meeting.encounter.last,
            call=meeting.encounter.manner is Manner.CALL,
            gap=gap.days if gap else None,
            lost=gap.lost if gap else False,
            texts=tuple(
                (one.key, one.title or one.name, _language(pair, one.key)) for one in meeting.encounter.contacts
            ),
            tellings=meeting.tellings,
        )
        for meeting, gap in zip(pair.meetings, gaps, strict=True)
        if all(one.key in texts for one in meeting.encounter.contacts)
    ]
    return tuple(reversed(marks))


def years_of(pair: Pair) -> tuple[tuple[int, int, int, tuple[bool, ...]], ...]:
    """Give for each year its calls, its contacts in person, and of which tellers the corpus holds any day."""
    held = [{day.year for day in teller.coverage.days} for teller in pair.tellers]
    return tuple((year, *count_manners(pair, year), tuple(year in some for some in held)) for year in pair.years)


def _language(pair: Pair, key: str) -> str:
    tellers = (teller for teller in pair.tellers if any(contact.key == key for contact in teller.contacts))
    teller: Teller | None = next(tellers, None)
    return teller.language if teller else ""


def _sorted(one: str, other: str) -> tuple[str, str]:
    first, second = sorted((one, other))
    return first, second


def _book(told: dict[str, object]) -> Book:
    phrases = told["phrases"]
    assert isinstance(phrases, list)  # noqa: S101 - as work keeps it
    return Book(
        name=str(told["name"]),
        label=str(told["label"]),
        language=str(told["language"]),
        records=int(str(told["records"])),
        phrases=tuple(
            Phrase(
                words=phrase["words"],
                seen=phrase["seen"],
                peak=phrase["peak"],
                first=date.fromisoformat(phrase["first"]),
                last=date.fromisoformat(phrase["last"]),
                told=tuple(phrase["told"]),
            )
            for phrase in phrases
        ),
    )
