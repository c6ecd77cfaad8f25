"""What the linter lets pass: reported speech, subjects without a mind, a base rate."""

from __future__ import annotations

import pytest

from communique.languages.lint_words import load_lint_words

REPORTED = [
    ("en", "Vesk said that he ", True),
    ("en", "According to the press service, he ", True),
    ("en", "Vesk said so. He ", False),
    ("ru", "Веск заявил, что ", True),
    ("ru", "Веск приехал и ", False),
]
BASES = [
    ("en", "in 3 out of the last 12 visits", True),
    ("en", "in two of the ten visits", True),
    ("en", "there is no base", True),
    ("en", "in two visits", False),
    ("ru", "в двух из последних визитов", True),
]


@pytest.mark.parametrize(("language", "words", "expected"), REPORTED)
def test_reported_speech_is_told_by_its_verb(language: str, words: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """Words after a verb of speech in the same sentence are reported."""
    assert bool(load_lint_words(language).reported.search(words)) is expected


@pytest.mark.parametrize(("language", "words", "expected"), BASES)
def test_a_base_rate_is_told_by_its_words(language: str, words: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """N of M, in words too, or that there is none."""
    assert bool(load_lint_words(language).base.search(words)) is expected
