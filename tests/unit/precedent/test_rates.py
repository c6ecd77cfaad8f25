"""Rates: N of M, drawn toward wider classes, with an interval; rare only where surely so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.precedent import Count
from communique.precedent.rates import chain, expect, is_rare, make_rate

counts = st.integers(0, 400).flatmap(lambda among: st.builds(Count, st.integers(0, among), st.just(among)))
priors = st.one_of(st.none(), st.floats(0.0, 1.0))


@pytest.mark.parametrize(
    ("seen", "among", "rare"),
    [
        pytest.param(0, 20, True, id="never in twenty"),
        pytest.param(4, 20, True, id="one in five"),
        pytest.param(0, 3, False, id="too few to tell"),
        pytest.param(6, 20, False, id="more than one in four"),
        pytest.param(20, 20, False, id="always"),
    ],
)
def test_rare_needs_precedents(seen: int, among: int, *, rare: bool) -> None:
    """Rare is at most one in four, and surely less than one in two: a handful of precedents cannot show it."""
    assert is_rare(make_rate(seen, among, reference="calls")) is rare


@given(counts.filter(lambda count: count.among > 0), priors)
def test_the_expectation_lies_inside_the_interval(count: Count, prior: float | None) -> None:
    """What is expected next lies between the bounds, which lie between 0 and 1."""
    rate = make_rate(count.seen, count.among, prior, reference="calls")
    assert rate.expected is not None
    assert 0.0 <= rate.low <= rate.expected <= rate.high <= 1.0


@given(counts, st.floats(0.0, 1.0))
def test_a_small_class_is_drawn_toward_the_wider_one(count: Count, prior: float) -> None:
    """The expectation lies between the class's own share and that of the wider class."""
    own = count.seen / count.among if count.among else prior
    assert min(own, prior) - 1e-9 <= expect(count, prior) <= max(own, prior) + 1e-9


@given(st.lists(counts, min_size=1, max_size=3))
def test_having_and_lacking_sum_to_one(nested: list[Count]) -> None:
    """The probability to have a feature and that to lack it are one, through all classes."""
    lacking = [Count(count.among - count.seen, count.among) for count in nested]
    assert chain(nested) + chain(lacking) == pytest.approx(1.0)


def test_the_wider_class_fades_with_numbers() -> None:
    """Ten times the precedents bring the expectation nearer to the class's own share."""
    few, many = expect(Count(9, 10), 0.1), expect(Count(90, 100), 0.1)
    assert abs(0.9 - many) < abs(0.9 - few)
