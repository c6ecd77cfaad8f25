"""A weighing in every form: the same facts, likelihood apart from confidence, and no word of the evidence as markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any, cast

import jsonschema
import pytest
from lxml.html import document_fromstring

from communique.reports.matrices.html import render_weighing_html
from communique.reports.matrices.json import weighing_schema
from communique.reports.matrices.report import WeighingReport
from unit.reasoning.weighing_cases import THREE
from unit.reports.matrices.weighed_made import (
    INVITATION,
    QUOTE,
    RUMOUR,
    THANKS,
    TITLE,
    TOPICS,
    make_dossier,
    make_report,
    wide_report,
)

SCHEMA: dict[str, Any] = json.loads(weighing_schema())
HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style>{{ 7 * 7 }}", "| a | [x](y) *b*")
SENTENCES = re.compile(r"[^.!?]+[.!?]")
LIKELIHOOD = re.compile(r"\b(?:likely|unlikely|chance|certain)\b")


def page_of(html: str) -> Any:  # noqa: ANN401 - lxml's own tree
    """Give a page as a tree."""
    return cast("Any", document_fromstring(html))


def flat(text: str) -> str:
    """Give a text on one line, however it was wrapped."""
    return " ".join(text.split())


def forms(report: WeighingReport) -> tuple[str, ...]:
    """Give the texts a reader sees: two widths of terminal, Markdown, the page's words."""
    page = page_of(report.html())
    return (
        *(flat(report.terminal(width)) for width in (80, 140)),
        flat(report.markdown().replace("\\", "").replace("*", "")),
        flat(str(page.text_content())),
    )


@pytest.mark.parametrize(
    "words",
    [
        TITLE,
        "invited is ahead of the others.",
        "Confidence is low:",
        "by the likelihoods of ada, bo together",
        "Velmark took up an invitation of the autumn before.",
        "An invitation stands in a text of 2 March 2021, 105 days before the visit",
        QUOTE,
        "held so for the test",
        "19 of 31 earlier accounts",
        "with invitation; counts by invitation",
        "rumour",
        "no likelihood entered, and no rate",
        "What would rule out invited: The invitation was given only after the flood.",
        "Jensen–Shannon divergence",
        "Dhami et al. 2024",
        "Karvetski & Mandel 2020",
        "communique (test)",
    ],
)
def test_every_form_tells_the_same(words: str) -> None:
    """What one form says, all say."""
    for text in forms(make_report()):
        assert words.casefold() in text.replace("&amp;", "&").casefold()


def test_hypotheses_stand_in_rows() -> None:
    """The matrix has a row for each hypothesis and a column for each item that weighs."""
    table = page_of(make_report().html()).xpath("//table")[0]
    assert [str(head.text_content()) for head in table.xpath(".//thead//th")] == ["E1", "E2", "E3"]
    assert [str(head.text_content()) for head in table.xpath(".//tbody//th")] == [
        "H1 invited",
        "H2 routine",
        "H3 crisis",
    ]
    assert len(table.xpath(".//tbody//td")) == 9


def test_an_item_that_a_stronger_one_covers_stands_in_brackets() -> None:
    """Of two items that say the same thing only the stronger stands without brackets."""
    terminal = make_report().terminal(140)
    (row,) = (line for line in terminal.splitlines() if line.startswith("H1 invited") and ".90" in line)
    assert re.search(r"\(\S+ \.90\)", row)


@pytest.mark.parametrize("report", [make_report(), wide_report(), make_report(make_dossier(likelihoods=()))], ids=repr)
def test_likelihood_and_confidence_never_share_a_sentence(report: WeighingReport) -> None:
    """No sentence of the judgement that speaks of confidence has a word of likelihood."""
    lines = report.terminal(140).splitlines()[:8]
    for sentence in SENTENCES.findall(" ".join(lines)):
        assert not ("onfidence" in sentence and LIKELIHOOD.search(sentence))


@pytest.mark.parametrize(("width", "blocks"), [(80, 4), (140, 2)])
def test_a_wide_matrix_wraps_into_blocks(width: int, blocks: int) -> None:
    """A matrix that does not fit is set in blocks of columns, each with all rows; no line is too wide."""
    terminal = wide_report().terminal(width)
    assert max(map(len, terminal.splitlines())) <= width
    rows = [line for line in terminal.splitlines() if re.match(r"H1 invited +\S", line)]
    assert len(rows) == blocks
    assert sum(len(re.findall(r"\.60", row)) for row in rows) == 17


@pytest.mark.parametrize("width", [80, 140])
def test_no_colour_is_needed(width: int) -> None:
    """Without colour there is no code of colour, and every sign is there."""
    plain = make_report().terminal(width)
    assert "\x1b" not in plain
    assert "\x1b" in make_report().terminal(width, colour=True)
    assert {"++", "−−"} & set(plain.split())


@pytest.mark.parametrize("report", [make_report(), wide_report(), make_report(make_dossier(likelihoods=()))], ids=repr)
def test_json_fits_its_schema(report: WeighingReport) -> None:
    """Every weighing fits the published schema, with one analyst, several, or none."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    found = json.loads(report.json())
    jsonschema.validate(found, SCHEMA)
    assert sum(hypothesis["share"] for hypothesis in found["hypotheses"]) == pytest.approx(1.0)


def test_json_says_what_the_report_says() -> None:
    """The likelihood is in one field, the confidence in another."""
    found = json.loads(make_report().json())
    assert (found["form"], found["title"], found["leaders"]) == ("communique/weighing/1", TITLE, ["invited"])
    assert "onfidence" not in found["headline"]
    assert found["confidence"]["level"] == "low"
    assert [item["code"] for item in found["evidence"]] == ["invitation", "thanks", "topics"]
    assert [analyst["name"] for analyst in found["disagreement"]["analysts"]] == ["Ada", "Bo"]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_the_evidence_is_markup(words: str) -> None:
    """Hostile words in every place that a user fills stand as words in page and Markdown."""
    hypotheses = (*THREE[:2], replace(THREE[2], statement=f"It was {words}", refuted_by=words))
    hostile = replace(INVITATION, statement=words, quote=words, source=words)
    report = make_report(make_dossier(hypotheses, (hostile, THANKS, TOPICS, replace(RUMOUR, statement=words + "!"))))
    report = replace(report, title=words)
    page = page_of(report.html())
    assert not page.xpath("//script | //img")
    assert words in str(page.text_content())
    assert "49" not in str(page.xpath("string(//h1)"))
    assert "<script" not in report.markdown()
    assert "<img" not in report.markdown()


def test_the_page_needs_nothing_else() -> None:
    """The policy lets only the page's own style in: no script, no style attribute, nothing from elsewhere."""
    html = render_weighing_html((make_report(), wide_report()))
    page = page_of(html)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert not page.xpath("//@style | //script | //link | //@src | //*[starts-with(name(@*), 'on')]")


def test_links_of_the_page_lead_somewhere() -> None:
    """Each link of several weighings on one page leads to an item of that page, and no anchor stands twice."""
    page = page_of(render_weighing_html((make_report(), wide_report())))
    anchors = [str(anchor) for anchor in page.xpath("//@id")]
    assert len(set(anchors)) == len(anchors)
    assert {str(link).removeprefix("#") for link in page.xpath("//a/@href")} <= set(anchors)


def test_nothing_weighs_without_likelihoods() -> None:
    """Where no likelihood was entered the report says that the shares are the priors, and lists every item."""
    for text in forms(make_report(make_dossier(likelihoods=()))):
        assert "Nothing weighs yet: the shares are the priors." in text
        assert "rumour" in text
