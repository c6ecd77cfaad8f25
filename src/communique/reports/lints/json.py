"""Remarks of the linter as JSON for other programs; the form is published as a JSON Schema."""

from __future__ import annotations

import json
from importlib.resources import files

from communique.reasoning.remarks import Place, Remark
from communique.reports.json_items import Json
from communique.reports.lints.report import LintedText, LintReport

FORM = "communique/lint/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""


def render_lint_json(report: LintReport) -> str:
    """
    Give the report as one JSON object, indented, in the form of ``lint_schema``.

    Spans count Unicode code points from 0, half-open; lines and columns count from 1.
    """
    found = {
        "form": FORM,
        "software": report.software,
        "errors": report.errors,
        "advice": report.advice,
        "texts": [_text(text) for text in report.texts],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def lint_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered report of the linter fits."""
    return files("communique.reports.lints").joinpath("schema", "lint.schema.json").read_text(encoding="utf-8")


def _text(text: LintedText) -> Json:
    return {
        "name": text.name,
        "language": text.language,
        "extracted": text.extracted,
        "remarks": [_remark(remark) for remark in text.remarks],
    }


def _remark(remark: Remark) -> Json:
    return {
        "code": remark.code,
        "severity": remark.severity.value,
        **_place(remark.place),
        "why": remark.why,
        "instead": remark.instead,
        "also": [_place(place) for place in remark.also],
    }


def _place(place: Place) -> dict[str, Json]:
    return {
        "line": place.line,
        "column": place.column,
        "start": place.span.start,
        "end": place.span.end,
        "words": place.words,
    }
