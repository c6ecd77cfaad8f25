"""How far the grades of a source and of what it says let an item of evidence weigh."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from communique.dossiers.opened import OpenDossier
from communique.errors import ModelError
from communique.model import Admiralty, Credibility, Dossier, Evidence, Reliability
from communique.reasoning.origins import find_origins

SOURCE = "NATO STANAG 2511 for the scale; the numbers are this program's own"

RELIABILITY = {
    Reliability.A: 1.0,
    Reliability.B: 0.8,
    Reliability.C: 0.6,
    Reliability.D: 0.4,
    Reliability.E: 0.2,
    Reliability.F: 0.4,
}
"""
Weight by source. The standard gives words and no numbers; F says "cannot be judged", which need not be as bad as E.

It weighs no more than D, lest anything be gained by leaving a doubtful grade out.
"""

CREDIBILITY = {
    Credibility.ONE: 1.0,
    Credibility.TWO: 0.8,
    Credibility.THREE: 0.6,
    Credibility.FOUR: 0.4,
    Credibility.FIVE: 0.2,
    Credibility.SIX: 0.4,
}
"""Weight by item; 6 again says "cannot be judged"."""

STEP = 0.2
"""By how much a weight is less that is one step worse."""

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
    [1.0, 0.64, 0.36, 0.16, 0.04]
    """
    return RELIABILITY[grade.source] * CREDIBILITY[grade.item]


def lowered_weight(grade: Admiralty) -> float:
    """
    Give how much counts if the grade were one step worse on both scales (0 to 1); always less than as it stands.

    Below the worst step, half of its weight is taken; what cannot be judged is taken a step worse, too.

    >>> [round(lowered_weight(parse_grade(words)), 2) for words in ("A1", "A2", "F6", "E5")]
    [0.64, 0.48, 0.04, 0.01]
    """
    return _one_worse(RELIABILITY[grade.source]) * _one_worse(CREDIBILITY[grade.item])


def _one_worse(weight: float) -> float:
    return max(weight - STEP, weight / 2)


def lowest_grade(grades: Iterable[str]) -> str:
    """
    Give the grade that lets weigh least, of those that are written; empty where none is.

    >>> lowest_grade(("A1", "", "B2")), lowest_grade(("", ""))
    ('B2', '')
    """
    written = {str(parse_grade(grade)) for grade in grades if grade.strip()}
    return min(written, key=lambda grade: (weight_of(parse_grade(grade)), grade), default="")


def graded_evidence(dossier: OpenDossier | Dossier) -> tuple[Evidence, ...]:
    """
    Give the dossier's evidence, each item with a grade where its exhibit or release has one and it has none itself.

    An exhibit is named by its code, a release by its source as filed or by any of its names.
    """
    origins = find_origins(dossier)
    evidence = dossier.dossier.evidence if isinstance(dossier, OpenDossier) else dossier.evidence
    return tuple(item if item.grade else replace(item, grade=origins.of(item.source).grade) for item in evidence)
