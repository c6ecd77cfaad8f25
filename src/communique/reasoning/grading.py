"""How far the grades of a source and of what it says let an item of evidence weigh."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from communique.errors import ModelError
from communique.model import Admiralty, Credibility, Dossier, Evidence, Reliability

Scale = TypeVar("Scale", Reliability, Credibility)

SOURCE = "NATO STANAG 2511 for the scale; the numbers are this program's own"

RELIABILITY = {
    Reliability.A: 1.0,
    Reliability.B: 0.8,
    Reliability.C: 0.6,
    Reliability.D: 0.4,
    Reliability.E: 0.2,
    Reliability.F: 0.5,
}
"""Weight by source. The standard gives words and no numbers; F says "cannot be judged", which is not worse than E."""

CREDIBILITY = {
    Credibility.ONE: 1.0,
    Credibility.TWO: 0.8,
    Credibility.THREE: 0.6,
    Credibility.FOUR: 0.4,
    Credibility.FIVE: 0.2,
    Credibility.SIX: 0.5,
}
"""Weight by item; 6 again says "cannot be judged"."""

UNGRADED = Admiralty(source=Reliability.F, item=Credibility.SIX)
"""What is not graded is what the standard calls not to be judged: F6."""


def parse_grade(words: str) -> Admiralty:
    """
    Give the grade that is written as a letter and a figure; F6 where nothing is written.

    >>> str(parse_grade("b2")), str(parse_grade(""))
    ('B2', 'F6')

    Raises:
        ModelError: the words are no grade.
    """
    written = words.strip().upper()
    if not written:
        return UNGRADED
    try:
        return Admiralty(source=Reliability(written[:1]), item=Credibility(written[1:]))
    except ValueError:
        raise ModelError(
            wanted="a grade of source and item, A1 to F6", got=f"“{words}”", remedy='write it as in "B2"'
        ) from None


def weight_of(grade: Admiralty) -> float:
    """
    Give how much of an item's log-likelihood counts (0 to 1): the weight of its source times that of the item.

    >>> [round(weight_of(parse_grade(words)), 2) for words in ("A1", "B2", "C3", "F6", "E5")]
    [1.0, 0.64, 0.36, 0.25, 0.04]
    """
    return RELIABILITY[grade.source] * CREDIBILITY[grade.item]


def lowered(grade: Admiralty) -> Admiralty:
    """
    Give the grade one step worse on both scales; what cannot be judged stays so.

    >>> str(lowered(parse_grade("A2"))), str(lowered(parse_grade("F6"))), str(lowered(parse_grade("E5")))
    ('B3', 'F6', 'E5')
    """
    return Admiralty(source=_next(grade.source, Reliability.F), item=_next(grade.item, Credibility.SIX))


def _next(step: Scale, unknown: Scale) -> Scale:
    steps = tuple(type(step))
    after = steps[min(steps.index(step) + 1, len(steps) - 1)]
    return step if unknown in {step, after} else after


def graded_evidence(dossier: Dossier) -> tuple[Evidence, ...]:
    """
    Give the dossier's evidence, each item with a grade where its exhibit or release has one and it has none itself.

    An exhibit is named by its code, a release by its source as filed.
    """
    grades = {exhibit.code: str(exhibit.grade) for exhibit in dossier.exhibits}
    grades |= {filing.source: str(filing.grade) for filing in dossier.filings if filing.grade is not None}
    return tuple(item if item.grade else replace(item, grade=grades.get(item.source, "")) for item in dossier.evidence)
