"""Statements of two texts matched: which answer each other, and which stand alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation import matching
from communique.collation.matching import ANSWERS, ANSWERS_FIRMLY, SAME, match_statements
from communique.collation.statements import Statement
from unit.collation.readouts import OURS, THEIRS, row_of_statements
from unit.word_vectors import WordVectors

FERRIES = "The ferries of the north need engines."
PORTS = "The southern ports stay closed until spring."
SCHOOLS = "Students of music received scholarships."


def words(statements: tuple[Statement, ...]) -> list[str]:
    """Give the words of statements."""
    return [one.words for one in statements]


@pytest.mark.parametrize(
    ("first", "second", "same", "first_only", "second_only"),
    [
        ([FERRIES, PORTS], [PORTS, FERRIES], [(FERRIES, FERRIES), (PORTS, PORTS)], [], []),
        ([FERRIES, SCHOOLS], [FERRIES], [(FERRIES, FERRIES)], [SCHOOLS], []),
        ([FERRIES], [SCHOOLS, PORTS], [], [FERRIES], [SCHOOLS, PORTS]),
        ([FERRIES, FERRIES], [FERRIES], [(FERRIES, FERRIES)], [], []),
        ([], [PORTS], [], [], [PORTS]),
        ([], [], [], [], []),
    ],
    ids=["another order", "one alone", "nothing in common", "said twice", "one empty", "both empty"],
)
def test_statements_answer_each_other_whatever_their_order(
    first: list[str],
    second: list[str],
    same: list[tuple[str, str]],
    first_only: list[str],
    second_only: list[str],
) -> None:
    """What says no more than one that is answered stands nowhere."""
    found = match_statements(row_of_statements(*first), row_of_statements(*second), WordVectors())
    assert [(match.first.words, match.second.words) for match in found.matches if match.same] == same
    assert words(found.first_only) == first_only
    assert words(found.second_only) == second_only


@pytest.mark.parametrize(
    ("score", "rank", "answers"),
    [(ANSWERS_FIRMLY, 9, True), (ANSWERS, 1, True), (ANSWERS, 2, False)],
)
def test_what_is_less_alike_answers_only_what_is_nearest(score: float, rank: int, answers: bool) -> None:  # noqa: FBT001 - a row
    """No more than one statement of either text may be nearer, but where the likeness is firm."""
    assert matching._answers(score, rank) is answers


def test_a_rank_counts_what_is_nearer_in_either_direction() -> None:
    """The greater of the places in row and column, from nought."""
    table = np.array([[0.9, 0.5], [0.8, 0.1]], dtype=np.float32)
    assert matching._ranks(table).tolist() == [[0, 1], [1, 1]]


rows = st.lists(st.sampled_from([*OURS, *THEIRS, FERRIES, PORTS, SCHOOLS]), unique=True, max_size=7).map(
    lambda wordings: row_of_statements(*wordings)
)


@given(rows, rows)
def test_nothing_is_matched_twice_or_told_alone_and_matched(
    first: tuple[Statement, ...], second: tuple[Statement, ...]
) -> None:
    """Matches stand in the first's order with a likeness that allows them, or share a rare thing."""
    found = match_statements(first, second, WordVectors())
    ours, theirs = [match.first for match in found.matches], [match.second for match in found.matches]
    assert ours == sorted(ours, key=lambda one: one.span.start)
    assert len({one.span for one in theirs}) == len(theirs)
    assert not {one.span for one in found.first_only} & {one.span for one in ours}
    assert not {one.span for one in found.second_only} & {one.span for one in theirs}
    assert all(match.likeness >= SAME for match in found.matches if match.same)
    assert all(match.likeness > ANSWERS or match.by_matter for match in found.matches)


@given(rows, rows)
def test_swapping_the_texts_swaps_the_matches(first: tuple[Statement, ...], second: tuple[Statement, ...]) -> None:
    """The same statements answer each other, and the same stand alone."""
    here, there = match_statements(first, second, WordVectors()), match_statements(second, first, WordVectors())
    pairs = {(match.first.words, match.second.words) for match in here.matches}
    assert pairs == {(match.second.words, match.first.words) for match in there.matches}
    assert words(here.first_only) == words(there.second_only)
    assert words(here.second_only) == words(there.first_only)


@given(rows)
def test_a_text_answers_itself(row: tuple[Statement, ...]) -> None:
    """Each statement by itself, none alone."""
    found = match_statements(row, row, WordVectors())
    assert all(match.first.span == match.second.span and match.same for match in found.matches)
    assert len(found.matches) == len(row)
    assert found.first_only == found.second_only == ()


@pytest.mark.parametrize(
    ("first", "second", "parted"),
    [
        ("Arvenia will withdraw all its ships.", "Arvenia will withdraw all its ships.", False),
        ("Arvenia will withdraw all its ships.", "Arvenia will withdraw some of its ships.", True),
        ("They promised to release the sailors.", "They promised to consider releasing the sailors.", True),
    ],
)
def test_a_word_of_degree_parts_statements_of_like_words(first: str, second: str, parted: bool) -> None:  # noqa: FBT001 - a row
    """All is not some, and to consider is not to do."""
    one, other = row_of_statements(first)[0], row_of_statements(second)[0]
    assert matching.parts_from(one, other) is parted


def test_what_one_actor_says_is_not_what_the_other_says() -> None:
    """The same words of another side are a difference."""
    (one,) = row_of_statements("They demanded guarantees.")
    assert matching.parts_from(replace(one, owner="XA"), replace(one, owner="XV"))
    assert not matching.parts_from(replace(one, owner="XA"), replace(one, owner="XA"))
    assert not matching.parts_from(replace(one, owner="XA"), replace(one, owner="*"))


def test_what_shares_a_rare_thing_is_on_one_matter() -> None:
    """Two statements that alone name a third state answer each other, in whatever words."""
    (one,), (other,) = row_of_statements("Ferries were discussed."), row_of_statements("Harbours are dear to them.")
    first, second = (replace(one, sides=frozenset({"XT"})),), (replace(other, sides=frozenset({"XT"})),)
    (match,) = match_statements(first, second, WordVectors()).matches
    assert match.by_matter
    assert not match.same
