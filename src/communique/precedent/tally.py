"""Counts of features over accounts: a commutative monoid, so that parts of a corpus are counted apart and joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from communique.precedent.entries import Entry


@dataclass(frozen=True, slots=True)
class Count:
    """How many accounts have a feature (``seen``), and how many could have had it (``among``, the exposure)."""

    seen: int
    among: int

    def __add__(self, other: Count) -> Count:
        return Count(self.seen + other.seen, self.among + other.among)


NEVER = Count(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """
    What some accounts of one reference class contain: how many they are, from when to when, and a count by feature.

    ``accounts`` counts them; ``first`` and ``last`` are their earliest and latest days of publication, None of none.
    Joining is associative and commutative, and ``Tally()`` changes nothing.
    """

    accounts: int = 0
    first: date | None = None
    last: date | None = None
    counts: Mapping[str, Count] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, feature: str) -> Count:
        """Give the count of a feature; 0 of 0 where no account could have had it."""
        return self.counts.get(feature, NEVER)

    def __add__(self, other: Tally) -> Tally:
        return join_tallies((self, other))


def tally_entries(entries: Iterable[Entry]) -> Tally:
    """Count some accounts of one reference class."""
    seen: Counter[str] = Counter()
    among: Counter[str] = Counter()
    days: list[date] = []
    for entry in entries:
        seen.update(entry.present)
        among.update(entry.present)
        among.update(entry.absent)
        days.append(entry.issued)
    return _made(len(days), days, seen, among)


def join_tallies(tallies: Iterable[Tally]) -> Tally:
    """Join tallies of parts into the tally of the whole."""
    seen: Counter[str] = Counter()
    among: Counter[str] = Counter()
    days: list[date] = []
    accounts = 0
    for tally in tallies:
        accounts += tally.accounts
        days += [day for day in (tally.first, tally.last) if day is not None]
        for code, count in tally.counts.items():
            seen[code] += count.seen
            among[code] += count.among
    return _made(accounts, days, seen, among)


def _made(accounts: int, days: list[date], seen: Mapping[str, int], among: Mapping[str, int]) -> Tally:
    counts = {code: Count(seen.get(code, 0), number) for code, number in sorted(among.items())}
    return Tally(
        accounts=accounts,
        first=min(days, default=None),
        last=max(days, default=None),
        counts=MappingProxyType(counts),
    )
