"""An audit as a terminal shows it: every claim in order, its status in capitals, the words that decide below it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Audit, ClaimStatus
from communique.reports.audits.labels import (
    MEANINGS,
    NOT_DECIDED,
    SCOPE,
    ground_label,
    rhetoric_label,
    summary_label,
)
from communique.reports.audits.rows import (
    Cited,
    Row,
    Source,
    claims_label,
    find_rows,
    find_sources,
    find_undecided,
    idle_label,
    undecided_label,
)
from communique.reports.excerpt import printable
from communique.reports.printing import print_lines
from communique.reports.terminal import WIDEST

NUMBER_WIDTH = 3
LABEL_WIDTH = 11
STATUS_WIDTH = 12

STYLES = {
    ClaimStatus.CONFIRMED: "bold green",
    ClaimStatus.PARTLY: "bold yellow",
    ClaimStatus.CONTRADICTED: "bold red",
    ClaimStatus.NOT_FOUND: "bold blue",
    ClaimStatus.UNTESTABLE: "bold magenta",
}


def render_audit_terminal(audit: Audit, *, width: int, colour: bool = False, software: str = "") -> str:
    """Give the audit as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(TerminalAudit(audit, software=software), width=width, colour=colour)


class TerminalAudit:
    """An audit that a rich console prints to its own width."""

    def __init__(self, audit: Audit, *, software: str = "") -> None:
        self.audit, self.software = audit, software

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print the count by status, every claim, which of them no source decides, and the releases at hand."""
        width = min(options.max_width, WIDEST)
        for piece in self._pieces():
            yield from console.render(piece, options.update(width=width))

    def _pieces(self) -> Iterator[RenderableType]:
        yield from self._head()
        for row in find_rows(self.audit):
            yield Text()
            yield _claim(row)
        yield from self._undecided()
        yield Text()
        yield Rule(style="dim", characters="─")
        yield self._sources()

    def _head(self) -> Iterator[RenderableType]:
        yield Text(printable(self.audit.essay.title) or "(no title)", style="bold")
        yield Text(summary_label(self.audit), style="bold")
        yield Text(printable(ground_label(self.audit)))
        if rhetoric := rhetoric_label(self.audit):
            yield Text(rhetoric)
        yield Text(SCOPE, style="dim")

    def _undecided(self) -> Iterator[RenderableType]:
        groups = find_undecided(self.audit)
        if groups:
            count = sum(group.number for group in groups)
            yield Text()
            yield Text.assemble((NOT_DECIDED.upper(), "bold"), f"  {count} of {len(self.audit.rulings)} claims")
        rows = _grid(STATUS_WIDTH - 2, justify="left")
        for group in groups:
            told = Text.assemble((MEANINGS[group.status], "dim"), f"\n{undecided_label(group)}")
            rows.add_row(Text(group.status.upper(), style=STYLES[group.status]), told)
        if groups:
            yield rows

    def _sources(self) -> RenderableType:
        rows = _grid(LABEL_WIDTH, justify="left")
        sources = find_sources(self.audit)
        lines = [_named(source) for source in sources if source.claims]
        lines += [Text(idle)] if (idle := idle_label(sources)) else []
        for number, line in enumerate(lines):
            rows.add_row(Text("" if number else "releases", style="dim"), line)
        rows.add_row(Text("models", style="dim"), ", ".join(self.audit.models) or "none named")
        if self.software:
            rows.add_row(Text("audited by", style="dim"), Text(self.software))
        return rows


def _named(source: Source) -> Text:
    named = Text(printable(source.name), overflow="fold")
    if source.title:
        named.append(f"  {source.title}")
    return named.append(f"  {claims_label(source)}", "dim")


def _claim(row: Row) -> RenderableType:
    body = Table.grid(expand=True)
    head = Table.grid(padding=(0, 2, 0, 0), expand=True)
    head.add_column(ratio=1, overflow="fold")
    head.add_column(width=STATUS_WIDTH, justify="right")
    head.add_row(Text(f"“{row.words}”"), Text(row.status.upper(), style=STYLES[row.status]))
    body.add_row(head)
    body.add_row(Text.assemble((f"{row.kind}: ", "dim"), (row.statement, "bold")))
    lines = _grid(LABEL_WIDTH, justify="left")
    if row.same_as is not None:
        bearings = ", ".join(dict.fromkeys(cited.bearing for cited in row.cited))
        lines.add_row(Text(bearings, style="dim"), Text(f"the words as under {row.same_as}"))
    for cited in () if row.same_as is not None else row.cited:
        lines.add_row(Text(cited.bearing, style="dim"), _quote(cited))
    for label, words in row.beside:
        lines.add_row(Text(label, style="dim"), Text(words))
    if row.cited or row.beside:
        body.add_row(lines)
    rows = _grid(NUMBER_WIDTH)
    rows.add_row(f"{row.number}", body)
    return rows


def _quote(cited: Cited) -> Text:
    words = Text(f"“{cited.words}”")
    words.append(f"\n{printable(cited.source)}, {cited.locus}", "cyan")
    if cited.note:
        words.append(f" · {cited.note}", "dim")
    return words


def _grid(label_width: int, *, justify: str = "right") -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=label_width, justify="right" if justify == "right" else "left")
    rows.add_column(ratio=1, overflow="fold")
    return rows
