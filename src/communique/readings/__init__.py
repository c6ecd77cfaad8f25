"""One file a reading; this is the catalogue, and how it is run."""

from __future__ import annotations

from communique.model import Account, Finding, Grade, Part
from communique.precedent import NO_PRECEDENT, Precedent
from communique.readings import (
    credit,
    figures,
    formulas,
    initiative,
    instruments,
    reception,
    register,
    space,
    thanks,
    titles,
    topics,
    turns,
    vague,
    venue,
    visit_class,
    voice,
)
from communique.readings.port import (
    CARD_SECTIONS,
    HABIT_BOUND,
    RARE_BOUND,
    Feature,
    Mark,
    MarkFeatures,
    Read,
    Reading,
    grade_of,
)

READINGS: tuple[Reading, ...] = (
    initiative.READING,
    reception.READING,
    venue.READING,
    visit_class.READING,
    titles.READING,
    thanks.READING,
    credit.READING,
    instruments.READING,
    figures.READING,
    topics.READING,
    register.READING,
    formulas.READING,
    voice.READING,
    turns.READING,
    space.READING,
    vague.READING,
)
"""The catalogue, in the order in which a report lists what was tried."""

GRADES_BY_WEIGHT = (Grade.RARE, Grade.DIFFERS, Grade.OBSERVED, Grade.HABIT)

PARTS_BY_PLACE = (Part.TITLE, Part.PLACE, Part.TEXT)


READ_IN_PART = {"kk": frozenset({"initiative", "reception", "visit_class"})}
"""The readings whose items are looked for in a language that no parser reads, by its code."""


def run_readings(
    account: Account, precedent: Precedent = NO_PRECEDENT, others: tuple[Account, ...] = ()
) -> tuple[Finding, ...]:
    """
    Run the whole catalogue over one account and order what it finds.

    The order is that of the grades (rare, differs, observed, habit); among rare findings the one whose rate is
    surely lowest stands first; then that of the text, with what is not said at all after what is.
    """
    mirrors = tuple(other for other in others if other != account)
    findings = [finding for reading in READINGS for finding in reading.read(account, precedent, mirrors)]
    return tuple(sorted((finding for finding in findings if _is_looked_for(finding, account)), key=_rank))


def _is_looked_for(finding: Finding, account: Account) -> bool:
    """Whether an absence means anything: in a language read in part, only what is looked for can be missing."""
    looked_for = READ_IN_PART.get(account.release.language)
    return not finding.absent or looked_for is None or finding.code.partition(".")[0] in looked_for


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Give every feature that the account could have had, each with whether it has it: what a tally counts."""
    return tuple(mark for reading in READINGS for mark in reading.mark_features(account))


def _rank(finding: Finding) -> tuple[int, float, bool, int, int]:
    surely = finding.rate.high if finding.rate and finding.grade is Grade.RARE else 0.0
    weight = GRADES_BY_WEIGHT.index(finding.grade)
    if not finding.spans:
        return weight, surely, True, 0, 0
    first = finding.spans[0]
    return weight, surely, False, PARTS_BY_PLACE.index(first.part), first.start


__all__ = [
    "CARD_SECTIONS",
    "HABIT_BOUND",
    "RARE_BOUND",
    "READINGS",
    "Feature",
    "Mark",
    "MarkFeatures",
    "Read",
    "Reading",
    "grade_of",
    "mark_features",
    "run_readings",
]
