"""Where English sentences end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.sentences import find_sentences

PIECES = [
    "Mr. ",
    "Vesk ",
    "U.S. ",
    "met",
    ". ",
    ".",
    "? ",
    "…",
    "\n",
    "\n\n",
    "”",
    "“",
    "(",
    ")",
    "The ",
    "a.m. ",
    "No. 4 ",
    "–",
    " ",
]


def cut(text: str) -> list[str]:
    """Give the sentences of a text."""
    return [span.of(text) for span in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Talks were held. A statement followed.", 2),
        ("Mr. Vesk met Ms. Korin. Talks followed.", 2),
        ("Dr. Runa Stolt and Gen. Oskar Rhyne came.", 1),
        ("The U.S. President came. He left.", 2),
        ("They met in the U.S. The talks were short.", 2),
        ("They met at 9 p.m. President Vesk then left.", 2),
        ("J. T. Rhyne came.", 1),
        ("Oskar P. Rhyne Jr. spoke.", 1),
        ("The talks began at 9 a.m. and ended at noon.", 1),
        ("The talks ended at 9 p.m. The guests left.", 2),
        ("Protocol No. 4 was signed.", 1),
        ("Trade grew by 3.5 per cent.", 1),
        ("“Come in.” He did.", 2),
        ("He asked: “Why?” Nobody knew.", 2),
        ("(They met in May.) Talks went on.", 2),
        ("The talks ended.The guests left.", 2),
        ("He waited… and left.", 1),
        ("He waited… Then he left.", 2),
        ("Is it true? It is!", 2),
        ("One line\n\nAnother line", 2),
        ("Talks were held with the\nPresident of Arvenia.", 1),
        ("A headline\nThe talks were held.", 2),
        ("H.E. Ilmar Vesk came.", 1),
        ("Northern Timber Inc. signed it.", 1),
        ("See Art. 4 of the treaty, i.e. Velmark’s.", 1),
        ("", 0),
        (" \n ", 0),
        ("no full stop", 1),
    ],
)
def test_full_stops_that_end_and_those_that_do_not(text: str, count: int) -> None:
    """Abbreviations, initials and numbers end no sentence; lost blanks and blank lines do."""
    assert len(cut(text)) == count, cut(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_sentences_are_the_text_without_the_space_between(text: str) -> None:
    """Sentences stand in order without overlap, and only white space is left out."""
    spans = find_sentences(text)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) for span in spans)
    left = list(text)
    for span in spans:
        left[span.start : span.end] = " " * len(span)
    assert "".join(left).strip() == ""


@given(st.text(max_size=60))
def test_any_text_at_all(text: str) -> None:
    """No text breaks it, whatever its characters."""
    assert all(span.of(text) == span.of(text).strip() for span in find_sentences(text))
