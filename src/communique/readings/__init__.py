"""One file a reading; this is the catalogue, and how it is run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from communique.model import Account, Finding, Grade, Rate
from communique.precedent import NO_PRECEDENT, Feature, Mark, MarkFeatures, Precedent
from communique.precedent.rates import RARE_BOUND, RARE_HIGH
from communique.readings import (
    credit,
    expected,
    figures,
    formulas,
    initiative,
    instruments,
    lead,
    reception,
    register,
    space,
    stock,
    tempo,
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
    PARTS_BY_PLACE,
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
    stock.READING,
    tempo.READING,
    lead.READING,
    expected.READING,
)
"""The catalogue, in the order in which a report lists what was tried."""

FEATURES: Mapping[str, Feature] = MappingProxyType(
    {feature.code: feature for reading in READINGS for feature in reading.features}
)
"""Every feature that a reading may mark, by its code."""

GRADES_BY_WEIGHT = (Grade.RARE, Grade.DIFFERS, Grade.OBSERVED, Grade.HABIT)

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
    told_once = _told_once(account, (finding for finding in findings if _is_looked_for(finding, account)))
    return tuple(sorted(told_once, key=_rank))


def _told_once(account: Account, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what the reading of expectations says of a question that a rare finding of its own reading answers."""
    told: set[str] = set()
    for finding in findings:
        general = finding.code.startswith(f"{expected.READING.code}.")
        passing = general and not finding.absent and topics.in_passing(account, finding.feature)
        if not passing and not (general and facet_of(finding.feature) in told):
            yield finding
        if not general and finding.feature and finding.grade is Grade.RARE:
            told.add(facet_of(finding.feature))


def facet_of(feature: str) -> str:
    """Give the question that a feature answers; its own code where it alone answers it."""
    known = FEATURES.get(feature)
    return (known.facet if known else "") or feature


def _is_looked_for(finding: Finding, account: Account) -> bool:
    """Whether an absence means anything: in a language read in part, only what is looked for can be missing."""
    looked_for = READ_IN_PART.get(account.release.language)
    return not finding.absent or looked_for is None or finding.code.partition(".")[0] in looked_for


def mark_features(account: Account) -> tuple[Mark, ...]:
    """
    Give every feature that the account could have had, each with whether it has it: what a tally counts.

    In a language that no parser reads, features that are not looked for are no exposure.
    """
    looked_for = READ_IN_PART.get(account.release.language)
    return tuple(
        mark
        for reading in READINGS
        if looked_for is None or reading.code in looked_for
        for mark in reading.mark_features(account)
    )


def _by_chance(rate: Rate) -> float:
    """Give how many findings as surprising a routine account has; the rarer of two comes first."""
    return rate.chance if rate.chance is not None else rate.high


def _rank(finding: Finding) -> tuple[int, float, bool, int, int]:
    surely = _by_chance(finding.rate) if finding.rate and finding.grade is Grade.RARE else 0.0
    weight = GRADES_BY_WEIGHT.index(finding.grade)
    if not finding.spans:
        return weight, surely, True, 0, 0
    first = finding.spans[0]
    return weight, surely, False, PARTS_BY_PLACE.index(first.part), first.start


__all__ = [
    "CARD_SECTIONS",
    "HABIT_BOUND",
    "RARE_BOUND",
    "RARE_HIGH",
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
