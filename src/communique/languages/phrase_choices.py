"""Phrases with choices in braces, written out, or made one pattern where the choices are many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from math import prod
from typing import Any

_CHOICE = re.compile(r"\{([^{}]*)\}")
_MOST = 60


def make_phrases(words: Iterable[str]) -> Iterator[str]:
    """
    Give phrases with every choice made, and with either apostrophe; those with too many choices are left out.

    >>> list(make_phrases(["{he|she} doesn't {|really }want"]))[:3]
    ["he doesn't want", 'he doesn’t want', "he doesn't really want"]
    """
    for phrase in words:
        if _choices(phrase) <= _MOST:
            for chosen in _chosen(phrase):
                yield from dict.fromkeys((chosen, chosen.replace("'", "’")))


def make_patterns(table: dict[str, Any]) -> Iterator[str]:
    """Give the patterns of a table, a blank standing for any white space, and those phrases with too many choices."""
    for pattern in table.get("patterns", ()):
        yield pattern.replace(" ", r"\s")
    for phrase in table.get("words", ()):
        if _choices(phrase) > _MOST:
            yield rf"\b{''.join(_parts(phrase))}\b"


def _parts(phrase: str) -> Iterator[str]:
    for place, part in enumerate(_CHOICE.split(phrase)):
        yield f"(?:{'|'.join(map(_worded, part.split('|')))})" if place % 2 else _worded(part)


def _worded(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+").replace(r"\~", "[-–—‑]").replace("~", "[-–—‑]").replace("'", "['’]")


def _chosen(words: str) -> Iterator[str]:
    """Make every choice between braces, inner ones first."""
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(_CHOICE.split(words))]
    for choice in product(*choices):
        phrase = "".join(choice)
        if "{" in phrase:
            yield from _chosen(phrase)
        else:
            yield " ".join(phrase.split())


def _choices(words: str) -> int:
    return prod(choice.count("|") + 1 for choice in _CHOICE.findall(words))
