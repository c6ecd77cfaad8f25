"""The parts of the matrix as a page shows it: cells, columns, lines, and what stands beside them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from communique.model import Evidence, Hypothesis, Likelihood
from communique.reasoning.catalogue import Offer
from communique.reasoning.estimative import percent
from communique.reasoning.weighed import WeighedHypothesis

TONES = {"++": "much for", "+": "for", "·": "even", "−": "against", "−−": "much against"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """
    One cell: its sign, what it counts as, and who said what.

    ``usual`` tells that it is the precedent's rate, ``aside`` that a stronger item of the group counts instead.
    """

    row: int
    column: int
    evidence: Evidence
    hypothesis: Hypothesis
    mark: str = ""
    value: str = ""
    usual: bool = False
    aside: bool = False
    voices: tuple[Likelihood, ...] = ()

    @property
    def tone(self) -> str:
        """How it is coloured: for or against, much or not."""
        return "aside" if self.aside else TONES.get(self.mark, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One item of evidence: its label, grade as it counts, the rest of its group, and why it does not weigh."""

    number: int
    evidence: Evidence
    grade: str
    weight: str = ""
    fellows: tuple[str, ...] = ()
    unweighed: str = ""
    left_out: tuple[str, ...] = ()
    counts: bool = True

    @property
    def label(self) -> str:
        """Its label."""
        return f"E{self.number}"

    @property
    def rate(self) -> tuple[int, int] | None:
        """N of M of the precedent, None where there is no base."""
        item = self.evidence
        return (item.seen, item.among) if item.seen is not None and item.among is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One explanation: its label, its share before and after with the range, and its cells."""

    number: int
    hypothesis: Hypothesis
    prior: str
    cells: tuple[Cell, ...]
    standing: WeighedHypothesis | None = None
    leads: bool = False

    @property
    def label(self) -> str:
        """Its label."""
        return f"H{self.number}"

    @property
    def share(self) -> str:
        """Its share after the evidence, in per cent."""
        return percent(self.standing.posterior) if self.standing else ""

    @property
    def range(self) -> str:
        """The least and the greatest share in the sweep."""
        if self.standing is None:
            return ""
        return f"{percent(self.standing.low).removesuffix(' %')} – {percent(self.standing.high)}"

    @property
    def low(self) -> float:
        """The least share, 0 to 100."""
        return points_of(self.standing.low) if self.standing else 0.0

    @property
    def high(self) -> float:
        """The greatest share, 0 to 100, a little over the least so that it can be seen."""
        return max(points_of(self.standing.high), self.low + 0.4) if self.standing else 0.0

    @property
    def at(self) -> float:
        """The share, 0 to 100."""
        return points_of(self.standing.posterior) if self.standing else 0.0

    @property
    def before(self) -> float:
        """The share before the evidence, 0 to 100."""
        return points_of(self.standing.prior) if self.standing else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """What one group does: its items' labels, its name, by how much it moves the leader, who leads without it."""

    labels: str
    name: str
    shift: str
    decides: bool
    without: tuple[str, ...]
    divided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Analysts side by side: names, a row of shares for each explanation, how far apart, and on what."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    shared: bool
    divergence: str
    disputes: tuple[tuple[str, str, str, str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the catalogue suggests for one cell; ``key`` names it in a form."""

    column: Column
    line: Line
    offer: Offer

    @property
    def key(self) -> str:
        """A name that no sign of the codes can spoil."""
        told = repr((self.column.evidence.code, self.line.hypothesis.code))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def points_of(share: float) -> float:
    """Give a share as points of a hundred."""
    return round(share * 100, 1)
