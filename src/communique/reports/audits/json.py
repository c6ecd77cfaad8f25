"""An audit as JSON for other programs; the form is published as a JSON Schema."""

from __future__ import annotations

import json
from datetime import datetime
from importlib.resources import files

from communique.model import Audit, Claim, Rate, Release, Ruling, Witness
from communique.reports.audits.labels import count_statuses
from communique.reports.json_items import ItemWriter, Json

FORM = "communique/audit/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""


def render_audit_json(audit: Audit, *, software: str = "") -> str:
    """
    Give the audit as one JSON object, indented, in the form of ``audit_schema``.

    Spans count Unicode code points from 0, half-open, in the named part of the essay, or of the release for those of a
    witness, and carry their words.
    """
    essay = ItemWriter(audit.essay)
    found: dict[str, Json] = {
        "form": FORM,
        "software": software,
        "essay": _essay(audit.essay),
        "dossier": audit.dossier,
        "sources": list(audit.sources),
        "counts": {status.value: number for status, number in count_statuses(audit)},
        "rulings": [_ruling(ruling, essay) for ruling in audit.rulings],
        "rhetoric": essay.spans(audit.rhetoric),
        "models": list(audit.models),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def audit_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered audit fits."""
    return files("communique.reports.audits").joinpath("schema", "audit.schema.json").read_text(encoding="utf-8")


def _essay(essay: Release) -> Json:
    return {
        "name": essay.name,
        "key": essay.key,
        "address": essay.address,
        "issuer": essay.issuer,
        "language": essay.language,
        "title": essay.title,
        "text": essay.text,
        "issued": _moment(essay.issued),
        "captured": _moment(essay.captured),
        "licence": essay.licence,
        "sha256": essay.digest,
    }


def _ruling(ruling: Ruling, essay: ItemWriter) -> Json:
    return {
        **_claim(ruling.claim, essay),
        "status": ruling.status.value,
        "statement": ruling.statement,
        "witnesses": [_witness(witness) for witness in ruling.witnesses],
        "rate": _rate(ruling.rate),
        "base": ruling.base,
        "trail": list(ruling.trail),
    }


def _claim(claim: Claim, essay: ItemWriter) -> dict[str, Json]:
    return {
        "number": claim.number,
        "kind": claim.kind.value,
        "claim": essay.span(claim.span),
        "sentence": essay.span(claim.sentence),
        "hedges": essay.spans(claim.hedges),
        "attributed": essay.span(claim.attributed),
        "denied": claim.denied,
        "premises": list(claim.premises),
    }


def _witness(witness: Witness) -> Json:
    release = witness.release
    return {
        "release": release.name,
        "key": release.key,
        "issuer": release.issuer,
        "title": release.title,
        "address": release.address,
        "language": release.language,
        "issued": _moment(release.issued),
        "sha256": release.digest,
        "bearing": witness.bearing.value,
        "span": ItemWriter(release).span(witness.span),
        "note": witness.note,
    }


def _rate(rate: Rate | None) -> Json:
    if rate is None:
        return None
    return {"seen": rate.seen, "among": rate.among, "low": rate.low, "high": rate.high, "reference": rate.reference}


def _moment(moment: datetime | None) -> Json:
    return moment.isoformat() if moment else None
