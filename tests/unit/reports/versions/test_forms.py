"""A report on versions as Markdown, as a page and as JSON: the same facts, and no word of a text acts as markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from copy import deepcopy
from dataclasses import replace
from typing import Any, cast

import jsonschema
import pytest
from lxml.html import HtmlElement, document_fromstring

from communique.model import Change, Edit, EditClass, EditKind, Span
from communique.reports.versions.html import render_html
from communique.reports.versions.json import versions_schema
from communique.reports.versions.report import VersionsReport
from communique.reports.versions.wording import STRANGERS
from unit.reports.versions.edited import (
    ADDRESS,
    BEFORE,
    MINISTER,
    STAY,
    foreign_edit,
    make_edit,
    make_version,
    report_of,
    spacing_edit,
    whole_edit,
)

SCHEMA: dict[str, Any] = json.loads(versions_schema())
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "*_`[x](javascript:alert(1))",
)
REPORTS = [
    pytest.param(report_of(whole_edit()), id="every reach"),
    pytest.param(report_of(spacing_edit()), id="cosmetic"),
    pytest.param(report_of(make_edit(grade=EditClass.NONE)), id="the same"),
    pytest.param(report_of(foreign_edit()), id="strangers"),
    pytest.param(report_of(foreign_edit(address=ADDRESS)), id="replaced"),
    pytest.param(report_of(whole_edit(), replace(spacing_edit(), before=whole_edit().after)), id="two steps"),
    pytest.param(VersionsReport(versions=(make_version(BEFORE),)), id="alone"),
]


def closed(schema: Any) -> Any:  # noqa: ANN401 - a schema is any JSON
    """Give the schema with every object closed, so that a key it does not name is an error."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    narrowed = {key: closed(part) for key, part in schema.items()}
    return narrowed | ({"additionalProperties": False} if schema.get("type") == "object" else {})


VALIDATOR = jsonschema.Draft202012Validator(closed(deepcopy(SCHEMA)))


def hostile(words: str) -> VersionsReport:
    """Report on an edit that adds words which would act, if anything let them."""
    after = f"{BEFORE} {words}"
    span = Span(len(BEFORE) + 1, len(after))
    change = Change(kinds=(EditKind.OTHER,), told=words, after=span, sentence_after=span)
    edit = make_edit(change, after=after)
    return report_of(replace(edit, after=replace(edit.after, title=words)))


def found(page: HtmlElement, path: str) -> list[Any]:
    """Give what a path finds in a page: elements or values."""
    return list(cast("list[Any]", page.xpath(path)))


def words_of(element: HtmlElement) -> str:
    """Give the words in an element."""
    return " ".join(str(element.text_content()).split())


