"""A protocol sheet as a terminal shows it, at 80 columns or at 140; no meaning hangs on colour alone."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.reports.excerpt import printable
from communique.reports.printing import print_lines
from communique.reports.protocols.layout import CAUTION, Layout
from communique.reports.protocols.report import ProtocolReport
from communique.reports.protocols.rows import Row, Said, Section
from communique.reports.terminal import WIDE, WIDEST

NARROW_LABEL, WIDE_LABEL = 15, 24


def render_protocol_terminal(report: ProtocolReport, *, width: int, colour: bool = False) -> str:
    """Give the sheet as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(TerminalProtocol(report), width=width, colour=colour)


class TerminalProtocol:
    """A protocol sheet that a rich console prints to its own width."""

    def __init__(self, report: ProtocolReport) -> None:
        self.report, self.layout = report, Layout(report.sheet)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print what there is, the caution, the sections and the sources."""
        width = min(options.max_width, WIDEST)
        label = WIDE_LABEL if width >= WIDE else NARROW_LABEL
        for piece in self._pieces(label):
            yield from console.render(piece, options.update(width=width))

    def _pieces(self, label: int) -> Iterator[RenderableType]:
        yield Text(f"Protocol: {printable(self.report.sheet.title)}", style="bold")
        yield Text(self.layout.opening())
        yield Text(CAUTION)
        for section in self.layout.sections():
            yield Text()
            yield from _section(section, label)
        yield Text()
        yield Rule(style="dim", characters="─")
        yield self._sources()

    def _sources(self) -> RenderableType:
        rows = _grid(4)
        for source in self.layout.sources():
            rows.add_row(Text(source.key, style="bold cyan"), Text(source.label, overflow="fold"))
        for words in self.report.sheet.unread:
            rows.add_row(Text("–"), Text(f"not read: {printable(words)}"))
        if self.report.software:
            rows.add_row(Text(), Text(f"read by {self.report.software}", style="dim"))
        return rows


def _section(section: Section, label: int) -> Iterator[RenderableType]:
    yield Text(printable(section.heading), style="bold")
    if section.note:
        yield Padding(Text(printable(section.note), style="dim"), (0, 0, 0, 2))
    rows = _grid(label)
    for row in section.rows:
        rows.add_row(Text(printable(row.label), style="bold"), _said(row))
    yield Padding(rows, (0, 0, 0, 2))


def _said(row: Row) -> RenderableType:
    lines = Table.grid(expand=True)
    lines.add_column(overflow="fold")
    for said in row.said:
        lines.add_row(_line(said))
    return lines


def _line(said: Said) -> Text:
    line = Text(printable(said.statement))
    for number, quote in enumerate(said.quotes):
        line.append("; " if number else (" " if said.statement else ""))
        if quote.words:
            line.append(f"“{quote.words}” ")
        line.append(quote.key, "cyan")
    return line


def _grid(label_width: int) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=label_width)
    rows.add_column(ratio=1, overflow="fold")
    return rows
