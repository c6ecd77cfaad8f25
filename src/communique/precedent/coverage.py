"""On which days a corpus holds anything of an issuer: what lies outside is exposure lost, never silence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

QUIET_DAYS = 6
"""A spacing up to so many days is never a hole: a long weekend, a holiday week."""

PACE_TIMES = 5
"""A spacing is a hole past so many times the spacing that nine in ten nearby ones keep."""

NEARBY = 40
"""Spacings on either side from which the pace is taken: an office's pace changes over the years."""

LEAST_NEARBY = 10
"""With fewer spacings there is no pace to speak of, and only whole months count as holes."""

_FREAK = 10
_TENTH = 0.9
_DAY = timedelta(days=1)
_MONTHS = 12

Stretch = tuple[date, date]
"""First and last day, both in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """
    The days on which a corpus holds a release of one issuer, in order and each once.

    A hole is a stretch without any that is exposure lost, not silence. A stretch that holds a whole calendar month is
    one. Inside covered months the issuer's own pace decides: a stretch is a hole where it lasts over six days and over
    five times the spacing that nine in ten of its neighbours keep. So a week without a word is a hole for an office
    that publishes daily, and none for one that publishes twice a week. The pace is that of the neighbours because
    offices change theirs over the years; spacings ten times the median are holes themselves and do not set it.

    A hole taken for silence gives a false gap, silence taken for a hole only costs a precedent: in doubt it is a hole.

    >>> Coverage(days=(date(2020, 1, 30), date(2020, 3, 2))).hole_between(date(2020, 1, 1), date(2020, 3, 9))
    (datetime.date(2020, 3, 3), datetime.date(2020, 3, 9))
    """

    days: tuple[date, ...] = ()

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """The months (year, month) with any release, in order."""
        return tuple(dict.fromkeys((day.year, day.month) for day in self.days))

    @property
    def holes(self) -> tuple[Stretch, ...]:
        """The holes between the first and the last day held, in order; what lies outside these is not held either."""
        return tuple(_inside(self.days, i) for i in range(len(self.days) - 1) if _is_hole(self.days, i))

    def covered(self, day: date) -> bool:
        """Tell whether a day lies in no hole, nor before the first or after the last day held."""
        return self.hole_between(day, day) is None

    def hole_between(self, one: date, other: date) -> Stretch | None:
        """
        Give the last hole that holds a day from ``one`` to ``other``, both in; None where all of them are covered.

        The hole is given whole. Before the first day held and after the last, it is the part from ``one`` or up to
        ``other`` that is not held.
        """
        one, other = min(one, other), max(one, other)
        if not self.days:
            return one, other
        if other > self.days[-1]:
            return max(one, self.days[-1] + _DAY), other
        low = max(bisect_right(self.days, one) - 1, 0)
        high = bisect_left(self.days, other)
        for i in range(high - 1, low - 1, -1):
            if _is_hole(self.days, i) and _touches(_inside(self.days, i), one, other):
                return _inside(self.days, i)
        return (one, min(other, self.days[0] - _DAY)) if one < self.days[0] else None

    def as_of(self, day: date) -> Coverage:
        """Give what was held on a day, that day included: its own release is there."""
        earlier = self.days[: bisect_left(self.days, day)]
        return Coverage(days=(*earlier, day))

    def last_before(self, day: date) -> date | None:
        """Give the last day held before a day."""
        place = bisect_left(self.days, day)
        return self.days[place - 1] if place else None


def day_words(day: date) -> str:
    """
    Give a day in English words.

    >>> day_words(date(2018, 6, 9))
    '9 June 2018'
    """
    return f"{day.day} {month_words(day)}"


def month_words(day: date) -> str:
    """
    Give the month of a day in English words.

    >>> month_words(date(2018, 6, 9))
    'June 2018'
    """
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def counted(number: int, noun: str) -> str:
    """
    Give a number with its noun.

    >>> counted(1, "day"), counted(3, "gap")
    ('1 day', '3 gaps')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def hole_words(coverage: Coverage, hole: Stretch) -> str:
    """
    Say since when there is no base: the last month held before a hole.

    >>> hole_words(Coverage(days=(date(2018, 6, 9), date(2020, 3, 1))), (date(2018, 6, 10), date(2020, 2, 29)))
    'no base since June 2018'
    """
    held = coverage.last_before(hole[0])
    if held is not None:
        return f"no base since {month_words(held)}"
    return f"no base before {month_words(coverage.days[0])}" if coverage.days else "no base"


def _inside(days: tuple[date, ...], i: int) -> Stretch:
    return days[i] + _DAY, days[i + 1] - _DAY


def _touches(hole: Stretch, one: date, other: date) -> bool:
    return hole[0] <= other and one <= hole[1]


def _is_hole(days: tuple[date, ...], i: int) -> bool:
    """Tell whether the stretch after the i-th day is a hole."""
    spacing = (days[i + 1] - days[i]).days
    if spacing <= QUIET_DAYS:
        return False
    if _second_month_after(days[i]) <= days[i + 1]:
        return True
    nearby = tuple(_nearby(days, i))
    return len(nearby) >= LEAST_NEARBY and spacing > PACE_TIMES * _kept_by_most(nearby)


def _second_month_after(day: date) -> date:
    """Give the first day of the month after next: from there back, a whole month lies between."""
    months = day.year * _MONTHS + day.month + 1
    return date(months // _MONTHS, months % _MONTHS + 1, 1)


def _nearby(days: tuple[date, ...], i: int) -> Iterator[int]:
    """Give the spacings around the i-th, itself left out."""
    for first, last in ((max(0, i - NEARBY), i + 1), (i + 1, i + NEARBY + 2)):
        for one, other in pairwise(days[first:last]):
            yield (other - one).days


def _kept_by_most(spacings: tuple[int, ...]) -> int:
    middle = median(spacings)
    usual = sorted(spacing for spacing in spacings if spacing <= _FREAK * middle)
    return usual[int((len(usual) - 1) * _TENTH)]
