"""The axis of a timeline: a column a day where something was, and a break where long nothing is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from itertools import groupby, pairwise

from communique.dossiers.imprecise import When
from communique.dossiers.timeline import EITHER_SIDE
from communique.dossiers.timeline_nouns import Timeline
from communique.model import Role

BRIDGED = 6
"""Days without anything that are drawn all the same; longer ones become a break of the axis."""

BREAK = 0.62
"""Inches that a break takes, as far as there is room for it."""

_LONGEST_SPAN = 62
_DAY = timedelta(days=1)
_HOURS = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One day: from ``left`` to ``right`` in inches."""

    day: date
    left: float
    right: float

    @property
    def width(self) -> float:
        """Inches from side to side."""
        return self.right - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Days that are not drawn: how many, and where the axis is broken."""

    days: int
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """
    The columns in order, and the breaks between them.

    ``zone`` is the offset by which zoned times find their day and hour; None where none has a zone. Days, and times
    without a zone, stand as they are printed.
    """

    columns: tuple[Column, ...]
    breaks: tuple[Break, ...]
    left: float
    right: float
    zone: tzinfo | None = None

    def day_of(self, when: When) -> date:
        """Give the day in whose column a moment stands."""
        return _drawn(when, self.zone)[0]

    def place(self, day: date, hour: float = _HOURS / 2) -> float:
        """Give where a day's hour stands; a day not drawn stands in its break, or at the nearest end."""
        columns = self.columns
        if not columns or day < columns[0].day:
            return self.left
        if day > columns[-1].day:
            return self.right
        before = next(column for column in reversed(columns) if column.day <= day)
        if before.day == day:
            return before.left + before.width * hour / _HOURS
        after = next(column for column in columns if column.day > day)
        share = (day - before.day).days / (after.day - before.day).days
        return before.right + (after.left - before.right) * share

    def place_of(self, when: When) -> float:
        """Give where a moment stands: at its hour, in the middle of its day, at the start of a stretch."""
        if when.clock is not None:
            return self.place(*_drawn(when, self.zone))
        return self.place(when.first) if when.is_exact else self.place(when.first, 0.0)

    def reach_of(self, when: When) -> tuple[float, float]:
        """Give from where to where a stretch of days lies, as far as it is drawn."""
        last = self.right if when.last is None else self.place(when.last, _HOURS)
        return self.place(when.first, 0.0), last


def lay_out_axis(timeline: Timeline, left: float, right: float) -> Axis:
    """
    Give a column to each day with a moment and to short stretches between, all of one width, and break the axis else.

    A break takes at most a third of a column's share of the plot, so that days are never squeezed by it.
    """
    zone = find_zone(timeline)
    days = _days(timeline, zone)
    runs = [[day for _, day in run] for _, run in groupby(enumerate(days), key=lambda item: item[1] - _DAY * item[0])]
    gap = min(BREAK, (right - left) / (3 * max(len(runs), 1)))
    width = (right - left - gap * (len(runs) - 1)) / max(len(days), 1)
    columns: list[Column] = []
    breaks: list[Break] = []
    place = left
    for run in runs:
        if columns:
            missing = (run[0] - columns[-1].day).days - 1
            breaks.append(Break(days=missing, left=place, right=place + gap))
            place += gap
        columns.extend(
            Column(day=day, left=place + width * n, right=place + width * (n + 1)) for n, day in enumerate(run)
        )
        place += width * len(run)
    return Axis(columns=tuple(columns), breaks=tuple(breaks), left=left, right=right, zone=zone)


def _days(timeline: Timeline, zone: tzinfo | None) -> list[date]:
    """Give the days drawn: those with a moment, short gaps filled; an imprecise one alone brings its own days."""
    moments = (*timeline.moments, *timeline.parallel)
    days = {_drawn(moment.when, zone)[0] for moment in moments if moment.when.is_exact}
    for when in (moment.when for moment in moments if not moment.when.is_exact):
        if not any(when.first <= day and (when.last is None or day <= when.last) for day in days):
            length = (when.last - when.first).days + 1 if when.last else 1
            days |= {when.first + _DAY * n for n in range(length if length <= _LONGEST_SPAN else 1)}
    ordered = sorted(days | _around(timeline))
    filled = set(ordered)
    for one, other in pairwise(ordered):
        if (other - one).days - 1 <= BRIDGED:
            filled |= {one + _DAY * n for n in range((other - one).days)}
    return sorted(filled)


def _around(timeline: Timeline) -> set[date]:
    """Give the days on which parallel events were looked for: one without any is drawn too, for it tells something."""
    events = [moment.when.first for moment in timeline.moments if moment.role is Role.EVENT and moment.when.is_exact]
    reach = range(-EITHER_SIDE.days, EITHER_SIDE.days + 1) if timeline.parallel else range(0)
    return {day + _DAY * off for day in events for off in reach}


def find_zone(timeline: Timeline) -> tzinfo | None:
    """Give the offset that the plot is drawn in: that of the first event, else of the first time that has one."""
    zoned = [moment for moment in (*timeline.moments, *timeline.parallel) if moment.when.is_zoned]
    chosen = next((moment for moment in zoned if moment.role is Role.EVENT), zoned[0] if zoned else None)
    return chosen.when.clock.tzinfo if chosen is not None and chosen.when.clock is not None else None


def has_several_zones(timeline: Timeline) -> bool:
    """Tell whether times of different offsets are on the timeline."""
    clocks = (moment.when.clock for moment in (*timeline.moments, *timeline.parallel))
    return len({clock.utcoffset() for clock in clocks if clock is not None and clock.tzinfo is not None}) > 1


def _drawn(when: When, zone: tzinfo | None) -> tuple[date, float]:
    """Give the day and the hour at which a moment is drawn."""
    if when.clock is None:
        return when.first, 0.0
    clock = when.clock.astimezone(zone) if zone is not None and when.is_zoned else when.clock
    return clock.date(), clock.hour + clock.minute / 60
