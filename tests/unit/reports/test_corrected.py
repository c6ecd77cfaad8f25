"""Corrections in the report of an account: told in every form, and in none where there are none."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema

from communique.model import Span
from communique.model.corrections import Correction, Outcome, What
from communique.reports.corrections_table import render_corrections
from communique.reports.json import report_schema
from unit.reports.accounts import arvenian_report

REPORT = arvenian_report()
CORRECTION = Correction(
    release=REPORT.account.release.key,
    what=What.KIND,
    place="",
    before=(("kind", "meeting"),),
    after=(("kind", "visit"),),
    author="Nela <b>Orr</b>",
    reason="the text calls it a visit.",
    moment=datetime(2026, 3, 5, 9, 30, tzinfo=UTC),
    words=Span(0, 9),
    quote=REPORT.account.release.text[:9],
)
CORRECTED = replace(REPORT, corrections=(CORRECTION,))
LINE = "kind of event: visit, extracted as meeting"


def test_every_form_tells_of_a_correction() -> None:
    """Terminal, page and Markdown say what was corrected, by whom and why; the page shows names as text."""
    for form in (CORRECTED.terminal(width=200), CORRECTED.markdown(), CORRECTED.html()):
        told = " ".join(form.split())
        assert LINE in told
        assert "the text calls it a" in told
    assert "Nela <b>" not in CORRECTED.html()


def test_a_report_without_corrections_is_as_ever() -> None:
    """Where nothing is corrected no form speaks of it."""
    for form in (REPORT.terminal(), REPORT.markdown(), REPORT.html(), REPORT.json()):
        assert "corrected" not in form
        assert '"corrections"' not in form


def test_json_has_it_as_published() -> None:
    """The record holds value, words, author and reason, and fits the schema."""
    written = json.loads(CORRECTED.json())
    jsonschema.validate(written, json.loads(report_schema()))
    (one,) = written["corrections"]
    assert (one["before"], one["after"]) == ({"kind": "meeting"}, {"kind": "visit"})
    assert one["span"]["start"] == 0


def test_the_list_says_what_became_of_each() -> None:
    """Two lines a correction; one that no longer fits says so; an added and a struck item are told as not there."""
    struck = replace(CORRECTION, after=(), words=None, quote="")
    table = render_corrections((("xa:1", CORRECTION, Outcome.APPLIED), ("xa:2", struck, Outcome.UNFIT)))
    assert table.count("\n") == 4
    assert "meeting → visit" in table
    assert "meeting → not there [does not fit any more]" in table
