"""The order of findings, and what they amount to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Finding, Grade, Rate, Span
from communique.precedent import Standing
from communique.reports.labels import ordinal_label
from communique.reports.report import Report
from communique.reports.verdict import (
    GRADE_ORDER,
    NO_BASE,
    TOO_FEW,
    base_label,
    beside_label,
    chance_label,
    find_judgement,
    find_mirrorless,
    find_verdict,
    interval_label,
    mirror_label,
    percentile_label,
    rank_findings,
    rate_label,
    surprisal,
)
from unit.readings.strategies import rates
from unit.reports.accounts import CHECKS, arvenian_report, bare_account, velmarkian_report
from unit.reports.precedents import REFERENCE, SOURCE, standing_at


def rated(
    grade: Grade, seen: int | None = None, among: int = 40, *, mirror: str | None = None, chance: float | None = None
) -> Finding:
    """Give a finding of a grade, with a rate where one is given."""
    rate = (
        None
        if seen is None
        else Rate(seen=seen, among=among, low=0.0, high=1.0, reference="calls of Tholia", chance=chance)
    )
    return Finding(
        code=f"venue.{grade}", grade=grade, statement="x", plain="y", spans=(Span(0, 4),), rate=rate, mirror=mirror
    )


def report_of(*findings: Finding) -> Report:
    """Give a report with these findings and eight checks."""
    return Report(account=bare_account("They spoke."), findings=findings, checks=CHECKS)


def judged(*findings: Finding, standing: Standing | None) -> Report:
    """Give the same against a corpus of earlier records."""
    return replace(report_of(*findings), standing=standing, corpus=SOURCE, features=112)


@pytest.mark.parametrize(
    "chances",
    [(0.01, 0.3, 4.0), (0.02, 0.3, None), (1.0, 1.0, 1.0)],
    ids=["known", "one not known", "equal, so by surprisal"],
)
def test_the_least_expected_of_all_stands_first(chances: tuple[float | None, ...]) -> None:
    """What a routine record has least often comes first, whatever its own rate; surprisal decides between equals."""
    findings = tuple(rated(Grade.RARE, seen, chance=chance) for seen, chance in zip((1, 2, 3), chances, strict=True))
    assert [item.finding for item in rank_findings(findings[::-1])] == list(findings)


def test_findings_are_numbered_by_grade_and_the_rarest_first() -> None:
    """Rare before differing before counted before usual; among the rare the more surprising first."""
    findings = (rated(Grade.HABIT, 38), rated(Grade.RARE, 4), rated(Grade.OBSERVED), rated(Grade.RARE, 1))
    ranked = rank_findings(findings)
    assert [item.finding for item in ranked] == [findings[3], findings[1], findings[2], findings[0]]
    assert [item.number for item in ranked] == [1, 2, 3, 4]


def test_what_is_counted_begins_with_other_records_and_goes_by_surprisal() -> None:
    """Links to other records, then rates from the more surprising, then what has no base."""
    link = replace(rated(Grade.OBSERVED), code="lead.invitation")
    wanted = (link, rated(Grade.OBSERVED, 3), rated(Grade.OBSERVED, 9), rated(Grade.OBSERVED))
    assert [item.finding for item in rank_findings(wanted[::-1])] == list(wanted)


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


@pytest.mark.parametrize(("seen", "expected", "bits"), [(31, 1.0, 0.0), (31, 0.5, 1.0), (0, None, 6.0)])
def test_surprise_follows_what_is_expected(seen: int, expected: float | None, bits: float) -> None:
    """What is sure to come surprises by nothing, an even chance by one bit; without an expectation N of M decides."""
    rate = Rate(seen=seen, among=31, low=0.0, high=1.0, reference="calls", expected=expected)
    assert surprisal(rate) == pytest.approx(bits)
    assert f"{surprisal(rate):.1f}" == f"{bits:.1f}"


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


RARE_AND_USUAL = (
    rated(Grade.RARE, 1),
    rated(Grade.RARE, 2),
    rated(Grade.HABIT, 38),
    *(rated(Grade.OBSERVED) for _ in range(3)),
)


@pytest.mark.parametrize(
    ("findings", "standing", "verdict"),
    [
        (
            RARE_AND_USUAL,
            standing_at(58.06),
            (
                f"Nothing unusual as a whole: 58th percentile of 31 comparable records ({REFERENCE}). "
                "2 rare against precedent; 1 odd at first sight, usual here; 3 without base. 8 checks of 112 features."
            ),
        ),
        (
            (),
            standing_at(96.5, among=100),
            (
                f"Unusual as a whole: 96th percentile of 100 comparable records ({REFERENCE}). "
                "Nothing rare against precedent. 8 checks of 112 features."
            ),
        ),
        ((rated(Grade.RARE, 1),), None, f"{TOO_FEW} 1 rare against precedent. 8 checks of 112 features."),
        ((), None, f"{TOO_FEW} Nothing rare against precedent. 8 checks of 112 features."),
    ],
    ids=["usual", "unusual", "too few", "too few, nothing found"],
)
def test_a_corpus_judges_the_whole_before_its_parts(
    findings: tuple[Finding, ...], standing: Standing | None, verdict: str
) -> None:
    """The place of the whole comes first, or that it has none; then what is rare, usual and without base."""
    assert find_verdict(judged(*findings, standing=standing)) == verdict


@given(st.floats(0, 100), st.booleans(), st.lists(st.just(rated(Grade.RARE, 0)), max_size=9).map(tuple))
def test_only_the_standing_calls_a_record_unusual(
    percentile: float,
    unusual: bool,  # noqa: FBT001 - drawn
    findings: tuple[Finding, ...],
) -> None:
    """Neither many rare findings nor the percentile itself makes a record unusual, but what the standing says."""
    standing = replace(standing_at(percentile), unusual=unusual)
    assert find_judgement(judged(*findings, standing=standing)).startswith("Unusual") is unusual


@pytest.mark.parametrize(
    ("percentile", "label"),
    [
        (0.0, "below the 1st percentile"),
        (0.99, "below the 1st percentile"),
        (1.0, "1st percentile"),
        (58.9, "58th percentile"),
        (90.0, "90th percentile"),
        (90.5, "past the 90th percentile"),
        (91.0, "91st percentile"),
        (99.99, "99th percentile"),
        (100.0, "99th percentile"),
    ],
)
def test_a_percentile_is_never_rounded_up(percentile: float, label: str) -> None:
    """A record is placed no higher than it stands, and never above all, itself included."""
    assert percentile_label(percentile) == label


@pytest.mark.parametrize(
    ("endings", "ending"),
    [
        ((1, 21, 91, 101), "st"),
        ((2, 22, 92), "nd"),
        ((3, 23, 93), "rd"),
        ((4, 10, 11, 12, 13, 20, 90, 111, 112, 113), "th"),
    ],
)
def test_ordinals_end_as_they_are_spoken(endings: tuple[int, ...], ending: str) -> None:
    """First, second, third, and the teens apart."""
    assert [ordinal_label(number) for number in endings] == [f"{number}{ending}" for number in endings]


@pytest.mark.parametrize(
    ("low", "high", "label"),
    [(0.018, 0.207, "2–21 %"), (0.0, 0.11, "0–11 %"), (0.0, 0.0002, "under 1 %"), (0.9999, 1.0, "over 99 %")],
)
def test_an_interval_never_looks_like_certainty(low: float, high: float, label: str) -> None:
    """What rounds to nothing, or to all, is told as a bound."""
    assert interval_label(low, high) == label


@pytest.mark.parametrize(
    ("chance", "label"),
    [
        (0.0, "less than once in 1,000 routine records"),
        (0.0009, "less than once in 1,000 routine records"),
        (0.001, "once in 1,000 routine records"),
        (0.083, "once in 12 routine records"),
        (0.5, "once in 2 routine records"),
        (0.8, "0.8 times in a routine record"),
        (1.0, "once in a routine record"),
        (2.26, "2.3 times in a routine record"),
        (10.4, "10 times in a routine record"),
    ],
)
def test_chance_is_told_in_plain_words(chance: float, label: str) -> None:
    """How often the like turns up by itself is counted in routine records."""
    assert chance_label(chance) == label


@pytest.mark.parametrize(
    ("finding", "rate", "base"),
    [
        (
            rated(Grade.RARE, 2, 31, chance=0.2),
            "2 of 31 (0–100 %)",
            (
                "so too in 2 of 31 calls of Tholia; surprisal 3.7 bits; "
                "a finding as rare turns up once in 5 routine records"
            ),
        ),
        (
            rated(Grade.OBSERVED, 12, 31, chance=7.0),
            "12 of 31 (0–100 %)",
            "so too in 12 of 31 calls of Tholia; surprisal 1.4 bits",
        ),
        (rated(Grade.OBSERVED), "no base", ""),
    ],
    ids=["rare", "not rare", "no base"],
)
def test_a_rate_is_told_with_its_base(finding: Finding, rate: str, base: str) -> None:
    """N of M with interval, class and surprisal; how often a routine record has the like, of what is called rare."""
    assert (rate_label(finding.rate), base_label(finding)) == (rate, base)


@pytest.mark.parametrize(
    ("code", "beside", "counted"), [("tempo.gap", "", ""), ("topics.order", "no base", "; 1 without base")]
)
def test_what_tells_of_other_records_is_not_without_base(code: str, beside: str, counted: str) -> None:
    """A finding on the days between contacts counts in its own words; any other without a rate has no base."""
    finding = replace(rated(Grade.OBSERVED), code=code)
    assert beside_label(finding) == beside
    assert f"Nothing rare against precedent{counted}. 8 checks" in find_verdict(judged(finding, standing=None))


def test_one_check_is_one_check() -> None:
    """The number of checks agrees with its noun."""
    assert find_verdict(Report(account=bare_account("They spoke."), checks=("venue@1",))).endswith(" 1 check.")


@pytest.mark.parametrize(
    ("mirror", "at_hand", "label"),
    [
        ("Velmark's text names it", True, "Velmark's text names it"),
        (None, True, "at hand, not compared on this point"),
        (None, False, ""),
    ],
)
def test_the_other_account_is_always_accounted_for(mirror: str | None, label: str, *, at_hand: bool) -> None:
    """A mirror is printed; without one it is said why, and without another account once for all findings."""
    assert mirror_label(rated(Grade.OBSERVED, mirror=mirror), at_hand=at_hand) == label


def test_that_no_other_account_is_at_hand_is_said_where_there_are_findings() -> None:
    """A report without findings has nothing to set beside one, and one with another account has it."""
    alone = report_of(rated(Grade.OBSERVED))
    assert find_mirrorless(alone) == "Other account: not at hand."
    assert find_mirrorless(report_of()) == find_mirrorless(replace(alone, others=(alone.account,))) == ""


def test_the_examples_have_a_verdict_of_each_sort() -> None:
    """One report stands against precedent, the other has no base."""
    assert find_verdict(arvenian_report()).startswith("1 rare against precedent; 1 odd at first sight")
    assert find_verdict(velmarkian_report()).startswith(NO_BASE)
