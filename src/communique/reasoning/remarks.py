"""What the linter says of a place in a text: a rule's code, the words, why, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.model import Span

FADING = "fading-hedge"
"""The rule on a guess that later serves as a premise; it looks at two sentences."""


class Severity(StrEnum):
    """``error``: a rule of evidence is broken. ``advice``: it could be said better. ``note``: nothing to mend."""

    ERROR = "error"
    ADVICE = "advice"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class LintRule:
    """One rule: its code, what it finds, why that matters in a few words and in full, and what to write instead."""

    code: str
    finds: str
    brief: str
    why: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of a text with the line and column where they begin, both counted from 1, columns in code points."""

    span: Span
    line: int
    column: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """
    One place in a text where a rule is broken.

    ``also`` are other places that belong to it: further words of its sentence that break the same rule; of a fading
    hedge the first place, and the words that tie the two.
    """

    code: str
    severity: Severity
    place: Place
    why: str
    instead: str
    also: tuple[Place, ...] = ()

    @property
    def span(self) -> Span:
        """Where its words stand in the text."""
        return self.place.span

    @property
    def line(self) -> int:
        """The line where its words begin, from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column where its words begin, from 1, in code points."""
        return self.place.column

    @property
    def words(self) -> str:
        """The exact words."""
        return self.place.words

    @property
    def listed(self) -> tuple[str, ...]:
        """The words of its sentence that break the rule, in order, each wording once."""
        more = () if self.code == FADING else tuple(place.words for place in self.also)
        return tuple(dict.fromkeys((self.words, *more)))


RULES: tuple[LintRule, ...] = (
    LintRule(
        code="likelihood-with-confidence",
        finds="one sentence gives both a likelihood and a confidence",
        brief="how likely and how sure in one sentence",
        why="“likely” is about the event, “high confidence” about the evidence; together a reader takes one for the "
        "other (ICD 203, D.6.e.2)",
        instead="two sentences: first how likely it is, then how well that is known and why",
    ),
    LintRule(
        code="motive",
        finds="words for what somebody wants, fears, aims at or hides",
        brief="no text shows what somebody wants",
        why="no text shows a motive: the same act fits several",
        instead="what was said or done, and the aim as one of several explanations with the fact that would refute it",
    ),
    LintRule(
        code="mood",
        finds="words for feelings, sincerity, atmosphere",
        brief="no text shows a feeling",
        why="no text shows a feeling; neither does a date or a gap",
        instead="the words or the act itself; a feeling only as somebody's own words, quoted",
    ),
    LintRule(
        code="body",
        finds="words for posture, gesture, face, health, age, dress",
        brief="what a posture means cannot be tested",
        why="pictures are cut and posed; what a posture means cannot be tested",
        instead="nothing, or what is to be seen with the address and time of the footage, without what it would mean",
    ),
    LintRule(
        code="fading-hedge",
        finds="a guess that later serves as a premise",
        brief="a guess has become a premise",
        why="a conclusion is no firmer than its weakest step; the product of several guesses is small",
        instead="the hedge at the later place too, or the source that turned the guess into a fact",
    ),
    LintRule(
        code="outside-bands",
        finds="an estimate in words that no scale gives a band",
        brief="readers take it for anything from 5 to 95 per cent",
        why="readers put “possible” anywhere between 5 and 95 per cent",
        instead="one of the seven terms of ICD 203: almost no chance, very unlikely, unlikely, roughly even chance, "
        "likely, very likely, almost certain",
    ),
    LintRule(
        code="absence-as-fact",
        finds="that something did not happen, told as a fact",
        brief="silence of the sources is not absence",
        why="silence of the sources at hand is not absence",
        instead="“no report found of …”, and where was looked; of a text: absent from its headline, its summary, or "
        "the whole",
    ),
    LintRule(
        code="unusual-without-base",
        finds="“unusual”, “rare”, “too short” without how often it is otherwise",
        brief="of how many?",
        why="what looks odd is often the rule: a stock phrase is taken for a signal",
        instead="N of M: how many of the earlier comparable cases have it; or “no base”",
    ),
    LintRule(
        code="ignored-without-reason",
        finds="a comment that silences a rule without a reason, or a rule that is none",
        brief="a rule is silenced without a reason",
        why="what is let pass must be open to argument",
        instead="<!-- communique: ignore CODE - reason -->",
    ),
    LintRule(
        code="quoted",
        finds="words of a rule's kind that stand in quotation marks",
        brief="another's words, let pass",
        why="they are another's words, and are let pass",
        instead="nothing; but see whose they are",
    ),
)
"""Every rule, in the order in which they are listed."""

RULES_BY_CODE = {rule.code: rule for rule in RULES}
