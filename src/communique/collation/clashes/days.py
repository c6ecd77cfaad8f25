"""Contradictions in date: one happening, put on two days."""

from __future__ import annotations

from collections.abc import Iterator

from communique.collation.clashes.matter import Matter, Passage, is_same_matter, matter_of
from communique.languages.assertions import Assertion
from communique.languages.named_days import NamedDay, find_named_days
from communique.model import Clash, ClashKind
from communique.reference import Tables


def find_day_clashes(first: Passage, second: Passage, tables: Tables) -> Iterator[Clash]:
    """Give the contradictions in date; a clause that names several days names none for sure."""
    ours, theirs = tuple(_dated(first)), tuple(_dated(second))
    across = first.language != second.language
    for clause, day in ours:
        for other, other_day in theirs:
            if day.meets(other_day) or _has(theirs, day) or _has(ours, other_day) or clause.denying or other.denying:
                continue
            if is_same_matter(
                _told_of(clause, day, first, tables, across=across),
                _told_of(other, other_day, second, tables, across=across),
            ):
                yield _told(first, day, second, other_day)


def _dated(passage: Passage) -> Iterator[tuple[Assertion, NamedDay]]:
    release = passage.account.release
    issued = release.issued.date() if release.issued else None
    days = find_named_days(release.part(passage.span.part), passage.span, issued, release.language)
    for clause in passage.clauses:
        inside = [day for day in days if clause.span.overlaps(day.span)]
        if len(inside) == 1:
            yield clause, inside[0]


def _has(dated: tuple[tuple[Assertion, NamedDay], ...], day: NamedDay) -> bool:
    return any(other.meets(day) for _, other in dated)


def _told_of(clause: Assertion, day: NamedDay, passage: Passage, tables: Tables, *, across: bool) -> Matter:
    terms = [term for term in clause.terms if not term.span.overlaps(day.span)]
    return matter_of(terms, passage, tables, across=across)


def _told(first: Passage, day: NamedDay, second: Passage, other: NamedDay) -> Clash:
    told = f"“{first.words(day.span)}” in the first and “{second.words(other.span)}” in the second for one happening"
    return Clash(kind=ClashKind.DATE, first=day.span, second=other.span, told=told)
