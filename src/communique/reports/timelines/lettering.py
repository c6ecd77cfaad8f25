"""How wide words are when drawn, and how they break into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

POINTS = 72.0
"""Points to the inch."""

LEADING = 1.32
"""Height of a line, in sizes of its letters."""

_BLANKS = re.compile(r"[ \t\r\n]+")
"""Where a line may end; at a space that does not break it may not."""

FACE = "DejaVu Sans"
"""Shipped with matplotlib, so that the same words are as wide on every machine."""


@lru_cache(maxsize=8192)
def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a line in inches, its letters in points."""
    from matplotlib.textpath import text_to_path  # noqa: PLC0415 - loads when a plot is asked for

    width: float = text_to_path.get_text_width_height_descent(words, _face(size, bold=bold), ismath=False)[0]
    return width / POINTS


def height_of(lines: int, size: float) -> float:
    """Give the height of so many lines in inches."""
    return lines * size * LEADING / POINTS


def broken(words: str, size: float, width: float, *, most: int = 9) -> tuple[str, ...]:
    """
    Break words into lines of at most so many inches; past ``most`` lines the last one ends in an ellipsis.

    A word longer than a line is broken where the line ends.

    >>> broken("Telephone conversation with Adela Korin", 8.0, 1.4)
    ('Telephone conversation', 'with Adela Korin')
    """
    lines = tuple(_lines(words, size, width))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(f"{last} …", size) > width:
        last = last.rpartition(" ")[0]
    return (*lines[: most - 1], f"{last} …".lstrip())


def _lines(words: str, size: float, width: float) -> Iterator[str]:
    line = ""
    for word in _BLANKS.split(words.strip()):
        longer = f"{line} {word}" if line else word
        if width_of(longer, size) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while width_of(line, size) > width and len(line) > 1:
            fitting = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or width_of(line[:n], size) <= width)
            yield line[:fitting]
            line = line[fitting:]
    if line:
        yield line


@lru_cache
def _face(size: float, *, bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - as above

    return FontProperties(family=[FACE], size=size, weight="bold" if bold else "normal")
