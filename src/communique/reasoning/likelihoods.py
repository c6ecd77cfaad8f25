"""How probable each item is under each hypothesis: entered with a reason, or as usual by precedent; else nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
class Voice:
    """One likelihood of a cell: whose it is (empty where nobody signed it), the number (over 0, up to 1), and why."""

    analyst: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """
    How probable one item of evidence is under one hypothesis, between which bounds, and on what ground.

    ``voices`` are those who say so, each with a number and a reason; of several the value is the geometric mean. Who
    entered nothing for this hypothesis speaks with the rate, unsigned.
    """

    evidence: str
    hypothesis: str
    value: float
    low: float
    high: float
    ground: Ground
    voices: tuple[Voice, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in the order of the voices."""
        return tuple(voice.reason for voice in self.voices)

    @property
    def analysts(self) -> tuple[str, ...]:
        """Whose they are, in the order of the voices."""
        return tuple(voice.analyst for voice in self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One item of evidence with a cell for each hypothesis, or none at all and the reason why it cannot weigh.

    ``grade`` is that by which it counts; ``left_out`` names analysts who entered something, but not enough to weigh.
    """

    evidence: Evidence
    grade: str = ""
    cells: tuple[Cell, ...] = ()
    unweighed: str = ""
    left_out: tuple[str, ...] = ()


def fill_rows(
    hypotheses: Sequence[Hypothesis], evidence: Iterable[Evidence], likelihoods: Iterable[Likelihood]
) -> tuple[Row, ...]:
    """
    Give every item its likelihoods, in the order of the hypotheses.

    The row of each analyst is completed first: by what nobody signed, then, where the item has a rate (N of M earlier
    accounts, enough of them), by the smoothed rate, which takes the item as usual. Whole rows are pooled; a row that
    lacks a likelihood under some hypothesis is left out, since a mixture of parts would be held by nobody. An item
    weighs only with one whole row, and only where somebody entered a number of it: a rate alone is the same under all.
    """
    entered = _entered(likelihoods)
    return tuple(_row(item, hypotheses, entered.get(item.code, {})) for item in evidence)


Told = dict[str, dict[str, Likelihood]]
"""What was entered for one item, by analyst and hypothesis."""


def _row(item: Evidence, hypotheses: Sequence[Hypothesis], entered: Told) -> Row:
    codes = [hypothesis.code for hypothesis in hypotheses]
    told = {name: own for name, own in _completed(entered).items() if not own.keys().isdisjoint(codes)}
    usual = usual_cell(item)
    missing = {name: [code for code in codes if code not in own] for name, own in told.items()}
    whole = [own for name, own in told.items() if usual is not None or not missing[name]]
    if not whole:
        reason = _unentered(item, based=usual is not None) if not told else f"{_lacks(missing)}{_no_rate(item)}"
        return Row(evidence=item, grade=item.grade, unweighed=reason)
    return Row(
        evidence=item,
        grade=item.grade,
        cells=tuple(_pooled(item.code, code, [own.get(code) for own in whole], usual) for code in codes),
        left_out=tuple(name for name, lacking in missing.items() if lacking and usual is None),
    )


def _completed(entered: Told) -> Told:
    """Give what each analyst holds: his or her own numbers, and for the rest those that nobody signed."""
    unsigned = entered.get("", {})
    signed = {name: unsigned | own for name, own in entered.items() if name}
    return signed or entered


def _lacks(missing: dict[str, list[str]]) -> str:
    lacking = (
        f"no likelihood{f' by {name}' if name else ''} under {', '.join(codes)}" for name, codes in missing.items()
    )
    return "; ".join(lacking)


def _unentered(item: Evidence, *, based: bool) -> str:
    if based:
        return "no likelihood entered: its rate alone is the same whichever explanation is true, and decides nothing"
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
        voices=(Voice(analyst="", value=value, reason=f"as usual: {rate} earlier accounts"),),
    )


def _pooled(evidence: str, hypothesis: str, told: Sequence[Likelihood | None], usual: Cell | None) -> Cell:
    """Make one cell of what each analyst holds, entered or by the rate: the geometric mean (Genest and Zidek 1986)."""
    voices = tuple(dict.fromkeys(voice for one in told for voice in _voices(one, usual)))
    values = [voice.value for one in told for voice in _voices(one, usual)]
    if usual is not None and not any(told):
        return replace(usual, hypothesis=hypothesis)
    value = values[0] if len(set(values)) == 1 else _geometric_mean(values)
    return Cell(
        evidence=evidence,
        hypothesis=hypothesis,
        value=value,
        low=odds_times(value, 1.0 / ODDS),
        high=max(value, odds_times(value, ODDS)),
        ground=Ground.ENTERED,
        voices=voices,
    )


def _voices(told: Likelihood | None, usual: Cell | None) -> tuple[Voice, ...]:
    if told is not None:
        return (Voice(analyst=told.analyst, value=told.value, reason=told.reason),)
    return usual.voices if usual is not None else ()


def _geometric_mean(values: Sequence[float]) -> float:
    return min(max(math.exp(math.fsum(map(math.log, values)) / len(values)), SMALLEST), 1.0)


def odds_times(probability: float, factor: float) -> float:
    """
    Give the probability whose odds are so many times those of the given one.

    >>> round(odds_times(0.5, 2.0), 3), round(odds_times(1.0, 0.5), 3)
    (0.667, 0.998)
    """
    kept = min(probability, SUREST)
    return max(factor * kept / (1.0 - kept + factor * kept), SMALLEST)


def _entered(likelihoods: Iterable[Likelihood]) -> dict[str, Told]:
    """Give what was entered by item, one of each analyst for each hypothesis, analysts in order of name."""
    latest: dict[tuple[str, str, str], Likelihood] = {}
    for item in sorted(set(likelihoods), key=_order):
        key = item.evidence, item.analyst, item.hypothesis
        before = latest.get(key)
        if before is not None and before.entered == item.entered and before.value != item.value:
            raise ModelError(
                wanted=f"one likelihood of {item.evidence} under {item.hypothesis} by one analyst",
                got=f"{before.value} and {item.value}, of the same day or of none",
                remedy="remove one, or date them: the later counts",
            )
        latest[key] = item
    found: dict[str, Told] = {}
    for (evidence, analyst, hypothesis), item in sorted(latest.items(), key=lambda entry: entry[0]):
        found.setdefault(evidence, {}).setdefault(analyst, {})[hypothesis] = item
    return found


def _order(item: Likelihood) -> tuple[date, float, str]:
    return item.entered or date.min, item.value, item.reason
