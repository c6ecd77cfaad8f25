"""What hypotheses, evidence and likelihoods refuse."""

from __future__ import annotations

import math

import pytest

from communique.errors import ModelError
from communique.model import Evidence, Hypothesis


@pytest.mark.parametrize("prior", [0.0, -1.0, 5e-324, 1e-10, 1e10, 1e308, math.inf, math.nan])
def test_a_prior_that_cannot_be_scaled_is_refused(prior: float) -> None:
    """A prior is a number over 0 of a size that proportions can have."""
    with pytest.raises(
        ModelError, match=r"expected a prior over 0, got .* \(from 1e-09 to 1e\+09; only proportions count,"
    ):
        Hypothesis(code="routine", statement="It was routine.", prior=prior)


@pytest.mark.parametrize("prior", [1e-9, 0.2, 1.0, 1000.0, 1e9])
def test_a_prior_is_kept(prior: float) -> None:
    """Any proportion in use is kept as it is."""
    assert Hypothesis(code="routine", statement="It was routine.", prior=prior).prior == prior


@pytest.mark.parametrize(("seen", "among"), [(10, 5), (-1, 5), (5, -1), (-2, -1)])
def test_a_rate_that_cannot_be_is_refused(seen: int, among: int) -> None:
    """Nothing is seen more often than it could have been, or less than never."""
    with pytest.raises(ModelError, match=f"seen from 0 to among, got {seen} of {among}"):
        Evidence(code="e1", statement="It stands there.", seen=seen, among=among)


@pytest.mark.parametrize(("seen", "among"), [(0, 0), (0, 9), (9, 9), (None, None)])
def test_a_rate_is_kept(seen: int | None, among: int | None) -> None:
    """A count of nothing among nothing is no base, and no fault either."""
    item = Evidence(code="e1", statement="It stands there.", seen=seen, among=among)
    assert (item.seen, item.among) == (seen, among)
