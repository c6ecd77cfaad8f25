"""A report as a terminal shows it, at 80 columns or at 140; no meaning hangs on colour alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Finding, Grade, Span
from communique.reports.corrected import find_told
from communique.reports.excerpt import context_of, glimpse, is_quoted, printable
from communique.reports.facts import find_headline, find_seats, find_unsaid
from communique.reports.labels import GRADES
from communique.reports.paragraphs import find_locus, find_paragraphs
from communique.reports.printing import print_lines
from communique.reports.provenance import find_masthead, find_provenance
from communique.reports.report import Report
from communique.reports.verdict import (
    Ranked,
    base_label,
    beside_label,
    find_counts,
    find_judgement,
    find_mirrorless,
    is_of_corpus,
    mirror_label,
    rank_findings,
)

WIDE = 118
"""Columns from which the exact words stand beside what is said of them, instead of below."""

WIDEST = 140
"""Columns beyond which a line is no longer read with ease."""

MOST_QUOTED = 3
"""Passages of one row that are printed; the others are named by their paragraph."""

MOST_COUNTED = 1
"""The same, of a finding that is merely counted, and only passages that its statement does not quote."""

LABEL_WIDTH = 13
SHARING = frozenset({Grade.OBSERVED, Grade.HABIT})
"""Grades that claim nothing rare: the base of their rates is printed once, before all findings."""

GRADE_STYLES = {Grade.RARE: "bold red", Grade.DIFFERS: "bold blue", Grade.OBSERVED: "bold", Grade.HABIT: "bold green"}


def render_terminal(report: Report, *, width: int, colour: bool = False) -> str:
    """Give the report as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(TerminalReport(report), width=width, colour=colour)


