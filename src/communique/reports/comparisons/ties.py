"""What marks the two texts of a comparison: which passages are bound to each other, and where each leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Comparison, Span, Weight
from communique.reports.comparisons.labels import KINDS, SHARED
from communique.reports.comparisons.rows import Board, Row, find_groups
from communique.reports.comparisons.sheet import Tie
from communique.reports.comparisons.sides import Side
from communique.reports.marks import Mark, trimmed

SAME = "same"
DRAWN = {Board.CLASHING: "clash", Board.DIFFERENT: "differs", Board.ONLY_FIRST: "only", Board.ONLY_SECOND: "only"}
"""How the passages of a table are drawn."""

SIGNS = {SAME: "=", "differs": "≈", "clash": "≠"}
"""What stands in the margin beside a passage; one that has no counterpart has the key of its text there."""

CLASHING = "clashing"
ASIDE = "aside"
"""Keys of marks that lead nowhere: the very words that contradict, and what stands outside the part compared."""

LETTERS = ("a", "b")
"""The two texts in anchors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A difference or an agreement with its passages, about to be marked; ``stem`` names it within the page."""

    stem: str
    kind: str
    label: str
    told: str
    spans: tuple[Span | None, Span | None]
    major: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """The marks of one text, and the ties that their keys stand for."""

    marks: tuple[Mark, ...]
    ties: dict[str, Tie]


def find_markings(comparison: Comparison, sides: tuple[Side, Side], anchor: str) -> tuple[Marking, Marking]:
    """Give the marks of either text; every anchor begins with the given one."""
    bonds = tuple(_bonds(comparison))
    return _marking(comparison, sides, bonds, 0, anchor), _marking(comparison, sides, bonds, 1, anchor)


def inked(side: Side, span: Span | None) -> Span | None:
    """Give a passage without the white space at its ends; None where nothing is left to mark."""
    return trimmed(side.release.part(span.part), span) if span else None


def _bonds(comparison: Comparison) -> Iterator[Bond]:
    for group in find_groups(comparison):
        yield from (_bond(row, DRAWN[group.board]) for row in group.rows)
    for number, shared in enumerate(comparison.shared, start=1):
        told = SHARED[comparison.aspect].lower() + (", in the same words" if shared.exact else "")
        spans = (shared.first, shared.second)
        yield Bond(stem=f"s{number}", kind=SAME, label=f"={number}", told=told, spans=spans)


def _bond(row: Row, kind: str) -> Bond:
    variant = row.variant
    return Bond(
        stem=f"v{row.number}",
        kind=kind,
        label=f"{row.number}",
        told=f"{variant.weight} {KINDS[variant.kind]}: {variant.told}",
        spans=row.spans,
        major=variant.weight is Weight.MAJOR,
    )


def _marking(
    comparison: Comparison, sides: tuple[Side, Side], bonds: tuple[Bond, ...], place: int, anchor: str
) -> Marking:
    marks: list[Mark] = []
    ties: dict[str, Tie] = {}
    for bond in bonds:
        span = inked(sides[place], bond.spans[place])
        if span is not None:
            tie = _tie(bond, sides, place, anchor)
            marks.append(Mark(key=tie.place, span=span))
            ties[tie.place] = tie
    clashes = (variant.clash for variant in comparison.variants if variant.clash)
    marks.extend(Mark(key=CLASHING, span=(clash.first, clash.second)[place]) for clash in clashes)
    return Marking(marks=(*marks, *_outside(sides[place])), ties=ties)


def _tie(bond: Bond, sides: tuple[Side, Side], place: int, anchor: str) -> Tie:
    key, other = f"{anchor}-{bond.stem}", 1 - place
    answered = inked(sides[other], bond.spans[other]) is not None
    return Tie(
        key=key,
        kind=bond.kind,
        major=bond.major,
        place=f"{key}-{LETTERS[place]}",
        answer=f"{key}-{LETTERS[other]}" if answered else key,
        label=bond.label,
        sign=SIGNS.get(bond.kind, sides[place].name.key),
        told=bond.told,
    )


def _outside(side: Side) -> Iterator[Mark]:
    """Mark what of a text stands outside the part compared."""
    passage = side.passage
    if passage is None:
        return
    for start, end in ((0, passage.start), (passage.end, len(side.release.part(passage.part)))):
        if start < end:
            yield Mark(key=ASIDE, span=Span(start, end, passage.part))
