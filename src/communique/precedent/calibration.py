"""What a calibration counts: how often each reading fires on routine, and how often a planted change is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

FIRST_FINDINGS = 3
"""A planted change counts as found among the first so many findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """In how many routine releases a reading finds anything, something rare, and a habit; out of ``among``."""

    code: str
    anything: int
    rare: int
    habit: int
    among: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """
    One change planted in a release: what was taken out, and where the report put it.

    ``feature`` is the feature lost, or "stock" for a formula replaced; ``place`` counts the findings from 1, None where
    none speaks of it.
    """

    name: str
    feature: str
    place: int | None

    @property
    def found(self) -> bool:
        """Whether it stands among the first findings."""
        return self.place is not None and self.place <= FIRST_FINDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Planting:
    """
    A trial of planted changes.

    ``eligible`` counts the features and formulas that could have been taken out of the releases tried: usual in a class
    of enough precedents and there; ``left`` those tried that could not be taken out by cutting their words, by reason.
    """

    releases: int
    eligible: int
    plants: tuple[Plant, ...]
    left: tuple[tuple[str, int], ...] = ()

    @property
    def found(self) -> int:
        """How many stand among the first findings."""
        return sum(plant.found for plant in self.plants)

    def by_feature(self) -> tuple[tuple[str, int, int], ...]:
        """Give each feature with how many plants of it were found, and how many there were; the most frequent first."""
        planted, found = _count(self.plants), _count(plant for plant in self.plants if plant.found)
        return tuple((code, found[code], number) for code, number in planted.most_common())


def _count(plants: Iterable[Plant]) -> Counter[str]:
    return Counter(plant.feature for plant in plants)
