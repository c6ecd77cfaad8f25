"""Months in aligned blocks of 1, 4, 16, … 1,024, so that any span of months is a few blocks: sums in few steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.errors import ModelError

RADIX = 4
WIDTHS = (1, 4, 16, 64, 256, 1024)
"""How many months a block spans, the narrowest first: each four times the one before."""

_MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """
    The months from ``number * width`` on, ``width`` of them.

    >>> Block(4, 6065).months
    range(24260, 24264)
    """

    width: int
    number: int

    def __post_init__(self) -> None:
        if self.width not in WIDTHS or self.number < 0:
            raise ModelError(wanted=f"a width of {WIDTHS} and a number from 0", got=f"{self.width} and {self.number}")

    @property
    def months(self) -> range:
        """The months it spans."""
        return range(self.number * self.width, (self.number + 1) * self.width)

    @property
    def parent(self) -> Block | None:
        """The block four times as wide that it lies in, None for the widest."""
        return Block(self.width * RADIX, self.number // RADIX) if self.width < WIDTHS[-1] else None

    @property
    def children(self) -> tuple[Block, ...]:
        """The four blocks a quarter as wide that it is made of, none for a single month."""
        if self.width == WIDTHS[0]:
            return ()
        return tuple(Block(self.width // RADIX, self.number * RADIX + place) for place in range(RADIX))


def month_of(day: date) -> int:
    """
    Number the month of a day, counted from January of the year 0.

    >>> month_of(date(2022, 2, 10))
    24265
    """
    return day.year * _MONTHS + day.month - 1


def first_day_of(month: int) -> date:
    """
    Give the first day of a month by its number.

    >>> first_day_of(24265)
    datetime.date(2022, 2, 1)
    """
    year, place = divmod(month, _MONTHS)
    return date(year, place + 1, 1)


def find_blocks(start: int, before: int) -> tuple[Block, ...]:
    """
    Divide the months from ``start`` up to, but without, ``before`` into the fewest aligned blocks, in order.

    Besides blocks of the widest kind these are at most three of each width on either side.

    >>> [(block.width, block.number) for block in find_blocks(2, 21)]
    [(1, 2), (1, 3), (4, 1), (4, 2), (4, 3), (4, 4), (1, 20)]
    """
    blocks: list[Block] = []
    while start < before:
        width = max(width for width in WIDTHS if start % width == 0 and start + width <= before)
        blocks.append(Block(width, start // width))
        start += width
    return tuple(blocks)


def blocks_over(month: int) -> tuple[Block, ...]:
    """Give the blocks that a month lies in, one of each width, the narrowest first."""
    return tuple(Block(width, month // width) for width in WIDTHS)
