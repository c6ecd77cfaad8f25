"""A timeline as rows: the same words in the same order for terminal, Markdown and page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from communique.dossiers.timeline_nouns import Moment, Unplaced
from communique.reports.labels import day_label, time_label
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.wording import (
    ROLES,
    foretold_label,
    free_lines,
    gap_label,
    kind_label,
    precedence_label,
    when_label,
)

UNTITLED = "(no title)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One moment in words.

    ``day`` is when it was, as exactly as it is known, ``hour`` empty where no time is. ``free`` says what the day is
    besides a working day; ``source`` names issuer and release, or the exhibit's grade; ``notes`` say how long it was
    since the last, what foretold it, what it foretells, who published first.
    """

    number: int
    day: str
    hour: str
    free: tuple[str, ...]
    kind: str
    title: str
    parties: tuple[str, ...]
    name: str
    source: str
    address: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The parallel events of one day, under the day's name, each with its hour."""

    day: str
    free: tuple[str, ...]
    rows: tuple[Row, ...]
    hours: tuple[str, ...]


def compose_rows(report: TimelineReport) -> tuple[Row, ...]:
    """Give the moments of the episode in words."""
    return tuple(_row(report, moment) for moment in report.timeline.moments)


def compose_parallel(report: TimelineReport) -> tuple[Day, ...]:
    """Give the parallel events in words, by day; what has another precision stands under its own name."""
    days = groupby(report.timeline.parallel, key=lambda moment: moment.when.first)
    found = ((day, tuple(moments)) for day, moments in days)
    return tuple(
        Day(
            day=day_label(day),
            free=tuple(free_lines(moments[0].days)),
            rows=tuple(_row(report, moment) for moment in moments),
            hours=tuple(map(hour_label, moments)),
        )
        for day, moments in found
    )


def unplaced_label(unplaced: Unplaced) -> str:
    """Say what has no place on the timeline, and why."""
    title = f" “{unplaced.title}”" if unplaced.title else ""
    role = f"{ROLES[unplaced.role]} " if unplaced.role else "exhibit "
    return f"{role}{unplaced.name}{title}: {unplaced.reason}"


def hour_label(moment: Moment, *, zoned: bool = False) -> str:
    """Give the hour of a moment whose day stands above it, with its offset where asked; a dash where none is known."""
    clock = moment.when.clock
    if clock is None:
        return "–"
    return time_label(clock).removeprefix(f"{day_label(clock)} ") if zoned else f"{clock.hour:02}:{clock.minute:02}"


def _row(report: TimelineReport, moment: Moment) -> Row:
    when = when_label(moment.when)
    day = day_label(moment.when.first) if moment.when.clock else when
    hour = when.removeprefix(day)
    return Row(
        number=moment.number,
        day=day,
        hour=hour.lstrip(", "),
        free=tuple(free_lines(moment.days)),
        kind=kind_label(moment),
        title=moment.title or UNTITLED,
        parties=moment.parties,
        name=moment.name,
        source=_source(report, moment),
        address=moment.address if moment.address.startswith(("https://", "http://")) else "",
        notes=tuple(_notes(report, moment)),
    )


def _source(report: TimelineReport, moment: Moment) -> str:
    grade = f", graded {moment.grade}" if moment.grade else ""
    if moment.exhibit is not None:
        return f"exhibit {moment.name}{grade}"
    return f"{report.office(moment.issuer)} ({moment.name}){grade}"


def _notes(report: TimelineReport, moment: Moment) -> Iterator[str]:
    """Yield what ties a moment to others, and where its day comes from if not from publication."""
    if moment.gap is not None:
        yield gap_label(moment.gap)
    for foretelling in moment.foretold:
        other = report.timeline.moment(foretelling.key)
        yield foretold_label(foretelling, number=other.number if other else None)
    if moment.foresees:
        yield f"foretells: {', '.join(map(when_label, moment.foresees))}"
    for precedence in report.timeline.precedence:
        if moment.key in precedence.keys:
            yield precedence_label(precedence, report.office(precedence.first))
    if moment.published is None or moment.when.first != moment.published.date():
        yield f"day: {moment.basis}"
