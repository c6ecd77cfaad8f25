"""How likely something is to be seen next: counts drawn toward those of wider classes, with an interval."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from communique.model import Rate
from communique.precedent.tally import Count

LEAST_EXPOSURE = 8
"""Accounts that could have had a feature, below which a class is no base for a rate."""

STRENGTH = 8.0
"""How many accounts the wider class weighs in the narrower one: it decides where there are few, and fades with many."""

AT_FIRST = (0.5, 1.0)
"""Mean and weight before anything is counted: half a case either way (Krichevsky and Trofimov 1981)."""

RARE_BOUND = 0.25
"""Rare: at most one in four is so …"""

RARE_HIGH = 0.5
"""… and the upper end of the interval lies below one in two: a few precedents cannot reach it."""

ROUTINE = 1.0
"""A finding as surprising as which a routine record has so many of, or more, is no finding."""

TAIL = 0.025
"""Probability beyond each end of an interval of 95 %."""


def expect(count: Count, prior: float | None = None) -> float:
    """
    Give the probability to see a feature next, from its count and from what the wider class expects (0 to 1).

    The mean of the beta distribution after the count, where the wider class gives the distribution before it
    (beta-binomial model; Griffiths 1973). Without a wider class half a case is added either way.

    >>> expect(Count(0, 0), prior=0.25), round(expect(Count(9, 10)), 3)
    (0.25, 0.864)
    """
    mean, weight = AT_FIRST if prior is None else (prior, STRENGTH)
    return (count.seen + mean * weight) / (count.among + weight)


def chain(counts: Iterable[Count]) -> float:
    """
    Draw the narrowest of several nested classes toward the wider ones; counts stand widest first.

    >>> round(chain([Count(90, 100), Count(0, 2)]), 2)
    0.72
    """
    expected: float | None = None
    for count in counts:
        expected = expect(count, expected)
    if expected is None:
        mean, _ = AT_FIRST
        return mean
    return expected


def is_rare(rate: Rate) -> bool:
    """
    Tell whether what a rate counts is rare: seldom so, surely not mostly so, and not what checks alone turn up.

    With many features checked something is always seldom; a routine record must have fewer than one such finding.
    """
    by_chance = rate.chance is not None and rate.chance >= ROUTINE
    return rate.seen <= RARE_BOUND * rate.among and rate.high < RARE_HIGH and not by_chance


def make_rate(
    seen: int, among: int, prior: float | None = None, *, reference: str, chance: float | None = None
) -> Rate:
    """
    Give a rate with its interval of 95 % and the probability to see it next.

    ``prior`` is what the wider class expects, None where there is none. The interval is that of the beta distribution
    after the count.

    >>> rate = make_rate(38, 41, 0.8, reference="calls")
    >>> str(rate), round(rate.low, 2), round(rate.high, 2)
    ('38 of 41', 0.81, 0.97)
    """
    mean, weight = AT_FIRST if prior is None else (prior, STRENGTH)
    low, high = _interval(seen + mean * weight, among - seen + (1.0 - mean) * weight)
    expected = expect(Count(seen, among), prior)
    low, high = min(low, expected), max(high, expected)  # where nearly all lies at one end, the mean lies outside
    return Rate(seen=seen, among=among, low=low, high=high, reference=reference, expected=expected, chance=chance)


@lru_cache(maxsize=65536)
def _interval(having: float, lacking: float) -> tuple[float, float]:
    from scipy.special import betaincinv  # noqa: PLC0415 - loads when the first rate is made

    least = 1e-9  # a distribution needs a little on both sides
    low, high = betaincinv(max(having, least), max(lacking, least), [TAIL, 1.0 - TAIL])
    return max(0.0, float(low)), min(1.0, float(high))
