"""The comparison as Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Aspect, Comparison, Pairing, Span, Variant, VariantKind, Weight
from communique.reports.comparisons.report import ComparisonReport
from unit.reports.accounts import bare_account
from unit.reports.comparisons.demo import apart_report, demo_comparison, demo_report, quiet_report


def heads_of(page: str) -> list[str]:
    """Give the headings of a page."""
    return [line for line in page.splitlines() if line.startswith("#")]


def test_the_first_line_says_whether_it_is_the_same_event() -> None:
    """Then come the counts, the plain explanations and the tables, contradictions first."""
    page = demo_report().markdown()
    first, second, *_ = page.split("\n\n")
    assert first.startswith("**Same event: meeting, Thu 16 May 2019 (both name Ilmar Vesk")
    assert second.endswith("2 contradictions; 7 of 12 differences major.**")
    assert heads_of(page) == [
        "# Two accounts of one event",
        "## Plainly",
        "## Contradictions: 2",
        "## Said differently: 3",
        "## Only in Arvenia's text (A): 2",
        "## Only in Velmark's text (B): 5",
        "## Said by both: 4",
        "## Arvenia's text (A)",
        "## Velmark's text (B)",
        "## Source",
    ]


@pytest.mark.parametrize("report", [apart_report(), quiet_report()], ids=["apart", "quiet"])
def test_where_there_is_nothing_to_compare_the_page_stops(report: ComparisonReport) -> None:
    """Another event, or no difference: the sources, and no table."""
    page = report.markdown()
    assert heads_of(page)[1:] == ["## Source"]
    assert "|---|" not in page


def test_a_row_has_type_weight_rule_words_and_rates() -> None:
    """Each row carries what it claims, on what rule, in whose words, and how usual that is."""
    row = next(line for line in demo_report().markdown().splitlines() if line.startswith("| 8 |"))
    assert "**major** attribution: President Vesk is said to have accepted an invitation to Velmark<br>" in row
    assert "<br>Major because: agreement ascribed to the other side<br>" in row
    assert "Arvenia's texts: too few to tell, Velmark's texts 9 of 28 (22–42 %)<br>" in row
    assert "Caution: each side summarises; what is absent from Arvenia's text is not denied by it." in row
    assert row.endswith("and the President accepted the invitation with gratitude.” (¶9) |")


def test_a_passage_cut_from_its_sentence_is_marked_outside_the_quotation() -> None:
    """What stands between the quotation marks is exact; it is repeated whole."""
    row = next(line for line in demo_report().markdown().splitlines() if line.startswith("| 2 |"))
    assert "… “set out her proposal for a railway between Sund and Tarsk” …" in row


def test_statements_of_one_side_have_their_own_heading() -> None:
    """What stands in both is on one question."""
    page = demo_report(replace(demo_comparison(), aspect=Aspect.SAME_SIDE)).markdown()
    assert "## On one question: 4" in page


def test_the_texts_name_the_rows_of_each_paragraph() -> None:
    """Every paragraph of either text stands with its number and the rows that open on it."""
    page = demo_report().markdown()
    assert "on a working visit. *(4, =1)*" in page
    assert "¶6 Beginning of the conversation\n" in page


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "| a | b |", "[x](javascript:alert(1))", "**bold**"])
def test_no_word_of_a_text_acts_as_markup(hostile: str) -> None:
    """Tags, links, cells and emphasis of a text, a title or a statement stand as letters."""
    account = bare_account(hostile, title=hostile)
    variant = Variant(
        kind=VariantKind.OMISSION, weight=Weight.MINOR, rule=hostile, told=hostile, first=Span(0, len(hostile))
    )
    comparison = Comparison(
        first=account, second=account, pairing=Pairing(same=True, evidence=(hostile,)), variants=(variant,)
    )
    assert hostile not in replace(demo_report(), comparison=comparison).markdown()
