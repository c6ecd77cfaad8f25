"""Sides named in some words, by name or adjective."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.reference.rows import Tables
from communique.reference.sides import find_side

_CAPITAL = re.compile(r"(?:\b[^\W\d_a-zа-яё][\w.’'-]*)(?:\s+[^\W\d_a-zа-яё][\w.’'-]*)*")
_CASE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class NamedSide:
    """A side that some words name: its code, and where, half-open in code points."""

    code: str
    start: int
    end: int


def find_named_sides(words: str, tables: Tables) -> Iterator[NamedSide]:
    """Yield the sides named in some words, in order; the longest name that fits goes first."""
    for found in _CAPITAL.finditer(words):
        tokens = [(m.start() + found.start(), m.end() + found.start()) for m in re.finditer(r"\S+", found[0])]
        while tokens:
            named = _longest(words, tokens, tables)
            if named is not None:
                yield named
            tokens = [token for token in tokens[1:] if named is None or token[0] >= named.end]


def _longest(words: str, tokens: list[tuple[int, int]], tables: Tables) -> NamedSide | None:
    """Give the side that the most tokens from the first on name."""
    start = tokens[0][0]
    for _, end in reversed(tokens):
        side = find_side(_CASE.sub("", words[start:end]).rstrip(".,"), tables=tables)
        if side is not None:
            return NamedSide(side.code, start, end)
    return None
