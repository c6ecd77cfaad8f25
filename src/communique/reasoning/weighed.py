"""What weighing gives: each hypothesis with share and range, what each item does, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.model import Evidence, Hypothesis
from communique.reasoning.estimative import Band, Footing, band_of
from communique.reasoning.likelihoods import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedHypothesis:
    """
    One hypothesis after the evidence: its share before and after, and the least and greatest share in the sweep.

    Shares run from 0 to 1; those of all hypotheses sum to one.
    """

    hypothesis: Hypothesis
    prior: float
    posterior: float
    low: float
    high: float

    @property
    def band(self) -> Band:
        """The word for its share."""
        return band_of(self.posterior)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedItem:
    """
    One item that has a likelihood under every hypothesis (``cells``, in the order of the hypotheses).

    ``grade`` is what was taken for its grade, ``weight`` how much of it counts for that (0 to 1); ``ratios`` are, for
    each hypothesis, how much likelier the item is under it than under the others on average (over 1 speaks for it),
    as it counts. ``counts`` tells that its group counts by it. ``left_out`` are analysts whose likelihoods of it do not
    count, as they entered none under some hypothesis.
    """

    evidence: Evidence
    grade: str
    weight: float
    cells: tuple[Cell, ...]
    ratios: tuple[float, ...]
    counts: bool
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedGroup:
    """
    Items that say the same thing, which count once, by the strongest of them.

    ``strongest`` are the codes of those that set the hypotheses furthest apart: one, or several that say different
    things with equal strength, which count by their mean. ``divided`` tells that two of them speak for different
    hypotheses: then they hardly say the same thing.
    """

    name: str
    items: tuple[str, ...]
    strongest: tuple[str, ...]
    divided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unweighed:
    """An item that does not weigh (its likelihood ratio is 1), and why."""

    evidence: Evidence
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """
    What happens without one group: the leading hypotheses then, and by how much the leader's share moves.

    ``shift`` is the leader's share with the group less that without it (-1 to 1): over 0 where the group speaks for it.
    """

    group: WeighedGroup
    leaders: tuple[str, ...]
    shift: float
    decides: bool


class Varied(StrEnum):
    """What a sweep changes, one thing at a time."""

    LIKELIHOOD = "a likelihood"
    RATE = "a rate"
    GRADE = "the grades"
    PRIOR = "the priors"
    GROUP = "a group left out"
    MEMBER = "another item of a group"
    WEIGHT = "the weight of all evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One change tried in the sweep, in words, and each hypothesis' share under it."""

    varied: Varied
    words: str
    posteriors: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """
    What it would take for a rival to lead: a fact ``ratio`` times (≥ 1) likelier under it than under the leader.

    ``ratio`` is infinite where the rival has no share left that could be counted.
    """

    hypothesis: Hypothesis
    ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """
    Competing explanations, weighed.

    ``standings`` stand in the order of the hypotheses. ``leaders`` are the codes of those with the greatest share:
    one, or several where they are level. ``decisive`` is the group that decides: without which another hypothesis
    leads, else the one that moves the leader's share most; None where nothing weighs. ``rivals`` are the others, the
    nearest first. ``scenarios`` is the whole sweep. ``analyst`` is whose likelihoods were taken, empty for those of
    all (``analysts``) together.
    """

    standings: tuple[WeighedHypothesis, ...]
    items: tuple[WeighedItem, ...]
    groups: tuple[WeighedGroup, ...]
    unweighed: tuple[Unweighed, ...]
    leaders: tuple[str, ...]
    influences: tuple[Influence, ...]
    decisive: Influence | None
    rivals: tuple[Rival, ...]
    scenarios: tuple[Scenario, ...]
    footing: Footing
    analyst: str = ""
    analysts: tuple[str, ...] = ()

    @property
    def ranked(self) -> tuple[WeighedHypothesis, ...]:
        """The hypotheses by share, the greatest first; level ones as they stood."""
        return tuple(sorted(self.standings, key=lambda standing: -standing.posterior))

    @property
    def leader(self) -> WeighedHypothesis:
        """The hypothesis with the greatest share; of level ones a dull one, else the first."""
        level = [standing for standing in self.standings if standing.hypothesis.code in self.leaders]
        return min(level, key=lambda standing: not standing.hypothesis.dull)
