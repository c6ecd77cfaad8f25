"""The order of findings, and what they amount to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Finding, Grade, Rate, Span
from communique.reports.report import Report
from communique.reports.verdict import GRADE_ORDER, NO_BASE, find_verdict, mirror_label, rank_findings, surprisal
from unit.readings.strategies import rates
from unit.reports.accounts import CHECKS, arvenian_report, bare_account, velmarkian_report


def rated(grade: Grade, seen: int | None = None, among: int = 40, *, mirror: str | None = None) -> Finding:
    """Give a finding of a grade, with a rate where one is given."""
    rate = None if seen is None else Rate(seen=seen, among=among, low=0.0, high=1.0, reference="calls of Tholia")
    return Finding(
        code=f"venue.{grade}", grade=grade, statement="x", plain="y", spans=(Span(0, 4),), rate=rate, mirror=mirror
    )


def report_of(*findings: Finding) -> Report:
    """Give a report with these findings and eight checks."""
    return Report(account=bare_account("They spoke."), findings=findings, checks=CHECKS)


def test_findings_are_numbered_by_grade_and_the_rarest_first() -> None:
    """Rare before differing before counted before usual; among the rare the more surprising first."""
    findings = (rated(Grade.HABIT, 38), rated(Grade.RARE, 4), rated(Grade.OBSERVED), rated(Grade.RARE, 1))
    ranked = rank_findings(findings)
    assert [item.finding for item in ranked] == [findings[3], findings[1], findings[2], findings[0]]
    assert [item.number for item in ranked] == [1, 2, 3, 4]


@given(st.lists(st.builds(rated, st.sampled_from(GRADE_ORDER), st.integers(0, 40)), max_size=8).map(tuple))
def test_ranking_keeps_every_finding(findings: tuple[Finding, ...]) -> None:
    """Nothing is dropped or doubled, and ranking what is ranked changes nothing."""
    ranked = tuple(item.finding for item in rank_findings(findings))
    assert sorted(map(repr, ranked)) == sorted(map(repr, findings))
    assert tuple(item.finding for item in rank_findings(ranked)) == ranked


@given(rates())
def test_surprise_falls_as_the_rate_rises(rate: Rate) -> None:
    """Never before is more surprising than ever seen, and nothing is infinitely so."""
    more = Rate(seen=min(rate.seen + 1, rate.among), among=rate.among, low=0.0, high=1.0, reference="calls")
    assert 0 < surprisal(more) <= surprisal(rate) < 20


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ((), f"No finding. {NO_BASE} 8 checks."),
        ((rated(Grade.OBSERVED),), f"{NO_BASE} 8 checks."),
        ((rated(Grade.DIFFERS),), f"{NO_BASE} 8 checks."),
        ((rated(Grade.OBSERVED, 20),), "Nothing rare against precedent. 8 checks."),
        (
            (rated(Grade.HABIT, 38), rated(Grade.OBSERVED)),
            "Nothing rare against precedent; 1 odd at first sight, usual here; 1 without base. 8 checks.",
        ),
        ((rated(Grade.RARE, 1), rated(Grade.RARE, 2)), "2 rare against precedent. 8 checks."),
    ],
    ids=["none", "counted", "differing", "between", "habit", "rare"],
)
def test_the_verdict_never_goes_beyond_its_base(findings: tuple[Finding, ...], verdict: str) -> None:
    """Without precedents nothing is called usual or unusual; with them the count says what is rare."""
    assert find_verdict(report_of(*findings)) == verdict


def test_one_check_is_one_check() -> None:
    """The number of checks agrees with its noun."""
    assert find_verdict(Report(account=bare_account("They spoke."), checks=("venue@1",))).endswith(" 1 check.")


@pytest.mark.parametrize(
    ("mirror", "at_hand", "label"),
    [
        ("Velmark's text names it", True, "Velmark's text names it"),
        (None, True, "at hand, not compared on this point"),
        (None, False, "not at hand"),
    ],
)
def test_the_other_account_is_always_accounted_for(mirror: str | None, label: str, *, at_hand: bool) -> None:
    """A mirror is printed; without one it is said why."""
    assert mirror_label(rated(Grade.OBSERVED, mirror=mirror), at_hand=at_hand) == label


def test_the_examples_have_a_verdict_of_each_sort() -> None:
    """One report stands against precedent, the other has no base."""
    assert find_verdict(arvenian_report()).startswith("1 rare against precedent; 1 odd at first sight")
    assert find_verdict(velmarkian_report()).startswith(NO_BASE)
