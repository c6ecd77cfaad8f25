"""Quantities with who states them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model import Person, Quotation, Span
from communique.model.figures import Figure, FigureWords


def extract_figures(words: Sequence[FigureWords], quotations: Sequence[Quotation]) -> tuple[Figure, ...]:
    """Give the figures in order; the speaker is whose direct speech the figure stands in, None for the narrator."""
    return tuple(Figure(words=each, speaker=_speaker(each.span, quotations)) for each in words)


def _speaker(span: Span, quotations: Sequence[Quotation]) -> Person | None:
    return next((q.speaker for q in quotations if q.content.covers(span)), None)
