"""The report as one HTML page: whole, safe, linked, and legible."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring
from markupsafe import escape

from communique.model import Account, Finding, Grade, Part, Quotation, Release, Span, SpeechForm
from communique.reports.html import render_html
from communique.reports.page import MOST_LISTED
from communique.reports.paragraphs import find_paragraphs
from communique.reports.report import Report
from unit.readings.strategies import accounts
from unit.reports.accounts import arvenian_report, bare_account, marked_report, velmarkian_report
from unit.reports.precedents import REFERENCE, precedented_report

TAG = re.compile(r"<[^>]*>")
PARAGRAPH = re.compile(r'<p class="text"[^>]*>(.*?)</p>', re.DOTALL)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
    "]]>&lt;b&gt;",
)
STYLE = files("communique.reports").joinpath("templates", "page.css").read_text(encoding="utf-8")


def page_of(report: Report) -> HtmlElement:
    """Give the page of a report, parsed."""
    return document_fromstring(report.html())


def found(page: HtmlElement, path: str) -> list[Any]:
    """Give what a path finds in a page: elements or values."""
    return list(cast("list[Any]", page.xpath(path)))


def shown_paragraphs(page: str) -> list[str]:
    """Give the markup of every paragraph of the text, without its tags."""
    return [TAG.sub("", paragraph) for paragraph in PARAGRAPH.findall(page)]


def spans_of(text: str) -> st.SearchStrategy[Span]:
    """Draw a span of a text."""
    starts = st.integers(0, len(text) - 1)
    return starts.flatmap(lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end)))


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), st.data())
def test_without_its_tags_the_marked_text_is_the_text(text: str, data: st.DataObject) -> None:
    """For any overlapping passages the page shows the escaped words as captured: nothing added, lost or moved."""
    groups = data.draw(st.lists(st.lists(spans_of(text), min_size=1, max_size=3).map(tuple), max_size=4).map(tuple))
    report = marked_report(text, groups)
    shown = shown_paragraphs(report.html())[1:]
    assert shown == [str(escape(p.span.of(text))) for p in find_paragraphs(report.account)]
    assert "".join("".join(shown).split()) == "".join(str(escape(text)).split())


@settings(max_examples=60)
@given(accounts())
def test_every_link_of_a_page_leads_somewhere(account: Account) -> None:
    """Each link inside the page has its one target, and each description exists, whatever was extracted."""
    findings = tuple(
        Finding(code="voice.joint", grade=Grade.OBSERVED, statement="Joint", plain="stock", spans=(span,))
        for span in (*account.joint, *account.vague)
    )
    page = page_of(Report(account=account, findings=findings))
    names = [str(name) for name in found(page, "//@id")]
    assert len(names) == len(set(names))
    wanted = {str(link)[1:] for link in found(page, "//a/@href") if str(link).startswith("#")}
    wanted |= {name for value in found(page, "//@aria-describedby|//@aria-labelledby") for name in str(value).split()}
    assert wanted <= set(names)


def test_every_finding_stands_once_and_its_words_lead_to_it() -> None:
    """Each finding is one note; its marks describe themselves by it and end on a link to it."""
    report = arvenian_report()
    page = page_of(report)
    notes = found(page, "//article[contains(@class, 'note')]")
    assert len(notes) == len(report.findings)
    for note in notes:
        refs = found(page, f"//a[contains(@class, 'ref')][@href='#{note.get('id')}']")
        assert len(refs) == len(found(note, ".//q"))


def test_overlapping_passages_name_both_findings() -> None:
    """Words under two findings carry both, and each finding's marks together are its words."""
    page = page_of(arvenian_report())
    both = [mark for mark in found(page, "//mark") if len(str(mark.get("data-notes")).split()) == 2]
    assert [mark.text_content() for mark in both] == ["Ilmar Vesk met with", "Prime Minister of Velmark Adela Korin"]
    words = "".join(mark.text_content() for mark in found(page, "//mark[contains(@data-notes, 'r1-f5')]"))
    assert words == "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin"


def test_a_whole_speech_under_a_finding_does_not_drown_the_passages_in_it() -> None:
    """A very long passage is marked but not tinted; a short one inside it is tinted as its own."""
    text = "They spoke of trade. " * 20
    marks = found(page_of(marked_report(text, ((Span(0, len(text) - 1),), (Span(5, 10),)))), "//mark")
    classes = [str(mark.get("class")) for mark in marks if mark.text_content() in {"They ", "spoke"}]
    assert classes == ["observed broad", "observed"]


