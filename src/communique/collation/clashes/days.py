"""Contradictions in date: one happening, put on two days."""

from __future__ import annotations

from collections.abc import Iterator

from communique.collation.clashes.matter import Matter, Passage, is_same_matter, matter_of
from communique.collation.clashes.places import are_of_other_places, places_of
from communique.collation.clashes.scenes import Dated, are_one_happening, find_dated
from communique.languages.named_days import NamedDay
from communique.model import Clash, ClashKind
from communique.reference import Tables


def find_day_clashes(first: Passage, second: Passage, tables: Tables) -> Iterator[Clash]:
    """
    Give the contradictions in date; a clause that names several days names none for sure.

    Where the passages name other places too, they tell of two happenings, but for the encounter itself.
    """
    ours, theirs = tuple(find_dated(first)), tuple(find_dated(second))
    if are_of_other_places(first, second, tables) and not are_one_happening(first, second):
        return
    across = first.language != second.language
    for one in ours:
        for two in theirs:
            if one.day.meets(two.day) or _has(theirs, one.day) or _has(ours, two.day):
                continue
            if one.clause.denying or two.clause.denying:
                continue
            if is_same_matter(_matter(one, first, tables, across=across), _matter(two, second, tables, across=across)):
                yield _told(first, one.day, second, two.day)


def _has(dated: tuple[Dated, ...], day: NamedDay) -> bool:
    return any(one.day.meets(day) for one in dated)


def _matter(one: Dated, passage: Passage, tables: Tables, *, across: bool) -> Matter:
    """Give what a dated clause is about, but for its day and its place."""
    places = places_of(passage, tables)
    apart = (one.day.span, *(place.span for place in places))
    terms = [term for term in one.clause.terms if not any(term.span.overlaps(span) for span in apart)]
    return matter_of(terms, passage, tables, across=across)


def _told(first: Passage, day: NamedDay, second: Passage, other: NamedDay) -> Clash:
    told = f"“{first.words(day.span)}” in the first and “{second.words(other.span)}” in the second for one happening"
    return Clash(kind=ClashKind.DATE, first=day.span, second=other.span, told=told)
