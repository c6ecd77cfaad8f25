"""Where words stand, for a reader of two texts: the paragraph, and in a long one the sentence."""

from __future__ import annotations

from communique.model import Part, Span
from communique.reports.paragraphs import Paragraph, find_locus

MOST_SENTENCES = 3
"""Sentences up to which the number of a paragraph is place enough."""


def find_place(span: Span, paragraphs: tuple[Paragraph, ...], sentences: tuple[Span, ...]) -> str:
    """
    Say where words stand: "¶3", "¶3–5", "title"; within a paragraph of many sentences also which of them: "¶1 s7".

    Sentences are counted from 1 in each paragraph.

    >>> one = Paragraph(number=1, span=Span(0, 50), blocks=(Span(0, 50),))
    >>> sentences = tuple(Span(start, start + 9) for start in range(0, 50, 10))
    >>> find_place(Span(22, 28), (one,), sentences), find_place(Span(2, 18), (one,), sentences)
    ('¶1 s3', '¶1 s1–2')
    >>> find_place(Span(0, 49), (one,), sentences), find_place(Span(22, 28), (one,), sentences[:3])
    ('¶1', '¶1')
    """
    locus = find_locus(span, paragraphs)
    own = [paragraph.span for paragraph in paragraphs if paragraph.span.overlaps(span)]
    if span.part is not Part.TEXT or len(own) != 1:
        return locus
    within = [sentence for sentence in sentences if sentence.overlaps(own[0])]
    numbers = [number for number, sentence in enumerate(within, start=1) if sentence.overlaps(span)]
    if len(within) <= MOST_SENTENCES or not numbers or len(numbers) == len(within):
        return locus
    return f"{locus} s{numbers[0]}" + (f"–{numbers[-1]}" if len(numbers) > 1 else "")
