"""Sides as an analyst names them: by code or by name, as the tables have them, misspelt or not."""

from __future__ import annotations

from difflib import get_close_matches

from communique.model import Side
from communique.reference import Tables, find_side

LIKE = 0.75
"""How much of a word must be the same (0 to 1) for another to be meant, at least."""


def named_side(words: str, tables: Tables) -> Side | None:
    """Give the side that words name by its code, or by its name in any language; None where the tables have none."""
    meant = words.strip().casefold()
    sides = tuple(row.side for row in tables.sides)
    by_code = (side for side in sides if side.code.casefold() == meant)
    by_name = (side for side in sides if side.name.casefold() == meant)
    return next(by_code, None) or next(by_name, None) or find_side(words.strip(), tables=tables)


def find_meant(words: str, tables: Tables) -> Side | None:
    """Give the side whose name is nearest to words that name none, None where none is near."""
    names = {row.side.name.casefold(): row.side for row in tables.sides}
    near = get_close_matches(words.strip().casefold(), names, n=1, cutoff=LIKE)
    return names[near[0]] if near else None


def meant_words(words: str, tables: Tables) -> str:
    """Ask whether the nearest side is meant; where none is near, say what is expected."""
    side = find_meant(words, tables)
    return f"did you mean {side.name} ({side.code})?" if side else "a code or a name of the tables; --tables adds yours"
