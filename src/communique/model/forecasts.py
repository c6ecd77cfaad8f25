"""What an analyst expects: dated, resolvable, and scored when the day has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """
    One question with a probability (0 to 1), made on a day, to be answered by another.

    ``resolves`` says in words what will count as yes. ``outcome`` is None while open; then ``resolved`` is the day it
    was answered and ``basis`` what it was answered from.
    """

    code: str
    question: str
    probability: float
    made: date
    due: date
    resolves: str
    analyst: str = ""
    outcome: bool | None = None
    resolved: date | None = None
    basis: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.probability <= 1.0:
            raise ModelError(wanted="a probability from 0 to 1", got=f"{self.probability} for {self.code}")
        if self.due < self.made:
            raise ModelError(wanted="a due day not before the day it was made", got=f"{self.made}, due {self.due}")
        if (self.outcome is None) != (self.resolved is None):
            raise ModelError(wanted="an outcome with the day it was known, or neither", got=f"forecast {self.code}")
        if not self.resolves.strip():
            raise ModelError(wanted=f"words on what counts as yes for {self.code}", got="none")
