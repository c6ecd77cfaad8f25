"""The arithmetic of weighing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reasoning.weights import Vector, make_ledger, shares, spread_of, strongest, vector_of, vector_of_group
from unit.reasoning.weighing_cases import likelihood_values, priors

vectors = st.builds(vector_of, st.tuples(likelihood_values, likelihood_values, likelihood_values), st.floats(0.0, 1.0))
some_vectors = st.lists(vectors, min_size=1, max_size=5)
priors_drawn = st.tuples(priors, priors, priors)


@pytest.mark.parametrize(
    ("likelihoods", "weight", "expected"),
    [
        ((0.9, 0.3), 1.0, (0.75, 0.25)),
        ((0.9, 0.1), 0.5, (0.75, 0.25)),
        ((0.9, 0.3), 0.0, (0.5, 0.5)),
        ((0.5, 0.5), 1.0, (0.5, 0.5)),
    ],
)
def test_shares_follow_likelihoods(
    likelihoods: tuple[float, float], weight: float, expected: tuple[float, float]
) -> None:
    """A ratio of three gives three to one; half a weight takes the root of the ratio; no weight changes nothing."""
    assert shares((1.0, 1.0), [vector_of(likelihoods, weight)]) == pytest.approx(expected)


@given(priors_drawn, some_vectors)
def test_shares_sum_to_one(prior: tuple[float, float, float], evidence: list[Vector]) -> None:
    """Shares are numbers from 0 to 1 that sum to one, however small the likelihoods."""
    found = shares(prior, evidence)
    assert all(0.0 <= share <= 1.0 for share in found)
    assert math.fsum(found) == pytest.approx(1.0)


def test_the_smallest_likelihoods_give_numbers() -> None:
    """The least number over 0, many times over, gives no infinity and nothing that is no number."""
    tiny = math.ulp(0.0)
    assert shares((1.0, 1.0, 1.0), [vector_of((tiny, 1.0, tiny))] * 500) == (0.0, 1.0, 0.0)


@given(some_vectors)
def test_a_group_weighs_no_more_than_its_strongest(group: list[Vector]) -> None:
    """Between no two hypotheses does a group move the odds further than its strongest member does between any two."""
    most = max(map(spread_of, group))
    assert spread_of(vector_of_group(group)) <= most * (1.0 + 1e-12)
    assert all(most - spread_of(group[place]) <= 1e-9 for places in strongest(group) for place in places)


@given(some_vectors, st.data())
def test_neither_order_nor_copies_change_a_group(group: list[Vector], data: st.DataObject) -> None:
    """The same vectors in another order, or again, give the same vector to the last digit."""
    again = data.draw(st.permutations([*group, data.draw(st.sampled_from(group))]))
    assert vector_of_group(again) == vector_of_group(group)


def test_the_whole_vector_of_the_strongest_counts() -> None:
    """Where one sets the hypotheses furthest apart its vector counts as it is, and no mixture of the best of each."""
    strong, weak = vector_of((0.5, 0.25, 0.5)), vector_of((0.5, 0.4, 0.3))
    assert vector_of_group([weak, strong]) == strong


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_equals_that_pull_apart_count_by_their_mean(order: tuple[int, ...]) -> None:
    """Of two equally strong vectors neither goes first; one that says the same as another has no second voice."""
    told = [vector_of((0.8, 0.2)), vector_of((0.2, 0.8)), vector_of((0.4, 0.1))]
    assert shares((1.0, 1.0), [vector_of_group([told[place] for place in order])]) == pytest.approx((0.5, 0.5))


@given(priors_drawn, some_vectors, vectors)
def test_a_group_exchanged_is_as_if_added_up_anew(
    prior: tuple[float, float, float], evidence: list[Vector], other: Vector
) -> None:
    """Taking one group out of the sums, or putting another in, gives what adding all up gives, to the last digit."""
    ledger = make_ledger(prior, evidence)
    assert ledger.shares(without=evidence[0]) == shares(prior, evidence[1:])
    assert ledger.shares(without=evidence[0], adding=other) == shares(prior, [other, *evidence[1:]])
