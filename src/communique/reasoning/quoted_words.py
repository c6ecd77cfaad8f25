"""Words between quotation marks: another's, not the author's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.model import Span

_PAIRS = {"“": "”", "«": "»", "„": "“”"}
_MARK = re.compile(r"[“”«»„]")
_STRAIGHT = re.compile(r"(?<![\w\"])\"(?=\S)[^\"\n]{1,1500}?(?<=\S)\"(?!\w)")
_LONGEST = 8000


def find_quoted_words(text: str, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    """
    Give what stands between quotation marks, marks included; a quotation may run over several paragraphs.

    A mark that is never closed ends with its paragraph; straight marks do not leave theirs.

    >>> told = 'He called it “a long road”. She said: "We know."'
    >>> [quoted.of(told) for quoted in find_quoted_words(told, (Span(0, len(told)),))]
    ['“a long road”', '"We know."']
    """
    curly = tuple(_curly(text, blocks))
    straight = (
        Span(found.start() + block.start, found.end() + block.start)
        for block in blocks
        for found in _STRAIGHT.finditer(block.of(text))
    )
    return tuple(sorted((*curly, *(span for span in straight if not any(map(span.overlaps, curly))))))


def _curly(text: str, blocks: tuple[Span, ...]) -> Iterator[Span]:
    """Give quotations between marks that differ at both ends; inner ones belong to the outer."""
    reached = 0
    for found in _MARK.finditer(text):
        if found.start() < reached or found.group() not in _PAIRS:
            continue
        reached = _closed(text, found) or _block_end(found.start(), blocks, len(text))
        yield Span(found.start(), reached)


def _closed(text: str, opening: re.Match[str]) -> int:
    """Give where the quotation that a mark opens is closed, past marks of the same kind inside; 0 where it is not."""
    closers, depth = _PAIRS[opening.group()], 0
    for found in _MARK.finditer(text, opening.start(), opening.start() + _LONGEST):
        if found.group() in closers and depth:
            depth -= 1
            if not depth:
                return found.end()
        elif found.group() == opening.group():
            depth += 1
    return 0


def _block_end(start: int, blocks: tuple[Span, ...], otherwise: int) -> int:
    return next((block.end for block in blocks if block.start <= start < block.end), otherwise)
