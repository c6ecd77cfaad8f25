"""The first lines of a comparison."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from communique.errors import ModelError
from communique.model import Aspect, Comparison, Kind, Pairing, Span
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.rows import Board, find_groups
from communique.reports.comparisons.verdict import find_judgement, find_limits, find_opening
from unit.reports.accounts import bare_account
from unit.reports.comparisons.demo import apart_report, demo_comparison, demo_report, edition_report, quiet_report
from unit.reports.comparisons.strategies import reports

SAME_LINE = (
    "Same event: meeting, Thu 16 May 2019 (both name Ilmar Vesk and Adela Korin; both are dated 16 May 2019; "
    "both name Tarsk)."
)


@pytest.mark.parametrize(
    ("report", "opening", "judgement"),
    [
        (
            demo_report(),
            SAME_LINE,
            (
                "4 said by both · 2 only in Arvenia's text (A) · 5 only in Velmark's text (B) · 3 said differently · "
                "2 contradictions; 7 of 12 differences major."
            ),
        ),
        (
            apart_report(),
            (
                "Not the same event: one is dated 16 May 2019, the other 2 September 2019; one is a meeting, "
                "the other a call. In common: both name Ilmar Vesk and Adela Korin."
            ),
            "",
        ),
        (quiet_report(), SAME_LINE, "No difference worth reporting; 4 passages are said by both."),
        (
            quiet_report(identical=True),
            SAME_LINE,
            "No difference worth reporting: the two texts are identical but for typography.",
        ),
        (
            edition_report(),
            "Two editions of one release: each names the other as its edition.",
            (
                "1 said by both · 1 only in the Russian edition (B) · "
                "1 said differently · no contradiction found; 1 of 2 differences major."
            ),
        ),
    ],
    ids=["demo", "apart", "quiet", "identical", "editions"],
)
def test_the_first_lines(report: ComparisonReport, opening: str, judgement: str) -> None:
    """Whether it is the same event, on what evidence; then what differs, in counts."""
    assert find_opening(report).line == opening
    assert find_judgement(report) == judgement


@pytest.mark.parametrize(
    ("aspect", "same", "head"),
    [
        (Aspect.ACCOUNTS, True, "Same event"),
        (Aspect.ACCOUNTS, False, "Not the same event"),
        (Aspect.EDITIONS, True, "Two editions of one release"),
        (Aspect.EDITIONS, False, "Not two editions of one release"),
        (Aspect.SAME_SIDE, True, "Two statements of one side"),
        (Aspect.SAME_SIDE, False, "Not two statements of one side"),
    ],
)
def test_what_is_set_side_by_side_changes_the_head(aspect: Aspect, *, same: bool, head: str) -> None:
    """Each aspect has its own heading, and without evidence the line stands alone."""
    account = bare_account("They spoke.")
    comparison = Comparison(first=account, second=account, pairing=Pairing(same=same), aspect=aspect)
    assert find_opening(ComparisonReport(comparison=comparison)).line == f"{head}."


def test_what_the_accounts_do_not_agree_on_is_not_in_the_head() -> None:
    """Two kinds of event are not told as one."""
    comparison = demo_comparison()
    other = replace(comparison.second, event=replace(comparison.second.event, kind=Kind.VISIT))
    assert find_opening(demo_report(replace(comparison, second=other))).head == "Same event: Thu 16 May 2019"


def test_what_speaks_against_one_event_is_said_though_outweighed() -> None:
    """The evidence against stands behind that for it."""
    pairing = Pairing(same=True, evidence=("both name Tarsk",), against=("one names a venue, the other none.",))
    line = find_opening(demo_report(replace(demo_comparison(), pairing=pairing))).line
    assert line.endswith("(both name Tarsk). Against it: one names a venue, the other none.")


def test_a_text_of_which_a_part_is_compared_says_so() -> None:
    """How many words are compared is told with the first and last of them, of the side that is limited."""
    limited = replace(demo_comparison(), passages=(None, Span(0, 300)))
    assert find_limits(demo_report(limited)) == (
        (
            "Of Velmark's text (B) only 53 of 391 words are compared: “Prime Minister Adela Korin was received … "
            "Minister first spoke one-on-one for almost” (¶1–2)."
        ),
    )
    assert find_limits(demo_report()) == ()


def test_a_short_part_is_named_whole() -> None:
    """Of a few words none is left out."""
    limited = replace(demo_comparison(), passages=(Span(0, 20), None))
    assert find_limits(demo_report(limited)) == (
        "Of Arvenia's text (A) only 3 of 397 words are compared: “President of Arvenia” (¶1).",
    )


@pytest.mark.parametrize(
    ("pairing", "line"),
    [
        (
            Pairing(same=True, sure=False, evidence=("both name Tarsk",)),
            (
                "Perhaps the same event: meeting, Thu 16 May 2019 (both name Tarsk). Without a date in both it cannot "
                "be told."
            ),
        ),
        (
            Pairing(same=True, taken=True, evidence=("both name Tarsk",), against=("one is a call",)),
            (
                "Taken to be the same event, as asked: meeting, Thu 16 May 2019 (both name Tarsk). Against it: one is "
                "a call."
            ),
        ),
    ],
    ids=["not sure", "taken"],
)
def test_what_the_texts_do_not_show_is_not_stated(pairing: Pairing, line: str) -> None:
    """An event that may be one, or was taken to be, is never told as the same."""
    assert find_opening(demo_report(replace(demo_comparison(), pairing=pairing))).line == line


@pytest.mark.parametrize(
    ("unlisted", "told"),
    [
        ((0, 0), "7 of 12 differences major."),
        ((1, 0), "Of less weight, and not listed: 1 statement of Arvenia's text."),
        ((2, 3), "Of less weight, and not listed: 2 statements of Arvenia's text and 3 statements of Velmark's text."),
    ],
)
def test_what_is_not_listed_is_counted(unlisted: tuple[int, int], told: str) -> None:
    """No statement goes without a word because weightier ones fill the tables."""
    assert find_judgement(demo_report(replace(demo_comparison(), unlisted=unlisted))).endswith(told)


def test_nothing_is_counted_that_is_not_there() -> None:
    """A count of nought is left out, save that no contradiction was found."""
    bare = replace(demo_comparison(), shared=(), variants=demo_comparison().variants[-1:])
    assert find_judgement(demo_report(bare)).startswith("1 only in Arvenia's text (A) · no contradiction found;")


def test_one_text_given_twice_is_told_as_that() -> None:
    """A text agrees with itself; that is no finding."""
    twice = replace(demo_comparison(), second=demo_comparison().first, variants=(), identical=True)
    assert find_judgement(demo_report(twice)) == (
        "No difference worth reporting: one and the same text was given twice."
    )


@settings(max_examples=60)
@given(reports())
def test_no_count_is_nought(report: ComparisonReport) -> None:
    """Whatever differs, what is counted first is there."""
    assert not re.search(r"(?:^|· )0 ", find_judgement(report))


def test_keys_must_differ() -> None:
    """Two texts under one key could not be told apart."""
    with pytest.raises(ModelError, match="two different keys"):
        ComparisonReport(comparison=demo_comparison(), keys=("A", "A"))


@settings(max_examples=60)
@given(reports())
def test_every_difference_stands_in_one_table_and_is_counted_once(report: ComparisonReport) -> None:
    """The rows are numbered from 1 without gaps, and are the differences, each once."""
    groups = find_groups(report.comparison)
    rows = [row for group in groups for row in group.rows]
    assert [row.number for row in rows] == list(range(1, len(report.comparison.variants) + 1))
    assert sorted(map(id, report.comparison.variants)) == sorted(id(row.variant) for row in rows)
    assert all(group.rows for group in groups)
    assert [group.board for group in groups] == [board for board in Board if any(g.board is board for g in groups)]


def test_a_single_difference_is_weighed_in_words() -> None:
    """One difference is not counted as one of one."""
    variants = demo_comparison().variants[-1:]
    judgement = find_judgement(demo_report(replace(demo_comparison(), variants=variants)))
    assert judgement.endswith("no contradiction found; the one difference is minor.")
