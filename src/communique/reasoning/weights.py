"""The arithmetic of weighing: log-likelihoods scaled by grades, one vector a group, shares that sum to one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Vector: TypeAlias = tuple[float, ...]
"""One number for each hypothesis, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One item that weighs: its code, how much of it counts by grade (0 to 1), its likelihoods (each over 0)."""

    code: str
    weight: float
    likelihoods: Vector

    @property
    def vector(self) -> Vector:
        """Its log-likelihoods as they count."""
        return tuple(self.weight * math.log(value) for value in self.likelihoods)

    @property
    def spread(self) -> float:
        """How far it sets any two hypotheses apart: the greatest less the least log-likelihood as they count (≥ 0)."""
        vector = self.vector
        return max(vector) - min(vector)


Group: TypeAlias = tuple[Member, ...]
"""Items that say the same thing; at least one."""


def strongest(group: Group) -> Member:
    """
    Give the member by which a group counts: the one with the greatest spread, of equal ones the first by code.

    The whole vector of one member counts, never the best of each: a mixture could set two hypotheses further apart
    than any of the items does.

    >>> one = Member(code="a", weight=1.0, likelihoods=(0.5, 0.25))
    >>> strongest((one, Member(code="b", weight=0.5, likelihoods=(0.5, 0.2)))).code
    'a'
    """
    return min(group, key=lambda member: (-member.spread, member.code))


def shares(priors: Sequence[float], groups: Iterable[Group], *, scale: float = 1.0) -> Vector:
    """
    Give each hypothesis its share after the evidence (sum 1): prior times likelihoods, by logarithms.

    ``priors`` are over 0 and need not sum to one; ``scale`` is how much of all evidence counts (0 to 1). The order of
    the groups is of no account: sums are exact before they are rounded (Shewchuk 1997).

    >>> group = (Member(code="a", weight=1.0, likelihoods=(0.9, 0.3)),)
    >>> [round(share, 2) for share in shares((1.0, 1.0), [group])]
    [0.75, 0.25]
    """
    vectors = [strongest(group).vector for group in groups]
    sums = [
        math.fsum((math.log(prior), *(scale * vector[place] for vector in vectors)))
        for place, prior in enumerate(priors)
    ]
    return _scaled_to_one(sums)


def _scaled_to_one(logs: Sequence[float]) -> Vector:
    most = max(logs)
    parts = [math.exp(value - most) for value in logs]
    whole = math.fsum(parts)
    return tuple(part / whole for part in parts)
