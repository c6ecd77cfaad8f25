"""Scores look backwards only, and a percentile counts ties half."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.precedent import Entry, tally_entries
from communique.precedent.placebo import count_placebo, place_entries, shuffle_labels
from communique.precedent.scoring import Replay, percentile, score_probabilities
from unit.precedent.entries import entries, make_entry


@pytest.mark.parametrize(
    ("outcomes", "bits"),
    [
        pytest.param([], None, id="nothing to score"),
        pytest.param([0.5], 1.0, id="one"),
        pytest.param([0.25, 0.125, 0.5, 0.5, 0.5], 6.0, id="the three least expected"),
    ],
)
def test_the_score_is_the_surprisal_of_the_three_least_expected(outcomes: list[float], bits: float | None) -> None:
    """The three rarest outcomes count, in bits; the many ordinary ones do not."""
    assert score_probabilities(outcomes) == bits


@given(st.floats(-5, 5), st.lists(st.floats(-5, 5), min_size=1))
def test_percentiles_lie_between_0_and_100(score: float, earlier: list[float]) -> None:
    """Whatever came before, the percentile is one; that of the highest score passes all others'."""
    assert 0.0 <= percentile(score, earlier) <= 100.0
    assert percentile(max(earlier) + 1.0, earlier) == 100.0


def test_ties_count_half() -> None:
    """A release exactly like all earlier ones stands in the middle of them."""
    assert percentile(1.0, [1.0] * 7) == 50.0


@given(st.lists(entries(), max_size=15), entries())
def test_a_replay_scores_as_one_that_starts_from_tallies(some: list[Entry], last: Entry) -> None:
    """Scores are the same whether earlier accounts were added one by one or counted before."""
    added = Replay()
    for entry in some:
        added.add(entry)
    counted = Replay({c: tally_entries(e for e in some if c in e.classes) for c in last.classes})
    assert added.score(last) == counted.score(last)


def _routine(number: int) -> Entry:
    return make_entry(number, "venue.named", absent=("topics.energy",))


def test_what_breaks_a_habit_is_unusual_and_what_keeps_it_is_not() -> None:
    """After a hundred alike, one that lacks what all have stands above all; another like them below the middle."""
    odd = make_entry(200, "topics.energy", absent=("venue.named",))
    *_, before, last = place_entries([*map(_routine, range(100)), _routine(199), odd])
    assert before.percentile is not None
    assert before.percentile < 50.0
    assert last.percentile == 100.0


def test_later_accounts_change_no_earlier_standing() -> None:
    """As of its own day an account stands where it stood, whatever was published afterwards."""
    some = [make_entry(n, *(["venue.named"] if n % 3 else []), absent=("topics.energy",)) for n in range(60)]
    odd = [make_entry(100 + n, "topics.energy") for n in range(60)]
    alone = [placed.percentile for placed in place_entries(some)]
    assert [placed.percentile for placed in place_entries([*some, *odd])][:60] == alone


def test_accounts_of_one_day_are_no_precedents_of_each_other() -> None:
    """Only what was published on an earlier day counts."""
    routine = [_routine(n) for n in range(60)]
    twice = [make_entry(60, "topics.energy", absent=("venue.named",))] * 2
    first, second = list(place_entries([*routine, *twice]))[-2:]
    assert first.percentile == second.percentile


def test_held_to_the_habits_of_another_issuer_an_account_is_odd() -> None:
    """Two issuers with opposite habits: shuffled labels raise the share of those called unusual."""
    pairs = [
        (
            make_entry(n, "venue.named", absent=("topics.energy",)),
            make_entry(n, "topics.energy", absent=("venue.named",), issuer="xv-government"),
        )
        for n in range(80)
    ]
    some = tuple(entry for pair in pairs for entry in pair)
    swapped = shuffle_labels(some, [n ^ 1 for n in range(len(some))])
    rows = count_placebo(place_entries(some), place_entries(some, swapped))
    assert all(row.shuffled_unusual > row.unusual for row in rows)
    assert {row.issuer for row in rows} == {"xa-president", "xv-government"}
