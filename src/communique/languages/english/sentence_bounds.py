"""Where the sentence around a quotation begins and ends, looked for no further than the quotation needs."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\b[A-Z])[.!?…][”\"’)\]*]*(?=\s|$)|\n\s{0,9}\n")
_LINE_END = re.compile(r"[.!?…:;”\"*)][ \t]{0,9}\n|\n\s{0,9}\n|\n(?=[-•*])")


def sentence_start(text: str, low: int, at: int) -> int:
    r"""
    Give where the sentence that holds ``at`` begins, not before ``low``; lines broken in mid-phrase are read on.

    >>> text = "Mr. Vesk came. As Ilmar\nVesk said, it was late."
    >>> text[sentence_start(text, 0, 30):]
    ' As Ilmar\nVesk said, it was late.'
    """
    start = low
    for pattern in (_SENTENCE_END, _LINE_END):
        for found in pattern.finditer(text, start, at):
            start = found.end()
    return start


def sentence_end(text: str, start: int, high: int) -> int:
    """Give where the sentence that goes on at ``start`` ends, its full stop included, not after ``high``."""
    found = _SENTENCE_END.search(text, start, high)
    return found.end() if found else high


def clause_end(text: str, start: int, high: int) -> int:
    """Give where the words of the sentence that goes on at ``start`` end, before its full stop, not after ``high``."""
    found = _SENTENCE_END.search(text, start, high)
    return found.start() if found else high


def stripped_end(text: str, low: int, end: int, around: str) -> int:
    """Give where the text before ``end`` ends without the given characters, not before ``low``."""
    while end > low and text[end - 1] in around:
        end -= 1
    return end
