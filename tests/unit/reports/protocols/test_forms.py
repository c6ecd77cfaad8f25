"""The protocol sheet in a terminal, in Markdown, in JSON and as a page."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any, cast

import jsonschema
import pytest
from lxml.html import HtmlElement, document_fromstring

from communique.dossiers.protocol import read_protocol
from communique.reports.protocols.json import protocol_schema
from communique.reports.protocols.layout import Layout
from communique.reports.protocols.report import ProtocolReport
from unit.dossiers.protocol_made import KORIN, VELMARK, VESK, met, opened
from unit.dossiers.test_protocol import call, visit
from unit.fictional import tables
from unit.reports.test_json import closed

SCHEMA: dict[str, Any] = json.loads(protocol_schema())
VALIDATOR = jsonschema.Draft202012Validator(
    closed(deepcopy(SCHEMA)), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def report() -> ProtocolReport:
    """Give the report on a call and a visit."""
    return ProtocolReport(sheet=read_protocol(opened(call(), visit()), tables=tables()), software="communique 0")


def test_the_record_fits_its_schema_and_has_no_other_key() -> None:
    """Every key is named by the published schema, and the spans carry their words."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    record = json.loads(report().json())
    VALIDATOR.validate(record)
    assert record["contacts"][1]["counterparts"][0]["rule"] == "no rule found"
    assert record["first_destinations"][0]["statement"] == "no calendar of trips at hand: not found"


@pytest.mark.parametrize("width", [80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """At both widths every line fits, and the words in question are there."""
    told = report().terminal(width)
    assert max(map(len, told.splitlines())) <= width
    flat = " ".join(told.split())
    assert "no rule found" in flat
    assert "“my first foreign visit since the New Year”" in flat


def test_colour_adds_nothing_to_the_words() -> None:
    """Without colour the same words stand there."""
    plain, coloured = report().terminal(100), report().terminal(100, colour=True)
    assert "\x1b[" not in plain
    assert "\x1b[" in coloured


def test_words_of_a_release_cannot_act_as_markup() -> None:
    """A title with signs of markup stays text."""
    account = met(date(2021, 6, 16), VESK, KORIN, at=VELMARK, title="*A* <b>title</b> | [x](y)")
    told = ProtocolReport(sheet=read_protocol(opened(account), tables=tables())).markdown()
    assert "<b>" not in told
    assert r"\*A\*" in told


def test_it_names_itself_shortly() -> None:
    """The representation tells title and numbers."""
    assert repr(report()) == "<ProtocolReport “The ferry talks”: 2 contacts, 2 releases>"


def page_of(html: str) -> HtmlElement:
    """Give a page as a browser's parser sees it."""
    return cast("HtmlElement", document_fromstring(html))


def test_the_page_has_every_statement_with_its_words_and_runs_nothing() -> None:
    """Each statement and quotation of the sheet stands in a table; keys lead to the release; there is no script."""
    page = page_of(report().html())
    told = " ".join(page.text_content().split())
    layout = Layout(report().sheet)
    for said in (said for section in layout.sections() for row in section.rows for said in row.said):
        assert " ".join(said.statement.split()) in told
        assert all(" ".join(quote.words.split()) in told for quote in said.quotes)
    assert len(page.findall(".//table")) == len(tuple(layout.sections()))
    links = [link.get("href", "") for link in page.iter("a")]
    names = {element.get("id") for element in page.iter()}
    assert {link[1:] for link in links if link.startswith("#")} <= names
    assert page.find(".//script") is None


def test_words_of_a_release_cannot_act_in_the_page() -> None:
    """A title with markup stays text, and an address that is none of the web is no link."""
    account = met(date(2021, 6, 16), VESK, KORIN, at=VELMARK, title="<script>alert(1)</script>")
    sheet = read_protocol(opened(account), tables=tables())
    sources = tuple(replace(release, address="javascript:alert(1)") for release in sheet.sources)
    page = page_of(ProtocolReport(sheet=replace(sheet, sources=sources)).html())
    assert page.find(".//script") is None
    assert not [link for link in page.iter("a") if link.get("href", "").startswith("javascript")]
    assert "<script>alert(1)</script>" in page.text_content()


def test_a_notebook_gets_the_page_in_a_frame() -> None:
    """The frame holds the page, escaped, and lets no script run."""
    frame = report()._repr_html_()
    assert frame.startswith("<iframe")
    assert "allow-scripts" not in frame
