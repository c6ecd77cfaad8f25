"""A timeline as a terminal shows it: a line of time and words, and beside it, where there is room, what ties it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.reports.excerpt import printable
from communique.reports.printing import print_lines
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.rows import Day, Row, compose_parallel, compose_rows, unplaced_label
from communique.reports.timelines.wording import NEARBY, days_off, head_lines, notes_of

WIDE = 118
"""Columns from which the ties of a moment stand beside its words, instead of below."""

WIDEST = 140
"""Columns beyond which a line is no longer read with ease."""

PARALLEL = "PARALLEL PUBLIC EVENTS"
DAYS_OFF = "PUBLIC HOLIDAYS"
UNPLACED = "NOT ON THE TIMELINE"

_NUMBER, _WHEN = 4, 21


def render_timeline_terminal(report: TimelineReport, *, width: int, colour: bool = False) -> str:
    """Give the timeline as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(TerminalTimeline(report), width=width, colour=colour)


class TerminalTimeline:
    """A timeline that a rich console prints to its own width."""

    def __init__(self, report: TimelineReport) -> None:
        self.report = report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print head, moments, parallel events, what has no place, and what the reader must know."""
        width = min(options.max_width, WIDEST)
        for piece in self._pieces(wide=width >= WIDE):
            yield from console.render(piece, options.update(width=width))

    def _pieces(self, *, wide: bool) -> Iterator[RenderableType]:
        title, counts = head_lines(self.report.timeline)
        yield Text(printable(title), style="bold")
        yield Text(counts)
        yield Text()
        for row in compose_rows(self.report):
            yield _moment(row, wide=wide)
            yield Text()
        yield from _parallel(compose_parallel(self.report))
        yield from _listed(DAYS_OFF, days_off(self.report.timeline))
        yield from _listed(UNPLACED, map(unplaced_label, self.report.timeline.unplaced))
        yield Rule(style="dim", characters="─")
        for note in notes_of(self.report.timeline):
            yield Text(note, style="dim")
        if self.report.software:
            yield Text(f"made by {self.report.software}", style="dim")


def _listed(heading: str, lines: Iterable[str]) -> Iterator[RenderableType]:
    """Set lines under a heading; nothing where there are none."""
    said = tuple(lines)
    if said:
        yield Text(heading, style="bold")
        yield from (Padding(Text(printable(line), style="dim"), (0, 0, 0, _NUMBER)) for line in said)
        yield Text()


def _moment(row: Row, *, wide: bool) -> RenderableType:
    """Set one moment: its number, when it was, what it is; what ties it beside or below."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_NUMBER - 2, justify="right", no_wrap=True)
    grid.add_column(width=_WHEN)
    grid.add_column(ratio=5, overflow="fold")
    number, when, said, ties = Text(str(row.number), style="bold"), _when(row), _said(row), _ties(row)
    if wide:
        grid.add_column(ratio=4, overflow="fold")
        grid.add_row(number, when, said, ties)
    else:
        grid.add_row(number, when, Text("\n").join(filter(len, (said, ties))))
    return grid


def _when(row: Row) -> Text:
    lines = Text("\n".join(filter(None, (row.day, row.hour))))
    for line in row.free:
        lines.append(f"\n{printable(line)}", "magenta")
    return lines


def _said(row: Row) -> Text:
    lines = Text.assemble((row.kind.upper(), "cyan"), "  ", (printable(row.title), "bold"))
    if row.parties:
        lines.append(f"\n{printable(' · '.join(row.parties))}")
    return lines.append(f"\n{printable(row.source)}", "dim")


def _ties(row: Row) -> Text:
    return Text("\n").join(Text(f"→ {printable(note)}") for note in row.notes)


def _parallel(days: tuple[Day, ...]) -> Iterator[RenderableType]:
    if not days:
        return
    yield Text.assemble((PARALLEL, "bold"), (f"  {NEARBY}", "dim"))
    for day in days:
        free = f"  {', '.join(map(printable, day.free))}" if day.free else ""
        yield Padding(Text.assemble(day.day, (free, "magenta")), (0, 0, 0, _NUMBER))
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=5, no_wrap=True)
        grid.add_column(ratio=1, overflow="fold")
        for row, hour in zip(day.rows, day.hours, strict=True):
            grid.add_row(Text(hour, style="dim"), Text(f"{printable(row.title)} ({printable(row.name)})", style="dim"))
        yield Padding(grid, (0, 0, 0, _NUMBER + 2))
    yield Text()
