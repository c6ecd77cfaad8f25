"""A comparison as Markdown, for notes, issue trackers and archives; the two texts stand at its end."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Correspondence, Span, Weight
from communique.reports.comparisons.labels import HEADINGS, KINDS, SHARED, plain_label
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.rows import (
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
from communique.reports.markdown import escaped
from communique.reports.provenance import Line
from communique.reports.quoting import quoted

BREAK = "<br>"


def render_comparison_markdown(report: ComparisonReport) -> str:
    """Give the comparison as CommonMark with tables; no word of the texts can act as markup."""
    sides = find_sides(report)
    blocks = (
        f"**{escaped(find_opening(report).line)}**",
        f"**{escaped(judgement)}**" if (judgement := find_judgement(report)) else "",
        escaped(" ".join(find_limits(report))),
        f"# {HEADINGS[report.comparison.aspect]}" if report.comparison.pairing.same else "# Two texts",
        "\n".join(_masthead(side) for side in sides),
        *(_Tables(report, sides).blocks() if report.comparison.pairing.same and report.comparison.variants else ()),
        "## Source",
        "\n".join(_source(report, sides)),
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


class _Tables:
    """The tables of one comparison, and the texts below them."""

    def __init__(self, report: ComparisonReport, sides: tuple[Side, Side]) -> None:
        self.report, self.comparison, self.sides = report, report.comparison, sides
        self.names = (sides[0].name, sides[1].name)
        self.bases = find_bases(report.comparison)
        self.groups = find_groups(report.comparison)

    def blocks(self) -> Iterator[str]:
        """Give the plain explanations, the tables and the texts."""
        yield "## Plainly"
        yield "\n".join(
            f"- {KINDS[kind]} ({number}): {plain_label(kind, self.comparison.aspect)}"
            for kind, number in find_kinds(self.comparison)
        )
        yield escaped(find_base_line(self.report, self.names))
        for group in self.groups:
            yield f"## {escaped(board_label(group.board, self.names))}: {len(group.rows)}"
            yield f"{_capital(escaped(board_note(group.board, self.names)))}."
            yield self._group(group)
        if self.comparison.shared:
            yield f"## {SHARED[self.comparison.aspect]}: {len(self.comparison.shared)}"
            yield self._shared()
        for place, side in enumerate(self.sides):
            yield f"## {_capital(escaped(side.name.keyed))}"
            yield from self._text(place, side)

    def _group(self, group: Group) -> str:
        """Give a table with a column for each text that has words in it."""
        shown = [place for place in (0, 1) if any(row.spans[place] for row in group.rows)]
        heads = "".join(f" {escaped(self.names[place].keyed)} |" for place in shown)
        rows = (self._row(row, shown) for row in group.rows)
        return "\n".join((f"| | difference |{heads}", f"|---|---|{'---|' * len(shown)}", *rows))

    def _row(self, row: Row, shown: list[int]) -> str:
        words = "".join(f" {self._quote(self.sides[place], row.spans[place])} |" for place in shown)
        return f"| {row.number} | {BREAK.join(self._said(row))} |{words}"

    def _said(self, row: Row) -> Iterator[str]:
        variant = row.variant
        weight = f"**{variant.weight}**" if variant.weight is Weight.MAJOR else str(variant.weight)
        yield f"{weight} {KINDS[variant.kind]}: {escaped(variant.told)}"
        if variant.clash is not None:
            yield f"Contradiction: {escaped(clash_label(row, variant.clash, self.sides))}"
        yield f"{_capital(variant.weight)} because: {escaped(variant.rule)}"
        if variant.usage is not None:
            yield f"How usual: {escaped(row_usage(row, self.names, self.bases))}"
        caution = caution_label(variant, self.names)
        if caution:
            yield f"Caution: {escaped(caution)}"

    def _quote(self, side: Side, span: Span | None) -> str:
        """Give exact words between quotation marks, the words around them outside the marks."""
        if span is None:
            return ""
        found = side.excerpt(span)
        return f"{escaped(found.before)}{escaped(quoted(found.words))}{escaped(found.after)} ({found.locus})"

    def _shared(self) -> str:
        heads = f"| | {escaped(self.names[0].keyed)} | {escaped(self.names[1].keyed)} |"
        rows = (self._both(number, shared) for number, shared in enumerate(self.comparison.shared, start=1))
        return "\n".join((heads, "|---|---|---|", *rows))

    def _both(self, number: int, shared: Correspondence) -> str:
        first, second = self.sides
        locus = second.excerpt(shared.second).locus
        answer = f"the same words ({locus})" if shared.exact else self._quote(second, shared.second)
        return f"| ={number} | {self._quote(first, shared.first)} | {answer} |"

    def _text(self, place: int, side: Side) -> Iterator[str]:
        """Give a text, each paragraph with the numbers of the differences and agreements that open on it."""
        spans = [(str(row.number), row.spans[place]) for group in self.groups for row in group.rows]
        both = ((shared.first, shared.second)[place] for shared in self.comparison.shared)
        spans += [(f"={number}", span) for number, span in enumerate(both, start=1)]
        for paragraph in side.paragraphs:
            numbers = [number for number, span in spans if span is not None and paragraph.span.overlaps(span)]
            marks = f" *({', '.join(numbers)})*" if numbers else ""
            yield f"¶{paragraph.number} {escaped(side.release.words(paragraph.span))}{marks}"


def _masthead(side: Side) -> str:
    title = escaped(side.release.title) or "(no title)"
    return f"- **{side.name.key}** *{title}*: {escaped(' · '.join(side.masthead))}"


def _source(report: ComparisonReport, sides: tuple[Side, Side]) -> Iterator[str]:
    for side in sides:
        for line in side.provenance:
            yield _line(line, f"{side.name.key} {line.label}")
    for line in find_method(report):
        yield _line(line, line.label)


def _line(line: Line, label: str) -> str:
    return f"- {label}: " + (f"<{line.address}>" if _linkable(line) else escaped(line.value))


def _linkable(line: Line) -> bool:
    """Tell whether a line is an address and nothing else, without signs that would end the link."""
    return line.address == line.value != "" and not set(line.address) & set(" <>\n\r\t")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
