"""Several analysts' weights side by side: how far apart they come out, and on which items."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.dossiers.opened import OpenDossier
from communique.model import Dossier, Evidence, Hypothesis, Likelihood
from communique.reasoning.grading import graded_evidence
from communique.reasoning.origins import NONE_NAMED, Origins, find_origins
from communique.reasoning.weighed import WeighedItem, Weighing
from communique.reasoning.weighing import find_analysts, weigh
from communique.reasoning.weights import Vector

TWO = 2

ALIKE = 1.0 + 1e-9
"""A factor up to which two analysts hold the same: no more than rounding parts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """
    How far two analysts part on one item: the greatest factor between their likelihood ratios, and on which two.

    ``factor`` (≥ 1) is by how much the ratio of ``over`` to ``under`` is greater with the first of the two
    ``analysts``; an item that one of them does not weigh has a ratio of 1 with him.
    """

    evidence: Evidence
    analysts: tuple[str, str]
    over: str
    under: str
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """
    Several analysts' results beside each other.

    ``divergence`` is the Jensen–Shannon divergence of their shares in bits (Lin 1991): 0 where all agree, 1 at most
    for two, the binary logarithm of their number at most for more. ``disputes`` stand with the widest first; items on
    which nobody parts are left out. ``shared`` tells that all have the same hypothesis in front.
    """

    weighings: tuple[Weighing, ...]
    divergence: float
    disputes: tuple[Dispute, ...]
    shared: bool


def find_disagreement(opened: OpenDossier | Dossier) -> Disagreement | None:
    """Set the analysts of a dossier side by side; None where fewer than two entered likelihoods."""
    dossier = opened.dossier if isinstance(opened, OpenDossier) else opened
    return compare_analysts(
        dossier.hypotheses, graded_evidence(opened), dossier.likelihoods, origins=find_origins(opened)
    )


def compare_analysts(
    hypotheses: Sequence[Hypothesis],
    evidence: Iterable[Evidence],
    likelihoods: Iterable[Likelihood],
    *,
    origins: Origins = NONE_NAMED,
) -> Disagreement | None:
    """Weigh with each analyst's likelihoods alone and set the results side by side; None for fewer than two."""
    items, told = tuple(evidence), tuple(likelihoods)
    analysts = find_analysts(told)
    if len(analysts) < TWO:
        return None
    weighings = tuple(weigh(hypotheses, items, told, analyst=analyst, origins=origins) for analyst in analysts)
    return Disagreement(
        weighings=weighings,
        divergence=divergence([[standing.posterior for standing in weighing.standings] for weighing in weighings]),
        disputes=_disputes(weighings),
        shared=len({weighing.leaders for weighing in weighings}) == 1,
    )


def divergence(distributions: Sequence[Sequence[float]]) -> float:
    """
    Give the Jensen–Shannon divergence of distributions that weigh alike, in bits (Lin 1991); higher is further apart.

    >>> divergence([(1.0, 0.0), (0.0, 1.0)]), divergence([(0.3, 0.7), (0.3, 0.7)])
    (1.0, 0.0)
    """
    number = len(distributions)
    mean = [math.fsum(column) / number for column in zip(*distributions, strict=True)]
    within = math.fsum(_entropy(distribution) for distribution in distributions) / number
    return max(0.0, _entropy(mean) - within)


def _entropy(distribution: Iterable[float]) -> float:
    return -math.fsum(share * math.log2(share) for share in distribution if share > 0.0)


def _disputes(weighings: tuple[Weighing, ...]) -> tuple[Dispute, ...]:
    evidence = {item.evidence.code: item.evidence for weighing in weighings for item in weighing.items}
    widest = (_widest(item, weighings) for item in evidence.values())
    return tuple(sorted(filter(None, widest), key=lambda dispute: (-dispute.factor, dispute.evidence.code)))


def _widest(evidence: Evidence, weighings: tuple[Weighing, ...]) -> Dispute | None:
    codes = tuple(standing.hypothesis.code for standing in weighings[0].standings)
    vectors = {weighing.analyst: _vector(evidence.code, weighing, len(codes)) for weighing in weighings}
    found = (_dispute(evidence, codes, (one, other), vectors) for one, other in combinations(vectors, TWO))
    widest = max(found, key=lambda dispute: dispute.factor)
    return widest if widest.factor > ALIKE else None


def _dispute(evidence: Evidence, codes: tuple[str, ...], pair: tuple[str, str], vectors: dict[str, Vector]) -> Dispute:
    apart = [one - other for one, other in zip(vectors[pair[0]], vectors[pair[1]], strict=True)]
    most, least = max(apart), min(apart)
    return Dispute(
        evidence=evidence,
        analysts=pair,
        over=codes[apart.index(most)],
        under=codes[apart.index(least)],
        factor=math.exp(min(most - least, 700.0)),
    )


def _vector(code: str, weighing: Weighing, length: int) -> Vector:
    """Give an item's log-likelihoods as they count with one analyst; zeros where it does not weigh with him."""
    item = next((item for item in weighing.items if item.evidence.code == code), None)
    return _counting(item) if item is not None else (0.0,) * length


def _counting(item: WeighedItem) -> Vector:
    return tuple(item.weight * math.log(cell.value) for cell in item.cells)
