"""Competing explanations of an episode, what bears on them, and how likely analysts hold it under each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.errors import ModelError

LEAST_PRIOR, MOST_PRIOR = 1e-9, 1e9
"""Between which priors lie: only their proportions count, and no explanation is a billion times likelier unseen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """
    One explanation of the episode, never of anybody's mind: what would have been the case.

    ``dull`` marks the routine explanation, which cannot be removed. ``prior`` is its share before the evidence (over
    0, between ``LEAST_PRIOR`` and ``MOST_PRIOR``; they are scaled to one in sum). ``refuted_by`` is the fact that would
    rule it out, in words.
    """

    code: str
    statement: str
    dull: bool = False
    prior: float = 1.0
    refuted_by: str = ""

    def __post_init__(self) -> None:
        if not self.code or not self.statement:
            raise ModelError(wanted="a code and a statement for a hypothesis", got=f"“{self.code}”, “{self.statement}”")
        if not LEAST_PRIOR <= self.prior <= MOST_PRIOR:
            raise ModelError(
                wanted="a prior over 0",
                got=f"{self.prior} for {self.code}",
                remedy=f"from {LEAST_PRIOR:g} to {MOST_PRIOR:g}; only proportions count, 2 for one twice as usual",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """
    One item that bears on the hypotheses: a finding of a reading, or a fact that the analyst enters.

    ``source`` names the release or exhibit it rests on, ``quote`` its exact words. ``finding`` is the code of the
    reading's finding, empty where an analyst entered it. ``group`` names what it depends on: items of one group say the
    same thing and count once. ``grade`` is that of source and item as the Admiralty scale writes it ("B2"), empty where
    not graded. ``seen`` and ``among`` are the precedent's N of M, None where there is no base.
    """

    code: str
    statement: str
    source: str = ""
    quote: str = ""
    finding: str = ""
    group: str = ""
    grade: str = ""
    seen: int | None = None
    among: int | None = None

    def __post_init__(self) -> None:
        if not self.code or not self.statement:
            raise ModelError(wanted="a code and a statement for evidence", got=f"“{self.code}”, “{self.statement}”")
        if (self.seen is None) != (self.among is None):
            raise ModelError(wanted="seen and among, or neither", got=f"{self.seen} of {self.among}")
        if self.seen is not None and self.among is not None and not 0 <= self.seen <= self.among:
            raise ModelError(
                wanted=f"a rate for {self.code} with seen from 0 to among", got=f"{self.seen} of {self.among}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """
    How probable an analyst holds an item of evidence if a hypothesis were true (over 0, up to 1), and why.

    ``reason`` must be given: a number without one cannot be argued with.
    """

    evidence: str
    hypothesis: str
    value: float
    reason: str
    analyst: str = ""
    entered: date | None = None

    def __post_init__(self) -> None:
        if not 0.0 < self.value <= 1.0:
            raise ModelError(
                wanted="a likelihood over 0, up to 1", got=f"{self.value} for {self.evidence} under {self.hypothesis}"
            )
        if not self.reason.strip():
            raise ModelError(
                wanted=f"a reason for the likelihood of {self.evidence} under {self.hypothesis}", got="none"
            )
