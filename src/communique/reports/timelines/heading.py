"""The head of a timeline's columns: months, days, and what is free on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise

from communique.dossiers.public_days import CountryDay
from communique.dossiers.timeline_nouns import Timeline
from communique.precedent.coverage import month_words
from communique.reports.labels import day_label
from communique.reports.timelines.axis import Axis, Column
from communique.reports.timelines.layout import Box, Shade, Tone
from communique.reports.timelines.lettering import broken, height_of, width_of
from communique.reports.timelines.placing import without_clashes
from communique.reports.timelines.wording import free_lines

MONTH_SIZE, DAY_SIZE, FREE_SIZE = 8.5, 9.0, 6.8
LEAST_FREE = 0.72
"""Inches of a column from which the names of its holidays stand in it; else they stand below the plot."""

MOST_TOGETHER = 12
"""Characters of a list of countries that is kept on one line."""

_SIDE = 0.04
_MODELS = "Wed 28", "Wed", "We"
"""The widest of each form of a day, so that all columns have the same."""


def lay_out_head(timeline: Timeline, axis: Axis, top: float) -> tuple[Box, ...]:
    """Set months, then days, then what is free on them, from a height on."""
    below = top + height_of(1, MONTH_SIZE) + 0.03
    days = tuple(_days(axis, below))
    under = max((box.foot for box in days), default=below) + 0.02
    boxes = (*_months(axis, top), *days, *_free(timeline, axis, under), *_breaks(axis, below))
    return tuple(without_clashes(boxes))


def find_shades(timeline: Timeline, axis: Axis) -> tuple[Shade, ...]:
    """Give the runs of columns that are free, in every country or in some."""
    known = dict(timeline.calendar)
    return tuple(
        Shade(left=column.left, right=column.right, full=all(day.is_free for day in days))
        for column in axis.columns
        if (days := known.get(column.day, ())) and any(day.is_free for day in days)
    )


def are_named_apart(timeline: Timeline, axis: Axis) -> bool:
    """Tell whether some holiday has to be named below the plot, as its column is too narrow."""
    known = dict(timeline.calendar)
    return any(
        column.width < LEAST_FREE and any(country.holidays for country in known.get(column.day, ()))
        for column in axis.columns
    )


def _months(axis: Axis, top: float) -> Iterator[Box]:
    """Name each month where it begins, or goes on after a break, in as many letters as there is room for."""
    firsts = [
        column
        for before, column in pairwise((None, *axis.columns))
        if column is not None and (before is None or _is_new(before, column))
    ]
    ends = (*(column.left for column in firsts[1:]), axis.right + _SIDE)
    for column, end in zip(firsts, ends, strict=False):
        room = end - column.left - _SIDE
        words = month_words(column.day)
        for form in (words, f"{words[:3]} {column.day.year}", words[:3]):
            width = width_of(form, MONTH_SIZE, bold=True)
            if width <= room:
                yield Box(
                    lines=(form,), left=column.left, top=top, width=width, size=MONTH_SIZE, tone=Tone.HEAD, bold=1
                )
                break


def _is_new(before: Column, column: Column) -> bool:
    apart = (column.day - before.day).days > 1
    return apart or column.day.month != before.day.month


def _days(axis: Axis, top: float) -> Iterator[Box]:
    """Name each day; where columns are narrow by its number alone, where they are very narrow only some."""
    if not axis.columns:
        return
    width = axis.columns[0].width - _SIDE
    number_width = width_of("28", DAY_SIZE, bold=True)
    step = 1 if width >= number_width else int(number_width / max(width, 0.01)) + 1
    for place, column in enumerate(axis.columns):
        weekday, number = day_label(column.day).split()[:2]
        forms = ((f"{weekday} {number}",), (weekday, number), (weekday[:2], number))
        lines = next((form for form, model in zip(forms, _MODELS, strict=True) if _fits(model, width)), (number,))
        if place % step == 0:
            yield _centred(lines, (column.left, column.right), top, DAY_SIZE, Tone.HEAD)


def _fits(words: str, width: float) -> bool:
    return width_of(words, DAY_SIZE, bold=True) <= width


def _breaks(axis: Axis, top: float) -> Iterator[Box]:
    """Say how many days each break leaves out, in as many letters as there is room for."""
    for gap in axis.breaks:
        for words in (f"{gap.days} days", f"{gap.days} d", str(gap.days)):
            if width_of(words, FREE_SIZE) <= gap.right - gap.left:
                yield _centred((words,), (gap.left, gap.right), top, FREE_SIZE, Tone.PALE)
                break


def _free(timeline: Timeline, axis: Axis, top: float) -> Iterator[Box]:
    """Say what is free, once for a run of days of which the same is to be said."""
    known = dict(timeline.calendar)
    for words, group in groupby(axis.columns, key=lambda column: _free_words(column.day, known)):
        columns = tuple(group)
        for run in _runs(columns):
            left, right = run[0].left, run[-1].right
            if words and right - left >= LEAST_FREE:
                lines = tuple(
                    line
                    for part in map(_kept_together, words)
                    for line in broken(part, FREE_SIZE, right - left - 2 * _SIDE)
                )
                yield _centred(lines, (left, right), top, FREE_SIZE, Tone.PALE)


def _free_words(day: date, known: dict[date, tuple[CountryDay, ...]]) -> tuple[str, ...]:
    return tuple(free_lines(known.get(day, ())))


def _kept_together(words: str) -> str:
    """Keep the countries in brackets on one line."""
    head, mark, countries = words.partition(" (")
    return f"{head}{mark}{countries.replace(' ', chr(0xA0))}" if len(countries) < MOST_TOGETHER else words


def _runs(columns: tuple[Column, ...]) -> Iterator[tuple[Column, ...]]:
    """Yield the runs of days that follow each other."""
    start = 0
    for place in range(1, len(columns) + 1):
        if place == len(columns) or (columns[place].day - columns[place - 1].day).days > 1:
            yield columns[start:place]
            start = place


def _centred(lines: tuple[str, ...], ends: tuple[float, float], top: float, size: float, tone: Tone) -> Box:
    width = max(width_of(line, size, bold=tone is Tone.HEAD) for line in lines)
    middle = sum(ends) / 2
    return Box(
        lines=lines,
        left=middle - width / 2,
        top=top,
        width=width,
        size=size,
        tone=tone,
        bold=len(lines) if tone is Tone.HEAD else 0,
        centred=True,
    )
