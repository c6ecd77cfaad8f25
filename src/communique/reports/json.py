"""A report as JSON for other programs; the form is published as a JSON Schema beside it."""

from __future__ import annotations

import json
from datetime import datetime
from importlib.resources import files

from communique.model import (
    Account,
    Event,
    Finding,
    Format,
    Initiative,
    Mention,
    Place,
    Quotation,
    Rate,
    Reception,
    Release,
    Stated,
    VisitClass,
)
from communique.model.corrections import Correction
from communique.precedent import Standing
from communique.reports.citation import render_citation
from communique.reports.json_items import ItemWriter, Json, side
from communique.reports.paragraphs import Paragraph, find_paragraphs
from communique.reports.report import Report
from communique.reports.silence import Silence, find_silences
from communique.reports.verdict import Ranked, find_verdict, rank_findings, surprisal

FORM = "communique/report/2"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""

BITS_DIGITS = 3


def render_json(report: Report) -> str:
    """
    Give the report as one JSON object, indented, in the form of ``report_schema``.

    Spans count Unicode code points from 0, half-open, in the named part of the release, and carry their words.
    """
    return json.dumps(_Writer(report.account.release).report(report), ensure_ascii=False, indent=2) + "\n"


def report_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered report fits."""
    return files("communique.reports").joinpath("schema", "report.schema.json").read_text(encoding="utf-8")


class _Writer:
    """Writes the items of one release; each method turns one noun of the model into JSON."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.items = ItemWriter(release)

    def report(self, report: Report) -> Json:
        account = report.account
        corrected = [self._correction(correction) for correction in report.corrections]
        return {
            "form": FORM,
            "software": report.software,
            "release": self._release(report.office),
            "paragraphs": [self._paragraph(paragraph) for paragraph in find_paragraphs(account)],
            **self._account(account),
            "not_stated": [self._silence(silence) for silence in find_silences(account)],
            "verdict": find_verdict(report),
            "standing": _standing(report.standing),
            "findings": [self._finding(item) for item in rank_findings(report.findings)],
            "other_accounts": [_reference(other.release) for other in report.others],
            "corpus": report.corpus,
            **({"corrections": corrected} if corrected else {}),
            "checks": list(report.checks),
            "features": report.features,
            "models": list(account.models),
        }

    def _release(self, office: str) -> Json:
        release = self.release
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
            "issued": _moment(release.issued),
            "captured": _moment(release.captured),
            "licence": release.licence,
            "sha256": release.digest,
            "tags": list(release.tags),
            "editions": [{"language": edition.language, "address": edition.address} for edition in release.editions],
            "notes": list(release.notes),
            "citation": render_citation(release, office=office),
        }

    def _correction(self, correction: Correction) -> Json:
        return {
            "what": correction.what.value,
            "before": dict(correction.before) or None,
            "after": dict(correction.after) or None,
            "span": self.items.span(correction.words),
            "author": correction.author,
            "reason": correction.reason,
            "moment": correction.moment.isoformat(),
        }

    def _paragraph(self, paragraph: Paragraph) -> Json:
        return {"number": paragraph.number, "start": paragraph.span.start, "end": paragraph.span.end}

    def _account(self, account: Account) -> dict[str, Json]:
        return {
            "event": self._event(account.event),
            "initiatives": [self._initiative(initiative) for initiative in account.initiatives],
            "reception": self._reception(account.reception),
            "quotations": [self._quotation(quotation) for quotation in account.quotations],
            "mentions": [self._mention(mention) for mention in account.mentions],
            **self.items.substance(account),
            "joint": self.items.spans(account.joint),
            "impersonal": self.items.spans(account.impersonal),
            "vague": self.items.spans(account.vague),
        }

    def _event(self, event: Event) -> Json:
        day = event.date
        return {
            "kind": event.kind.value,
            "date": {"day": day.day.isoformat(), "basis": day.basis.value, "span": self.items.span(day.span)}
            if day
            else None,
            "place": self._place(event.place),
            "principals": [self.items.person(person) for person in event.principals],
            "others": [self.items.person(person) for person in event.others],
            "visit_class": self._stated(event.visit_class),
            "format": self._stated(event.format),
        }

    def _place(self, place: Place) -> Json:
        return {
            "city": self._stated(place.city),
            "venue": self._stated(place.venue),
            "country": side(place.country),
            "in_body": place.in_body,
        }

    def _stated(self, stated: Stated[str] | Stated[VisitClass] | Stated[Format] | None) -> Json:
        return {"value": str(stated.value), "span": self.items.span(stated.span)} if stated else None

    def _initiative(self, initiative: Initiative) -> Json:
        return {
            "basis": initiative.basis.value,
            "side": side(initiative.side),
            "person": self.items.person(initiative.person),
            "span": self.items.span(initiative.span),
        }

    def _reception(self, reception: Reception) -> Json:
        return {
            "pattern": reception.pattern.value,
            "subject": self.items.person(reception.subject),
            "host": self.items.person(reception.host),
            "span": self.items.span(reception.span),
        }

    def _quotation(self, quotation: Quotation) -> Json:
        return {
            "form": quotation.form.value,
            "speaker": self.items.person(quotation.speaker),
            "cue": self.items.span(quotation.cue),
            "content": self.items.span(quotation.content),
        }

    def _mention(self, mention: Mention) -> Json:
        person = self.items.person(mention.person)
        return {"form": mention.form.value, "person": person, "span": self.items.span(mention.span)}

    def _silence(self, silence: Silence) -> Json:
        return {"item": silence.item.value, "degree": silence.degree.value, "span": self.items.span(silence.span)}

    def _finding(self, item: Ranked) -> Json:
        finding: Finding = item.finding
        return {
            "number": item.number,
            "code": finding.code,
            "grade": finding.grade.value,
            "statement": finding.statement,
            "plain": finding.plain,
            "absent": finding.absent,
            "feature": finding.feature,
            "rate": _rate(finding.rate),
            "mirror": finding.mirror,
            "spans": self.items.spans(finding.spans),
        }


def _rate(rate: Rate | None) -> Json:
    if rate is None:
        return None
    return {
        "seen": rate.seen,
        "among": rate.among,
        "low": rate.low,
        "high": rate.high,
        "reference": rate.reference,
        "expected": rate.expected,
        "surprisal": round(surprisal(rate), BITS_DIGITS),
        "chance": rate.chance,
    }


def _standing(standing: Standing | None) -> Json:
    if standing is None:
        return None
    return {
        "unusual": standing.unusual,
        "percentile": standing.percentile,
        "among": standing.among,
        "score": standing.score,
        "reference": standing.reference,
    }


def _reference(release: Release) -> Json:
    return {
        "name": release.name,
        "address": release.address,
        "issuer": release.issuer,
        "language": release.language,
        "title": release.title,
        "issued": _moment(release.issued),
        "sha256": release.digest,
    }


def _moment(moment: datetime | None) -> Json:
    return moment.isoformat() if moment else None
