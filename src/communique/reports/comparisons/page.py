"""What an HTML page shows of a comparison, ready to be set."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from communique.model import Part, Span, Variant
from communique.reports.citation import render_citation, render_source
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
from communique.reports.comparisons.sheet import Cell, Column, Entry, Run, Sheet, Stretch, Table, Tie
from communique.reports.comparisons.sides import Side, clash_label, cut_short, find_method, find_sides
from communique.reports.comparisons.ties import ASIDE, CLASHING, DRAWN, LETTERS, SAME, find_markings, inked
from communique.reports.comparisons.usual import find_base_line, find_bases, row_usage
from communique.reports.comparisons.verdict import find_judgement, find_limits, find_opening
from communique.reports.excerpt import printable
from communique.reports.marks import Segment, find_segments, trimmed
from communique.reports.paragraphs import find_locus

MOST_GLANCED = 80
"""Characters of a passage that the summary quotes."""


def compose_comparison(report: ComparisonReport, anchor: str) -> Sheet:
    """Lay one comparison out; every anchor in it begins with the given one, so that several fit one page."""
    desk = _Desk(report, anchor)
    opening = find_opening(report)
    comparison = report.comparison
    laid = comparison.pairing.same and bool(comparison.variants)
    heading = HEADINGS[comparison.aspect] if comparison.pairing.same else "Two texts"
    return Sheet(
        anchor=anchor,
        same=comparison.pairing.same,
        both=SHARED[comparison.aspect],
        head=printable(opening.head),
        grounds=printable(opening.grounds),
        besides=printable(opening.besides),
        judgement=find_judgement(report),
        heading="" if opening.head.startswith(heading) else heading,
        sources=(desk.column(0, laid=laid), desk.column(1, laid=laid)),
        plainly=tuple(
            (KINDS[kind], number, plain_label(kind, comparison.aspect)) for kind, number in find_kinds(comparison)
        ),
        base=find_base_line(report, desk.names),
        tables=tuple(desk.table(group) for group in desk.groups) if laid else (),
        shared=desk.shared() if laid and comparison.shared else None,
        ties=tuple(desk.tied()) if laid else (),
        method=find_method(report),
    )


class _Desk:
    """The comparison being laid out: its sides and groups, and the marks of either text."""

    def __init__(self, report: ComparisonReport, anchor: str) -> None:
        self.comparison, self.anchor = report.comparison, anchor
        self.sides = find_sides(report)
        self.names = (self.sides[0].name, self.sides[1].name)
        self.bases = find_bases(report.comparison)
        self.groups = find_groups(report.comparison)
        limited = (place for place in (0, 1) if report.comparison.passages[place] is not None)
        self.limits = dict(zip(limited, find_limits(report), strict=True))
        self.markings = find_markings(report.comparison, self.sides, anchor)

    def tied(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give each key with the anchors of its row and its passages: what is lit together."""
        places: dict[str, list[str]] = {}
        for tie in chain.from_iterable(marking.ties.values() for marking in self.markings):
            places.setdefault(tie.key, [tie.key]).append(tie.place)
        return ((key, tuple(anchors)) for key, anchors in places.items())

    def column(self, place: int, *, laid: bool) -> Column:
        """Lay out one text; without its paragraphs where there is nothing to lay side by side."""
        side = self.sides[place]
        return Column(
            anchor=f"{self.anchor}-{LETTERS[place]}",
            key=side.name.key,
            name=side.name.head,
            release=side.release,
            masthead=side.masthead,
            limit=self.limits.get(place, ""),
            stretches=tuple(self._stretches(place)) if laid else (),
            provenance=side.provenance,
            citation=render_citation(side.release, office=side.office),
        )

    def _stretches(self, place: int) -> Iterator[Stretch]:
        """Give the title, the place line and the paragraphs, in the order of the page."""
        release = self.sides[place].release
        for part in (Part.TITLE, Part.PLACE):
            words = release.part(part)
            span = trimmed(words, Span(0, len(words), part)) if words else None
            if span is not None:
                yield self._stretch(place, part.value, (span,), role=part.value)
        for paragraph in self.sides[place].paragraphs:
            yield self._stretch(place, f"p{paragraph.number}", paragraph.blocks, role="narration")

    def _stretch(self, place: int, tail: str, blocks: tuple[Span, ...], *, role: str) -> Stretch:
        side = self.sides[place]
        locus = find_locus(blocks[0], side.paragraphs)
        return Stretch(
            anchor=f"{self.anchor}-{LETTERS[place]}-{tail}",
            label=locus,
            role=role,
            blocks=tuple(tuple(self._runs(place, block)) for block in blocks),
            source=render_source(side.release, locus, office=side.office),
        )

    def _runs(self, place: int, block: Span) -> Iterator[Run]:
        marking = self.markings[place]
        text = self.sides[place].release.part(block.part)
        lengths = {mark.key: len(mark.span) for mark in marking.marks}
        for segment in find_segments(text, block, marking.marks):
            yield _run(segment, marking.ties, lengths)

    def table(self, group: Group) -> Table:
        """Lay out one table of differences."""
        entries = tuple(self._entry(row) for row in group.rows)
        return Table(
            anchor=f"{self.anchor}-{group.board.replace('_', '-')}",
            kind=DRAWN[group.board],
            heading=board_label(group.board, self.names),
            note=board_note(group.board, self.names),
            entries=entries,
            shown=(any(entry.cells[0] for entry in entries), any(entry.cells[1] for entry in entries)),
        )

    def shared(self) -> Table:
        """Lay out what both say."""
        rows = enumerate(self.comparison.shared, start=1)
        return Table(
            anchor=f"{self.anchor}-both",
            kind=SAME,
            heading=SHARED[self.comparison.aspect],
            note=f"in the order of {self.names[0].text}",
            entries=tuple(
                Entry(
                    anchor=f"{self.anchor}-s{number}",
                    label=f"={number}",
                    weight="",
                    kind="the same words" if shared.exact else "",
                    told="",
                    said=(),
                    cells=self._cells(f"s{number}", (shared.first, shared.second)),
                )
                for number, shared in rows
            ),
            shown=(True, True),
        )

    def _entry(self, row: Row) -> Entry:
        variant = row.variant
        return Entry(
            anchor=f"{self.anchor}-v{row.number}",
            label=f"{row.number}",
            weight=variant.weight.value,
            kind=KINDS[variant.kind],
            told=printable(variant.told[:1].upper() + variant.told[1:]),
            said=tuple((label, printable(words)) for label, words in self._said(row, variant) if words),
            cells=self._cells(f"v{row.number}", row.spans),
            glance=tuple(self._glance(row)),
        )

    def _glance(self, row: Row) -> Iterator[tuple[str, str, str]]:
        """Give the words behind a statement that does not quote any, short enough for a list."""
        if "“" in row.variant.told:
            return
        for side, span in zip(self.sides, row.spans, strict=True):
            if span is not None:
                words = cut_short(printable(side.release.words(span)), MOST_GLANCED)
                yield side.name.key, side.release.language, words

    def _said(self, row: Row, variant: Variant) -> Iterator[tuple[str, str]]:
        clash = variant.clash
        yield "Contradiction", clash_label(row, clash, self.sides) if clash else ""
        yield f"{variant.weight.capitalize()} because", variant.rule
        yield "How usual", row_usage(row, self.names, self.bases)
        yield "Caution", caution_label(variant, self.names)

    def _cells(self, stem: str, spans: tuple[Span | None, Span | None]) -> tuple[Cell | None, Cell | None]:
        return self._cell(stem, 0, spans[0]), self._cell(stem, 1, spans[1])

    def _cell(self, stem: str, place: int, span: Span | None) -> Cell | None:
        if span is None:
            return None
        side: Side = self.sides[place]
        found = side.excerpt(span)
        whole = f"{self.anchor}-{LETTERS[place]}"
        return Cell(
            key=side.name.key,
            language=side.release.language,
            before=found.before,
            words=found.words,
            after=found.after,
            locus=found.locus,
            anchor=f"{self.anchor}-{stem}-{LETTERS[place]}" if inked(side, span) else whole,
        )


def _run(segment: Segment, ties: dict[str, Tie], lengths: dict[str, int]) -> Run:
    """Lay out a run: of the ties that cover it the shortest comes first, and a difference before an agreement."""
    over = sorted(
        (ties[key] for key in segment.keys if key in ties), key=lambda tie: (lengths[tie.place], tie.kind == SAME)
    )
    return Run(
        words=segment.words,
        tie=over[0] if over else None,
        ties=tuple(over),
        opens=tuple(ties[key] for key in segment.opens if key in ties),
        closes=tuple(ties[key] for key in segment.closes if key in ties),
        clashing=CLASHING in segment.keys,
        aside=ASIDE in segment.keys,
    )