class TerminalReport:
    """A report that a rich console prints to its own width."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.release = report.account.release
        self.paragraphs = find_paragraphs(report.account)
        self.ranked = rank_findings(report.findings)
        self.shared_base = _shared_base(report.findings)
        self.facts = find_told(report)
        self.printed = frozenset(span for fact in self.facts if fact.printed for span in fact.spans)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print masthead, event, findings and provenance, in columns where there is room."""
        width = min(options.max_width, WIDEST)
        for piece in self._pieces(wide=width >= WIDE):
            yield from console.render(piece, options.update(width=width))

    def _pieces(self, *, wide: bool) -> Iterator[RenderableType]:
        yield from self._head()
        yield Text()
        yield from self._event(wide=wide)
        if self.ranked:
            yield Text()
            yield Text(" ".join(filter(None, self._said_once())), style="dim")
        yield from self._findings(wide=wide)
        yield Text()
        yield Rule(style="dim", characters="─")
        yield self._provenance()

    def _head(self) -> Iterator[RenderableType]:
        """Say under the title what the whole amounts to, before anything that could be over-read."""
        yield Text(printable(self.release.title) or "(no title)", style="bold")
        yield Text(printable(find_judgement(self.report)), style="bold")
        yield Text(find_counts(self.report))
        yield Text()
        yield Text(printable(" · ".join(find_masthead(self.report, self.paragraphs))))

    def _event(self, *, wide: bool) -> Iterator[RenderableType]:
        head, _, rest = printable(find_headline(self.report.account)).partition(" · ")
        yield Text.assemble((head.upper(), "bold"), f"  {rest}")
        yield self._seats()
        yield Text()
        rows = _grid(LABEL_WIDTH, wide=wide)
        for fact in self.facts:
            said = Text(printable(fact.statement))
            if not fact.printed:
                said.append(f"  {self._loci(fact.spans)}", style="cyan")
            words = self._words(fact.spans) if fact.printed else Text()
            _add_row(rows, Text(fact.label, style="dim"), said, words, wide=wide)
        yield Padding(rows, (0, 0, 0, 2))
        yield Padding(self._silences(), (0, 0, 0, 2))

    def _seats(self) -> RenderableType:
        seats = Table.grid(padding=(0, 2, 0, 0))
        for seat in find_seats(self.report.account):
            role = f" ({seat.role})" if seat.role else ""
            person = Text.assemble((printable(seat.name), "bold"), f", {printable(seat.office)}{role}")
            seats.add_row(Text(seat.side, style="bold cyan"), person)
        return Padding(seats, (0, 0, 0, 2))

    def _silences(self) -> Table:
        rows = _grid(LABEL_WIDTH, wide=False)
        for number, silence in enumerate(find_unsaid(self.report.account)):
            rows.add_row(Text("" if number else "not stated", style="bold"), Text(printable(silence)))
        return rows

    def _said_once(self) -> Iterator[str]:
        """Give what holds for all findings, so that none of them need repeat it."""
        if self.shared_base:
            yield f"Base, where a finding names none: {self._shared_words()}."
        yield find_mirrorless(self.report)

    def _findings(self, *, wide: bool) -> Iterator[RenderableType]:
        for grade, group in groupby(self.ranked, key=lambda item: item.finding.grade):
            yield Text()
            yield Text.assemble((grade.upper(), GRADE_STYLES[grade]), (f"  {GRADES[grade]}", "dim"))
            for number, item in enumerate(group):
                if number and grade not in SHARING:
                    yield Text()
                yield self._finding(item, wide=wide)

    def _finding(self, item: Ranked, *, wide: bool) -> RenderableType:
        if item.finding.grade in SHARING:
            return self._counted(item, wide=wide)
        return self._finding_beside(item) if wide and item.finding.spans else self._finding_above(item, wide=wide)

    def _counted(self, item: Ranked, *, wide: bool) -> RenderableType:
        """Set what claims nothing rare in few lines: of its words only what the statement does not quote."""
        finding, said = item.finding, _statement(item.finding, style="")
        apart = self._apart(finding)
        if finding.spans and not apart:
            here = "here " if is_of_corpus(finding) else ""
            said.append(f"  {here}{self._loci(finding.spans)}", style="cyan")
        words = self._words(apart, most=MOST_COUNTED)
        explained = (self._plain(finding), self._base(finding), self._mirror(finding))
        said_of_it = Text(" ").join(filter(None, explained))
        said_of_it.stylize("dim")
        return _numbered(item, said, Text("\n").join(filter(None, (words, said_of_it))), wide=wide)

    def _apart(self, finding: Finding) -> tuple[Span, ...]:
        """Give the passages that neither a finding's statement nor the facts above quote; none of what is usual."""
        if finding.grade is Grade.HABIT:
            return ()
        unprinted = (span for span in finding.spans if span not in self.printed)
        return tuple(span for span in unprinted if not is_quoted(self.release.words(span), finding.statement))

    def _finding_above(self, item: Ranked, *, wide: bool) -> RenderableType:
        """Set the words and their explanation below the statement."""
        below = Text("\n").join(filter(None, (self._words(item.finding.spans), self._explained(item.finding))))
        return _numbered(item, _statement(item.finding), below, wide=wide)

    def _finding_beside(self, item: Ranked) -> RenderableType:
        """Set the words to the right of the statement and its explanation, the rate at the far right."""
        rows = _grid(3, wide=True)
        rows.columns[0].justify = "right"
        rows.add_column(justify="right", no_wrap=True)
        said = Text("\n").join((_statement(item.finding), self._explained(item.finding)))
        rows.add_row(f"{item.number}", said, self._words(item.finding.spans), _rate(item.finding))
        return rows

    def _explained(self, finding: Finding) -> Text:
        """Give the plain explanation, the base of the rate and the mirror, a line each."""
        return Text("\n").join(filter(None, (self._plain(finding), self._base(finding), self._mirror(finding))))

    def _plain(self, finding: Finding) -> Text:
        return _labelled("Plainly", finding.plain)

    def _base(self, finding: Finding) -> Text:
        """Give the base of a rate; of what is not rare, only where it is another than the one the report opens with."""
        if finding.rate is None or (finding.grade in SHARING and finding.rate.reference == self.shared_base):
            return Text()
        return _labelled("Base", base_label(finding))

    def _mirror(self, finding: Finding) -> Text:
        said = mirror_label(finding, at_hand=bool(self.report.others))
        return _labelled("Other account", said) if said else Text()

    def _shared_words(self) -> str:
        """Name the base that findings share, unless the judgement has just named it."""
        standing = self.report.standing
        return (
            "the same class"
            if standing and standing.reference.endswith(self.shared_base)
            else printable(self.shared_base)
        )

    def _words(self, spans: tuple[Span, ...], *, most: int = MOST_QUOTED) -> Text:
        lines = [self._quote(span) for span in spans[:most]]
        if len(spans) > most:
            more = f"and {len(spans) - most} more: "
            lines.append(Text.assemble((more, "dim"), (self._loci(spans[most:]), "cyan")))
        return Text("\n").join(lines)

    def _quote(self, span: Span) -> Text:
        """Give exact words between quotation marks; the words around them stand dim outside the marks."""
        before, after = (printable(words) for words in context_of(self.release, span))
        words = glimpse(printable(self.release.words(span)))
        quoted = Text.assemble(
            (before, "dim"), "“", (words, "underline" if before + after else ""), "”", (after, "dim")
        )
        return quoted.append(f"  {find_locus(span, self.paragraphs)}", "cyan")

    def _loci(self, spans: tuple[Span, ...]) -> str:
        return " ".join(dict.fromkeys(find_locus(span, self.paragraphs) for span in spans))

    def _provenance(self) -> RenderableType:
        rows = _grid(LABEL_WIDTH + 2, wide=False)
        for line in find_provenance(self.report):
            rows.add_row(Text(line.label, style="dim"), Text(printable(line.value), overflow="fold"))
        return rows


