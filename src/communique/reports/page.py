"""What an HTML page shows of a report, ready to be set: rows of text with marked runs, and notes beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from communique.model import Grade, Part, Span, SpeechForm, joined
from communique.reports.citation import render_citation, render_source
from communique.reports.corrected import find_told
from communique.reports.excerpt import glimpse
from communique.reports.facts import find_headline, find_seats, find_unsaid
from communique.reports.labels import GRADES
from communique.reports.marks import Mark, Segment, find_segments, trimmed
from communique.reports.paragraphs import Paragraph, find_locus, find_paragraphs
from communique.reports.provenance import find_masthead, find_provenance
from communique.reports.report import Report
from communique.reports.sheet import FactRow, Group, Note, Passage, Row, Run, Sheet
from communique.reports.verdict import (
    Ranked,
    base_label,
    beside_label,
    find_counts,
    find_judgement,
    find_mirrorless,
    mirror_label,
    rank_findings,
)

BROAD = 240
"""Characters above which a passage is not tinted: whole speeches under a finding would drown the passages in them."""

MOST_LISTED: dict[str, int] = {Grade.OBSERVED: 5, Grade.HABIT: 3}
"""Findings of a grade that the summary lists at once; the rest unfolds, and stands beside the text all the same."""

CUE = "cue"
"""The key of marks that set a speaker's label apart; it leads nowhere."""


