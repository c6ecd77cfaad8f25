"""An audit as Markdown, as a page, as JSON and as records: the same facts, and no word of a text acts as markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from copy import deepcopy
from dataclasses import replace
from typing import Any, cast

import jsonschema
import msgspec
import pytest
from lxml.html import HtmlElement, document_fromstring

from communique.model import Audit, Span
from communique.reports.audits.html import render_audit_frame, render_audit_html
from communique.reports.audits.json import audit_schema, render_audit_json
from communique.reports.audits.markdown import render_audit_markdown
from communique.reports.audits.records import audit_records, render_audit_records
from unit.reports.audits.audited import TEXT, make_audit, make_essay

AUDIT = make_audit()
SCHEMA: dict[str, Any] = json.loads(audit_schema())
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "*_`[x](javascript:alert(1))",
)


def closed(schema: Any) -> Any:  # noqa: ANN401 - a schema is any JSON
    """Give the schema with every object closed, so that a key it does not name is an error."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    narrowed = {key: closed(part) for key, part in schema.items()}
    return narrowed | ({"additionalProperties": False} if schema.get("type") == "object" else {})


VALIDATOR = jsonschema.Draft202012Validator(closed(deepcopy(SCHEMA)))


def hostile(words: str) -> Audit:
    """Audit an essay whose title and first claim hold words that would act, if anything let them."""
    text = f"{TEXT} {words}"
    first = AUDIT.rulings[0]
    ruling = replace(first, claim=replace(first.claim, span=Span(len(TEXT) + 1, len(text))), statement=words)
    return replace(AUDIT, essay=make_essay(text, title=words), rulings=(ruling,), dossier=words)


def page_of(audit: Audit) -> HtmlElement:
    """Give the page as a browser's parser sees it."""
    return document_fromstring(render_audit_html(audit, software="communique 0"))


def found(page: HtmlElement, path: str) -> list[Any]:
    """Give what a path finds in a page: elements or values."""
    return list(cast("list[Any]", page.xpath(path)))


def test_the_page_marks_every_claim_with_its_status_and_a_letter() -> None:
    """Each claim's words are marked, and what refers to it names its number, a letter and its status in words."""
    page = page_of(AUDIT)
    refs = found(page, "//a[contains(@class, 'ref ')]")
    letters = {"confirmed": "C", "contradicted": "X", "untestable": "U"}
    wanted = [(f"{r.claim.number}{letters[r.status]}", f"claim {r.claim.number}, {r.status}") for r in AUDIT.rulings]
    assert [(ref.get("data-number"), ref.get("aria-label")) for ref in refs] == wanted
    marked = "".join(mark.text_content() for mark in found(page, "//mark"))
    assert all(AUDIT.essay.words(ruling.claim.span) in marked for ruling in AUDIT.rulings)


def test_every_reference_leads_into_the_evidence_of_its_claim() -> None:
    """Each link inside the page has its target, and that of a claim lies within what opens on its evidence."""
    page = page_of(AUDIT)
    targets = {link[1:] for link in found(page, "//a/@href") if link.startswith("#")}
    inside = set(found(page, "//details//div/@id"))
    assert targets
    assert targets <= inside


def test_the_page_shows_the_whole_essay_unchanged() -> None:
    """The paragraphs of the page, labels left out, are the essay's own words."""
    page = page_of(AUDIT)
    for label in found(page, "//p[@class='words']/span[@class='label']"):
        label.drop_tree()
    shown = " ".join(paragraph.text_content() for paragraph in found(page, "//p[@class='words']"))
    assert shown.split() == TEXT.split()


def test_the_page_opens_every_claim_on_exact_words_or_says_there_are_none() -> None:
    """Each claim opens on its evidence, and a claim without any says that none bears on it."""
    page = page_of(AUDIT)
    for ruling in AUDIT.rulings:
        evidence = found(page, f"//div[@id='c{ruling.claim.number}-evidence']")[0].text_content()
        assert all(witness.words in evidence for witness in ruling.witnesses)
        assert ("No words of a source" in evidence) is not bool(ruling.witnesses)


