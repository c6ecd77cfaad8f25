"""How probable each item is under each hypothesis: entered with a reason, or as usual by precedent; else nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from communique.errors import ModelError
from communique.model import Evidence, Hypothesis, Likelihood
from communique.precedent.rates import LEAST_EXPOSURE, make_rate

ODDS = 2.0
"""By how much the odds of an entered likelihood are divided and multiplied in the sweep."""

SUREST = 0.999
"""What a likelihood of 1 counts as where its odds are needed, since those of 1 have no end."""

LEAST = 1e-6
"""The least that the lower end of a rate counts as: no number of accounts shows that something never happens."""


SMALLEST = math.ulp(0.0)
"""The smallest number over 0 there is: below it a logarithm has no value."""


class Ground(StrEnum):
    """Where a likelihood comes from: an analyst entered it, or it is the precedent's rate."""

    ENTERED = "entered"
    PRECEDENT = "precedent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """
    How probable one item of evidence is under one hypothesis, between which bounds, and on what ground.

    ``analysts`` are those who entered it, ``reasons`` theirs in the same order; of several the value is the geometric
    mean.
    """

    evidence: str
    hypothesis: str
    value: float
    low: float
    high: float
    ground: Ground
    reasons: tuple[str, ...] = ()
    analysts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One item of evidence with a cell for each hypothesis, or none at all and the reason why it cannot weigh."""

    evidence: Evidence
    cells: tuple[Cell, ...] = ()
    unweighed: str = ""


def fill_rows(
    hypotheses: Sequence[Hypothesis], evidence: Iterable[Evidence], likelihoods: Iterable[Likelihood]
) -> tuple[Row, ...]:
    """
    Give every item its likelihoods, in the order of the hypotheses.

    An entered likelihood goes first. Where the item has a rate (N of M earlier accounts, enough of them), a hypothesis
    for which nothing is entered takes the item as usual: the smoothed rate. An item weighs only with a likelihood for
    every hypothesis, and only where an analyst entered one of them: a rate alone is the same under all.
    """
    entered = _entered(likelihoods)
    return tuple(_row(item, hypotheses, entered) for item in evidence)


Entered = dict[tuple[str, str], tuple[Likelihood, ...]]


def _row(item: Evidence, hypotheses: Sequence[Hypothesis], entered: Entered) -> Row:
    told = {h.code: entered[item.code, h.code] for h in hypotheses if (item.code, h.code) in entered}
    usual = usual_cell(item)
    missing = [hypothesis.code for hypothesis in hypotheses if hypothesis.code not in told]
    if not told:
        return Row(evidence=item, unweighed=_unentered(item, based=usual is not None))
    if missing and usual is None:
        return Row(evidence=item, unweighed=f"no likelihood under {', '.join(missing)}{_no_rate(item)}")
    cells = tuple(
        _pooled(item.code, h.code, told[h.code]) if h.code in told else _as_usual(usual, h.code)
        for h in hypotheses
        if h.code in told or usual is not None
    )
    return Row(evidence=item, cells=cells)


def _unentered(item: Evidence, *, based: bool) -> str:
    if based:
        return "no likelihood entered: at its rate the item is as usual under every hypothesis"
    return f"no likelihood entered{_no_rate(item)}"


def _no_rate(item: Evidence) -> str:
    if item.among is None:
        return ", and no rate"
    return f", and no base for a rate ({item.seen} of {item.among})"


def usual_cell(item: Evidence) -> Cell | None:
    """
    Give the likelihood of an item where it is as usual: the smoothed rate with its interval; None without a base.

    The mean of the beta distribution after the count, half a case added either way (Jeffreys 1946; Krichevsky and
    Trofimov 1981).

    >>> cell = usual_cell(Evidence(code="e", statement="Thanks are given.", seen=19, among=31))
    >>> (round(cell.value, 2), round(cell.low, 2), round(cell.high, 2)) if cell else None
    (0.61, 0.44, 0.77)
    """
    if item.seen is None or item.among is None or item.among < LEAST_EXPOSURE:
        return None
    rate = make_rate(item.seen, item.among, reference=item.code)
    value = rate.expected if rate.expected is not None else item.seen / item.among
    return Cell(
        evidence=item.code,
        hypothesis="",
        value=value,
        low=max(rate.low, LEAST),
        high=rate.high,
        ground=Ground.PRECEDENT,
        reasons=(f"as usual: {rate} earlier accounts",),
    )


def _as_usual(usual: Cell | None, hypothesis: str) -> Cell:
    if usual is None:
        raise ModelError(wanted=f"a likelihood under {hypothesis}", got="none")
    return Cell(
        evidence=usual.evidence,
        hypothesis=hypothesis,
        value=usual.value,
        low=usual.low,
        high=usual.high,
        ground=usual.ground,
        reasons=usual.reasons,
    )


def _pooled(evidence: str, hypothesis: str, told: tuple[Likelihood, ...]) -> Cell:
    """Make one cell of what one analyst or several entered: their geometric mean (Genest and Zidek 1986)."""
    value = max(math.exp(math.fsum(math.log(item.value) for item in told) / len(told)), SMALLEST)
    return Cell(
        evidence=evidence,
        hypothesis=hypothesis,
        value=told[0].value if len(told) == 1 else min(value, 1.0),
        low=odds_times(value, 1.0 / ODDS),
        high=odds_times(value, ODDS),
        ground=Ground.ENTERED,
        reasons=tuple(item.reason for item in told),
        analysts=tuple(item.analyst for item in told),
    )


def odds_times(probability: float, factor: float) -> float:
    """
    Give the probability whose odds are so many times those of the given one.

    >>> round(odds_times(0.5, 2.0), 3), round(odds_times(1.0, 0.5), 3)
    (0.667, 0.998)
    """
    kept = min(probability, SUREST)
    return max(factor * kept / (1.0 - kept + factor * kept), SMALLEST)


def _entered(likelihoods: Iterable[Likelihood]) -> Entered:
    """Give what was entered by item and hypothesis, one of each analyst, analysts in order of name."""
    latest: dict[tuple[str, str, str], Likelihood] = {}
    for item in sorted(set(likelihoods), key=_order):
        key = item.evidence, item.hypothesis, item.analyst
        before = latest.get(key)
        if before is not None and before.entered == item.entered and before.value != item.value:
            raise ModelError(
                wanted=f"one likelihood of {item.evidence} under {item.hypothesis} by one analyst",
                got=f"{before.value} and {item.value}, of the same day or of none",
                remedy="remove one, or date them: the later counts",
            )
        latest[key] = item
    cells: dict[tuple[str, str], tuple[Likelihood, ...]] = {}
    for (evidence, hypothesis, _), item in sorted(latest.items()):
        cells[evidence, hypothesis] = (*cells.get((evidence, hypothesis), ()), item)
    return cells


def _order(item: Likelihood) -> tuple[date, float, str]:
    return item.entered or date.min, item.value, item.reason
