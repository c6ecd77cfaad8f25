"""Several analysts side by side."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Dossier
from communique.reasoning.disagreement import compare_analysts, divergence, find_disagreement
from unit.reasoning.weighing_cases import THREE, make_evidence, make_likelihoods

EVIDENCE = make_evidence("agenda", grade="A1"), make_evidence("invitation", grade="A1")
ADA = (
    *make_likelihoods("agenda", (0.5, 0.5, 0.1), analyst="Ada"),
    *make_likelihoods("invitation", (0.4, 0.8, 0.1), analyst="Ada"),
)
BO = (
    *make_likelihoods("agenda", (0.5, 0.5, 0.1), analyst="Bo"),
    *make_likelihoods("invitation", (0.4, 0.2, 0.4), analyst="Bo"),
)

distributions = st.lists(st.floats(0.001, 1.0), min_size=3, max_size=3).map(
    lambda parts: tuple(part / math.fsum(parts) for part in parts)
)


@pytest.mark.parametrize(
    ("one", "other", "bits"),
    [((1.0, 0.0), (0.0, 1.0), 1.0), ((0.5, 0.5), (0.5, 0.5), 0.0), ((1.0, 0.0), (0.5, 0.5), 0.3113)],
)
def test_divergence_in_bits(one: tuple[float, float], other: tuple[float, float], bits: float) -> None:
    """Two that agree are 0 apart, two that share nothing 1."""
    assert divergence((one, other)) == pytest.approx(bits, abs=1e-4)


@given(distributions, distributions)
def test_divergence_is_even_handed_and_bounded(one: tuple[float, ...], other: tuple[float, ...]) -> None:
    """It does not matter who comes first; two are never more than one bit apart, one is none apart from itself."""
    assert divergence((one, other)) == pytest.approx(divergence((other, one)), abs=1e-12)
    assert 0.0 <= divergence((one, other)) <= 1.0
    assert divergence((one, one)) == pytest.approx(0.0, abs=1e-12)


def test_the_item_they_part_on_is_named() -> None:
    """Only items on which they part are told, with the two hypotheses and the factor between their ratios."""
    found = compare_analysts(THREE, EVIDENCE, (*ADA, *BO))
    assert found is not None
    (dispute,) = found.disputes
    assert (dispute.evidence.code, dispute.analysts) == ("invitation", ("Ada", "Bo"))
    assert (dispute.over, dispute.under) == ("invited", "crisis")
    assert dispute.factor == pytest.approx((0.8 / 0.1) / (0.2 / 0.4))
    assert not found.shared
    assert found.divergence > 0.0


def test_those_who_enter_the_same_do_not_part() -> None:
    """The same numbers by two analysts leave nothing to tell."""
    same = tuple(
        likelihood for name in ("Ada", "Bo") for likelihood in make_likelihoods("agenda", (0.5, 0.2, 0.1), analyst=name)
    )
    found = compare_analysts(THREE, EVIDENCE, same)
    assert found is not None
    assert (found.disputes, found.divergence, found.shared) == ((), 0.0, True)


def test_an_item_that_one_does_not_weigh_is_a_dispute() -> None:
    """Who enters nothing holds the item to say nothing, and parts from who holds that it says much."""
    found = compare_analysts(THREE, EVIDENCE, (*ADA, *BO[:3]))
    assert found is not None
    assert [dispute.evidence.code for dispute in found.disputes] == ["invitation"]
    assert found.disputes[0].factor == pytest.approx(8.0)


@pytest.mark.parametrize("likelihoods", [(), ADA, make_likelihoods("agenda", (0.5, 0.2, 0.1))])
def test_one_alone_parts_from_nobody(likelihoods: tuple[object, ...]) -> None:
    """Fewer than two analysts by name are not compared."""
    dossier = Dossier(
        title="The flood",
        first=date(2021, 6, 1),
        last=date(2021, 6, 5),
        hypotheses=THREE,
        evidence=EVIDENCE,
        likelihoods=likelihoods,  # type: ignore[arg-type]
    )
    assert find_disagreement(dossier) is None
