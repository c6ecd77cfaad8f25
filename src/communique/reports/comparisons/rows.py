"""The tables of a comparison: which difference stands where, and under which number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from communique.model import Clash, Comparison, Span, Usage, Variant, VariantKind
from communique.reports.comparisons.names import Name


class Board(StrEnum):
    """A table of differences."""

    CLASHING = "contradictions"
    DIFFERENT = "differently"
    ONLY_FIRST = "only_first"
    ONLY_SECOND = "only_second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    A difference with its number, the same in every form of output, and the passages behind it.

    ``usage_told`` is the number of the row that tells how usual the thing in question is, 0 where this one does.
    """

    number: int
    variant: Variant
    usage_told: int = 0

    @property
    def spans(self) -> tuple[Span | None, Span | None]:
        """The passage of each text: that of the difference, else the words that clash."""
        variant, clash = self.variant, self.variant.clash
        return variant.first or (clash.first if clash else None), variant.second or (clash.second if clash else None)

    @property
    def apart(self) -> Clash | None:
        """The clash whose words are not the passages themselves, so that they are to be named besides."""
        clash = self.variant.clash
        return clash if clash and (clash.first, clash.second) != self.spans else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One table: its rows in order, never none."""

    board: Board
    rows: tuple[Row, ...]


def find_groups(comparison: Comparison) -> tuple[Group, ...]:
    """Divide the differences into tables, contradictions first, and number them through; empty tables are left out."""
    numbers, told = count(1), dict[Usage, int]()
    return tuple(
        Group(board=board, rows=tuple(_row(next(numbers), variant, told) for variant in members))
        for board in Board
        if (members := tuple(variant for variant in comparison.variants if board_of(variant) is board))
    )


def _row(number: int, variant: Variant, told: dict[Usage, int]) -> Row:
    first = told.setdefault(variant.usage, number) if variant.usage else number
    return Row(number=number, variant=variant, usage_told=0 if first == number else first)


def board_of(variant: Variant) -> Board:
    """Tell in which table a difference stands."""
    if variant.clash is not None:
        return Board.CLASHING
    if variant.second is None:
        return Board.ONLY_FIRST
    return Board.ONLY_SECOND if variant.first is None else Board.DIFFERENT


def board_label(board: Board, names: tuple[Name, Name]) -> str:
    """Give the heading of a table."""
    return {
        Board.CLASHING: "Contradictions",
        Board.DIFFERENT: "Said differently",
        Board.ONLY_FIRST: f"Only in {names[0].keyed}",
        Board.ONLY_SECOND: f"Only in {names[1].keyed}",
    }[board]


def board_note(board: Board, names: tuple[Name, Name]) -> str:
    """Say under the heading what the table means, and what it does not."""
    return {
        Board.CLASHING: "on one matter; as they stand, not both can be right",
        Board.DIFFERENT: "both speak of it",
        Board.ONLY_FIRST: f"no answering passage was found in {names[1].text}; left out is not denied",
        Board.ONLY_SECOND: f"no answering passage was found in {names[0].text}; left out is not denied",
    }[board]


def caution_label(variant: Variant, names: tuple[Name, Name]) -> str:
    """Give the caution that goes with words ascribed to the other side; empty for any other difference."""
    if variant.kind is not VariantKind.ATTRIBUTION:
        return ""
    if variant.first is not None and variant.second is not None:
        return "each side summarises; other words are no denial."
    silent = names[1] if variant.second is None else names[0]
    return f"each side summarises; what is absent from {silent.text} is not denied by it."


def find_kinds(comparison: Comparison) -> Iterator[tuple[VariantKind, int]]:
    """Give the types that occur, with how many of each, in the order of the types."""
    for kind in VariantKind:
        number = sum(variant.kind is kind for variant in comparison.variants)
        if number:
            yield kind, number
