"""Contradictions set among the other differences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.contradictions import RULE, with_clashes
from communique.model import Clash, ClashKind, Span, Variant, VariantKind, Weight


def variant(first: tuple[int, int] | None, second: tuple[int, int] | None) -> Variant:
    """Give a minor variant of two places."""
    return Variant(
        kind=VariantKind.SCOPE,
        weight=Weight.MINOR,
        rule="r",
        told="t",
        first=Span(*first) if first else None,
        second=Span(*second) if second else None,
    )


def clash(first: tuple[int, int], second: tuple[int, int], kind: ClashKind = ClashKind.NUMBER) -> Clash:
    """Give a contradiction of two places."""
    return Clash(kind=kind, first=Span(*first), second=Span(*second), told="40, then 45")


INSIDE = clash((2, 4), (5, 7))


@pytest.mark.parametrize(
    ("line", "attached"),
    [
        (variant((0, 9), (0, 9)), True),
        (variant((2, 4), (5, 7)), True),
        (variant((3, 9), (0, 9)), False),
        (variant((0, 9), (6, 9)), False),
        (variant((0, 9), None), False),
        (variant(None, (0, 9)), False),
    ],
)
def test_a_contradiction_stands_with_what_tells_of_both_passages(line: Variant, attached: bool) -> None:  # noqa: FBT001 - a row
    """There it gives the line its kind, and makes it major by a rule of its own; else it is a line of its own."""
    found = list(with_clashes([line], [INSIDE]))
    assert len(found) == (1 if attached else 2)
    assert found[-1].clash is INSIDE
    assert (found[-1].weight, found[-1].rule) == (Weight.MAJOR, RULE)
    assert found[0].kind is (VariantKind.FIGURE if attached else VariantKind.SCOPE)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ClashKind.NUMBER, VariantKind.FIGURE),
        (ClashKind.DATE, VariantKind.LENGTH_TIME),
        (ClashKind.PLACE, VariantKind.VENUE),
        (ClashKind.NEGATION, VariantKind.WORDING),
        (ClashKind.ANTONYM, VariantKind.WORDING),
    ],
)
def test_a_line_of_its_own_has_the_kind_of_the_contradiction(kind: ClashKind, expected: VariantKind) -> None:
    """With its words and what clashes."""
    (found,) = with_clashes([], [clash((2, 4), (5, 7), kind)])
    assert (found.kind, found.told) == (expected, "40, then 45")
    assert (found.first, found.second) == (Span(2, 4), Span(5, 7))


spans = st.tuples(st.integers(0, 5), st.integers(1, 5)).map(lambda pair: (pair[0], pair[0] + pair[1]))
clashes = st.lists(st.builds(clash, spans, spans, st.sampled_from(ClashKind)), max_size=4, unique=True)


@given(st.lists(st.builds(variant, spans | st.none(), spans), max_size=4), clashes)
def test_no_contradiction_is_lost_or_told_twice(lines: list[Variant], found: list[Clash]) -> None:
    """And no line is lost or loses its words."""
    told = list(with_clashes(lines, found))
    assert sorted((one.clash for one in told if one.clash), key=repr) == sorted(found, key=repr)
    assert [(one.first, one.second) for one in told[: len(lines)]] == [(one.first, one.second) for one in lines]


def test_without_contradictions_nothing_changes() -> None:
    """The lines come as they are."""
    lines = [variant((0, 9), None)]
    assert list(with_clashes(lines, [])) == lines
