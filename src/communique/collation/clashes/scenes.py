"""The day and the place that a clause names, each only where it names one for sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.collation.clashes.matter import Passage
from communique.languages.assertions import Assertion
from communique.languages.named_days import NamedDay, find_named_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A clause with the one day that it names."""

    clause: Assertion
    day: NamedDay


def days_of(passage: Passage) -> tuple[NamedDay, ...]:
    """Give the days that a passage names."""
    release = passage.account.release
    issued = release.issued.date() if release.issued else None
    return find_named_days(release.part(passage.span.part), passage.span, issued, release.language)


def find_dated(passage: Passage) -> Iterator[Dated]:
    """Give the clauses that name one day; a clause that names several names none for sure."""
    days = days_of(passage)
    for clause in passage.clauses:
        inside = [day for day in days if clause.span.overlaps(day.span)]
        if len(inside) == 1:
            yield Dated(clause=clause, day=inside[0])


def are_one_happening(first: Passage, second: Passage) -> bool:
    """Tell whether both passages are sure to be of one happening: translations, or both on the encounter itself."""
    return (first.translated and second.translated) or (_is_of_reception(first) and _is_of_reception(second))


def _is_of_reception(passage: Passage) -> bool:
    """Tell whether a passage has the sentence that tells of the encounter itself."""
    span = passage.account.reception.span
    return span is not None and span.part is passage.span.part and span.overlaps(passage.span)


def are_of_other_days(first: Passage, second: Passage) -> bool:
    """Tell whether both passages name days and none of the one is a day of the other: two dates of a programme."""
    ours, theirs = days_of(first), days_of(second)
    return bool(ours and theirs) and not any(day.meets(other) for day in ours for other in theirs)
