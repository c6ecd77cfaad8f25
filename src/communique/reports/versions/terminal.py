"""Versions of a text as a terminal shows them; what is struck and what is new stands between marks, colour or not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Edit
from communique.reports.excerpt import printable
from communique.reports.printing import print_lines
from communique.reports.versions.places import Excerpt, Numbered, Place, find_places, printed
from communique.reports.versions.provenance import find_masthead, find_origins, step_label
from communique.reports.versions.report import VersionsReport
from communique.reports.versions.wording import (
    REACHES,
    Reach,
    find_counts,
    find_hint,
    find_judgement,
    is_shown,
    kind_words,
    plain_words,
)

WIDE = 118
"""Columns from which the sentence after stands beside the one before, instead of below."""

WIDEST = 140
"""Columns beyond which a line is no longer read with ease."""

MOST_MINOR = 12
"""Places of cosmetic changes, and of moves, that are printed: a page set anew may have hundreds."""

LABEL_WIDTH = 10
STRUCK, NEW = ("[-", "-]"), ("{+", "+}")
"""Marks around words that went and words that came, as word differences are written in plain text (GNU wdiff)."""

LEGEND = f"{STRUCK[0]}went{STRUCK[1]} {NEW[0]}came{NEW[1]}"

REACH_STYLES = {Reach.SUBSTANTIVE: "bold red", Reach.COSMETIC: "bold green", Reach.MOVED: "bold blue"}
STRUCK_STYLE, NEW_STYLE = "bold red strike", "bold green underline"


def render_terminal(report: VersionsReport, *, width: int, colour: bool = False) -> str:
    """Give the report as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(TerminalVersions(report), width=width, colour=colour)


class TerminalVersions:
    """A report on versions that a rich console prints to its own width."""

    def __init__(self, report: VersionsReport) -> None:
        self.report = report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print the judgement, every change and provenance, in columns where there is room."""
        width = min(options.max_width, WIDEST)
        for piece in self._pieces(wide=width >= WIDE):
            yield from console.render(piece, options.update(width=width))

    def _pieces(self, *, wide: bool) -> Iterator[RenderableType]:
        yield from self._head()
        for number, edit in enumerate(self.report.edits, start=1):
            yield from self._step(edit, number)
            yield from _changes(edit, wide=wide)
        yield Text()
        yield Rule(style="dim", characters="─")
        yield self._provenance()

    def _head(self) -> Iterator[RenderableType]:
        """Say first what the whole amounts to, before anything that could be over-read."""
        yield Text(find_judgement(self.report.edits), style="bold")
        if counts := find_counts(self.report.edits):
            yield Text(f"{counts} {LEGEND}")
        if len(self.report.edits) == 1 and (hint := find_hint(self.report.edits[0])):
            yield Text(hint)
        yield Text()
        yield Text(printable(self.report.latest.title) or "(no title)", style="bold")
        yield Text(printable(" · ".join(find_masthead(self.report))))

    def _step(self, edit: Edit, number: int) -> Iterator[RenderableType]:
        """Head one step of several with its own judgement."""
        if len(self.report.edits) > 1:
            yield Text()
            yield Rule(style="dim", characters="─")
            yield Text(step_label(edit, number, len(self.report.edits)), style="dim")
            yield Text(find_judgement((edit,)), style="bold")
            yield from (Text(hint) for hint in (find_hint(edit),) if hint)

    def _provenance(self) -> RenderableType:
        rows = _grid(LABEL_WIDTH)
        for origin in find_origins(self.report):
            rows.add_row(Text(), Text(origin.name, style="bold"))
            for line in origin.lines:
                rows.add_row(Text(line.label, style="dim"), Text(printable(line.value), overflow="fold"))
        if self.report.software:
            rows.add_row(Text("read by", style="dim"), Text(self.report.software))
        return rows


def _changes(edit: Edit, *, wide: bool) -> Iterator[RenderableType]:
    places = find_places(edit) if is_shown(edit) else ()
    for reach, group in groupby(places, key=lambda place: place.reach):
        yield Text()
        yield Text.assemble((reach.upper(), REACH_STYLES[reach]), (f"  {REACHES[reach]}", "dim"))
        some = tuple(group)
        if reach is not Reach.SUBSTANTIVE:
            yield _plainly(tuple(item for place in some for item in place.changes))
        most = None if reach is Reach.SUBSTANTIVE else MOST_MINOR
        for number, place in enumerate(some[:most]):
            if number and reach is Reach.SUBSTANTIVE:
                yield Text()
            yield from _place(place, wide=wide)
        if most and len(some) > most:
            yield Text(f"     and {len(some) - most:,} more; a page (--format html) shows them all", style="dim")


def _place(place: Place, *, wide: bool) -> Iterator[RenderableType]:
    """Set what changed, the sentence before and after, and, of a change of substance, what it may plainly be."""
    for item in place.changes:
        yield _headed(item, place.locus if item is place.changes[0] else "")
    yield Padding(_beside(place) if wide else _below(place), (0, 0, 0, 5))
    if place.reach is Reach.SUBSTANTIVE:
        yield Padding(_plainly(place.changes), (0, 0, 0, 5))


def _headed(item: Numbered, locus: str) -> RenderableType:
    row = _grid(3)
    row.columns[0].justify = "right"
    row.add_column(justify="right", no_wrap=True)
    said = Text.assemble((kind_words(item.change), "bold"), ": ", _ended(printable(item.change.told)))
    row.add_row(f"{item.number}", said, Text(locus, style="cyan"))
    return row


def _below(place: Place) -> RenderableType:
    rows = _grid(6)
    for name, excerpt in place.excerpts:
        rows.add_row(Text(name, style="dim"), _marked(name, excerpt))
    return rows


def _beside(place: Place) -> RenderableType:
    """Set the words of the two versions side by side; words of one alone have the whole width."""
    if len(place.excerpts) == 1:
        return _below(place)
    rows = Table.grid(padding=(0, 3, 0, 0), expand=True)
    for _ in place.excerpts:
        rows.add_column(ratio=1, overflow="fold")
    rows.add_row(*(Text(name, style="dim") for name, _ in place.excerpts))
    rows.add_row(*(_marked(name, excerpt) for name, excerpt in place.excerpts))
    return rows


def _marked(name: str, excerpt: Excerpt) -> Text:
    """Give the words of a version, those that changed between marks, which stay where colour and weight do not."""
    (opening, closing), style = (NEW, NEW_STYLE) if name == "after" else (STRUCK, STRUCK_STYLE)
    said = Text()
    for run in excerpt.runs:
        words = printed(run)
        if run.changed:
            said.append(opening, "dim").append(words, style).append(closing, "dim")
        else:
            said.append(words)
    return said


def _plainly(changes: tuple[Numbered, ...]) -> Text:
    return Text.assemble(("Plainly: ", "italic"), _ended(plain_words(item.change for item in changes)), style="dim")


def _grid(label_width: int) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=label_width)
    rows.add_column(ratio=1, overflow="fold")
    return rows


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…", "”")) else f"{sentence}."
