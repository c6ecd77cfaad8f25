"""On which lines of a dossier's file its tables and keys stand, where that is plain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_HEAD = re.compile(r"[ \t]*(\[\[?)\s*([\w-]+)\s*\]")


class Place(NamedTuple):
    """A table as messages name it, and its first and last line, 0 where they are not plain."""

    name: str
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class FileLines:
    """
    The text of a file, and on which lines its tables stand.

    Text over several lines may look like a head; where the heads are not as many as the tables, no line is told.
    """

    text: str

    def of_head(self, name: str) -> int:
        """Give the line of the first head of a name, 0 where there is none."""
        return next((first for found, first, _ in self._heads() if found == name), 0)

    def table(self, name: str) -> tuple[int, int]:
        """Give the first and last line of the only table of a name, 0 where there are several heads."""
        return self.tables(name, 1)[0]

    def tables(self, name: str, number: int) -> tuple[tuple[int, int], ...]:
        """Give the first and last line of each table of a name, which are so many."""
        found = tuple((first, last) for head, first, last in self._heads() if head == name)
        return found if len(found) == number else ((0, 0),) * number

    def of_key(self, name: str, place: Place) -> int:
        """Give the line on which a key of a table stands, 0 where it stands nowhere or twice."""
        if not name or not place.first:
            return 0
        key = re.compile(rf"""[ \t]*["']?{re.escape(name)}["']?[ \t]*=""")
        lines = _lines(self.text)[place.first : place.last]
        found = [number for number, line in enumerate(lines, start=place.first + 1) if key.match(line)]
        return found[0] if len(found) == 1 else 0

    def _heads(self) -> tuple[tuple[str, int, int], ...]:
        return _heads(self.text)


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


@lru_cache(maxsize=4)
def _heads(text: str) -> tuple[tuple[str, int, int], ...]:
    """Give each head with its line and the last line of its table; the text is gone through once."""
    numbered = ((number, _HEAD.match(line)) for number, line in enumerate(_lines(text), start=1))
    heads = [(found[2], number) for number, found in numbered if found]
    ends = [*(number - 1 for _, number in heads[1:]), len(_lines(text))][: len(heads)]
    return tuple((name, first, end) for (name, first), end in zip(heads, ends, strict=True))