def _grid(label_width: int, *, wide: bool) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=label_width)
    rows.add_column(ratio=1, overflow="fold")
    if wide:
        rows.add_column(ratio=1, overflow="fold")
    return rows


def _add_row(rows: Table, label: Text, said: Text, words: Text, *, wide: bool) -> None:
    if wide and said and words:
        rows.add_row(label, said, words)
    else:
        rows.add_row(label, Text("\n").join(filter(None, (said, words))))


def _numbered(item: Ranked, said: Text, below: Text, *, wide: bool) -> RenderableType:
    """Set a statement between its number and its rate, and the rest below it."""
    gap = 2 if wide else 1
    rows = Table.grid(padding=(0, gap, 0, 0), expand=True)
    rows.add_column(width=3, justify="right")
    rows.add_column(ratio=1)
    rows.add_column(justify="right", no_wrap=True)
    rows.add_row(f"{item.number}", said, _rate(item.finding))
    return _stacked(rows, Padding(below, (0, 0, 0, 3 + gap)))


def _stacked(*pieces: RenderableType) -> RenderableType:
    stack = Table.grid(expand=True)
    for piece in pieces:
        stack.add_row(piece)
    return stack


def _labelled(label: str, sentence: str) -> Text:
    return Text.assemble((f"{label}: ", "italic"), _ended(printable(sentence)))


def _shared_base(findings: tuple[Finding, ...]) -> str:
    """Give the reference that most of what is not rare was counted over, empty where nothing was."""
    bases = Counter(finding.rate.reference for finding in findings if finding.rate and finding.grade in SHARING)
    return next((reference for reference, _ in bases.most_common(1)), "")


def _statement(finding: Finding, *, style: str = "bold") -> Text:
    return Text(_ended(printable(finding.statement)), style=style)


def _rate(finding: Finding) -> Text:
    return Text(beside_label(finding), style="" if finding.rate else "dim")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…", "”")) else f"{sentence}."
