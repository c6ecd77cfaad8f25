"""Where marks and words go so that none lies on another: pure arithmetic, in inches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from communique.dossiers.imprecise import When
from communique.reports.timelines.axis import Axis
from communique.reports.timelines.layout import Box

GAP = 0.07
"""Room around a box of words."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """A box of words that belongs to the mark of a moment: its key, where the mark stands, where the box ended up."""

    key: str
    across: float
    box: Box


def spread(places: Sequence[float], apart: float, left: float, right: float) -> tuple[float, ...]:
    """
    Move places that stand in order just so far that each is ``apart`` from the next, inside the two ends.

    Where there is no room for that they are set evenly.

    >>> spread((1.0, 1.0, 3.0), 0.5, 0.0, 4.0)
    (1.0, 1.5, 3.0)
    """
    if not places:
        return ()
    apart = min(apart, (right - left) / max(len(places) - 1, 1))
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + apart) if moved else max(place, left))
    limit = right
    for number in range(len(moved) - 1, -1, -1):
        moved[number] = min(moved[number], limit)
        limit = moved[number] - apart
    return tuple(moved)


def spread_by_day(whens: Sequence[When], axis: Axis, apart: float) -> tuple[float, ...]:
    """
    Give the places of moments in order, those of one day set apart inside its column, however narrow that is.

    A moment whose day is not known, or not drawn, stays where it is.
    """
    columns = {column.day: column for column in axis.columns}
    places = [axis.place_of(when) for when in whens]
    by_day: dict[date, list[int]] = {}
    for number, when in enumerate(whens):
        if when.is_exact:
            by_day.setdefault(axis.day_of(when), []).append(number)
    for day, numbers in by_day.items():
        if column := columns.get(day):
            here = sorted(numbers, key=lambda number: places[number])
            side = min(apart / 2, column.width / (2 * len(here) + 1))
            moved = spread([places[number] for number in here], apart, column.left + side, column.right - side)
            for number, place in zip(here, moved, strict=True):
                places[number] = place
    return tuple(places)


def find_levels(intervals: Sequence[Interval]) -> tuple[int, ...]:
    """
    Give each interval the lowest level on which it meets no other, short ones first.

    >>> find_levels([(0.0, 9.0), (1.0, 2.0), (3.0, 4.0)])
    (1, 0, 0)
    """
    levels: dict[int, int] = {}
    order = sorted(range(len(intervals)), key=lambda n: (intervals[n][1] - intervals[n][0], intervals[n], n))
    for number in order:
        start, end = intervals[number]
        taken = {
            levels[other] for other in levels if start < intervals[other][1] + GAP and intervals[other][0] < end + GAP
        }
        levels[number] = next(level for level in count() if level not in taken)
    return tuple(levels[number] for number in range(len(intervals)))


def without_clashes(boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield boxes as long as each keeps clear of those before it; where columns are very narrow some are left out."""
    kept: list[Box] = []
    for box in boxes:
        if not any(box.meets(other) for other in kept):
            kept.append(box)
            yield box


def place_labels(
    labels: Sequence[Anchored], top: float, left: float, right: float, *, fixed: Iterable[Box] = ()
) -> tuple[Anchored, ...]:
    """
    Put each box at its mark, or below others that are in the way, and keep the lines down to them free where possible.

    A box begins at its mark; near the right end it is moved left as far as needed. ``fixed`` boxes stay as they are.
    """
    placed: list[Anchored] = []
    barred = tuple(fixed)
    for number in sorted(range(len(labels)), key=lambda n: (-labels[n].across, -n)):
        label = labels[number]
        across = max(min(label.across - GAP, right - label.box.width), left)
        box = replace(label.box, left=across)
        tops = sorted({top, *(other.foot + GAP for other in (*barred, *(item.box for item in placed)))})
        candidates = (replace(box, top=down) for down in tops if down >= top)
        clear = [one for one in candidates if not any(_near(one, other) for other in _boxes(placed, barred))]
        free = (one for one in clear if not _crosses(label.across, one, placed, top))
        placed.append(replace(label, box=next(free, clear[0])))
    return tuple(sorted(placed, key=lambda item: item.across))


def _boxes(placed: Iterable[Anchored], barred: Iterable[Box]) -> Iterator[Box]:
    yield from barred
    yield from (item.box for item in placed)


def _near(one: Box, other: Box) -> bool:
    """Tell whether two boxes come nearer to each other than is good to read."""
    across = one.left < other.right + GAP and other.left < one.right + GAP
    return across and one.top < other.foot + GAP / 2 and other.top < one.foot + GAP / 2


def _crosses(across: float, box: Box, placed: Iterable[Anchored], top: float) -> bool:
    """Tell whether the line down to a box runs through another, or the box lies on the line down to another."""
    for item in placed:
        if item.box.left < across < item.box.right and item.box.top < box.top:
            return True
        if box.left < item.across < box.right and top <= box.top < item.box.top:
            return True
    return False
