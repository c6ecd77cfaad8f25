"""Findings as Web Annotations: the form of the model, and words that are found again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError, SpanError
from communique.model import Finding, Grade, Part, Span
from communique.reports.annotations import (
    Quote,
    annotation_schema,
    collection_of,
    find_anchor,
    find_annotations,
    find_quote,
    page_of,
    render_annotation,
)
from communique.reports.annotations.targets import source_address
from communique.reports.report import Report
from unit.reports.accounts import arvenian_report, bare_account, velmarkian_report
from unit.reports.precedents import precedented_report

SCHEMA: dict[str, Any] = json.loads(annotation_schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
REPORTS = {"arvenia": arvenian_report(), "velmark": velmarkian_report(), "precedents": precedented_report(96.5)}
NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ADDRESS = "https://desk.example/api/v1/releases/1/annotations"


def selectors(annotation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give the selectors of an annotation by their type, none where it is on the whole text."""
    return {selector["type"]: selector for selector in annotation["target"].get("selector", [])}


def test_the_schema_is_a_schema() -> None:
    """The published file is valid JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_there_is_one_annotation_for_each_finding_and_span(report: Report) -> None:
    """Each fits the published form; a finding without a span has one on the text as a whole."""
    annotations = list(find_annotations(report, generated=NOW))
    assert len(annotations) == sum(max(1, len(finding.spans)) for finding in report.findings)
    for annotation in annotations:
        VALIDATOR.validate(json.loads(render_annotation(annotation)))
    assert len({annotation["id"] for annotation in annotations}) == len(annotations)


@pytest.mark.parametrize("part", ["@context", "id", "type", "target"])
def test_the_form_wants_what_the_model_wants(part: str) -> None:
    """What the Web Annotation Data Model says an annotation must have cannot be missing."""
    annotation = next(find_annotations(arvenian_report()))
    VALIDATOR.validate(annotation)
    del annotation[part]
    assert not VALIDATOR.is_valid(annotation)


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_selected_words_are_those_of_the_finding(report: Report) -> None:
    """Position and quote each lead to the span that the finding was made on, alone and together."""
    release = report.account.release
    spans = {(str(finding.code), span) for finding in report.findings for span in finding.spans}
    found = set()
    for annotation in find_annotations(report):
        selected: Any = selectors(annotation)
        if not selected:
            continue
        words = selected["TextQuoteSelector"]
        quote = Quote(exact=words["exact"], prefix=words["prefix"], suffix=words["suffix"])
        part = Part.TEXT if "TextPositionSelector" in selected else None
        parts = [part] if part else [Part.TITLE, Part.PLACE]
        (anchored,) = filter(None, (find_anchor(release.part(one), quote, part=one) for one in parts))
        assert release.words(anchored) == words["exact"]
        if part:
            position = selected["TextPositionSelector"]
            assert (anchored.start, anchored.end) == (position["start"], position["end"])
        body: Any = annotation["body"]
        found.add((body[-2]["value"], anchored))
    assert found == spans


def test_positions_count_code_points() -> None:
    """A character outside the basic plane counts once, as spans have it."""
    account = bare_account("𝒯alks of 🕊 ended.")
    finding = Finding(code="a.b", grade=Grade.OBSERVED, statement="s", plain="p", spans=(Span(9, 10),))
    (annotation,) = find_annotations(Report(account=account, findings=(finding,)))
    selected: Any = selectors(annotation)
    assert selected["TextPositionSelector"] == {"type": "TextPositionSelector", "start": 9, "end": 10}
    assert selected["TextQuoteSelector"]["exact"] == "🕊"


def test_an_absence_is_on_the_whole_text() -> None:
    """A finding without a span has a target without a selector."""
    finding = Finding(code="a.b", grade=Grade.OBSERVED, statement="s", plain="p", absent=True)
    (annotation,) = find_annotations(Report(account=bare_account("They spoke."), findings=(finding,)))
    assert selectors(annotation) == {}
    VALIDATOR.validate(annotation)


def test_the_same_finding_has_the_same_id() -> None:
    """Ids depend on text, code and place: not on the hour, nor on what else was found."""
    first, *_, last = find_annotations(arvenian_report(), generated=NOW)
    assert first["generated"] == "2026-05-04T09:30:00Z"
    again = list(find_annotations(arvenian_report()))
    assert (again[0]["id"], again[-1]["id"]) == (first["id"], last["id"])
    fewer = replace(arvenian_report(), findings=arvenian_report().findings[:3])
    assert {one["id"] for one in find_annotations(fewer)} < {one["id"] for one in again}


@pytest.mark.parametrize(
    ("address", "iri"),
    [
        ("https://press.example/1", "https://press.example/1"),
        ("https://press.example/новости?id=1", "https://press.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?id=1"),
        ('https://press.example/"><script>', "https://press.example/%22%3E%3Cscript%3E"),
        ("page.html", "ni:///sha-256-128;"),
        ("javascript:alert(1)", "ni:///sha-256-128;"),
    ],
)
def test_the_source_is_an_iri(address: str, iri: str) -> None:
    """Web addresses stand as they are, odd signs with percent signs; files get a name made of their hash."""
    found = source_address(replace(bare_account("They spoke.").release, address=address))
    assert found.startswith(iri)
    assert found.isascii()


def test_many_are_a_collection_of_pages() -> None:
    """Pages together hold all annotations in order, each linked with the ones beside it."""
    annotations = list(find_annotations(arvenian_report()))
    collection: Any = collection_of(annotations, address=ADDRESS, label="Findings", size=4)
    VALIDATOR.validate(collection)
    assert collection["total"] == len(annotations)
    numbers = range(int(collection["last"].rpartition("=")[2]) + 1)
    pages: list[Any] = [
        page_of(annotations, address=ADDRESS, label="Findings", number=number, size=4) for number in numbers
    ]
    for page in pages:
        VALIDATOR.validate(page)
    assert [one["id"] for page in pages for one in page["items"]] == [one["id"] for one in annotations]
    assert [page.get("next") for page in pages] == [*(page["id"] for page in pages[1:]), None]
    assert [page["startIndex"] for page in pages] == [4 * number for number in numbers]


def test_a_collection_of_nothing_has_no_page() -> None:
    """It says that there is none, and no page can be asked for."""
    empty = collection_of([], address=ADDRESS, label="Findings")
    VALIDATOR.validate(empty)
    assert empty["total"] == 0
    with pytest.raises(ModelError):
        page_of([], address=ADDRESS, label="Findings", number=0)


@given(st.data())
def test_a_quote_alone_finds_its_place(data: st.DataObject) -> None:
    """However often words are repeated, what is quoted around them leads to one place: their own."""
    text = data.draw(st.text(alphabet="ab \n", min_size=1, max_size=120))
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quote = find_quote(text, span, context=2)
    assert find_anchor(text, quote) == span
    assert find_anchor(text, quote, start=span.start) == span


TALKS = "The talks were held in Tarsk. The talks were long. They ended."


@pytest.mark.parametrize(
    ("words", "changed", "found"),
    [
        ((4, 9), f"New. {TALKS}", 9),
        ((34, 39), TALKS.replace("held in Tarsk", "held"), 25),
        ((51, 61), TALKS.replace(" They ended", "\nThey  ended"), 51),
        ((51, 61), TALKS.replace("They ended", "They failed"), None),
    ],
    ids=["moved", "words before cut", "other white space", "gone"],
)
def test_words_are_found_in_a_changed_text(words: tuple[int, int], changed: str, found: int | None) -> None:
    """A quote follows its words where the text around them moves, and says plainly where they are gone."""
    anchored = find_anchor(changed, find_quote(TALKS, Span(*words)))
    assert (anchored.start if anchored else None) == found


def test_words_that_may_be_any_of_several_are_not_guessed() -> None:
    """Without context and without a place to be near, two equal places are no answer."""
    assert find_anchor("ja ja", Quote(exact="ja")) is None
    assert find_anchor("ja ja", Quote(exact="ja"), start=3) == Span(3, 5)


def test_no_words_are_no_quote() -> None:
    """There is nothing to find again."""
    with pytest.raises(SpanError):
        Quote(exact="")
