"""How words are found again in a text: by the words around them, and by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from communique.errors import SpanError
from communique.model import Part, Span

CONTEXT = 32
"""Code points on either side that a quote begins with; more are taken until it stands for one place alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words of a text with what stands before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not self.exact:
            raise SpanError(wanted="words to find again", got="none")


def find_quote(text: str, span: Span, *, context: int = CONTEXT) -> Quote:
    """
    Give the words of a span with so much of the text around them that no other place of it is meant.

    >>> find_quote("The talks were held. The talks were long.", Span(25, 30), context=4)
    Quote(exact='talks', prefix='ld. The ', suffix=' were lo')

    Raises:
        SpanError: the span reaches past the end of the text.
    """
    while True:
        quote = Quote(
            exact=span.of(text),
            prefix=text[max(0, span.start - context) : span.start],
            suffix=text[span.end : span.end + context],
        )
        if context >= len(text) or len(_best(text, quote, span.part)) == 1:
            return quote
        context *= 2


def find_anchor(text: str, quote: Quote, *, start: int | None = None, part: Part = Part.TEXT) -> Span | None:
    """
    Find quoted words again in a text, though it may have changed; None where they are gone or may be any of several.

    The place whose surroundings agree most is taken, of several such the one nearest to ``start``, where they stood.
    Words that are there no more as they were are looked for with other white space between them.

    >>> find_anchor("Today the talks were held.", Quote(exact="talks", prefix="The ", suffix=" were"), start=4)
    Span(start=10, end=15, part=<Part.TEXT: 'text'>)
    """
    best = _best(text, quote, part)
    if start is not None:
        return min(best, key=lambda span: abs(span.start - start), default=None)
    return best[0] if len(best) == 1 else None


def _best(text: str, quote: Quote, part: Part) -> tuple[Span, ...]:
    """Give the places where the words stand and whose surroundings agree most."""
    places = tuple(_exact_places(text, quote.exact, part)) or tuple(_loose_places(text, quote.exact, part))
    agreed = [_agreement(text, quote, span) for span in places]
    most = max(agreed, default=0)
    return tuple(span for span, agreement in zip(places, agreed, strict=True) if agreement == most)


def _exact_places(text: str, words: str, part: Part) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words), part)
        start = text.find(words, start + 1)


def _loose_places(text: str, words: str, part: Part) -> Iterator[Span]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    if pattern:
        yield from (Span(*found.span(), part) for found in re.finditer(pattern, text))


def _agreement(text: str, quote: Quote, span: Span) -> int:
    """Count the code points next to a place that are as quoted, outward on both sides."""
    before = text[max(0, span.start - len(quote.prefix)) : span.start]
    after = text[span.end : span.end + len(quote.suffix)]
    return _alike(before[::-1], quote.prefix[::-1]) + _alike(after, quote.suffix)


def _alike(one: str, other: str) -> int:
    """Count the code points that both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
