"""The pieces of a comparison as an HTML page sets them: two columns of marked text, and tables of differences."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Release
from communique.reports.provenance import Line

MOST_LISTED = 8
"""Differences of one table that the summary lists at once; the rest unfolds, and stands in the table all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """
    What marks a passage, and where it leads.

    ``key`` names the difference or the agreement, and is the anchor of its row; ``kind`` is how it is drawn ("same",
    "differs", "clash", "only"); ``place`` the anchor of this passage, ``answer`` that of its counterpart, or of its row
    where it has none; ``label`` its number, ``sign`` what stands in the margin, ``told`` what is said of it.
    """

    key: str
    kind: str
    major: bool
    place: str
    answer: str
    label: str
    sign: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """
    A run of text under the same marks.

    ``tie`` is the closest of the ``ties`` that cover it, which its words lead along; ``opens`` begin with it and
    ``closes`` end with it. ``clashing`` is whether it is among the very words that contradict, ``aside`` whether it
    stands outside the part compared.
    """

    words: str
    tie: Tie | None
    ties: tuple[Tie, ...]
    opens: tuple[Tie, ...]
    closes: tuple[Tie, ...]
    clashing: bool
    aside: bool

    @property
    def keys(self) -> str:
        """The keys of all its ties, between spaces."""
        return " ".join(dict.fromkeys(tie.key for tie in self.ties))

    @property
    def told(self) -> str:
        """What is said of each of its ties, a line each."""
        return "\n".join(f"{tie.label}  {tie.told}" for tie in self.ties)

    @property
    def kinds(self) -> str:
        """How it is drawn: its closest tie, weight, and whether it clashes."""
        marks = (self.tie.kind if self.tie else "", "major" if self.tie and self.tie.major else "")
        return " ".join(filter(None, (*marks, "clashing" if self.clashing else "")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One paragraph, the title or the place line: its anchor, its label in the gutter, its runs block by block."""

    anchor: str
    label: str
    role: str
    blocks: tuple[tuple[Run, ...], ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One of the two texts; ``limit`` says which part of it is compared, empty where all is."""

    anchor: str
    key: str
    name: str
    release: Release
    masthead: tuple[str, ...]
    limit: str
    stretches: tuple[Stretch, ...]
    provenance: tuple[Line, ...]
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The words of one text in a row: as they are repeated there, and where they stand."""

    key: str
    language: str
    before: str
    words: str
    after: str
    locus: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One row of a table.

    ``said`` are the lines on it, each with its label; ``glance`` its words cut short: key, language, words.
    """

    anchor: str
    label: str
    weight: str
    kind: str
    told: str
    said: tuple[tuple[str, str], ...]
    cells: tuple[Cell | None, Cell | None]
    glance: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of differences, or what both say: how its passages are drawn, and which texts have words in it."""

    anchor: str
    kind: str
    heading: str
    note: str
    entries: tuple[Entry, ...]
    shown: tuple[bool, bool]

    @property
    def first(self) -> tuple[Entry, ...]:
        """Give the entries that the summary lists at once; one more than the most is not folded away alone."""
        return self.entries if len(self.entries) <= MOST_LISTED + 1 else self.entries[:MOST_LISTED]

    @property
    def folded(self) -> tuple[Entry, ...]:
        """Give the others."""
        return self.entries[len(self.first) :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """
    One comparison, ready to be set.

    ``both`` names what stands in both texts. ``sources`` are the two texts, without their words where there is nothing
    to lay side by side, as ``tables`` and ``shared`` are then empty. ``ties`` gives each key with its anchors: what is
    lit together.
    """

    anchor: str
    same: bool
    both: str
    head: str
    grounds: str
    besides: str
    judgement: str
    heading: str
    sources: tuple[Column, Column]
    plainly: tuple[tuple[str, int, str], ...]
    base: str
    tables: tuple[Table, ...]
    shared: Table | None
    ties: tuple[tuple[str, tuple[str, ...]], ...]
    method: tuple[Line, ...]
