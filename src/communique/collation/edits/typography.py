"""Two versions with the same words: where their marks, links, blanks or line breaks differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.collation.edits.words import Wording
from communique.model import Span

_SPACES = re.compile(r"\s+")


def find_typography(before: Wording, after: Wording) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield the places where two versions of the same words look different; line breaks only if nothing else does."""
    if before.text == after.text or [w.key for w in before.words] != [w.key for w in after.words]:
        return
    if not before.words:
        yield _whole(before), _whole(after)
        return
    places = [i for i in range(len(before.words) + 1) if _looks(before, i) != _looks(after, i)]
    if not places:
        places = [i for i in range(len(before.words) + 1) if _chunk(before, i) != _chunk(after, i)]
    for first, last in _runs(places):
        low, high = max(0, first - 1), min(last + 1, len(before.words))
        yield before.span(low, high), after.span(low, high)


def _whole(wording: Wording) -> Span | None:
    return Span(0, len(wording.text), wording.part) if wording.text else None


def _chunk(wording: Wording, i: int) -> str:
    """Give a word as written with all that stands between the word before and it; after the last, what follows."""
    start = wording.words[i - 1].end if i else 0
    return wording.text[start : wording.words[i].end] if i < len(wording.words) else wording.text[start:]


def _looks(wording: Wording, i: int) -> str:
    return _SPACES.sub(" ", _chunk(wording, i))


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Give the first and last of each unbroken run."""
    start = previous = None
    for i in places:
        if previous is None or i != previous + 1:
            if start is not None and previous is not None:
                yield start, previous
            start = i
        previous = i
    if start is not None and previous is not None:
        yield start, previous
