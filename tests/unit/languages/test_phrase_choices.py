"""Choices in braces: written out where they are few, one pattern where they are many."""

from __future__ import annotations

import re

import pytest

from communique.languages.phrase_choices import make_patterns, make_phrases

CHOICES = [
    ("one phrase", ["one phrase"]),
    ("{he|she} left", ["he left", "she left"]),
    ("{very |}late", ["very late", "late"]),
    ("a {b|{c|d} e}", ["a b", "a c e", "a b", "a d e"]),
    ("didn't", ["didn't", "didn’t"]),
]


@pytest.mark.parametrize(("phrase", "expected"), CHOICES)
def test_every_choice_is_made(phrase: str, expected: list[str]) -> None:
    """Choices are made from the inside out, with either apostrophe."""
    assert list(make_phrases([phrase])) == expected


def test_many_choices_become_one_pattern() -> None:
    """A phrase with too many choices is a pattern instead, and fits all of them over any blank."""
    many = "{a|b|c|d} {e|f|g|h} {i|j|k|l}"
    assert list(make_phrases([many])) == []
    (pattern,) = make_patterns({"words": [many]})
    assert re.fullmatch(pattern, "b\xa0h i")
    assert not re.fullmatch(pattern, "b h")
