"""A timeline as JSON for other programs; the form is published as a JSON Schema beside it."""

from __future__ import annotations

import json
from importlib.resources import files

from communique.dossiers.imprecise import When
from communique.dossiers.public_days import CountryDay
from communique.dossiers.timeline_nouns import Foretelling, Gap, Moment, Precedence, Timeline, Unplaced
from communique.reports.json_items import Json
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.wording import NO_CAUSE

FORM = "communique/timeline/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""

HOURS_DIGITS = 2


def render_timeline_json(report: TimelineReport) -> str:
    """Give the timeline as one JSON object, indented, in the form of ``timeline_schema``; dates are in EDTF."""
    timeline = report.timeline
    found = {
        "form": FORM,
        "software": report.software,
        "title": timeline.title,
        "first": timeline.first.isoformat(),
        "last": timeline.last.isoformat(),
        "sides": list(timeline.sides),
        "cause": NO_CAUSE,
        "moments": [_moment(moment, report) for moment in timeline.moments],
        "parallel": [_moment(moment, report) for moment in timeline.parallel],
        "unplaced": [_unplaced(item) for item in timeline.unplaced],
        "first_to_publish": [_precedence(item) for item in timeline.precedence],
        "calendar": _calendar(timeline),
        "holidays_unknown": list(timeline.unknown),
        "holidays_from": timeline.source,
        "times_without_zone": timeline.naive,
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def timeline_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered timeline fits."""
    return files(__package__).joinpath("schema", "timeline.schema.json").read_text(encoding="utf-8")


def _moment(moment: Moment, report: TimelineReport) -> Json:
    return {
        "number": moment.number,
        "when": _when(moment.when),
        "basis": moment.basis,
        "weekday": moment.weekday + 1 if moment.weekday is not None else None,
        "days": [_day(day) for day in moment.days],
        "role": moment.role.value if moment.role else None,
        "kind": moment.kind.value if moment.kind else None,
        "exhibit": moment.exhibit.value if moment.exhibit else None,
        "grade": str(moment.grade) if moment.grade else None,
        "name": moment.name,
        "key": moment.key,
        "title": moment.title,
        "address": moment.address,
        "issuer": moment.issuer,
        "office": report.office(moment.issuer) if moment.issuer else "",
        "parties": list(moment.parties),
        "sides": list(moment.sides),
        "published": moment.published.isoformat() if moment.published else None,
        "foresees": [_when(when) for when in moment.foresees],
        "reason": moment.reason,
        "gap": _gap(moment.gap),
        "lead_days": moment.lead,
        "foretold": [_foretelling(item) for item in moment.foretold],
    }


def _when(when: When) -> Json:
    return {
        "edtf": when.edtf,
        "precision": when.precision.value,
        "approximate": when.approximate,
        "first": when.first.isoformat(),
        "last": when.last.isoformat() if when.last else None,
        "zone_known": when.is_zoned if when.clock else None,
    }


def _day(day: CountryDay) -> Json:
    return {"country": day.country, "weekend": day.weekend, "holidays": list(day.holidays), "known": day.known}


def _gap(gap: Gap | None) -> Json:
    if gap is None:
        return None
    return {
        "since": gap.since,
        "days": gap.days,
        "hours": _hours(gap.hours),
        "as_printed": gap.printed,
        "working_days": [{"country": item.country, "days": item.days, "known": item.known} for item in gap.working],
    }


def _foretelling(item: Foretelling) -> Json:
    return {
        "name": item.name,
        "key": item.key,
        "days": item.days,
        "invitation": item.invitation,
        "dated": item.dated,
        "words": item.words,
    }


def _precedence(item: Precedence) -> Json:
    return {
        "names": list(item.names),
        "keys": list(item.keys),
        "issuers": list(item.issuers),
        "first": item.first or None,
        "hours": _hours(item.hours),
        "reason": item.reason or None,
    }


def _unplaced(item: Unplaced) -> Json:
    role = item.role.value if item.role else None
    return {"name": item.name, "title": item.title, "role": role, "reason": item.reason}


def _calendar(timeline: Timeline) -> Json:
    return [
        {"day": day.isoformat(), "countries": [_day(country) for country in days]} for day, days in timeline.calendar
    ]


def _hours(hours: float | None) -> float | None:
    return None if hours is None else round(hours, HOURS_DIGITS)