def test_a_note_stands_in_the_row_of_its_first_words() -> None:
    """Notes are placed beside their paragraph, the title or the place line; what has no words stands apart."""
    page = page_of(arvenian_report())
    homes = {
        str(note.get("id")): str(row.get("id"))
        for row in found(page, "//div[contains(@class, 'row')]")
        for note in found(row, ".//article")
    }
    assert homes["r1-f1"] == "r1-p11"
    assert homes["r1-f9"] == "r1-place"
    assert [note.get("id") for note in found(page, "//section[@class='apart']//article")] == ["r1-f2"]


def test_a_passage_of_white_space_loses_no_finding() -> None:
    """A span between two paragraphs marks nothing, and its finding still stands on the page."""
    report = marked_report("One.\n\nTwo.", ((Span(4, 6),), (Span(3, 7),)))
    page = page_of(report)
    assert len(found(page, "//article[contains(@class, 'note')]")) == 2
    assert found(page, "//article[@id='r1-f1']//a[@class='locus']/@href") == ["#r1-text"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_word_comes_through_raw(hostile: str) -> None:
    """Whatever field it comes in, hostile markup is text: no element, attribute or address of its making."""
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
    account = replace(bare_account("x"), release=release, models=(hostile,))
    finding = Finding(
        code=hostile,
        grade=Grade.OBSERVED,
        statement=hostile,
        plain=hostile,
        mirror=hostile,
        spans=(Span(0, 2), Span(0, len(hostile), Part.TITLE), Span(1, 3, Part.PLACE)),
    )
    report = Report(
        account=account, findings=(finding,), others=(account,), checks=(hostile,), software=hostile, office=hostile
    )
    text = render_html((report,), title=hostile)
    page = document_fromstring(text)
    assert len(found(page, "//script")) == 1
    assert found(page, "//img|//svg|//iframe|//object|//embed|//form|//link") == []
    assert [name for name in found(page, "//@*") if name.attrname.startswith("on")] == []
    assert all(str(link).startswith(("#", "https://", "http://")) for link in found(page, "//@href|//@src"))
    assert str(escape(hostile)) in "".join(shown_paragraphs(text))


def test_the_page_asks_the_network_for_nothing() -> None:
    """Nothing is loaded: no source, no style sheet, no address in the styles, and the policy forbids it."""
    page = page_of(arvenian_report())
    assert found(page, "//*[@src]|//link") == []
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert str(found(page, "//meta[@http-equiv='Content-Security-Policy']/@content")[0]).startswith(
        "default-src 'none'"
    )


@pytest.mark.parametrize("tag", ["script", "style"])
def test_the_policy_lets_only_our_own_code_run(tag: str) -> None:
    """The hash in the policy is that of the code in the page, character for character."""
    page = arvenian_report().html()
    code = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(code[0].encode()).digest()).decode()
    assert len(code) == 1
    assert f"{tag}-src &#39;sha256-{digest}&#39;" in page
    assert "unsafe" not in page
    assert " style=" not in page


def test_the_text_bears_its_language() -> None:
    """Title, text and quotations are marked with the language of the release, the page with that of the report."""
    report = arvenian_report()
    account = replace(report.account, release=replace(report.account.release, language="ru"))
    page = page_of(replace(report, account=account))
    assert page.get("lang") == "en"
    quoted = found(page, "//p[@class='text']|//q|//h1")
    assert len(quoted) > 20
    assert {part.get("lang") for part in quoted} == {"ru"}


def test_a_speaker_is_set_apart_where_line_breaks_were_lost() -> None:
    """Each turn of an unbroken transcript has a paragraph of its own, its label set apart."""
    text = "They met. Ilmar Vesk: Welcome. Adela Korin: Thank you."
    turns = tuple(
        Quotation(form=SpeechForm.TURN, cue=Span(*cue), content=Span(*content))
        for cue, content in (((10, 21), (22, 30)), ((31, 43), (44, 54)))
    )
    page = page_of(Report(account=replace(bare_account(text), quotations=turns)))
    assert [cue.text_content() for cue in found(page, "//*[@class='cue']")] == ["Ilmar Vesk:", "Adela Korin:"]
    assert len(found(page, "//div[contains(@class, 'speech')]")) == 2


def test_several_reports_share_one_page() -> None:
    """Two accounts stand under one heading, with a list of them and no name used twice."""
    page = document_fromstring(render_html((arvenian_report(), velmarkian_report()), title="One visit, two accounts"))
    names = [str(name) for name in found(page, "//@id")]
    assert [heading.text_content() for heading in found(page, "//h1")] == ["One visit, two accounts"]
    assert len(found(page, "//header[@class='cover']//li")) == 2
    assert len(names) == len(set(names))


