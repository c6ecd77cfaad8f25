"""The paragraphs of a release as a reader counts them, and where in them words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.model import Account, Part, Span, SpeechForm
from communique.reports.marks import trimmed

LONG_BLOCK = 900
"""Characters of unbroken text after which the display starts a new line at the next sentence."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """
    One paragraph: its number (from 1), its words, and the blocks it is shown in.

    A paragraph is a line of the text as captured, and each turn of a transcript begins one, also where the capture has
    lost its line breaks. ``blocks`` divide a very long paragraph for the eye alone; together they are its words.
    """

    number: int
    span: Span
    blocks: tuple[Span, ...]


def find_paragraphs(account: Account) -> tuple[Paragraph, ...]:
    """Divide the text of a release into numbered paragraphs, in order; blank lines belong to none."""
    text = account.release.text
    turns = _turn_edges(account)
    sentences = tuple(sentence.start for sentence in account.sentences)
    pieces = (piece for line in _LINE.finditer(text) for piece in _split(line.start(), line.end(), turns))
    spans = (span for start, end in pieces if (span := trimmed(text, Span(start, end))))
    return tuple(
        Paragraph(number=number, span=span, blocks=tuple(_blocks(text, span, sentences)))
        for number, span in enumerate(spans, start=1)
    )


def find_locus(span: Span, paragraphs: tuple[Paragraph, ...]) -> str:
    """
    Say where words stand: "¶3", "¶3–5", "title" or "place line".

    >>> one = Paragraph(number=1, span=Span(0, 9), blocks=(Span(0, 9),))
    >>> find_locus(Span(2, 4), (one,)), find_locus(Span(0, 3, Part.TITLE), (one,))
    ('¶1', 'title')
    """
    if span.part is not Part.TEXT:
        return {Part.TITLE: "title", Part.PLACE: "place line"}[span.part]
    numbers = [paragraph.number for paragraph in paragraphs if paragraph.span.overlaps(span)]
    if not numbers:
        return "text"
    return f"¶{numbers[0]}" if numbers[0] == numbers[-1] else f"¶{numbers[0]}–{numbers[-1]}"


def _turn_edges(account: Account) -> tuple[int, ...]:
    """Give where turns of a transcript begin, label included, and where they end."""
    edges: set[int] = set()
    for quotation in account.quotations:
        if quotation.form is SpeechForm.TURN:
            cue, content = quotation.cue, quotation.content
            labelled = cue is not None and cue.part is Part.TEXT and cue.end <= content.start
            edges.update((cue.start if cue is not None and labelled else content.start, content.end))
    return tuple(sorted(edges))


def _split(start: int, end: int, edges: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    return pairwise((start, *(edge for edge in edges if start < edge < end), end))


def _blocks(text: str, span: Span, sentences: tuple[int, ...]) -> Iterator[Span]:
    """Cut at the first sentence after each LONG_BLOCK characters; the space between blocks stays with the first."""
    start = span.start
    for sentence in sentences:
        if sentence - start >= LONG_BLOCK and sentence < span.end and text[sentence - 1].isspace():
            yield Span(start, sentence)
            start = sentence
    yield Span(start, span.end)