def compose_sheet(report: Report, anchor: str) -> Sheet:
    """Lay one report out; every anchor in it begins with the given one, so that several fit one page."""
    desk = _Desk(report, anchor)
    return Sheet(
        anchor=anchor,
        release=desk.release,
        headline=find_headline(report.account),
        masthead=find_masthead(report, desk.paragraphs),
        seats=find_seats(report.account),
        facts=desk.facts,
        unsaid=find_unsaid(report.account),
        judgement=find_judgement(report),
        counts=" ".join(filter(None, (find_counts(report), find_mirrorless(report)))),
        standing=_standing(report),
        percentile=round(report.standing.percentile, 1) if report.standing else None,
        groups=tuple(_groups(desk.notes)),
        rows=tuple(desk.row(stretch) for stretch in desk.stretches),
        apart=desk.notes_at(None),
        provenance=find_provenance(report),
        citation=render_citation(desk.release, office=report.office),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A piece of the release that gets one row: the tail of its anchor, its label and role, its blocks."""

    tail: str
    label: str
    role: str
    blocks: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return joined(self.blocks[0], self.blocks[-1])


class _Desk:
    """The report being laid out: its notes and facts, and the marks that they set in the text."""

    def __init__(self, report: Report, anchor: str) -> None:
        self.report, self.anchor, self.release = report, anchor, report.account.release
        self.paragraphs = find_paragraphs(report.account)
        self.ranked = rank_findings(report.findings)
        self.notes = tuple(self._note(item) for item in self.ranked)
        self.facts = tuple(self._facts())
        self.owners = {passage.anchor: note for note in self.notes for passage in note.passages}
        self.marks = tuple(self._marks())
        self.broad = {mark.key for mark in self.marks if len(mark.span) > BROAD}
        self.stretches = tuple(self._stretches())

    def _passages(self, stem: str, spans: tuple[Span, ...]) -> tuple[Passage, ...]:
        return tuple(
            Passage(
                anchor=f"{stem}-{number}" if self.release.words(span).strip() else f"{self.anchor}-text",
                words=glimpse(" ".join(self.release.words(span).split())),
                locus=find_locus(span, self.paragraphs),
                citation=self._citation(span),
            )
            for number, span in enumerate(spans, start=1)
        )

    def _citation(self, span: Span) -> str:
        return render_citation(self.release, span, paragraphs=self.paragraphs, office=self.report.office)

    def _note(self, item: Ranked) -> Note:
        finding, stem = item.finding, f"{self.anchor}-f{item.number}"
        return Note(
            anchor=stem,
            number=item.number,
            code=finding.code,
            grade=finding.grade.value,
            statement=finding.statement,
            plain=finding.plain,
            mirror=mirror_label(finding, at_hand=bool(self.report.others)),
            rate=beside_label(finding),
            base=base_label(finding),
            passages=self._passages(stem, finding.spans),
        )

    def _facts(self) -> Iterator[FactRow]:
        for number, fact in enumerate(find_told(self.report), start=1):
            passages = self._passages(f"{self.anchor}-e{number}", fact.spans)
            yield FactRow(label=fact.label, statement=fact.statement, passages=passages, printed=fact.printed)

    def _marks(self) -> Iterator[Mark]:
        for note, item in zip(self.notes, self.ranked, strict=True):
            yield from self._marked(note.passages, item.finding.spans)
        for row, fact in zip(self.facts, find_told(self.report), strict=True):
            yield from self._marked(row.passages, fact.spans)
        for quotation in self.report.account.quotations:
            if quotation.form is SpeechForm.TURN and quotation.cue is not None:
                yield Mark(key=CUE, span=quotation.cue)

    def _marked(self, passages: tuple[Passage, ...], spans: tuple[Span, ...]) -> Iterator[Mark]:
        for passage, span in zip(passages, spans, strict=True):
            inked = trimmed(self.release.part(span.part), span)
            if inked is not None:
                yield Mark(key=passage.anchor, span=inked)

    def _stretches(self) -> Iterator[_Stretch]:
        """Give the title, the place line and the paragraphs, in the order of the page."""
        for part in (Part.TITLE, Part.PLACE):
            span = _whole(self.release.part(part), part)
            if span is not None:
                yield _Stretch(tail=part.value, label=find_locus(span, ()), role=part.value, blocks=(span,))
        for paragraph in self.paragraphs:
            label, role = f"¶{paragraph.number}", self._role(paragraph)
            yield _Stretch(tail=f"p{paragraph.number}", label=label, role=role, blocks=paragraph.blocks)

    def _role(self, paragraph: Paragraph) -> str:
        turns = (q.content for q in self.report.account.quotations if q.form is SpeechForm.TURN)
        return "speech" if any(content.overlaps(paragraph.span) for content in turns) else "narration"

    def _home(self, item: Ranked) -> _Stretch | None:
        """Give the stretch beside which a note stands: that of its first words."""
        spans = item.finding.spans
        return next((stretch for stretch in self.stretches if spans and stretch.span.overlaps(spans[0])), None)

    def notes_at(self, stretch: _Stretch | None) -> tuple[Note, ...]:
        """Give the notes that stand beside a stretch in the order of their words, or those that stand beside none."""
        pairs = zip(self.ranked, self.notes, strict=True)
        here = [(item.finding.spans[:1], note) for item, note in pairs if self._home(item) is stretch]
        return tuple(note for _, note in sorted(here, key=lambda pair: pair[0]))

    def row(self, stretch: _Stretch) -> Row:
        """Lay one stretch out with its notes."""
        return Row(
            anchor=f"{self.anchor}-{stretch.tail}",
            label=stretch.label,
            role=stretch.role,
            blocks=tuple(self._runs(block) for block in stretch.blocks),
            notes=self.notes_at(stretch),
            source=render_source(self.release, find_locus(stretch.span, self.paragraphs), office=self.report.office),
        )

    def _runs(self, block: Span) -> tuple[Run, ...]:
        text = self.release.part(block.part)
        return tuple(self._run(segment) for segment in find_segments(text, block, self.marks))

    def _run(self, segment: Segment) -> Run:
        owners = self._owners(segment.keys)
        close = self._owners(tuple(key for key in segment.keys if key not in self.broad))
        return Run(
            words=segment.words,
            anchors=tuple(key for key in segment.opens if key != CUE),
            places=tuple(key for key in segment.keys if key != CUE),
            notes=tuple(note.anchor for note in owners),
            grades=tuple(dict.fromkeys(note.grade for note in close or owners)),
            refs=self._owners(segment.closes),
            close=len(close),
            cue=CUE in segment.keys,
        )

    def _owners(self, keys: tuple[str, ...]) -> tuple[Note, ...]:
        return tuple(dict.fromkeys(self.owners[key] for key in keys if key in self.owners))


def _groups(notes: tuple[Note, ...]) -> Iterator[Group]:
    for grade, group in groupby(notes, key=lambda note: note.grade):
        yield Group(grade=grade, meaning=GRADES[Grade(grade)], notes=tuple(group), most=MOST_LISTED.get(grade))


def _standing(report: Report) -> str:
    if report.standing is None:
        return "open"
    return "unusual" if report.standing.unusual else "usual"


def _whole(words: str, part: Part) -> Span | None:
    return trimmed(words, Span(0, len(words), part)) if words else None