def test_overlapping_claims_are_both_marked() -> None:
    """Where one claim stands inside another, the narrower gives its words their status; both are referred to."""
    wide, narrow = AUDIT.rulings[0], AUDIT.rulings[1]
    inner = Span(wide.claim.span.start + 3, wide.claim.span.start + 19)
    page = page_of(replace(AUDIT, rulings=(wide, replace(narrow, claim=replace(narrow.claim, span=inner)))))
    assert [mark.get("class") for mark in found(page, "//mark")] == ["confirmed", "contradicted", "confirmed"]
    assert len(found(page, "//a[contains(@class, 'ref ')]")) == 2


def test_the_page_runs_nothing_and_its_policy_pins_its_style() -> None:
    """There is no script, and the policy lets exactly the style that stands in the page."""
    page = page_of(AUDIT)
    assert not found(page, "//script | //@onclick | //link | //img")
    policy = found(page, "//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = found(page, "//style")[0].text_content()
    pinned = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{pinned}'" in policy
    assert "script-src" not in policy


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_an_essay_acts_in_a_page(words: str) -> None:
    """Words that look like markup or a template stand in the page as they are."""
    page = page_of(hostile(words))
    assert not found(page, "//script | //img")
    assert words in page.text_content()


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_an_essay_acts_in_markdown(words: str) -> None:
    """Signs that would act in Markdown are escaped."""
    page = render_audit_markdown(hostile(words))
    assert not re.search(r"(?<!\\)<(script|img|/style)", page)
    assert not re.search(r"(?<!\\)\]\(javascript", page)


def test_markdown_has_every_claim_with_its_status_and_evidence() -> None:
    """Number, status and the deciding words of each claim stand in the Markdown."""
    page = render_audit_markdown(AUDIT, software="communique 0")
    assert all(f"### {ruling.claim.number}. {ruling.status.upper()}" in page for ruling in AUDIT.rulings)
    assert "- against it: “Nine documents were signed following the talks.”" in page
    assert "## Not decided by any source\n\n4 of 12 claims." in page


@pytest.mark.parametrize(
    "audit",
    [
        pytest.param(AUDIT, id="ours"),
        pytest.param(Audit(essay=make_essay(), dossier="Empty", rulings=()), id="no claims"),
        *(pytest.param(hostile(words), id=words) for words in HOSTILE),
    ],
)
def test_the_json_fits_its_schema(audit: Audit) -> None:
    """Every object has exactly the keys that the schema names, of the types it names."""
    VALIDATOR.validate(json.loads(render_audit_json(audit)))


def test_the_json_counts_and_quotes_what_the_audit_has() -> None:
    """Counts are those of the claims, and every span carries the words it marks."""
    told = json.loads(render_audit_json(AUDIT))
    assert told["form"] == "communique/audit/1"
    assert told["counts"] == {"confirmed": 4, "partly": 0, "contradicted": 4, "not found": 0, "untestable": 4}
    claim = told["rulings"][4]["claim"]
    assert told["essay"]["text"][claim["start"] : claim["end"]] == claim["words"]


def test_records_have_the_keys_that_labels_are_compared_by() -> None:
    """A record names the essay, quotes the claim, and gives kind, status and the words of each release."""
    records = tuple(audit_records(AUDIT))
    assert [record.status for record in records] == [ruling.status.value for ruling in AUDIT.rulings]
    assert msgspec.to_builtins(records[1]) == {
        "essay": "ours",
        "quote": "it was Adela Korin who invited Ilmar Vesk to Sund, not the other way round",
        "kind": "initiative",
        "status": "contradicted",
        "evidence": (
            {
                "release": "2020-12-15-merano-bay",
                "quote": "Ilmar Vesk invited Adela Korin to visit Tarsk in the first months of next year.",
            },
        ),
    }


def test_each_record_is_one_line_of_json() -> None:
    """A record is written without a line end, so that a file has one a line."""
    lines = tuple(render_audit_records(AUDIT))
    assert len(lines) == len(AUDIT.rulings)
    assert all("\n" not in line and json.loads(line)["essay"] == "ours" for line in lines)


def test_a_notebook_gets_the_whole_page_in_a_frame() -> None:
    """The frame holds the page, escaped, and lets no script run."""
    frame = render_audit_frame(AUDIT)
    assert frame.startswith("<iframe")
    assert "allow-scripts" not in frame
