"""Remarks as JSON fit their published form and carry their places."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from communique.reasoning.linting import lint_text
from communique.reports.lints.json import FORM, lint_schema, render_lint_json
from communique.reports.lints.report import LintedText, LintReport

TEXT = "She probably refused the loan. Therefore he left.\n\nHe was angry.\n"


def test_the_form_fits_its_schema_and_its_places_fit_the_text() -> None:
    """Every span holds the words that stand beside it."""
    linted = LintedText(name="essay.md", language="en", remarks=lint_text(TEXT))
    found = json.loads(render_lint_json(LintReport(texts=(linted,), software="communique 0")))
    Draft202012Validator(json.loads(lint_schema())).validate(found)
    (text,) = found["texts"]
    assert (found["form"], found["errors"], found["advice"]) == (FORM, 2, 0)
    for remark in text["remarks"]:
        for place in (remark, *remark["also"]):
            assert TEXT[place["start"] : place["end"]] == place["words"]


def test_no_text_is_a_result() -> None:
    """Without texts the form is whole."""
    found = json.loads(render_lint_json(LintReport(texts=())))
    Draft202012Validator(json.loads(lint_schema())).validate(found)
    assert found["texts"] == []
