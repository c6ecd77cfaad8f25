"""English words that leave number or identity open, and those like them that do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.vague import find_vague


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They discussed a number of bilateral questions.", ["a number of"]),
        ("A wide range of views was heard.", ["A wide range of"]),
        ("A package of documents was signed.", ["A package of"]),
        ("A group of ministers took part.", ["A group of"]),
        ("Several treaties and various papers were read.", ["Several", "various"]),
        ("Some crossings stay shut; numerous lorries wait.", ["Some", "numerous"]),
        ("A certain state helped certain companies.", ["A certain", "certain"]),
        ("They agreed on some of the tariffs.", ["some"]),
        ("They took up topical issues of timber.", ["topical issues"]),
        ("They took up timber and other issues of mutual interest.", ["other issues of mutual interest"]),
        ("Matters of common concern were raised.", ["Matters of common concern"]),
        ("They discussed a number of other topical questions.", ["a number of other topical questions"]),
        ("The relevant authorities took the necessary measures.", ["relevant authorities", "necessary measures"]),
        ("They spoke of timber, fish, among other things.", ["among other things"]),
        ("Ferries, timber, fish, etc. were named.", ["etc."]),
        ("One of the parties and third countries object.", ["One of the parties", "third countries"]),
        ("They discussed\na number\nof papers.", ["a number\nof"]),
    ],
)
def test_words_that_leave_open(text: str, words: list[str]) -> None:
    """Quantities, determiners, topics without content, closings and nobody in particular are found with their words."""
    assert [span.of(text) for span in find_vague(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "The number of crossings rose to 40.",
        "Some 40 lorries wait; some forty more come.",
        "Some time ago they met.",
        "They met several times over several years.",
        "He is certain that timber matters; they made certain of it.",
        "She was certain to come.",
        "They raised current issues, including the tariff on timber.",
        "They raised relevant matters, in particular ferries.",
        "The most pressing issues are ferries and timber.",
        "The other questions were settled.",
        "A group of friends sang.",
        "An uncertain, awesome somersault.",
        "The sides discussed the tariff on timber.",
        "",
    ],
)
def test_words_that_do_not(text: str) -> None:
    """Definite words, approximated numbers, times, belief, and topics that are named in the same sentence are left."""
    assert find_vague(text) == ()


def test_a_topic_named_in_another_sentence_stays_open() -> None:
    """What names the topic must stand in the same sentence."""
    text = "They raised current issues. They named others, including ferries."
    assert [span.of(text) for span in find_vague(text)] == ["current issues"]


@given(
    st.lists(st.sampled_from(["a number of", "certain", "ferries", "some", "issues", "other", ".", "topical", "and"]))
)
def test_spans_are_in_order_and_apart(words: list[str]) -> None:
    """Spans rise, do not touch, and begin and end at words."""
    text = " ".join(words)
    spans = find_vague(text)
    assert all(one.end < other.start for one, other in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