def test_the_schema_is_a_schema() -> None:
    """The published file is valid JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_fits_the_schema_and_has_no_other_key(report: VersionsReport) -> None:
    """Every key is named by the schema and every named key is there."""
    VALIDATOR.validate(json.loads(report.json()))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("versions"),
        lambda record: record["steps"][0]["changes"][0].update(kinds=["mood"]),
        lambda record: record["steps"][0]["changes"][0].update(plain=""),
        lambda record: record.update({"class": "dramatic"}),
        lambda record: record.update(motive="none"),
        lambda record: record.update(form="communique/versions/0"),
    ],
    ids=["key gone", "unknown kind", "no plain explanation", "unknown class", "surplus key", "old form"],
)
def test_the_schema_refuses_what_is_no_report(spoil: Any) -> None:  # noqa: ANN401 - a change of any JSON
    """A record without a key, or with a value that cannot be, does not fit."""
    record = json.loads(report_of(whole_edit()).json())
    spoil(record)
    assert not VALIDATOR.is_valid(record)


def test_every_span_gives_its_words() -> None:
    """Cut by its numbers out of its own version, each span is the words that stand with it."""
    record = json.loads(report_of(whole_edit()).json())
    (step,) = record["steps"]
    counted = 0
    for change in step["changes"]:
        for key, span in change.items():
            if isinstance(span, dict):
                version = record["versions"][step["after" if "after" in key else "before"]]
                assert version[span["part"]][span["start"] : span["end"]] == span["words"]
                counted += 1
    assert counted > 20
    assert (step["class"], len(step["kinds"]), record["class"]) == ("substantive", 6, "substantive")


def test_strangers_are_compared_no_further() -> None:
    """Of two texts that are no versions of one, every form says so, and none lists changes."""
    report = report_of(foreign_edit())
    record = json.loads(report.json())
    assert (record["class"], record["judgement"]) == (None, STRANGERS)
    assert (record["steps"][0]["one_text"], record["steps"][0]["changes"]) == (False, [])
    assert "Substantive" not in report.markdown()
    assert not found(document_fromstring(report.html()), "//del | //ins")


def test_markdown_marks_what_went_and_came() -> None:
    """The judgement stands first; changed words stand in tags that mean just that; what was moved has none."""
    shown = report_of(whole_edit()).markdown()
    assert shown.startswith("**Substantive: a position was softened, a figure changed")
    assert "- before: The sides noted that <del>17</del> joint projects" in shown
    assert "- after: The sides noted that <ins>71</ins> joint projects" in shown
    assert f"- words: {STAY}" in shown
    assert f"- source: <{ADDRESS}>" in shown
    assert "- Plainly: a mistyped or preliminary figure" in shown


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_a_text_is_markup(words: str) -> None:
    """Words of a release stand in a page and in Markdown as words."""
    report = hostile(words)
    page = document_fromstring(report.html())
    assert not found(page, "//script | //img | //main//style")
    assert any(words_of(element) == " ".join(words.split()) for element in found(page, "//ins"))
    assert "<script" not in report.markdown()
    assert "<img" not in report.markdown()


def test_a_page_shows_both_texts_with_their_changes() -> None:
    """Each text stands whole, its changes tagged and numbered; what was moved is marked, not struck."""
    page = document_fromstring(report_of(whole_edit()).html())
    columns = found(page, "//section[@class='column']")
    assert len(columns) == 2
    paragraphs = [
        "".join(
            str(words.text_content()) for words in found(column, ".//p[contains(@class,'body')]/span[@class='words']")
        )
        for column in columns
    ]
    assert [text.replace("\n", "") for text in paragraphs] == [
        version.text.replace("\n", "") for version in report_of(whole_edit()).versions
    ]
    assert MINISTER in [words_of(element) for element in found(columns[0], ".//del")]
    assert [words_of(element) for element in found(page, "//mark")] == [STAY, STAY]
    assert STAY not in [words_of(element) for element in found(page, "//del | //ins")]


def test_every_link_of_a_page_leads_somewhere() -> None:
    """Links within the page have their target, and no two elements share a name, however many texts are on it."""
    page = document_fromstring(render_html((report_of(whole_edit()), report_of(spacing_edit()))))
    names = found(page, "//@id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in found(page, "//a/@href") if link.startswith("#")} <= set(names)
    alone = document_fromstring(report_of(whole_edit()).html())
    assert {link[1:] for link in found(alone, "//a/@href") if link.startswith("#")} <= set(found(alone, "//@id"))


def test_a_page_of_several_begins_with_a_list() -> None:
    """Several texts have a list with their judgements at the top, and no whole texts."""
    page = document_fromstring(render_html((report_of(whole_edit()), report_of(spacing_edit()))))
    listed = [words_of(entry) for entry in found(page, "//header[@class='cover']//li")]
    assert len(listed) == 2
    assert listed[1].endswith("Cosmetic only: spacing or markup")
    assert not found(page, "//section[@class='column']")


def test_a_page_loads_and_runs_nothing() -> None:
    """Its policy allows the one style that stands in it, pinned by its hash, and nothing else."""
    html = report_of(whole_edit()).html()
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    policy = found(document_fromstring(html), "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
    assert not re.search(r"url\(|@import|<script|src=", html)


def test_a_notebook_gets_a_frame() -> None:
    """In a notebook the page stands in a frame that runs no script."""
    frame = report_of(spacing_edit())._repr_html_()
    assert frame.startswith("<iframe")
    assert 'sandbox="allow-popups"' in frame


@pytest.mark.parametrize("edit", [whole_edit(), spacing_edit()], ids=["every reach", "cosmetic"])
def test_every_form_tells_every_change(edit: Edit) -> None:
    """Each change, in its words, is in the terminal, in Markdown, on the page and in the record."""
    report = report_of(edit)
    shown = (
        " ".join(report.terminal(140).split()),
        report.markdown(),
        words_of(document_fromstring(report.html())),
        report.json(),
    )
    for change in edit.changes:
        assert all(change.told in form for form in shown)
