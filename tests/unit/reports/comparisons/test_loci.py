"""Where words stand, for a reader of two texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Part, Span
from communique.reports.comparisons.loci import MOST_SENTENCES, find_place
from communique.reports.paragraphs import Paragraph

LONG = "They met. They spoke. They ate. They signed. They left."
SHORT = "It rained. It stopped."
SENTENCES = tuple(Span(*found.span()) for found in re.finditer(r"[A-Z][^.]+\.", f"{LONG}\n{SHORT}"))


def paragraphs() -> tuple[Paragraph, ...]:
    """Give the long paragraph and the short one."""
    spans = (Span(0, len(LONG)), Span(len(LONG) + 1, len(LONG) + 1 + len(SHORT)))
    return tuple(Paragraph(number=number, span=span, blocks=(span,)) for number, span in enumerate(spans, start=1))


def words(told: str) -> Span:
    """Mark words of the two paragraphs."""
    start = f"{LONG}\n{SHORT}".index(told)
    return Span(start, start + len(told))


@pytest.mark.parametrize(
    ("span", "place"),
    [
        (words("ate"), "¶1 s3"),
        (words("They spoke. They ate."), "¶1 s2–3"),
        (words("met. They"), "¶1 s1–2"),
        (words(LONG), "¶1"),
        (words("stopped"), "¶2"),
        (words("left.\nIt"), "¶1–2"),
        (Span(0, 4, Part.TITLE), "title"),
    ],
)
def test_a_place_in_a_long_paragraph_has_its_sentence(span: Span, place: str) -> None:
    """The sentences of a paragraph are counted where they are more than a reader takes in at once."""
    assert find_place(span, paragraphs(), SENTENCES) == place


@given(count=st.integers(1, 9), chosen=st.data())
def test_the_sentence_named_is_the_one(count: int, chosen: st.DataObject) -> None:
    """Whatever the paragraph, a sentence goes by its place in it."""
    sentences = tuple(Span(10 * number, 10 * number + 9) for number in range(count))
    one = Paragraph(number=1, span=Span(0, 10 * count), blocks=(Span(0, 10 * count),))
    number = chosen.draw(st.integers(1, count))
    place = find_place(sentences[number - 1], (one,), sentences)
    assert place == (f"¶1 s{number}" if count > MOST_SENTENCES else "¶1")


def test_without_sentences_the_paragraph_is_place_enough() -> None:
    """A text whose sentences are not known has paragraphs all the same."""
    assert find_place(words("ate"), paragraphs(), ()) == "¶1"
