"""A weighing as a terminal shows it, at 80 columns or at 140; a wide matrix is set in blocks of columns."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.reports.excerpt import printable, shortened
from communique.reports.matrices.report import WeighingReport
from communique.reports.matrices.sheet import Bench, Item, Line, Sheet, compose_sheet
from communique.reports.matrices.wording import MARKS, METHOD
from communique.reports.printing import print_lines
from communique.reports.terminal import WIDEST

HEAD = 22
"""Columns for the names of hypotheses in the matrix."""

COLUMN = 9
"""Columns for one item of the matrix; two more stand between it and the next."""

RANGE = 19
"""Columns for the longest range ("under 1 – over 99 %")."""

BAR = 20
"""Signs in the bar of a share."""

STYLES = {"++": "green", "+": "green", "−": "red", "−−": "red"}


def render_weighing_terminal(report: WeighingReport, *, width: int, colour: bool = False) -> str:
    """Give the weighing as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(TerminalWeighing(report), width=width, colour=colour)


class TerminalWeighing:
    """A weighing that a rich console prints to its own width."""

    def __init__(self, report: WeighingReport) -> None:
        self.report, self.sheet = report, compose_sheet(report)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print the result, the matrix in blocks, what decides, what would change it, and the evidence with reasons."""
        width = min(options.max_width, WIDEST)
        for piece in self._pieces(width):
            yield from console.render(piece, options.update(width=width))

    def _pieces(self, width: int) -> Iterator[RenderableType]:
        sheet = self.sheet
        yield Text(printable(sheet.title), style="bold")
        yield Text(printable(sheet.headline), style="bold")
        yield from (Text(printable(note)) for note in sheet.notes)
        yield from _section("Explanations", f"share after the evidence, {sheet.tried}")
        yield _standings(sheet)
        if sheet.items:
            yield from _section("Matrix", "hypotheses in rows, evidence in columns; how likely the item is under each")
            yield from _matrix(sheet, width)
        yield from _section("What decides", "")
        yield from _decision(sheet)
        yield from _section("What would change it", "")
        yield from (_hung(printable(line)) for line in sheet.changes)
        yield from self._evidence()
        if sheet.bench:
            yield from _section("Analysts", "each by his or her own likelihoods")
            yield from _bench(sheet.bench)
        yield Text()
        yield Rule(style="dim", characters="─")
        yield from (Text(line, style="dim") for line in (*METHOD, self.report.software) if line)

    def _evidence(self) -> Iterator[RenderableType]:
        if self.sheet.items:
            yield from _section("Evidence", "the columns, with the reason for each number")
            yield from map(_item, self.sheet.items)
        if self.sheet.unweighed:
            yield from _section("Not weighed", "no likelihood: these change nothing")
            for code, statement, reason in self.sheet.unweighed:
                yield _hung(f"{printable(code)}: {printable(statement)} ({printable(reason)})")


def _section(heading: str, note: str) -> Iterator[RenderableType]:
    yield Text()
    yield Text.assemble((heading.upper(), "bold"), (f"  {note}" if note else "", "dim"))


def _standings(sheet: Sheet) -> RenderableType:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=3)
    rows.add_column(ratio=1, overflow="fold")
    rows.add_column(width=BAR + 2, no_wrap=True)
    rows.add_column(width=RANGE, no_wrap=True)
    for line in sheet.lines:
        name = Text.assemble(
            (printable(line.code), "bold" if line.leads else ""), ("  dull" if line.dull else "", "dim")
        )
        told = Text("\n").join((name, Text(printable(line.statement), style="dim")))
        figures = Text.assemble((line.share, "bold"), f"\n{line.range}")
        bar = Text("\n").join((Text(line.word), Text(_bar(line), style="cyan")))
        rows.add_row(Text(line.label, style="bold cyan"), told, bar, figures)
    return rows


def _bar(line: Line) -> str:
    """
    Draw the range of a share from 0 to 100 per cent; the sign inside it marks the share itself.

    A step of the bar is five points.
    """
    low, high, at = (round(value / 100 * (BAR - 1)) for value in (line.low, line.high, line.at))
    signs = ("●" if place == at else "─" if low <= place <= high else "·" for place in range(BAR))
    return f"{''.join(signs)}"


def _matrix(sheet: Sheet, width: int) -> Iterator[RenderableType]:
    per_block = max(1, (width - HEAD - 2) // (COLUMN + 2))
    for start in range(0, len(sheet.items), per_block):
        if start:
            yield Text()
        yield _block(sheet, start, start + per_block)
    told = "   ".join(f"{mark} {words}" for mark, words in MARKS)
    yield Text(f"{told}   ~ as usual, by its rate   ( ) says the same as a stronger item, which counts", style="dim")


def _block(sheet: Sheet, start: int, end: int) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column("", width=HEAD, no_wrap=True, overflow="ellipsis")
    for item in sheet.items[start:end]:
        table.add_column(item.label, width=COLUMN, justify="right", no_wrap=True)
    for line in sheet.lines:
        entries = (Text(entry.label, style=STYLES.get(entry.mark, "")) for entry in line.entries[start:end])
        name = Text(printable(f"{line.label} {line.code}"), style="bold" if line.leads else "")
        table.add_row(name, *entries)
    return table


def _decision(sheet: Sheet) -> Iterator[RenderableType]:
    yield _hung(printable(sheet.decision))
    for pull in sheet.pulls:
        divided = "; its items speak for different explanations: are they one?" if pull.divided else ""
        yield _hung(f"{pull.shift:>11}  {printable(pull.name)}: {printable(pull.without)}{divided}")


def _item(item: Item) -> RenderableType:
    body = Table.grid(expand=True)
    said = printable(shortened(item.statement))
    statement = f"({said})" if item.aside else said
    body.add_row(Text.assemble((statement, "bold"), (f"  {printable(item.code)}", "dim")))
    if item.quote:
        body.add_row(Text(f"“{printable(shortened(item.quote))}”"))
    facts = (printable(item.source), item.grade, item.rate, printable(item.group), printable(item.left_out))
    body.add_row(Text(" · ".join(filter(None, facts)), style="dim"))
    for reason in item.reasons:
        who = f" ({printable(reason.who)})" if reason.who else ""
        body.add_row(Text.assemble((reason.label, "cyan"), f"  {printable(reason.words)}{who}"))
    row = Table.grid(padding=(0, 2, 0, 0), expand=True)
    row.add_column(width=4)
    row.add_column(ratio=1, overflow="fold")
    row.add_row(Text(item.label, style="bold cyan"), body)
    return row


def _bench(bench: Bench) -> Iterator[RenderableType]:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("")
    for name in bench.names:
        table.add_column(printable(name), justify="right")
    for name, row in bench.rows:
        table.add_row(printable(name), *row)
    yield table
    yield _hung(bench.told)
    yield from (_hung(printable(dispute)) for dispute in bench.disputes)


def _hung(words: str) -> RenderableType:
    return Padding(Text(words), (0, 0, 0, 2))
