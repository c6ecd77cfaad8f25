"""A comparison as a terminal shows it, at 80 columns or at 140; no meaning hangs on colour alone."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Correspondence, Span, Weight
from communique.reports.comparisons.labels import KINDS, SHARED, plain_label
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.rows import (
    Board,
    Group,
    Row,
    board_label,
    board_note,
    caution_label,
    find_groups,
    find_kinds,
)
from communique.reports.comparisons.sides import Side, clash_label, find_method, find_sides
from communique.reports.comparisons.usual import find_base_line, find_bases, row_usage
from communique.reports.comparisons.verdict import find_judgement, find_limits, find_opening
from communique.reports.excerpt import printable
from communique.reports.printing import print_lines
from communique.reports.provenance import Line
from communique.reports.quoting import marks_about, quoted
from communique.reports.terminal import WIDE, WIDEST

LABEL_WIDTH = 15
STYLES = {Board.CLASHING: "bold red", Board.DIFFERENT: "bold blue"}


def render_comparison_terminal(report: ComparisonReport, *, width: int, colour: bool = False) -> str:
    """Give the comparison as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(TerminalComparison(report), width=width, colour=colour)


class TerminalComparison:
    """A comparison that a rich console prints to its own width."""

    def __init__(self, report: ComparisonReport) -> None:
        self.report, self.comparison = report, report.comparison
        self.sides = find_sides(report)
        self.names = (self.sides[0].name, self.sides[1].name)
        self.bases = find_bases(report.comparison)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print the judgement, the two sources, the tables and provenance, words side by side where there is room."""
        width = min(options.max_width, WIDEST)
        for piece in self._pieces(wide=width >= WIDE):
            yield from console.render(piece, options.update(width=width))

    def _pieces(self, *, wide: bool) -> Iterator[RenderableType]:
        yield Text(printable(find_opening(self.report).line), style="bold")
        judgement = find_judgement(self.report)
        if judgement:
            yield Text(judgement, style="bold")
        for limit in find_limits(self.report):
            yield Text(limit)
        yield Text()
        yield self._mastheads()
        if self.comparison.pairing.same and self.comparison.variants:
            yield from self._tables(wide=wide)
        yield Text()
        yield Rule(style="dim", characters="─")
        yield self._provenance()

    def _mastheads(self) -> RenderableType:
        rows = _grid(1)
        for side in self.sides:
            title = Text(printable(side.release.title) or "(no title)")
            source = Text(printable(" · ".join(side.masthead)), style="dim")
            rows.add_row(Text(side.name.key, style="bold cyan"), Text("\n").join((title, source)))
        return rows

    def _tables(self, *, wide: bool) -> Iterator[RenderableType]:
        yield Text()
        yield from self._plainly()
        for group in find_groups(self.comparison):
            yield Text()
            yield from self._group(group, wide=wide)
        if self.comparison.shared:
            yield Text()
            yield _heading(
                SHARED[self.comparison.aspect], len(self.comparison.shared), f"in the order of {self.names[0].text}"
            )
            for number, shared in enumerate(self.comparison.shared, start=1):
                yield self._shared(number, shared, wide=wide)

    def _plainly(self) -> Iterator[RenderableType]:
        """Give the plain explanation of every type that occurs, once, before the differences."""
        yield _heading("Plainly", None, "what such differences commonly come from; none tells a motive")
        rows = _grid(LABEL_WIDTH)
        for kind, number in find_kinds(self.comparison):
            label = Text.assemble(KINDS[kind], (f" {number}", "dim"))
            rows.add_row(label, Text(plain_label(kind, self.comparison.aspect)))
        yield Padding(rows, (0, 0, 0, 2))
        yield Padding(Text(printable(find_base_line(self.report, self.names)), style="dim"), (0, 0, 0, 2))

    def _group(self, group: Group, *, wide: bool) -> Iterator[RenderableType]:
        heading = printable(board_label(group.board, self.names))
        note = printable(board_note(group.board, self.names))
        yield _heading(heading, len(group.rows), note, style=STYLES.get(group.board, "bold"))
        for number, row in enumerate(group.rows):
            if number:
                yield Text()
            yield self._row(row, wide=wide)

    def _row(self, row: Row, *, wide: bool) -> RenderableType:
        variant = row.variant
        weight = Text(variant.weight.upper() if variant.weight is Weight.MAJOR else variant.weight)
        weight.stylize("bold" if variant.weight is Weight.MAJOR else "dim")
        head = Text.assemble(weight, f" {KINDS[variant.kind]}: ", (_ended(printable(variant.told)), "bold"))
        body = Table.grid(expand=True)
        body.add_row(head)
        body.add_row(self._words(row.spans, wide=wide))
        for line in self._explained(row):
            body.add_row(line)
        rows = _grid(3)
        rows.add_row(f"{row.number}", body)
        return rows

    def _words(self, spans: tuple[Span | None, Span | None], *, wide: bool) -> RenderableType:
        """Set the words of the two texts side by side, or one below the other, each behind its key."""
        quoted = [self._quote(side, span) for side, span in zip(self.sides, spans, strict=True) if span is not None]
        if wide and len(quoted) > 1:
            pair = Table.grid(padding=(0, 2, 0, 0), expand=True)
            pair.add_column(ratio=1)
            pair.add_column(ratio=1)
            pair.add_row(*quoted)
            return pair
        stack = Table.grid(expand=True)
        for piece in quoted:
            stack.add_row(piece)
        return stack

    def _quote(self, side: Side, span: Span) -> RenderableType:
        """Give exact words between quotation marks; the words around them stand dim outside the marks."""
        excerpt = side.excerpt(span)
        around = (excerpt.before + excerpt.after).strip("… ")
        opening, closing = marks_about(excerpt.words)
        told = (excerpt.words, "underline" if around else "")
        words = Text.assemble((excerpt.before, "dim"), opening, told, closing, (excerpt.after, "dim"))
        words.append(f"  {excerpt.locus}", "cyan")
        return self._keyed(side, words)

    def _keyed(self, side: Side, words: Text) -> RenderableType:
        row = Table.grid(padding=(0, 1, 0, 0), expand=True)
        row.add_column(width=len(side.name.key))
        row.add_column(ratio=1, overflow="fold")
        row.add_row(Text(side.name.key, style="bold cyan"), words)
        return row

    def _explained(self, row: Row) -> Iterator[Text]:
        """Give the clash, the rule that decided the weight, how usual it is, and the caution, a line each."""
        variant = row.variant
        if variant.clash is not None:
            yield _labelled("Contradiction", clash_label(row, variant.clash, self.sides))
        yield _labelled(f"{variant.weight.capitalize()} because", variant.rule)
        if variant.usage is not None:
            yield _labelled("How usual", row_usage(row, self.names, self.bases))
        caution = caution_label(variant, self.names)
        if caution:
            yield _labelled("Caution", caution)

    def _shared(self, number: int, shared: Correspondence, *, wide: bool) -> RenderableType:
        rows = _grid(3)
        if shared.exact:
            words = self.sides[0].excerpt(shared.first)
            where = self.sides[1].excerpt(shared.second).locus
            said = Text.assemble(quoted(words.words), (f"  {words.locus}", "cyan"), ("  same words in ", "dim"))
            said.append(self.names[1].key, "bold cyan").append(f" {where}", "cyan")
            rows.add_row(f"={number}", self._keyed(self.sides[0], said))
        else:
            rows.add_row(f"={number}", self._words((shared.first, shared.second), wide=wide))
        return rows

    def _provenance(self) -> RenderableType:
        rows = _grid(LABEL_WIDTH)
        for side in self.sides:
            for line in side.provenance:
                _add_line(rows, f"{side.name.key}  {line.label}", line)
        for line in find_method(self.report):
            _add_line(rows, line.label, line)
        return rows


def _add_line(rows: Table, label: str, line: Line) -> None:
    rows.add_row(Text(label, style="dim"), Text(printable(line.value), overflow="fold"))


def _grid(label_width: int) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=label_width, justify="right" if label_width <= 3 else "left")  # noqa: PLR2004 - numbers
    rows.add_column(ratio=1, overflow="fold")
    return rows


def _heading(heading: str, number: int | None, note: str, *, style: str = "bold") -> Text:
    counted = "" if number is None else f"  {number}"
    return Text.assemble((heading.upper(), style), counted, (f"  {note}", "dim"))


def _labelled(label: str, sentence: str) -> Text:
    return Text.assemble((f"{label}: ", "italic"), _ended(printable(sentence)), style="dim")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…", "”")) else f"{sentence}."
