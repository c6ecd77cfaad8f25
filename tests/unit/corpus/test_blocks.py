"""Any span of months is a few aligned blocks."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.corpus.blocks import RADIX, WIDTHS, Block, blocks_over, find_blocks, first_day_of, month_of
from communique.errors import ModelError

months = st.integers(0, 30_000)


@pytest.mark.parametrize(
    ("start", "before", "expected"),
    [
        pytest.param(5, 5, [], id="nothing"),
        pytest.param(9, 5, [], id="backwards"),
        pytest.param(7, 8, [(1, 7)], id="one month"),
        pytest.param(4, 8, [(4, 1)], id="one block"),
        pytest.param(3, 9, [(1, 3), (4, 1), (1, 8)], id="a block between months"),
        pytest.param(0, 1024, [(1024, 0)], id="the widest"),
        pytest.param(0, 2048, [(1024, 0), (1024, 1)], id="two of the widest"),
    ],
)
def test_a_span_is_divided(start: int, before: int, expected: list[tuple[int, int]]) -> None:
    """The fewest blocks are taken, in order."""
    assert [(block.width, block.number) for block in find_blocks(start, before)] == expected


@given(start=months, before=months)
def test_blocks_cover_a_span_exactly(start: int, before: int) -> None:
    """The months of the blocks are those of the span, each once, and the blocks are few."""
    blocks = find_blocks(start, before)
    assert list(chain.from_iterable(block.months for block in blocks)) == list(range(start, before))
    widest = max(0, before - start) // WIDTHS[-1]
    assert len(blocks) <= widest + 2 * (RADIX - 1) * (len(WIDTHS) - 1)


@given(month=months)
def test_a_month_lies_in_one_block_of_each_width(month: int) -> None:
    """The blocks over a month hold it, each is the parent of the one before, and children make up their parent."""
    blocks = blocks_over(month)
    assert [block.width for block in blocks] == list(WIDTHS)
    assert all(month in block.months for block in blocks)
    assert [block.parent for block in blocks] == [*blocks[1:], None]
    for block in blocks[1:]:
        assert list(chain.from_iterable(child.months for child in block.children)) == list(block.months)
        assert {child.parent for child in block.children} == {block}
    assert blocks[0].children == ()


@given(day=st.dates())
def test_months_are_numbered_in_order(day: date) -> None:
    """The first day of a day's month is in that month and not after the day."""
    first = first_day_of(month_of(day))
    assert (first.year, first.month, first.day) == (day.year, day.month, 1)
    assert month_of(first) == month_of(day)


@pytest.mark.parametrize(("width", "number"), [(2, 0), (0, 0), (4, -1)])
def test_an_impossible_block_is_refused(width: int, number: int) -> None:
    """A block has one of the widths and lies after the year 0."""
    with pytest.raises(ModelError, match="a width of"):
        Block(width, number)
