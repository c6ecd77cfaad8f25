"""The order of findings, their rates in words, and the one line that says what they amount to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from communique.model import Finding, Grade, Rate
from communique.precedent.scoring import LEAST_COMPARED, UNUSUAL
from communique.reports.labels import count_label, ordinal_label

if TYPE_CHECKING:
    from communique.precedent import Standing
    from communique.reports.report import Report

GRADE_ORDER = (Grade.RARE, Grade.DIFFERS, Grade.OBSERVED, Grade.HABIT)
"""How groups of findings follow each other."""

NO_BASE = "No base: no earlier releases of this kind are at hand, so nothing is called usual or unusual."
TOO_FEW = (
    f"No base: fewer than {LEAST_COMPARED} comparable earlier records in the corpus, "
    "so the record as a whole is called neither usual nor unusual."
)

UNMIRRORED = "Other account: not at hand."
"""Said once of a release whose event no other account at hand tells of."""

OF_THE_CORPUS = frozenset({"tempo", "lead"})
"""Readings that tell of other records: their findings count in words of their own, and are not without a base."""

HIGHEST_PERCENTILE = 99
"""The highest percentile that is printed: no record lies above all, itself included."""

MOST_SCARCE = 1000
"""Routine records in which a finding turns up less than once, beyond which their number is not told."""

MANY = 3
"""Times from which no fraction of them is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A finding with its number in the report, the same in every form of output."""

    number: int
    finding: Finding


def rank_findings(findings: tuple[Finding, ...]) -> tuple[Ranked, ...]:
    """
    Order findings by grade and number them from 1.

    The rare ones go by how few a routine record has. What is merely counted begins with the links to other records;
    then follows what has a rate, the more surprising first, and what has none, as read.
    """
    ordered = sorted(findings, key=lambda finding: (GRADE_ORDER.index(finding.grade), *_weight(finding)))
    return tuple(Ranked(number=number, finding=finding) for number, finding in enumerate(ordered, start=1))


def surprisal(rate: Rate) -> float:
    """
    Give how surprising it is to see again what was seen so often, in bits; higher is rarer.

    Where no expectation is known, half a case is added to either side, so that "never before" is finite and grows with
    the number of precedents (Krichevsky and Trofimov 1981).

    >>> round(surprisal(Rate(seen=0, among=7, low=0.0, high=0.4, reference="calls")), 1)
    4.0
    """
    return max(0.0, -log2(rate.expected or (rate.seen + 0.5) / (rate.among + 1)))


def rate_label(rate: Rate | None) -> str:
    """
    Give a rate with its interval, or say that there is none.

    >>> rate_label(Rate(seen=2, among=31, low=0.018, high=0.207, reference="calls"))
    '2 of 31 (2–21 %)'
    """
    return f"{rate} ({interval_label(rate.low, rate.high)})" if rate else "no base"


def beside_label(finding: Finding) -> str:
    """Give what stands beside a finding: its rate, that it has no base, or nothing where it asks for none."""
    return rate_label(finding.rate) if finding.rate or _asks_base(finding) else ""


def interval_label(low: float, high: float) -> str:
    """
    Give an interval in whole percent, or the one side of it that says all where it is narrower than that.

    >>> interval_label(0.018, 0.207), interval_label(0.0, 0.003), interval_label(0.998, 1.0)
    ('2–21 %', 'under 1 %', 'over 99 %')
    """
    lowest, highest = round(low * 100), round(high * 100)
    if highest == 0:
        return "under 1 %"
    return f"{lowest}–{highest} %" if lowest < 100 else "over 99 %"  # noqa: PLR2004 - percent


def base_label(finding: Finding) -> str:
    """
    Give how many of which records were so too ("so too in 2 of 31 calls …, 2012–2018"), and how surprising that is.

    Empty where the finding has no rate.
    """
    rate = finding.rate
    return f"so too in {rate} {rate.reference}; {surprise_label(finding)}" if rate else ""


def surprise_label(finding: Finding) -> str:
    """
    Give the surprisal of a finding in bits, and, where it is rare, how often a routine record has the like.

    Empty where the finding has no rate.
    """
    rate = finding.rate
    if rate is None:
        return ""
    bits = f"surprisal {surprisal(rate):.1f} bits"
    if rate.chance is None or finding.grade is not Grade.RARE:
        return bits
    return f"{bits}; a finding as rare turns up {chance_label(rate.chance)}"


def chance_label(chance: float) -> str:
    """
    Say how often something turns up where nothing is out of the ordinary, from how many a routine record has.

    >>> chance_label(0.08), chance_label(1.43)
    ('once in 12 routine records', '1.4 times in a routine record')
    """
    if chance * MOST_SCARCE < 1:
        return f"less than once in {MOST_SCARCE:,} routine records"
    records = round(1 / chance)
    if records > 1:
        return f"once in {records:,} routine records"
    times = f"{chance:.0f}" if chance >= MANY else f"{chance:.1f}".removesuffix(".0")
    return f"{'once' if times == '1' else f'{times} times'} in a routine record"


def mirror_label(finding: Finding, *, at_hand: bool) -> str:
    """Say what the other account has of the same fact; empty where none is at hand, which is said once of them all."""
    if finding.mirror is not None:
        return finding.mirror
    return "at hand, not compared on this point" if at_hand else ""


def find_verdict(report: Report) -> str:
    """Say what the record amounts to as a whole, then what its findings do, and how many checks were made."""
    return f"{find_judgement(report)} {find_counts(report)}"


def find_judgement(report: Report) -> str:
    """
    Say whether the record as a whole is unusual among comparable earlier ones, or why that is not said.

    Without precedents nothing is called usual or unusual: a finding is then a thing that stands in the text.
    """
    if report.standing is not None:
        return standing_label(report.standing)
    if report.corpus:
        return TOO_FEW
    if any(finding.rate for finding in report.findings):
        return _against_precedent(report.findings)
    return f"{'' if report.findings else 'No finding. '}{NO_BASE}"


def find_counts(report: Report) -> str:
    """Say how many findings are rare, usual and without base, unless the judgement says it, and what was tried."""
    judged_whole = report.standing is not None or bool(report.corpus)
    told = f"{_against_precedent(report.findings)} " if judged_whole else ""
    of = f" of {count_label(report.features, 'feature', 'features')}" if report.features else ""
    return f"{told}{count_label(len(report.checks), 'check', 'checks')}{of}."


def find_mirrorless(report: Report) -> str:
    """Say that no other account is at hand, where findings would be set beside one; else empty."""
    return UNMIRRORED if report.findings and not report.others else ""


def standing_label(standing: Standing) -> str:
    """
    Say whether a record is unusual as a whole, with its place among comparable earlier ones.

    >>> from communique.precedent import Standing
    >>> standing_label(Standing(score=0.2, percentile=58.06, among=31, unusual=False, reference="calls, 2012–2018"))
    'Nothing unusual as a whole: 58th percentile of 31 comparable records (calls, 2012–2018).'
    """
    judged = "Unusual" if standing.unusual else "Nothing unusual"
    return (
        f"{judged} as a whole: {percentile_label(standing.percentile)} of "
        f"{count_label(standing.among, 'comparable record', 'comparable records')} ({standing.reference})."
    )


def percentile_label(percentile: float) -> str:
    """
    Give a percentile in whole numbers, rounded down; one just past the bound of the unusual says so.

    >>> percentile_label(91.9), percentile_label(0.4), percentile_label(100.0)
    ('91st percentile', 'below the 1st percentile', '99th percentile')
    """
    if UNUSUAL < percentile < UNUSUAL + 1:
        return f"past the {ordinal_label(int(UNUSUAL))} percentile"
    whole = min(int(percentile), HIGHEST_PERCENTILE)
    return f"{ordinal_label(whole)} percentile" if whole else "below the 1st percentile"


def _against_precedent(findings: tuple[Finding, ...]) -> str:
    grades = Counter(finding.grade for finding in findings)
    rare, habit = grades[Grade.RARE], grades[Grade.HABIT]
    parts = (
        f"{rare} rare against precedent" if rare else "Nothing rare against precedent",
        f"{habit} odd at first sight, usual here" if habit else "",
        f"{unrated} without base"
        if (unrated := sum(finding.rate is None and _asks_base(finding) for finding in findings))
        else "",
    )
    return "; ".join(filter(None, parts)) + "."


def is_of_corpus(finding: Finding) -> bool:
    """Tell whether a finding links the record to others: it counts in words of its own, and quotes the others."""
    return finding.code.partition(".")[0] in OF_THE_CORPUS


def _asks_base(finding: Finding) -> bool:
    return not is_of_corpus(finding)


def _weight(finding: Finding) -> tuple[float, float]:
    if finding.rate is None:
        return (float("inf") if _asks_base(finding) else -1.0), 0.0
    chance = finding.rate.chance if finding.grade is Grade.RARE else 0.0
    return (float("inf") if chance is None else chance), -surprisal(finding.rate)
