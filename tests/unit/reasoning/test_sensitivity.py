"""The sweep: one thing changed at a time, always in the same order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

from communique.reasoning.sensitivity import leading
from communique.reasoning.weighed import Varied
from communique.reasoning.weighing import weigh
from unit.reasoning.weighing_cases import CRISIS, THREE, Case, cases, make_evidence, make_likelihoods

EVIDENCE = (
    make_evidence("agenda", grade="B2", seen=20, among=40),
    make_evidence("invitation", grade="A1"),
)
LIKELIHOODS = (
    *make_likelihoods("agenda", (0.2,), (CRISIS,)),
    *make_likelihoods("invitation", (0.4, 0.9, 0.1)),
)


@pytest.mark.parametrize(
    ("posteriors", "first"), [((0.2, 0.8), (1,)), ((0.5, 0.5), (0, 1)), ((0.4, 0.2, 0.4 - 1e-12), (0, 2))]
)
def test_level_shares_lead_together(posteriors: tuple[float, ...], first: tuple[int, ...]) -> None:
    """The greatest share leads; shares that only rounding parts lead together."""
    assert leading(posteriors) == first


def test_everything_that_was_put_in_is_varied() -> None:
    """Each entered likelihood twice, each rate at both ends, grades, priors, each group left out, the whole weight."""
    counted = Counter(scenario.varied for scenario in weigh(THREE, EVIDENCE, LIKELIHOODS).scenarios)
    assert counted == {
        Varied.LIKELIHOOD: 2 * (1 + 3),
        Varied.RATE: 2,
        Varied.GRADE: 2,
        Varied.PRIOR: 1 + 2 * 3,
        Varied.GROUP: 2,
        Varied.WEIGHT: 1,
    }


def test_only_priors_vary_without_evidence() -> None:
    """Where nothing weighs, priors are all that can be changed."""
    assert {scenario.varied for scenario in weigh(THREE, ()).scenarios} == {Varied.PRIOR}


def test_leaving_a_group_out_is_what_it_says() -> None:
    """The shares without a group are those of a weighing that never had it."""
    scenarios = weigh(THREE, EVIDENCE, LIKELIHOODS).scenarios
    without = next(scenario for scenario in scenarios if scenario.words == "without agenda")
    alone = weigh(THREE, EVIDENCE[1:], LIKELIHOODS)
    assert without.posteriors == tuple(standing.posterior for standing in alone.standings)


def test_full_weight_is_tried_without_grades() -> None:
    """With no grades, items count as if they were graded best."""
    scenarios = weigh(THREE, EVIDENCE, LIKELIHOODS).scenarios
    full = next(scenario for scenario in scenarios if scenario.words.startswith("no grades"))
    best = weigh(THREE, [make_evidence("agenda", grade="A1", seen=20, among=40), EVIDENCE[1]], LIKELIHOODS)
    assert full.posteriors == pytest.approx([standing.posterior for standing in best.standings])


@given(cases())
def test_the_same_input_gives_the_same_sweep(case: Case) -> None:
    """Every run gives the same scenarios in the same order, each of its own words."""
    first, again = weigh(*case).scenarios, weigh(*case).scenarios
    assert first == again
    assert len({scenario.words for scenario in first}) == len(first)
