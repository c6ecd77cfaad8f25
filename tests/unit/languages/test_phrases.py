"""Phrases of word lists in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.phrases import build_phrases, lowered

LIST = build_phrases(
    [
        ("timber", "wood"),
        ("timber~frame*", "houses"),
        ("ferr*", "boats"),
        ("ferry line", "lines"),
        ("WHO", "health"),
        ("thanked (…) for", "thanks"),
        ("fish", "food"),
        ("fish", "sea"),
        ("лёд", "ice"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Timber and TIMBER", [("Timber", "wood"), ("TIMBER", "wood")]),
        ("timberland", []),
        ("undertimber", []),
        ("timber–framed", [("timber–framed", "houses")]),
        ("ferries; a ferry\nline", [("ferries", "boats"), ("ferry\nline", "lines")]),
        ("those who ask WHO", [("WHO", "health")]),
        ("thanked the old King warmly for it", [("thanked the old King warmly for", "thanks")]),
        ("thanked the old and very tired King for it", []),
        ("fish", [("fish", "food sea")]),
        ("ЛЁД, лед", [("ЛЁД", "ice"), ("лед", "ice")]),
        ("", []),
    ],
)
def test_phrases_found(text: str, found: list[tuple[str, str]]) -> None:
    """Whole words in any case, endings where allowed, capitals as they stand; the longest of those begun together."""
    assert [(text[start:end], " ".join(labels)) for start, end, labels in LIST.find(text)] == found


@given(st.text(alphabet="timber ferylnWHO\n–-İß", max_size=60))
def test_fits_stand_in_order_and_apart(text: str) -> None:
    """Whatever the text, fits follow one another, and each carries a label."""
    fits = list(LIST.find(text))
    assert all(one.end <= other.start for one, other in pairwise(fits))
    assert all(fit.labels and fit.start < fit.end for fit in fits)


@given(st.text())
def test_small_letters_stand_where_they_stood(text: str) -> None:
    """Small letters never move what follows them."""
    assert len(lowered(text)) == len(text)


def test_an_empty_list_finds_nothing() -> None:
    """A list without phrases is a list."""
    assert list(build_phrases([]).find("timber")) == []
