"""The coverage of a corpus as a calendar: years down, months across, and the holes plainly there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import sqrt

Month = tuple[int, int]
"""Year and month of the year (1 to 12)."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BLOCKS = "▁▂▃▄▅▆▇█"
HOLE = "░░░"
LEGEND = f"{HOLE} a month of which nothing is held: exposure lost, not silence"
_YEAR = 12
_CELL = 5
_CROWDED = 1000
"""Releases a month from which figures leave no room for blocks."""


def find_holes(months: Mapping[Month, int]) -> tuple[tuple[Month, Month], ...]:
    """
    Give the runs of months without any release between the first and the last that has one, both ends in.

    >>> find_holes({(2019, 11): 4, (2020, 3): 2})
    (((2019, 12), (2020, 2)),)
    """
    held = sorted(_number(month) for month, count in months.items() if count)
    return tuple((_month(one + 1), _month(other - 1)) for one, other in pairwise(held) if other - one > 1)


def hole_label(hole: tuple[Month, Month]) -> str:
    """
    Name a run of months.

    >>> hole_label(((2019, 12), (2020, 2))), hole_label(((2005, 7), (2005, 7)))
    ('Dec 2019 – Feb 2020', 'Jul 2005')
    """
    first, last = (f"{MONTHS[month - 1]} {year}" for year, month in hole)
    return first if first == last else f"{first} – {last}"


def find_span(months: Mapping[Month, int]) -> tuple[Month, Month] | None:
    """Give the first and the last month with a release, None where there is none."""
    held = sorted(month for month, count in months.items() if count)
    return (held[0], held[-1]) if held else None


def shade_of(count: int, most: int, shades: int = len(BLOCKS)) -> int:
    """
    Give the shade of a month (0 to ``shades`` - 1), growing with the square root of its releases.

    >>> [shade_of(count, 100) for count in (1, 25, 100)]
    [0, 3, 7]
    """
    return min(shades - 1, int(sqrt(count / most) * (shades - 1))) if most else 0


def render_calendar(months: Mapping[Month, int]) -> str:
    """
    Draw the months as lines of text, 75 columns wide: a year a line, its total at the end.

    Each month shows the number of its releases beside a block that grows with it. A month without any, between the
    first and the last, is hatched; outside them the calendar is blank.
    """
    span = find_span(months)
    if span is None:
        return ""
    most = max(months.values())
    years = range(span[0][0], span[1][0] + 1)
    head = "    " + "".join(f"{name:>{_CELL}}" for name in MONTHS) + f"{'all':>7}"
    return "".join(f"{line.rstrip()}\n" for line in (head, *(_line(year, months, span, most) for year in years)))


def _line(year: int, months: Mapping[Month, int], span: tuple[Month, Month], most: int) -> str:
    cells = (_cell((year, month), months, span, most) for month in range(1, _YEAR + 1))
    total = sum(months.get((year, month), 0) for month in range(1, _YEAR + 1))
    return f"{year:<4}" + "".join(cells) + f"{total or '–':>7}"


def _cell(month: Month, months: Mapping[Month, int], span: tuple[Month, Month], most: int) -> str:
    count = months.get(month, 0)
    if count:
        block = BLOCKS[shade_of(count, most)] if most < _CROWDED else ""
        return f"{block}{count}".rjust(_CELL)
    return HOLE.rjust(_CELL) if span[0] < month < span[1] else " " * _CELL


def months_between(span: tuple[Month, Month]) -> Iterator[Month]:
    """Yield the months from the first to the last, both in."""
    return map(_month, range(_number(span[0]), _number(span[1]) + 1))


def _number(month: Month) -> int:
    return month[0] * _YEAR + month[1] - 1


def _month(number: int) -> Month:
    return number // _YEAR, number % _YEAR + 1
