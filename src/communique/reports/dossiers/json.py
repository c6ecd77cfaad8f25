"""A dossier as JSON for other programs; the form is published as a JSON Schema."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from communique.dossiers.checking import day_of
from communique.dossiers.form import HEAD, TABLES, TableForm
from communique.dossiers.opened import Filed, OpenDossier
from communique.model import Filing
from communique.reports.dossiers.report import DossierReport
from communique.reports.json_items import Json

FORM = "communique/dossier/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""


def render_json(report: DossierReport) -> str:
    """Give the dossier as one JSON object, indented, in the form of ``dossier_schema``: keys are those of the file."""
    dossier = report.opened.dossier
    found: dict[str, Json] = {"form": FORM, "software": report.software, "location": report.location}
    found |= {key.name: _plain(getattr(dossier, key.name)) for key in HEAD}
    found["releases"] = [_release(filing, report) for filing in report.filings]
    for form in TABLES[1:]:
        found[form.field] = [_row(form, noun) for noun in getattr(report, form.field)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def dossier_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered dossier fits."""
    return files("communique.reports.dossiers").joinpath("schema", "dossier.schema.json").read_text(encoding="utf-8")


def _row(form: TableForm[object], noun: object) -> Json:
    return {key.name: _plain(getattr(noun, key.name)) for key in form.keys}


def _release(filing: Filing, report: DossierReport) -> Json:
    filed, reason = _found(filing, report.opened)
    return {
        "source": filing.source,
        "role": filing.role.value,
        "reason": filing.reason,
        "grade": _plain(filing.grade),
        "unread": reason,
        "account": _account(filed, report) if filed else None,
    }


def _found(filing: Filing, opened: OpenDossier) -> tuple[Filed | None, str]:
    filed = next((item for item in opened.filed if item.filing == filing), None)
    return filed, next((item.reason for item in opened.unread if item.filing == filing), "")


def _account(filed: Filed, report: DossierReport) -> Json:
    release, event = filed.account.release, filed.account.event
    day = day_of(filed)
    return {
        "name": release.name,
        "key": release.key,
        "address": release.address,
        "issuer": release.issuer,
        "office": report.office(release.issuer),
        "language": release.language,
        "title": release.title,
        "issued": release.issued.isoformat() if release.issued else None,
        "licence": release.licence,
        "kind": event.kind.value,
        "day": day.isoformat() if day else None,
    }


def _plain(value: object) -> Json:
    """Give a value of the model as JSON has it."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value)
