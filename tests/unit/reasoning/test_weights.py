"""The arithmetic of weighing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reasoning.weights import Member, shares, strongest
from unit.reasoning.weighing_cases import likelihood_values, priors

THREE_PLACES = st.tuples(likelihood_values, likelihood_values, likelihood_values)
members = st.builds(Member, code=st.sampled_from("abcdefgh"), weight=st.floats(0.0, 1.0), likelihoods=THREE_PLACES)
groups_drawn = st.lists(st.lists(members, min_size=1, max_size=3).map(tuple), max_size=5)
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
    member = Member(code="a", weight=weight, likelihoods=likelihoods)
    assert shares((1.0, 1.0), [(member,)]) == pytest.approx(expected)


@given(priors_drawn, groups_drawn)
def test_shares_sum_to_one(prior: tuple[float, float, float], groups: list[tuple[Member, ...]]) -> None:
    """Shares are numbers from 0 to 1 that sum to one, however small the likelihoods."""
    found = shares(prior, groups)
    assert all(0.0 <= share <= 1.0 for share in found)
    assert math.fsum(found) == pytest.approx(1.0)


def test_the_smallest_likelihoods_give_numbers() -> None:
    """The least number over 0, many times over, gives no infinity and nothing that is no number."""
    tiny = math.ulp(0.0)
    groups = [(Member(code=str(n), weight=1.0, likelihoods=(tiny, 1.0, tiny)),) for n in range(500)]
    assert shares((1.0, 1.0, 1.0), groups) == (0.0, 1.0, 0.0)


@given(st.lists(members, min_size=1, max_size=4).map(tuple))
def test_a_group_weighs_no_more_than_its_strongest(group: tuple[Member, ...]) -> None:
    """Between no two hypotheses does a group move the odds further than its strongest member does between any two."""
    vector, most = strongest(group).vector, max(member.spread for member in group)
    assert max(vector) - min(vector) == most
    assert strongest(group) in group
