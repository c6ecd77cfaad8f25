"""What a reading finds: graded, opened on its exact words, with its rate or the plain statement that there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.spans import Span


class Grade(StrEnum):
    """
    How a finding is known.

    ``observed``: counted in the text. ``differs``: two texts side by side. ``rare``: against precedent, with N of M.
    ``habit``: looks odd, is usual here. ``untestable``: motive, mood, sincerity; a label for a claim somebody made,
    never a finding of ours.
    """

    OBSERVED = "observed"
    DIFFERS = "differs"
    RARE = "rare"
    HABIT = "habit"
    UNTESTABLE = "untestable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """
    How often something was seen among comparable earlier accounts: N of M.

    ``low`` and ``high`` bound the rate (0 to 1, 95 % interval); ``reference`` says what was counted, in words
    ("calls of the President of X with Y, 2012 to 2018"). ``expected`` is the probability to see it next, drawn toward
    wider classes where the class is small; None where nothing but N and M is known. ``chance`` is how many findings as
    surprising as this one a routine account of the class gives on average, over all checks made; None where not asked.
    """

    seen: int
    among: int
    low: float
    high: float
    reference: str
    expected: float | None = None
    chance: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.seen <= self.among or self.among == 0:
            raise ModelError(wanted="0 <= seen <= among, among > 0", got=f"{self.seen} of {self.among}")
        if not 0.0 <= self.low <= self.high <= 1.0:
            raise ModelError(wanted="0 <= low <= high <= 1", got=f"{self.low} to {self.high}")

    def __str__(self) -> str:
        return f"{self.seen} of {self.among}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """
    One statement of a reading about a text.

    ``code`` is the reading's code and a tail ("initiative.unstated"); ``statement`` says what stands (or does not
    stand) there; ``spans`` mark the exact words, none only where the finding is an absence; ``plain`` is the plain
    explanation, printed first; ``rate`` is N of M, None where there is no base; ``mirror`` what the other side's text
    has, None where it is not at hand; ``absent`` tells that the finding is about something not said; ``feature`` is the
    code of the feature whose rate it carries, empty where it carries none.
    """

    code: str
    grade: Grade
    statement: str
    plain: str
    spans: tuple[Span, ...] = ()
    rate: Rate | None = None
    mirror: str | None = None
    absent: bool = False
    feature: str = ""

    def __post_init__(self) -> None:
        if self.grade is Grade.UNTESTABLE:
            raise ModelError(wanted="a grade that a text can carry", got=self.grade.value)
        if not self.spans and not self.absent:
            raise ModelError(wanted=f"the exact words behind {self.code}", got="no span")
        if self.grade in {Grade.RARE, Grade.HABIT} and self.rate is None:
            raise ModelError(wanted=f"a rate for a finding graded {self.grade}", got="none")
        if not self.plain:
            raise ModelError(wanted=f"a plain explanation for {self.code}", got="none")
