"""The lane of parallel public events: a tick for each, and under each day the headlines that there is room for."""

from __future__ import annotations

from collections.abc import Iterator

from communique.dossiers.timeline_nouns import Moment
from communique.model import Kind
from communique.reports.labels import count_label
from communique.reports.timelines.axis import Axis, Column
from communique.reports.timelines.lanes import told_of
from communique.reports.timelines.layout import Box, Mark, Tone
from communique.reports.timelines.lettering import broken, width_of
from communique.reports.timelines.placing import spread_by_day
from communique.reports.timelines.rows import UNTITLED, hour_label

SIZE = 6.8
LEAST_COLUMN = 0.8
"""Inches of a column from which headlines stand in it; in narrower ones their number does."""

MOST = 4
"""Headlines in a column; the rest are counted, and stand in the table."""

MOST_LINES = 4
_APART, _SIDE, _BETWEEN = 0.05, 0.05, 0.06
_FOREMOST = (Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL)


def tick_parallel(moments: tuple[Moment, ...], axis: Axis, line: float) -> tuple[Mark, ...]:
    """Give each parallel event its tick on a line."""
    places = spread_by_day([moment.when for moment in moments], axis, _APART)
    return tuple(
        Mark(name=f"parallel-{moment.number}", moment=moment, across=across, down=line, told=told_of((moment,)))
        for moment, across in zip(moments, places, strict=True)
    )


def label_parallel(moments: tuple[Moment, ...], axis: Axis, top: float) -> Iterator[Box]:
    """Yield the words under each day: some headlines and how many others, or in a narrow column their number alone."""
    for column in axis.columns:
        here = tuple(moment for moment in moments if axis.day_of(moment.when) == column.day)
        if here and column.width < LEAST_COLUMN:
            words = str(len(here))
            width = width_of(words, SIZE)
            middle = (column.left + column.right) / 2
            yield Box(
                lines=(words,),
                left=middle - width / 2,
                top=top,
                width=width,
                size=SIZE,
                tone=Tone.PARALLEL,
                centred=True,
            )
        elif here:
            yield from _column(here, column, top)


def _column(moments: tuple[Moment, ...], column: Column, top: float) -> Iterator[Box]:
    """Yield the headlines of one day, contacts with others first chosen, in order of time."""
    chosen = sorted(sorted(moments, key=_worth)[:MOST], key=lambda moment: moment.number)
    others = len(moments) - len(chosen)
    said = [f"{hour_label(moment)} {moment.title or UNTITLED}".removeprefix("– ") for moment in chosen]
    if others:
        said.append(f"and {count_label(others, 'other', 'others')}")
    for words in said:
        lines = broken(words, SIZE, column.width - 2 * _SIDE, most=MOST_LINES)
        width = max(width_of(line, SIZE) for line in lines)
        box = Box(lines=lines, left=column.left + _SIDE, top=top, width=width, size=SIZE, tone=Tone.PARALLEL)
        yield box
        top = box.foot + _BETWEEN


def _worth(moment: Moment) -> tuple[int, int]:
    kind = moment.kind
    return (_FOREMOST.index(kind) if kind in _FOREMOST else len(_FOREMOST)), moment.number
