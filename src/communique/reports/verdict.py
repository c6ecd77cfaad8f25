"""The order of findings, their rates in words, and the one line that says what they amount to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from communique.model import Finding, Grade, Rate

if TYPE_CHECKING:
    from communique.reports.report import Report

GRADE_ORDER = (Grade.RARE, Grade.DIFFERS, Grade.OBSERVED, Grade.HABIT)
"""How groups of findings follow each other."""

NO_BASE = "No base: no earlier releases of this kind are at hand, so nothing is called usual or unusual."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A finding with its number in the report, the same in every form of output."""

    number: int
    finding: Finding


def rank_findings(findings: tuple[Finding, ...]) -> tuple[Ranked, ...]:
    """Order findings by grade, the rare ones by falling surprisal, else as read; and number them from 1."""
    ordered = sorted(findings, key=lambda finding: (GRADE_ORDER.index(finding.grade), -_weight(finding)))
    return tuple(Ranked(number=number, finding=finding) for number, finding in enumerate(ordered, start=1))


def surprisal(rate: Rate) -> float:
    """
    Give how surprising it is to see again what was seen so often, in bits; higher is rarer.

    Half a case is added to either side, so that "never before" is finite and grows with the number of precedents
    (Krichevsky and Trofimov 1981).

    >>> round(surprisal(Rate(seen=0, among=7, low=0.0, high=0.4, reference="calls")), 1)
    4.0
    """
    return -log2((rate.seen + 0.5) / (rate.among + 1))


def rate_label(rate: Rate | None) -> str:
    """
    Give a rate with its interval, or say that there is none.

    >>> rate_label(Rate(seen=2, among=31, low=0.018, high=0.207, reference="calls"))
    '2 of 31 (2–21 %)'
    """
    return f"{rate} ({rate.low * 100:.0f}–{rate.high * 100:.0f} %)" if rate else "no base"


def mirror_label(finding: Finding, *, at_hand: bool) -> str:
    """Say what the other account has of the same fact, or why that is not said."""
    if finding.mirror is not None:
        return finding.mirror
    return "at hand, not compared on this point" if at_hand else "not at hand"


def find_verdict(report: Report) -> str:
    """
    Say in one or two sentences what the findings amount to, and how many checks were made.

    Without precedents nothing is called usual or unusual: a finding is then a thing that stands in the text.
    """
    checks = f"{len(report.checks)} {'check' if len(report.checks) == 1 else 'checks'}."
    if any(finding.rate for finding in report.findings):
        return f"{_against_precedent(report.findings)} {checks}"
    stands = "" if report.findings else "No finding. "
    return f"{stands}{NO_BASE} {checks}"


def _against_precedent(findings: tuple[Finding, ...]) -> str:
    grades = Counter(finding.grade for finding in findings)
    rare, habit = grades[Grade.RARE], grades[Grade.HABIT]
    parts = (
        f"{rare} rare against precedent" if rare else "Nothing rare against precedent",
        f"{habit} odd at first sight, usual here" if habit else "",
        f"{unrated} without base" if (unrated := sum(finding.rate is None for finding in findings)) else "",
    )
    return "; ".join(filter(None, parts)) + "."


def _weight(finding: Finding) -> float:
    return surprisal(finding.rate) if finding.grade is Grade.RARE and finding.rate else 0.0
