"""What an HTML page shows of an audit, ready to be set: the essay with its claims marked, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Audit, ClaimStatus, Part, Ruling, Span
from communique.reports.audits.labels import (
    LETTERS,
    MEANINGS,
    SCOPE,
    count_statuses,
    ground_label,
    rhetoric_label,
    summary_label,
)
from communique.reports.audits.rows import Row, Source, Undecided, find_rows, find_sources, find_undecided, idle_label
from communique.reports.labels import day_label, edition_label, issuer_label
from communique.reports.marks import Mark, Segment, find_segments, trimmed
from communique.reports.versions.places import paragraphs_of

RHETORIC = "rhetoric"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A claim as the text refers to it: its number, the letter of its status, where its evidence stands."""

    number: int
    letter: str
    status: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of the essay: its words, the status of the narrowest claim over it (empty for none), claims that end."""

    words: str
    status: str
    rhetoric: bool
    refs: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A claim with its evidence; ``code`` is its status as a style sheet names it."""

    row: Row
    anchor: str
    letter: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The title or a paragraph of the essay with the claims that begin in it."""

    label: str
    role: str
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One status in the legend, with the number of its claims."""

    status: str
    code: str
    letter: str
    number: int
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole page."""

    title: str
    language: str
    masthead: tuple[str, ...]
    summary: str
    ground: str
    rhetoric: str
    scope: str
    keys: tuple[Key, ...]
    stretches: tuple[Stretch, ...]
    undecided: tuple[tuple[Key, Undecided], ...]
    sources: tuple[Source, ...]
    idle: tuple[Source, ...]
    idle_count: str
    models: str


def compose_audit(audit: Audit) -> Sheet:
    """Lay an audit out as a page."""
    keys, sources = _keys(audit), find_sources(audit)
    notes = {row.number: _note(row) for row in find_rows(audit)}
    return Sheet(
        title=audit.essay.title or "(no title)",
        language=audit.essay.language,
        masthead=_masthead(audit),
        summary=summary_label(audit),
        ground=ground_label(audit),
        rhetoric=rhetoric_label(audit),
        scope=SCOPE,
        keys=keys,
        stretches=_stretches(audit, notes),
        undecided=tuple((key, group) for group in find_undecided(audit) for key in keys if key.status == group.status),
        sources=tuple(source for source in sources if source.claims),
        idle=tuple(source for source in sources if not source.claims),
        idle_count=idle_label(sources),
        models=", ".join(audit.models) or "none named",
    )


def _masthead(audit: Audit) -> tuple[str, ...]:
    essay = audit.essay
    return (
        *((issuer_label(essay),) if essay.issuer else ()),
        edition_label(essay),
        *((day_label(essay.issued.date()),) if essay.issued else ()),
    )


def _keys(audit: Audit) -> tuple[Key, ...]:
    return tuple(
        Key(
            status=status.value,
            code=_code(status),
            letter=LETTERS[status],
            number=number,
            meaning=MEANINGS[status],
        )
        for status, number in count_statuses(audit)
    )


def _note(row: Row) -> Note:
    return Note(row=row, anchor=f"c{row.number}", letter=LETTERS[row.status], code=_code(row.status))


def _code(status: ClaimStatus) -> str:
    return status.value.replace(" ", "-")


def _stretches(audit: Audit, notes: dict[int, Note]) -> tuple[Stretch, ...]:
    """Give the title where a claim stands in it, then the paragraphs."""
    essay = audit.essay
    titled = trimmed(essay.title, Span(0, len(essay.title), Part.TITLE)) if essay.title else None
    spans = [("title", titled)] if titled and _beginning(audit, titled) else []
    spans += [(f"¶{paragraph.number}", paragraph.span) for paragraph in paragraphs_of(essay)]
    return tuple(
        Stretch(
            label=label,
            role=span.part.value,
            runs=_runs(audit, span, notes),
            notes=tuple(notes[ruling.claim.number] for ruling in _beginning(audit, span)),
        )
        for label, span in spans
        if span is not None
    )


def _beginning(audit: Audit, span: Span) -> tuple[Ruling, ...]:
    """Give the rulings on claims whose first character stands in a stretch."""
    return tuple(
        ruling
        for ruling in audit.rulings
        if ruling.claim.span.part is span.part and span.start <= ruling.claim.span.start < span.end
    )


def _runs(audit: Audit, span: Span, notes: dict[int, Note]) -> tuple[Run, ...]:
    claims = [ruling.claim for ruling in audit.rulings]
    widest_first = sorted(claims, key=lambda claim: -len(claim.span))
    marks = (
        *(Mark(key=RHETORIC, span=sentence) for sentence in audit.rhetoric),
        *(Mark(key=str(claim.number), span=claim.span) for claim in widest_first),
    )
    return tuple(_run(segment, notes) for segment in find_segments(audit.essay.part(span.part), span, marks))


def _run(segment: Segment, notes: dict[int, Note]) -> Run:
    over = [notes[int(key)] for key in segment.keys if key != RHETORIC]
    ending = sorted((notes[int(key)] for key in segment.closes if key != RHETORIC), key=lambda note: note.row.number)
    return Run(
        words=segment.words,
        status=over[-1].code if over else "",
        rhetoric=RHETORIC in segment.keys and not over,
        refs=tuple(
            Reference(number=note.row.number, letter=note.letter, status=note.row.status.value, anchor=note.anchor)
            for note in ending
        ),
    )
