"""English tokens."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.tokens import find_tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Vesk spoke.", ["Mr.", "Vesk", "spoke", "."]),
        ("Mr Vesk’s aide", ["Mr", "Vesk", "’s", "aide"]),
        ("the sides' wish", ["the", "sides", "'", "wish"]),
        ("O’Kesh and Al-Qasra", ["O’Kesh", "and", "Al-Qasra"]),
        ("the U.S. and U.N.", ["the", "U.S.", "and", "U.N."]),
        ("J. T. Rhyne", ["J.", "T.", "Rhyne"]),
        ("ex-President Venn", ["ex-", "President", "Venn"]),
        ("Vice-President Venn", ["Vice-President", "Venn"]),
        ("(COVID-19)", ["(", "COVID-19", ")"]),
        ("Núñez-Ortega", ["Núñez-Ortega"]),
        ("Tarsk–Sund", ["Tarsk", "–", "Sund"]),
        ("Oskar Rhyne, Jr. came", ["Oskar", "Rhyne", ",", "Jr.", "came"]),
    ],
)
def test_what_is_one_token(text: str, words: list[str]) -> None:
    """Initials, abbreviations and hyphens stay whole; possessive endings and "ex-" stand apart."""
    assert [token.words for token in find_tokens(text)] == words


def test_only_between_the_offsets() -> None:
    """A stretch of a text gives the tokens of that stretch, with their places in the whole."""
    text = "Ilmar Vesk met Adela Korin."
    assert [(t.start, t.words) for t in find_tokens(text, 11, 20)] == [(11, "met"), (15, "Adela")]


@given(st.text(max_size=80))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    """Tokens follow one another, carry the words at their place, and leave out nothing but white space."""
    tokens = find_tokens(text)
    assert all(one.end <= two.start for one, two in itertools.pairwise(tokens))
    assert all(token.words == text[token.start : token.end] for token in tokens)
    left = list(text)
    for token in tokens:
        left[token.start : token.end] = " " * (token.end - token.start)
    assert "".join(left).strip() == ""


@given(st.text(alphabet="AaÉé’-. ", max_size=20))
def test_lower_case_has_plain_apostrophes(text: str) -> None:
    """The folded words are what lexicons are looked up by."""
    assert all("’" not in token.lower and token.lower == token.lower.lower() for token in find_tokens(text))
