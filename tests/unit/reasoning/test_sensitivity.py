"""The sweep: one thing changed at a time, always in the same order."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from types import FrameType

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


@pytest.mark.parametrize(("word", "factor"), [("lower", 0.5), ("higher", 2.0)])
def test_a_prior_is_tried_both_ways(word: str, factor: float) -> None:
    """The prior odds of each hypothesis are halved and doubled, as a weighing with such a prior gives it."""
    found = {scenario.words: scenario.posteriors for scenario in weigh(THREE, EVIDENCE, LIKELIHOODS).scenarios}
    for place, hypothesis in enumerate(THREE):
        changed = [replace(one, prior=factor) if at == place else one for at, one in enumerate(THREE)]
        by_hand = tuple(standing.posterior for standing in weigh(changed, EVIDENCE, LIKELIHOODS).standings)
        assert found[f"the prior odds of {hypothesis.code} 2 times {word}"] == by_hand


def test_each_member_of_a_group_is_tried_alone() -> None:
    """Where the items of a group differ, each is tried for the whole group; the range holds what each gives."""
    items = make_evidence("a", group="one", grade="A1"), make_evidence("b", group="one", grade="A1")
    entered = (*make_likelihoods("a", (0.9, 0.1, 0.1)), *make_likelihoods("b", (0.2, 0.8, 0.2)))
    scenarios = {scenario.words: scenario for scenario in weigh(THREE, items, entered).scenarios}
    for item in items:
        alone = weigh(THREE, [replace(item, group="")], entered)
        told = scenarios[f"one by {item.code} alone"]
        assert told.varied is Varied.MEMBER
        assert told.posteriors == tuple(standing.posterior for standing in alone.standings)


def test_every_grade_is_tried_a_step_worse() -> None:
    """What is not graded is lowered, too: one that leaves the grade out is not spared."""
    items = [replace(item, grade="") for item in EVIDENCE]
    before = weigh(THREE, items, LIKELIHOODS)
    worse = next(one for one in before.scenarios if one.words == "every grade one step worse")
    assert abs(worse.posteriors[1] - 1 / 3) < abs(before.standings[1].posterior - 1 / 3)


def test_the_sweep_grows_with_the_evidence_and_not_with_its_square() -> None:
    """Four times the evidence takes about four times the work: no group is worked out anew for each change."""
    assert _calls(80) <= 5 * _calls(20)


def _calls(number: int) -> int:
    """Count the calls of functions that a weighing of so many items takes."""
    items = [make_evidence(f"e{n}", grade="A1") for n in range(number)]
    entered = [likelihood for item in items for likelihood in make_likelihoods(item.code, (0.5, 0.6, 0.4))]
    called = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal called
        called += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        weigh(THREE, items, entered)
    finally:
        sys.setprofile(before)
    return called


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
