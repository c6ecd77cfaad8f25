"""The pieces of a report as an HTML page sets them: a banner, rows of text with marked runs, notes beside them."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Release
from communique.reports.facts import Seat
from communique.reports.provenance import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Exact words, where they stand, the anchor of that place, and how they are cited."""

    anchor: str
    words: str
    locus: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A finding as it stands in the margin."""

    anchor: str
    number: int
    code: str
    grade: str
    statement: str
    plain: str
    mirror: str
    rate: str
    base: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact with its passages; ``printed`` as in Fact."""

    label: str
    statement: str
    passages: tuple[Passage, ...]
    printed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """
    A run of text under the same marks.

    ``anchors`` are the passages that begin with it, ``places`` all those it belongs to; ``notes`` the anchors of the
    findings that mark it, ``grades`` their grades; ``refs`` the notes whose passage ends with it; ``close`` counts the
    findings that mark few words here, which alone are tinted; ``cue`` is whether it is a speaker's label.
    """

    words: str
    anchors: tuple[str, ...]
    places: tuple[str, ...]
    notes: tuple[str, ...]
    grades: tuple[str, ...]
    refs: tuple[Note, ...]
    close: int
    cue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One paragraph, the title or the place line: its label in the gutter, its runs block by block, its notes."""

    anchor: str
    label: str
    role: str
    blocks: tuple[tuple[Run, ...], ...]
    notes: tuple[Note, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The findings of one grade, with what the grade means; ``most`` are listed at once, None for all."""

    grade: str
    meaning: str
    notes: tuple[Note, ...]
    most: int | None = None

    @property
    def first(self) -> tuple[Note, ...]:
        """Give the findings that are listed at once; one more than the most is not folded away alone."""
        return self.notes if self.most is None or len(self.notes) <= self.most + 1 else self.notes[: self.most]

    @property
    def folded(self) -> tuple[Note, ...]:
        """Give the others."""
        return self.notes[len(self.first) :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """
    One report, ready to be set.

    ``groups`` are all findings by grade; each stands once as a note, beside its ``rows`` or ``apart`` where it is
    about something not said. ``standing`` is "unusual", "usual" or, without a base, "open", and ``percentile`` where
    it stands on the scale.
    """

    anchor: str
    release: Release
    headline: str
    masthead: tuple[str, ...]
    seats: tuple[Seat, ...]
    facts: tuple[FactRow, ...]
    unsaid: tuple[str, ...]
    judgement: str
    counts: str
    standing: str
    percentile: float | None
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    apart: tuple[Note, ...]
    provenance: tuple[Line, ...]
    citation: str
