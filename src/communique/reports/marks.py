"""Text cut into runs that carry the same marks, so that passages may overlap and nest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from communique.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A passage to be marked: its words and the key of what marks it; several passages may share one key."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """
    A run of text between two edges of marks.

    ``keys`` are the marks that cover it; ``opens`` those that begin with it, ``closes`` those that end with it, each
    in the order of the marks.
    """

    words: str
    keys: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def find_segments(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """
    Cut a stretch of text at every edge of a mark: the segments together are the stretch, unchanged.

    A mark that begins before the stretch or ends after it marks the part inside, and opens or closes elsewhere.

    >>> [(s.words, s.keys) for s in find_segments("abc", Span(0, 3), (Mark(key="x", span=Span(1, 2)),))]
    [('a', ()), ('b', ('x',)), ('c', ())]
    """
    inside = tuple(mark for mark in marks if mark.span.overlaps(within))
    edges = {within.start, within.end}
    for mark in inside:
        edges.update(edge for edge in (mark.span.start, mark.span.end) if within.start < edge < within.end)
    return tuple(_segment(text, start, end, inside) for start, end in pairwise(sorted(edges)))


def trimmed(text: str, span: Span) -> Span | None:
    """
    Give a span without the white space at its ends, None where nothing else is in it.

    >>> trimmed(" Sund ", Span(0, 6))
    Span(start=1, end=5, part=<Part.TEXT: 'text'>)
    """
    words = span.of(text)
    left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    return Span(span.start + left, span.end - right, span.part) if left < len(words) else None


def _segment(text: str, start: int, end: int, marks: tuple[Mark, ...]) -> Segment:
    over = tuple(mark for mark in marks if mark.span.start < end and start < mark.span.end)
    return Segment(
        words=text[start:end],
        keys=_keys(over),
        opens=_keys(mark for mark in over if mark.span.start == start),
        closes=_keys(mark for mark in over if mark.span.end == end),
    )


def _keys(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.key for mark in marks))
