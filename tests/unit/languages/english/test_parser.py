"""Sentences whose names are put into one word each, and the way back to the release."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.designations import find_designations
from communique.languages.english.lexicon import lexicon
from communique.languages.english.parser import MODEL_VERSION, Masked, Name, mask, model_name
from communique.model import Span
from unit.fictional import names, parsed

WORDS = ["President", "of", "Arvenia", "Ilmar", "Vesk", ",", "Adela", "Korin", "met", "and", "’s", "the", "side", "\n"]


def masked(text: str) -> Masked:
    """Mask one sentence."""
    return mask(text, Span(0, len(text)), [Name(d.span, d) for d in find_designations(text, lexicon(names()))])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("President of Arvenia Ilmar Vesk met Adela Korin.", "Vesk met Korin."),
        ("Ilmar Vesk, President of Arvenia, met Adela Korin.", "Vesk met Korin."),
        ("The President of Arvenia, Ilmar Vesk, spoke.", "The Vesk spoke."),
        ("The Prime Minister of Velmark spoke.", "The Minister spoke."),
        ("The two presidents spoke.", "The two presidents spoke."),
        ("He met Oskar Rhyne Jr.", "He met Rhyne"),
        (
            "Ilmar Vesk, President of Arvenia, Adela Korin, Prime Minister of Velmark, and Runa Stolt met.",
            "Vesk, Korin and Stolt met.",
        ),
        ("Nothing to mask.", "Nothing to mask."),
        ("President Shamil O’Kesh spoke.", "OKesh spoke."),
    ],
)
def test_each_name_is_one_word(text: str, shown: str) -> None:
    """A person is the last name, an office its head noun, a group stays; commas of an apposition go."""
    assert masked(text).text == shown


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join))
def test_every_character_knows_its_place(text: str) -> None:
    """Each character of the masked sentence has an offset in the release, in order, the same one outside names."""
    shown = masked(text)
    assert len(shown.offsets) == len(shown.text)
    assert list(shown.offsets) == sorted(shown.offsets)
    inside = {i for start, end, _ in shown.names for i in range(start, end)}
    plain = [i for i in range(len(shown.text)) if i not in inside]
    assert all(shown.text[i] == text[shown.offsets[i]].replace("\n", " ").replace("’", "'") for i in plain)


def test_names_outside_the_sentence_stay_out() -> None:
    """A name that another one covers, or that reaches out of the sentence, is not put in."""
    text = "Ilmar Vesk spoke. Adela Korin left."
    shown = mask(text, Span(0, 17), [Name(Span(0, 10)), Name(Span(6, 10)), Name(Span(12, 23))])
    assert shown.text == "Vesk spoke."


def test_spans_lead_back_to_the_release() -> None:
    """The span from one parsed word to another covers the whole names at its ends."""
    text = "President of Arvenia Ilmar Vesk met Prime Minister of Velmark Adela Korin today."
    sentence = parsed(text)
    assert sentence.span(sentence.doc[0], sentence.doc[2]).of(text) == text.removesuffix(" today.")
    first = sentence.designation(sentence.doc[0])
    assert first is not None
    assert first.name is not None
    assert first.name.of(text) == "Ilmar Vesk"
    assert sentence.designation(sentence.doc[1]) is None


def test_the_model_is_named_with_its_version() -> None:
    """A report can say which model read the text."""
    name, version = model_name().split()
    assert name.startswith("en_core_web_sm")
    assert version == MODEL_VERSION


def test_a_very_long_sentence_is_cut_for_the_parser() -> None:
    """A run-on of thousands of words is parsed no further than its first part."""
    sentence = parsed("Ilmar Vesk met Adela Korin, " + "and then another talk was held, " * 300)
    assert len(sentence.doc.text) <= 1200
