"""The arithmetic of weighing: log-likelihoods scaled by grades, one vector a group, shares that sum to one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Vector: TypeAlias = tuple[float, ...]
"""One number for each hypothesis, in their order."""

ROUNDING = 1e-9
"""Log-likelihoods nearer to each other than this are parted by rounding only."""


def vector_of(likelihoods: Iterable[float], weight: float = 1.0) -> Vector:
    """
    Give the log-likelihoods of an item as they count.

    ``likelihoods`` are over 0, ``weight`` is how much of the item counts by grade (0 to 1).
    """
    return tuple(weight * math.log(value) for value in likelihoods)


def spread_of(vector: Vector) -> float:
    """Give how far a vector sets any two hypotheses apart: its greatest number less its least (≥ 0)."""
    return max(vector) - min(vector)


def strongest(vectors: Sequence[Vector]) -> tuple[tuple[int, ...], ...]:
    """
    Give the places of the vectors with the greatest spread, those that say the same together.

    Two vectors say the same that part each two hypotheses alike, since a factor common to all hypotheses is of no
    account.

    >>> strongest([vector_of((0.8, 0.2)), vector_of((0.2, 0.8)), vector_of((0.4, 0.1)), vector_of((0.5, 0.4))])
    ((0, 2), (1,))
    """
    most = max(map(spread_of, vectors))
    alike: dict[Vector, list[int]] = {}
    for place, vector in enumerate(vectors):
        if most - spread_of(vector) <= ROUNDING:
            top = max(vector)
            alike.setdefault(tuple(round((value - top) / ROUNDING) for value in vector), []).append(place)
    return tuple(tuple(places) for places in alike.values())


def vector_of_group(vectors: Sequence[Vector]) -> Vector:
    """
    Give the vector by which a group of items counts (at least one): that of the greatest spread.

    Of several that say different things with the same spread the mean counts, so that neither order nor name decides;
    it sets no two hypotheses further apart than each of them does. The whole vector of an item counts, never the best
    of each: such a mixture could set two hypotheses further apart than any of the items does.

    >>> vector_of_group([(0.0, -2.0), (0.0, -1.0)]), vector_of_group([(0.0, -2.0), (-2.0, 0.0)])
    ((0.0, -2.0), (-1.0, -1.0))
    """
    first = [min(vectors[place] for place in places) for places in strongest(vectors)]
    return first[0] if len(first) == 1 else tuple(math.fsum(column) / len(first) for column in zip(*first, strict=True))


def shares(priors: Sequence[float], vectors: Iterable[Vector], *, scale: float = 1.0) -> Vector:
    """
    Give each hypothesis its share after the evidence (sum 1): prior times likelihoods, by logarithms.

    ``priors`` are over 0 and need not sum to one; ``vectors`` has one for each group; ``scale`` is how much of all
    evidence counts (0 to 1). The order of the groups is of no account: sums are exact before they are rounded.

    >>> [round(share, 2) for share in shares((1.0, 1.0), [vector_of((0.9, 0.3))])]
    [0.75, 0.25]
    """
    return make_ledger(priors, [tuple(scale * value for value in vector) for vector in vectors]).shares()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """
    The sum of logarithms for each hypothesis, in parts that lose no digit (Shewchuk 1997).

    One group can be taken out, or another put in its place, without adding up all others anew, and to the last digit
    as if they had been.
    """

    parts: tuple[tuple[float, ...], ...]

    def shares(self, *, without: Vector = (), adding: Vector = ()) -> Vector:
        """Give the shares, with one vector taken out of the sums and one put in where they are given."""
        changes = [tuple(-value for value in without), adding]
        sums = [
            math.fsum((*parts, *(vector[place] for vector in changes if vector)))
            for place, parts in enumerate(self.parts)
        ]
        return _scaled_to_one(sums)


def make_ledger(priors: Sequence[float], vectors: Sequence[Vector]) -> Ledger:
    """Add up the logarithms of priors and evidence for each hypothesis."""
    return Ledger(
        parts=tuple(
            _parts((math.log(prior), *(vector[place] for vector in vectors))) for place, prior in enumerate(priors)
        )
    )


def _parts(numbers: Iterable[float]) -> tuple[float, ...]:
    """Give a few numbers whose exact sum is that of all."""
    parts: list[float] = []
    for number in numbers:
        rest, kept = number, 0
        for part in parts:
            great, small = (part, rest) if abs(rest) < abs(part) else (rest, part)
            rest = great + small
            if lost := small - (rest - great):
                parts[kept] = lost
                kept += 1
        parts[kept:] = [rest]
    return tuple(parts)


def _scaled_to_one(logs: Sequence[float]) -> Vector:
    most = max(logs)
    parts = [math.exp(value - most) for value in logs]
    whole = math.fsum(parts)
    return tuple(part / whole for part in parts)
