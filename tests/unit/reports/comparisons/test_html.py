"""The comparison as one HTML page: whole, safe, linked both ways, without script."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from lxml.html import HtmlElement, document_fromstring
from markupsafe import escape

from communique.model import (
    Account,
    Aspect,
    Comparison,
    Correspondence,
    Pairing,
    Part,
    Release,
    Span,
    Variant,
    VariantKind,
    Weight,
)
from communique.reports.comparisons.html import MOST_POINTED, render_comparison_html
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.sheet import MOST_LISTED
from communique.reports.paragraphs import find_paragraphs
from unit.reports.accounts import bare_account
from unit.reports.comparisons.demo import apart_report, demo_comparison, demo_report, edition_report, quiet_report
from unit.reports.comparisons.strategies import reports

TAG = re.compile(r"<[^>]*>")
COLUMN = re.compile(r'<section class="column".*?</section>', re.DOTALL)
PARAGRAPH = re.compile(r'<p class="text"[^>]*>(.*?)</p>', re.DOTALL)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
    "\u202e\u2067<b dir=rtl>\u200f\"'",
)


def page_of(report: ComparisonReport) -> HtmlElement:
    """Give the page of a comparison, parsed."""
    return document_fromstring(report.html())


def found(page: HtmlElement, path: str) -> list[Any]:
    """Give what a path finds in a page: elements or values."""
    return list(cast("list[Any]", page.xpath(path)))


def tied(page: HtmlElement, key: str, column: str) -> str:
    """Give the words under a tie in one of the columns."""
    runs = found(page, f"//section[@id='{column}']//a[contains(concat(' ', @data-ties, ' '), ' {key} ')]")
    return "".join(run.text_content() for run in runs)


@settings(max_examples=40, deadline=None)
@given(reports())
def test_without_its_tags_each_text_is_the_text(report: ComparisonReport) -> None:
    """For any overlapping passages either column shows the escaped words as captured: nothing added, lost or moved."""
    columns = COLUMN.findall(report.html())
    assert len(columns) == (2 if report.comparison.variants else 0)
    for column, account in zip(columns, (report.comparison.first, report.comparison.second), strict=False):
        shown = [TAG.sub("", paragraph) for paragraph in PARAGRAPH.findall(column)]
        assert shown[1:] == [str(escape(p.span.of(account.release.text))) for p in find_paragraphs(account)]
        assert shown[0] == str(escape(account.release.title.strip()))


@settings(max_examples=40, deadline=None)
@given(reports())
def test_the_words_of_every_passage_are_marked_whole(report: ComparisonReport) -> None:
    """The runs of a passage together are its words; every link leads somewhere, and no anchor stands twice."""
    page = page_of(report)
    names = [str(name) for name in found(page, "//@id")]
    assert len(names) == len(set(names))
    assert {str(link)[1:] for link in found(page, "//a/@href") if str(link).startswith("#")} <= set(names)
    if not report.comparison.variants:
        return
    sides = ((report.comparison.first, "c1-a", "first"), (report.comparison.second, "c1-b", "second"))
    for number, shared in enumerate(report.comparison.shared, start=1):
        for account, column, side in sides:
            span: Span = getattr(shared, side)
            assert _squeezed(tied(page, f"c1-s{number}", column)) == _squeezed(account.release.words(span))


def _squeezed(words: str) -> str:
    """Leave out white space, which paragraphs take up, and codes that a parser of HTML turns into a sign of its own."""
    return "".join(sign for sign in words if sign.isprintable() and not sign.isspace() and sign != "\ufffd")


def test_answering_passages_lead_to_each_other() -> None:
    """The words of a two-sided passage are a link to their counterpart, both ways; their number leads to the table."""
    page = page_of(demo_report())
    for side, other in (("a", "b"), ("b", "a")):
        runs = found(page, f"//section[@id='c1-{side}']//a[@data-ties='c1-v3']")
        assert [run.get("href") for run in runs] == [f"#c1-v3-{other}"]
        assert found(page, f"//section[@id='c1-{side}']//span[@id='c1-v3-{side}']")
        assert found(page, f"//section[@id='c1-{side}']//a[contains(@class, 'ref')][@href='#c1-v3']")
    assert found(page, "//tr[@id='c1-v3']//a[@class='locus']/@href") == ["#c1-v3-a", "#c1-v3-b"]


def test_a_one_sided_passage_bears_the_letter_of_its_text() -> None:
    """It is drawn its own way, has its letter in the margin, and leads to its row, for it has no counterpart."""
    page = page_of(demo_report())
    run = found(page, "//a[@data-ties='c1-v10']")[0]
    assert "only" in str(run.get("class")).split()
    assert run.get("href") == "#c1-v10"
    flags = found(page, "//section[@id='c1-b']//span[contains(@class, 'flag only')]/@data-sign")
    assert flags == ["B"] * 5
    assert found(page, "//section[@id='c1-a']//span[contains(@class, 'flag only')]/@data-sign") == ["A"] * 2


def test_both_passages_are_lit_together() -> None:
    """For each tie one rule of style names both its ends, so that no script is needed."""
    page = demo_report().html()
    assert "<script" not in page
    assert '#c1:has([data-ties~="c1-v3"]:is(:hover, :focus-visible), :is(#c1-v3, #c1-v3-a, #c1-v3-b):target)' in page


def test_overlapping_passages_lead_along_the_shortest() -> None:
    """Words under two passages belong to both, and lead where the closer one does."""
    account = bare_account("They spoke of timber and ferries.")
    long, short = Span(0, 33), Span(14, 20)
    variants = tuple(
        Variant(kind=VariantKind.SCOPE, weight=Weight.MINOR, rule="r", told="t", first=span, second=span)
        for span in (long, short)
    )
    comparison = Comparison(first=account, second=account, pairing=Pairing(same=True), variants=variants)
    page = page_of(ComparisonReport(comparison=comparison))
    assert tied(page, "c1-v1", "c1-a") == account.release.text
    both = found(page, "//section[@id='c1-a']//a[@data-ties='c1-v2 c1-v1']")
    assert [(run.text_content(), run.get("href")) for run in both] == [("timber", "#c1-v2-b")]


def test_only_the_first_run_of_a_passage_takes_the_focus() -> None:
    """A keyboard stops once at a passage, however it is cut."""
    page = page_of(demo_report())
    runs = found(page, "//section[@id='c1-a']//a[contains(@data-ties, 'c1-v1')]")
    assert [run.get("tabindex") for run in runs[:2]] == [None, "-1"]


@pytest.mark.parametrize("report", [apart_report(), quiet_report()], ids=["apart", "quiet"])
def test_where_there_is_nothing_to_compare_the_page_stops(report: ComparisonReport) -> None:
    """Another event, or no difference: the sources are named, and nothing is laid side by side."""
    page = page_of(report)
    assert found(page, "//table|//section[@class='column']") == []
    assert len(found(page, "//div[@class='sources']/section")) == 2


def test_what_is_not_compared_is_set_back() -> None:
    """Of a text with a passage given, the rest stands on the page, set back, and the passage is named."""
    report = demo_report(replace(demo_comparison(), passages=(Span(0, 117), None)))
    page = page_of(report)
    assert found(page, "//p[@class='limit']/text()") == [
        (
            "Of Arvenia's text (A) only 21 of 397 words are compared: “President of Arvenia Ilmar Vesk met … in "
            "Arvenia on a working visit.” (¶1)."
        )
    ]
    aside = "".join(e.text_content() for e in found(page, "//section[@id='c1-a']//*[contains(@class, 'aside')]"))
    assert aside.startswith("The parties discussed")
    assert found(page, "//section[@id='c1-b']//*[contains(@class, 'aside')]") == []


def test_statements_of_one_side_are_on_one_question() -> None:
    """The table, the legend and the marks say so, and nowhere that both say the same."""
    page = page_of(demo_report(replace(demo_comparison(), aspect=Aspect.SAME_SIDE)))
    assert "said by both" not in page.text_content().casefold()
    assert [head.text_content().split("  ")[0] for head in found(page, "//h2[@id='c1-both-name']")] == [
        "On one question 4 in the order of text A"
    ]


def test_several_comparisons_stand_on_one_page() -> None:
    """A list opens the page, each comparison has its own anchors, and every link leads somewhere."""
    third = replace(edition_report(), keys=("A", "C"))
    page = document_fromstring(render_comparison_html((demo_report(), apart_report(), third)))
    heads = [item.text_content() for item in found(page, "//header[@class='cover']//li/a")]
    assert heads == [
        "A and B: Same event: meeting, Thu 16 May 2019",
        "A and B: Not the same event",
        "A and C: Two editions of one release",
    ]
    names = [str(name) for name in found(page, "//@id")]
    assert len(names) == len(set(names))
    assert {str(link)[1:] for link in found(page, "//a/@href") if str(link).startswith("#")} <= set(names)


def hostile_report(hostile: str, key: str = "A") -> ComparisonReport:
    """Give a report with the same words in every field."""
    release = Release(
        address=f"javascript:alert(1)//{hostile}",
        issuer=hostile,
        language=hostile,
        title=hostile,
        text=hostile,
        place=hostile,
        licence=hostile,
        notes=(hostile,),
        identifier=hostile,
    )
    account: Account = replace(bare_account("x"), release=release, models=(hostile,))
    span = Span(0, len(hostile))
    variants = (
        Variant(kind=VariantKind.OMISSION, weight=Weight.MAJOR, rule=hostile, told=hostile, first=span),
        Variant(
            kind=VariantKind.LABEL,
            weight=Weight.MINOR,
            rule=hostile,
            told=hostile,
            first=Span(0, 3, Part.TITLE),
            second=Span(1, 4, Part.PLACE),
        ),
    )
    comparison = Comparison(
        first=account,
        second=account,
        pairing=Pairing(same=True, evidence=(hostile,), against=(hostile,)),
        variants=variants,
        shared=(Correspondence(first=span, second=span, likeness=1.0),),
        passages=(span, Span(0, 3)),
        models=(hostile,),
    )
    return ComparisonReport(
        comparison=comparison, software=hostile, offices=(hostile, hostile), corpus=hostile, keys=(key, "B")
    )


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_word_comes_through_raw(hostile: str) -> None:
    """Whatever field it comes in, hostile markup is text: no element, attribute or address of its making."""
    text = render_comparison_html((hostile_report(hostile, hostile),), title=hostile)
    page = document_fromstring(text)
    assert found(page, "//script|//img|//svg|//iframe|//object|//embed|//form|//link|//b[@dir]") == []
    assert [name for name in found(page, "//@*") if name.attrname.startswith("on")] == []
    assert all(str(link).startswith(("#", "https://", "http://")) for link in found(page, "//@href|//@src"))
    assert str(escape(hostile)) in [TAG.sub("", paragraph) for paragraph in PARAGRAPH.findall(text)]


@pytest.mark.parametrize("sign", ["\u202e", "\u2067", "\u2069"])
def test_signs_that_turn_a_line_round_stay_in_the_text(sign: str) -> None:
    """What the report says of a text, and quotes from it, cannot be turned round; the text itself is as captured."""
    page = page_of(hostile_report(f"{sign}They met."))
    told = found(page, "//table|//section[@class='found']|//p[@class='grounds']|//p[@class='limit']")
    assert len(told) >= 4
    assert not any(sign in each.text_content() for each in told)
    assert found(page, "//section[@id='c1-a']//p[@class='text']")[0].text_content().startswith(sign)


def test_the_policy_lets_only_our_own_style_stand() -> None:
    """The hash in the policy is that of the style in the page; nothing is loaded and no script runs."""
    page = demo_report().html()
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    assert f"style-src &#39;sha256-{digest}&#39;" in page
    assert "default-src &#39;none&#39;" in page
    assert not {"url(", "@import", "unsafe", "script-src", " style="} & set(
        re.findall(r"url\(|@import|unsafe|script-src| style=", page)
    )


def test_each_text_bears_its_language() -> None:
    """Title, text and quotations are marked with the language of their own text, the page with that of the report."""
    page = page_of(edition_report())
    assert set(found(page, "//section[@id='c1-a']//p[@class='text']/@lang")) == {"en"}
    assert set(found(page, "//section[@id='c1-b']//p[@class='text']/@lang")) == {"ru"}
    assert found(page, "/html/@lang") == ["en"]
    assert found(page, "//tr[@id='c1-v1']//q/@lang") == ["en", "ru"]


def test_the_summary_quotes_where_the_statement_does_not() -> None:
    """In the list above the texts a difference shows its words, cut short, unless what is told quotes them already."""
    page = page_of(demo_report())
    items = {str(item.get("value")): item.text_content() for item in found(page, "//section[@class='found']//li")}
    assert items["11"] == "The Linden Palace is named “the Linden Palace” minor venue"
    assert items["2"].endswith(
        "A “which was proposed by the President of Arvenia last year” B “set out her proposal for a "
        "railway between Sund and Tarsk” major initiative"
    )
    assert items["4"] == "“met with” against “was received by” minor wording"


def test_many_differences_are_folded_in_the_summary_alone() -> None:
    """The list above the texts folds away what is beyond the first; the table below has every row."""
    variants = demo_comparison().variants[-1:] * (MOST_LISTED + 3)
    page = page_of(demo_report(replace(demo_comparison(), variants=variants)))
    assert len(found(page, "//section[@class='found']/ol/li")) == MOST_LISTED
    assert found(page, "//details/summary/text()") == ["3 more"]
    assert len(found(page, "//section[contains(@class, 'board only')]//tbody/tr")) == MOST_LISTED + 3


def test_a_page_of_very_many_passages_lights_only_what_is_followed() -> None:
    """Rules on pointing are left out where they would make a browser slow; those on links stay."""
    variants = demo_comparison().variants[-1:] * (MOST_POINTED + 1)
    page = demo_report(replace(demo_comparison(), variants=variants)).html()
    assert ":focus-visible), :is(" not in page
    assert "#c1:has(:is(#c1-v3, #c1-v3-a):target)" in page
