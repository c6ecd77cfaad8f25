"""Runs of text under overlapping and nested marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Part, Span
from communique.reports.marks import Mark, find_segments, trimmed

TEXT = "0123456789"
WHOLE = Span(0, len(TEXT))


def marks_of(*edges: tuple[str, int, int]) -> tuple[Mark, ...]:
    """Make marks of keys and edges."""
    return tuple(Mark(key=key, span=Span(start, end)) for key, start, end in edges)


@pytest.mark.parametrize(
    ("edges", "runs"),
    [
        ((), [(TEXT, "")]),
        ((("a", 2, 4),), [("01", ""), ("23", "a"), ("456789", "")]),
        ((("a", 0, 10),), [(TEXT, "a")]),
        ((("a", 1, 5), ("b", 3, 8)), [("0", ""), ("12", "a"), ("34", "ab"), ("567", "b"), ("89", "")]),
        ((("a", 1, 9), ("b", 3, 5)), [("0", ""), ("12", "a"), ("34", "ab"), ("5678", "a"), ("9", "")]),
        ((("a", 1, 3), ("b", 3, 5)), [("0", ""), ("12", "a"), ("34", "b"), ("56789", "")]),
        ((("a", 1, 3), ("a", 1, 3)), [("0", ""), ("12", "a"), ("3456789", "")]),
    ],
    ids=["none", "one", "all", "overlapping", "nested", "touching", "twice"],
)
def test_runs_carry_the_marks_over_them(edges: tuple[tuple[str, int, int], ...], runs: list[tuple[str, str]]) -> None:
    """The text is cut at every edge, and each run names its marks in their order."""
    assert [(s.words, "".join(s.keys)) for s in find_segments(TEXT, WHOLE, marks_of(*edges))] == runs


def test_a_mark_over_two_stretches_opens_in_the_first_and_closes_in_the_second() -> None:
    """A passage across paragraphs begins once and ends once, and marks its part of each."""
    marks = marks_of(("a", 3, 7))
    (_, first), (second, _) = (find_segments(TEXT, span, marks) for span in (Span(0, 5), Span(5, 10)))
    assert (first.opens, first.closes, second.opens, second.closes) == (("a",), (), (), ("a",))


def test_marks_of_another_part_do_not_count() -> None:
    """A mark of the title leaves the text alone."""
    marks = (Mark(key="a", span=Span(0, 5, Part.TITLE)),)
    assert [segment.keys for segment in find_segments(TEXT, WHOLE, marks)] == [()]


@given(st.text(min_size=1, max_size=40), st.data())
def test_the_runs_together_are_the_text(text: str, data: st.DataObject) -> None:
    """Whatever the marks, nothing is lost, doubled or moved, and each mark opens once and closes once."""
    starts = st.integers(0, len(text) - 1)
    drawn = data.draw(
        st.lists(starts.flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))), max_size=6)
    )
    marks = tuple(Mark(key=str(number), span=Span(*edges)) for number, edges in enumerate(drawn))
    segments = find_segments(text, Span(0, len(text)), marks)
    assert "".join(segment.words for segment in segments) == text
    assert all(segment.words for segment in segments)
    for mark in marks:
        under = "".join(segment.words for segment in segments if mark.key in segment.keys)
        assert under == mark.span.of(text)
        assert sum(mark.key in segment.opens for segment in segments) == 1
        assert sum(mark.key in segment.closes for segment in segments) == 1


@pytest.mark.parametrize(("words", "edges"), [("  ab ", (2, 4)), ("ab", (0, 2)), ("\u00a0a\n", (1, 2)), ("  ", None)])
def test_white_space_at_the_ends_is_left_out(words: str, edges: tuple[int, int] | None) -> None:
    """A span is narrowed to its words; a span of white space is none."""
    assert trimmed(words, Span(0, len(words))) == (Span(*edges) if edges else None)