def test_a_passage_stands_with_its_citation() -> None:
    """Without script too, the citation of every passage is text on the page."""
    page = page_of(arvenian_report())
    notes = found(page, "//section[@class='reading']//article[contains(@class, 'note')]")
    cited = [citation.text_content() for note in notes for citation in found(note, ".//details//p")]
    assert len(cited) == sum(len(finding.spans) for finding in arvenian_report().findings)
    assert any(
        words.startswith("“proposed by the President of Arvenia”: President of Arvenia, Press") for words in cited
    )


def test_nothing_found_is_a_full_page() -> None:
    """A release in which nothing was found has its text, its verdict and its provenance."""
    page = page_of(Report(account=bare_account("They spoke.")))
    assert found(page, "//p[@class='text']")[-1].text_content() == "They spoke."
    assert found(page, "//p[@class='verdict']")[0].text_content().startswith("No finding. No base")


@pytest.mark.parametrize(
    ("percentile", "kind", "first"),
    [
        (58.06, "usual", "Nothing unusual as a whole: 58th percentile of 31"),
        (96.5, "unusual", "Unusual as a whole: 96th percentile of 31"),
        (None, "open", "No base: fewer than 20"),
    ],
)
def test_a_banner_says_in_words_whether_the_whole_is_unusual(percentile: float | None, kind: str, first: str) -> None:
    """Before the facts and the findings stands the judgement, with the counts and, where there is one, the place."""
    page = page_of(precedented_report(percentile))
    (banner,) = found(page, "//section[contains(@class, 'banner')]")
    assert banner.get("class") == f"banner {kind}"
    assert found(banner, "./p[@class='verdict']")[0].text_content().startswith(first)
    assert "rare against precedent" in found(banner, "./p[@class='counts']")[0].text_content()
    assert [tick.get("d") for tick in found(banner, ".//*[@class='tick']")] == (
        [] if percentile is None else [f"M{round(percentile, 1)} 0V6"]
    )
    assert found(banner, "./following-sibling::div[@class='summary']")
    assert found(page, "//p[@class='verdict']") == found(banner, "./p[@class='verdict']")


def test_a_note_names_the_base_of_its_rate() -> None:
    """Beside its words a finding has N of M with interval, class, years, surprisal, and how often the like turns up."""
    note = page_of(precedented_report(58.06)).get_element_by_id("r1-f1").text_content()
    assert "1 of 31 (0–11 %)" in note
    assert f"so too in 1 of 31 {REFERENCE}; surprisal 5.0 bits; a finding as rare turns up once in 50 routine" in note


# Legibility: contrast by the Web Content Accessibility Guidelines 2.2, success criterion 1.4.3.

COLOURS = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", STYLE)
}
GRADES = ("rare", "differs", "observed", "habit")
PAIRS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("soft", "paper"),
    ("soft", "card"),
    ("link", "paper"),
    *((grade, ground) for grade in GRADES for ground in ("paper", "card")),
    *(("paper", grade) for grade in GRADES),
    *((ink, f"{grade}-tint") for grade in GRADES for ink in ("ink", "soft", grade)),
]


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_pair_of_colours_can_be_read(ink: str, ground: str, scheme: int) -> None:
    """Words and their ground have a contrast of at least 4.5, by day and by night."""
    assert contrast(COLOURS[ink][scheme], COLOURS[ground][scheme]) >= 4.5


def test_contrast_is_measured_right() -> None:
    """Black on white is 21, a colour on itself 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#5d5950", "#5d5950") == pytest.approx(1)


def test_the_summary_lists_the_first_and_folds_the_rest() -> None:
    """Of what is merely counted the first findings are listed and the others unfold; what is rare is listed whole."""
    text = "They spoke of trade. " * 20
    spans = tuple((Span(21 * place, 21 * place + 4),) for place in range(MOST_LISTED[Grade.OBSERVED] + 2))
    report = marked_report(text, spans)
    page = page_of(report)
    assert len(found(page, "//section[@class='found']/ol/li")) == MOST_LISTED[Grade.OBSERVED]
    folded = found(page, "//section[@class='found']/details/ol/li")
    assert [str(item.get("value")) for item in folded] == ["6", "7"]
    rare = replace(report, findings=tuple(replace(item, grade=Grade.DIFFERS) for item in report.findings))
    assert found(page_of(rare), "//section[@class='found']/details") == []


def test_one_finding_alone_is_not_folded_away() -> None:
    """A line that says "1 more" would take the place of the finding itself."""
    text = "They spoke of trade. " * 20
    spans = tuple((Span(21 * place, 21 * place + 4),) for place in range(MOST_LISTED[Grade.OBSERVED] + 1))
    assert found(page_of(marked_report(text, spans)), "//section[@class='found']/details") == []
