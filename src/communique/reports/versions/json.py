"""Versions of a text as JSON for other programs; the form is published as a JSON Schema."""

from __future__ import annotations

import json
from datetime import datetime
from importlib.resources import files

from communique.model import Change, Edit, Release
from communique.reports.json_items import ItemWriter, Json
from communique.reports.versions.places import find_places, paragraphs_of
from communique.reports.versions.report import VersionsReport
from communique.reports.versions.wording import find_hint, find_judgement, grade_of, is_shown, plain_words, reach_of

FORM = "communique/versions/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""


def render_json(report: VersionsReport) -> str:
    """
    Give the report as one JSON object, indented, in the form of ``versions_schema``.

    Spans count Unicode code points from 0, half-open, in the named part of their version, and carry their words.
    """
    shown = all(is_shown(edit) for edit in report.edits)
    found = {
        "form": FORM,
        "software": report.software,
        "judgement": find_judgement(report.edits),
        "class": grade_of(report.edits).value if shown else None,
        "versions": [_version(release, report.office) for release in report.versions],
        "steps": [_step(edit, number) for number, edit in enumerate(report.edits)],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def versions_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered report on versions fits."""
    return files("communique.reports.versions").joinpath("schema", "versions.schema.json").read_text(encoding="utf-8")


def _version(release: Release, office: str) -> Json:
    return {
        "name": release.name,
        "key": release.key,
        "address": release.address,
        "issuer": release.issuer,
        "office": office,
        "language": release.language,
        "title": release.title,
        "place": release.place,
        "text": release.text,
        "paragraphs": [
            {"number": paragraph.number, "start": paragraph.span.start, "end": paragraph.span.end}
            for paragraph in paragraphs_of(release)
        ],
        "issued": _moment(release.issued),
        "captured": _moment(release.captured),
        "licence": release.licence,
        "sha256": release.digest,
    }


def _step(edit: Edit, number: int) -> Json:
    shown = is_shown(edit)
    changes = (item for place in find_places(edit) for item in place.changes) if shown else ()
    return {
        "before": number,
        "after": number + 1,
        "one_text": shown,
        "judgement": find_judgement((edit,)),
        "hint": find_hint(edit),
        "class": edit.grade.value if shown else None,
        "kinds": [kind.value for kind in edit.kinds] if shown else [],
        "changes": [_change(edit, item.change, item.number) for item in changes],
    }


def _change(edit: Edit, change: Change, number: int) -> Json:
    before, after = ItemWriter(edit.before), ItemWriter(edit.after)
    return {
        "number": number,
        "reach": reach_of(change).value,
        "kinds": [kind.value for kind in change.kinds],
        "moved": change.moved,
        "told": change.told,
        "plain": plain_words((change,)),
        "before": before.span(change.before),
        "after": after.span(change.after),
        "sentence_before": before.span(change.sentence_before),
        "sentence_after": after.span(change.sentence_after),
    }


def _moment(moment: datetime | None) -> Json:
    return moment.isoformat() if moment else None
