"""Whether words stand in a text exactly, and where they do not, which words there come nearest."""

from __future__ import annotations

import re

NEAR = 70.0
"""From 0 to 100: how alike words must be to be shown as the nearest ones (share of letters that need no change)."""

_FEW = 3
_LEFT_OUT = re.compile(r" \[?(?:…|\.\.\.)\]? ")


def stands_in(words: str, text: str) -> bool:
    r"""
    Tell whether words stand in a text as they are; only blanks and line ends count as alike.

    Stretches parted by " … " stand in it where each does, in this order.

    >>> stands_in("the ferry line", "They spoke of the ferry\nline."), stands_in("the Ferry", "the ferry")
    (True, False)
    >>> stands_in("they … the line", "they spoke of the line"), stands_in("the line … they", "they spoke of the line")
    (True, False)
    """
    line, place = " ".join(text.split()), 0
    for stretch in stretches(words):
        found = line.find(stretch, place)
        if found < 0:
            return False
        place = found + len(stretch)
    return True


def stretches(words: str) -> tuple[str, ...]:
    """Give the stretches that words parted by " … " are of, blanks and line ends as one blank."""
    line = " ".join(words.split())
    return tuple(part.strip() for part in _LEFT_OUT.split(line) if part.strip())


def find_nearest(words: str, text: str) -> str:
    """
    Give the words of a text that come nearest to some words, whole words on both ends; empty where none come near.

    >>> find_nearest("spoke of a ferry line", "Yesterday they spoke of the ferry line at length.")
    'spoke of the ferry line'
    """
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - only words that do not stand there need it

    sought, line = " ".join(words.split()), " ".join(text.split())
    if len(sought) < _FEW or len(line) < len(sought):
        return ""
    found = partial_ratio_alignment(sought.casefold(), line.casefold(), score_cutoff=NEAR)
    if found is None or len(line.casefold()) != len(line):  # a letter that folds into two would shift the places
        return ""
    start = line.rfind(" ", 0, found.dest_start + 1) + 1
    end = line.find(" ", max(found.dest_end - 1, start))
    return line[start : end if end >= 0 else len(line)].strip(" ,;:.")
