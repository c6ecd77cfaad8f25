"""How alike two statements are: by words, by facts, and by sense."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.likeness import facts_of, measure_likeness, shared_facts, shared_words, weight_of
from communique.collation.statements import Statement
from communique.model import Topic
from unit.collation.readouts import OURS, THEIRS, row_of_statements, statement
from unit.word_vectors import WordVectors

FERRIES = "The ferries of the north need engines."


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        (FERRIES, FERRIES, 1.0),
        (FERRIES, "Ferries and north: need of an engine", 1.0),
        (FERRIES, "Trade grew quickly.", 0.0),
        ("Ferries need engines.", "Ferries need ports.", 2 / 3),
        ("The president.", "The ferries.", 0.0),
    ],
)
def test_words_in_common_are_shared(first: str, second: str, share: float) -> None:
    """In base form, whatever their order; twice what both have, against all that they have."""
    assert shared_words([statement(first)], [statement(second)])[0, 0] == pytest.approx(share)


@pytest.mark.parametrize(
    ("lemma", "weight"), [("president", 0.25), ("ferry", 1.0), ("merano", 1.5)], ids=["weak", "word", "name"]
)
def test_a_word_weighs_what_it_says(lemma: str, weight: float) -> None:
    """Little where every such text has it, more where it is a name."""
    assert weight_of(lemma, statement("President ferry Merano", names=("merano",))) == weight


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        ({"topics": (Topic.ENERGY,)}, {"topics": (Topic.ENERGY,)}, 1.0),
        ({"topics": (Topic.ENERGY, Topic.SPACE)}, {"topics": (Topic.ENERGY,)}, 0.5),
        ({"numbers": (40.0,), "sides": ("NATO",)}, {"numbers": (40.0,), "sides": ("EU",)}, 1 / 3),
        ({"topics": (Topic.ENERGY,)}, {}, 0.0),
        ({}, {}, 0.0),
    ],
)
def test_facts_are_free_of_language(
    first: dict[str, tuple[Topic, ...]], second: dict[str, tuple[Topic, ...]], share: float
) -> None:
    """Topics, numbers and third sides count alike in all languages; where there are none, none are shared."""
    one, other = statement(FERRIES, **first), statement("Нужны паромы", language="ru", **second)  # type: ignore[arg-type]
    assert shared_facts([one], [other])[0, 0] == pytest.approx(share)
    assert facts_of(one) == {value for values in first.values() for value in values}


sides = st.lists(st.sampled_from([*OURS, *THEIRS, "NATO.", "It was so."]), max_size=4).map(
    lambda wordings: row_of_statements(*wordings)
)


@given(sides, sides)
def test_every_likeness_is_between_nothing_and_one(first: tuple[Statement, ...], second: tuple[Statement, ...]) -> None:
    """One row for each statement of the one, one column for each of the other, all finite."""
    found = measure_likeness(first, second, WordVectors())
    for table in (found.whole, found.sense, found.words):
        assert table.shape == (len(first), len(second))
        assert np.isfinite(table).all()
        assert ((table >= 0) & (table <= 1 + 1e-6)).all()


@given(sides, sides)
def test_the_order_of_the_two_texts_makes_no_difference(
    first: tuple[Statement, ...], second: tuple[Statement, ...]
) -> None:
    """Where words are names in both or neither."""
    here, there = (measure_likeness(*pair, WordVectors()).whole for pair in ((first, second), (second, first)))
    assert here == pytest.approx(there.T, abs=1e-6)


def test_a_name_in_one_text_only_shares_no_more_than_all() -> None:
    """A word that only one text writes as a name does not bring the share past one."""
    one, other = statement("Merano", names=("merano",)), statement("merano")
    assert shared_words([one], [other])[0, 0] <= 1
    assert shared_words([other], [one])[0, 0] <= 1


def test_a_name_weighs_alike_from_either_side() -> None:
    """Which text is the first makes no difference to what a name weighs."""
    one, other = statement("Merano ferries", names=("merano",)), statement("merano ferries")
    assert shared_words([one], [other])[0, 0] == shared_words([other], [one])[0, 0]


def test_a_statement_is_most_like_itself() -> None:
    """Among those of a whole readout, the likeness of a statement to itself is the highest."""
    row = row_of_statements(*OURS)
    whole = measure_likeness(row, row, WordVectors()).whole
    assert list(whole.argmax(axis=1)) == list(range(len(row)))


def test_across_languages_only_sense_and_facts_count() -> None:
    """Words of two languages are not compared."""
    one = statement("Merano ports", topics=(Topic.TRANSPORT,))
    other = statement("Merano ports", topics=(Topic.TRANSPORT,), language="ru")
    found = measure_likeness([one], [other], WordVectors())
    assert found.words[0, 0] == 0
    assert found.whole[0, 0] == pytest.approx(1, abs=1e-6)


def test_no_statements_have_no_likeness() -> None:
    """An empty body against a text, and two empty ones."""
    assert measure_likeness([], [statement(FERRIES)], WordVectors()).whole.shape == (0, 1)
    assert measure_likeness([], [], WordVectors()).whole.shape == (0, 0)
