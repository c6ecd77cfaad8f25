"""A protocol sheet as JSON for other programs; the form is published as a JSON Schema beside it."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from communique.dossiers.protocol_nouns import (
    NO_RULE,
    ClassWords,
    ContactSheet,
    Counterpart,
    FirstClaim,
    FirstDestination,
    Greeter,
    Passage,
    Reported,
    Roster,
    Seat,
    Stay,
    Trip,
    Unreported,
    Venue,
    Welcome,
)
from communique.model import Release
from communique.reference.rows import Tenure
from communique.reports.json_items import ItemWriter, Json
from communique.reports.protocols.layout import CAUTION, Layout
from communique.reports.protocols.report import ProtocolReport

FORM = "communique/protocol/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""


def render_protocol_json(report: ProtocolReport) -> str:
    """
    Give the sheet as one JSON object, indented, in the form of ``protocol_schema``.

    Passages name their release by its key in the sheet and count Unicode code points from 0, half-open.
    """
    return json.dumps(_Writer(report).sheet(), ensure_ascii=False, indent=2) + "\n"


def protocol_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered sheet fits."""
    return files(__package__).joinpath("schema", "protocol.schema.json").read_text(encoding="utf-8")


class _Writer:
    """Writes one sheet; each method turns one noun into JSON."""

    def __init__(self, report: ProtocolReport) -> None:
        self.report = report
        self.keys = Layout(report.sheet).keys

    def sheet(self) -> Json:
        """Write the sheet whole."""
        sheet = self.report.sheet
        return {
            "form": FORM,
            "software": self.report.software,
            "title": sheet.title,
            "first": sheet.first.isoformat(),
            "last": sheet.last.isoformat(),
            "caution": CAUTION,
            "contacts": [self._contact(contact) for contact in sheet.contacts],
            "rosters": [self._roster(roster) for roster in sheet.rosters],
            "classes": [self._class(words) for words in sheet.classes],
            "first_claims": [self._claim(claim) for claim in sheet.claims],
            "first_destinations": [self._destination(one) for one in sheet.destinations],
            "stays": [self._stay(stay) for stay in sheet.stays],
            "sources": [self._source(release) for release in sheet.sources],
            "unread": list(sheet.unread),
        }

    def _contact(self, contact: ContactSheet) -> Json:
        return {
            "number": contact.number,
            "day": contact.day.isoformat(),
            "kind": contact.kind.value,
            "published": contact.published.isoformat() if contact.published else None,
            "releases": [self._key(release) for release in contact.releases],
            "principals": [self._seat(seat) for seat in contact.seats],
            "counterparts": [self._counterpart(one) for one in contact.counterparts],
            "others": [self._reported(item) for item in contact.reported],
            "also_named": [self._reported(item) for item in contact.spoken_of],
            "greeters": [self._greeter(greeter) for greeter in contact.greeters],
            "venue": self._venue(contact.venue),
            "first_sentences": [self._welcome(welcome) for welcome in contact.welcomes],
        }

    def _seat(self, seat: Seat) -> Json:
        return {
            "name": seat.person.label,
            "identity": seat.person.identity,
            "side": seat.person.side.code if seat.person.side else None,
            "presented_as": [
                {"release": self._key(capacity.release), "office": self._passage(capacity.words)}
                for capacity in seat.capacities
            ],
            "offices": [_tenure(tenure) for tenure in seat.offices],
            "not_named": [tenure.title for tenure in seat.besides],
        }

    def _counterpart(self, one: Counterpart) -> Json:
        return {
            "person": one.person,
            "office": _tenure(one.tenure),
            "side": one.side.code,
            "rule": {"words": one.rule.words, "source": one.rule.source} if one.rule else NO_RULE,
            "holders": [{"name": name, "title": tenure.title} for name, tenure in one.holders],
            "named_as_met": list(one.named),
        }

    def _reported(self, item: Reported) -> Json:
        return {
            "name": item.person.label,
            "identity": item.person.identity,
            "office": item.person.office.title if item.person.office else None,
            "principal": item.principal,
            "passages": [self._passage(passage) for passage in item.passages],
        }

    def _unreported(self, item: Unreported) -> Json:
        return {
            "statement": item.statement,
            "name": item.name,
            "title": item.title,
            "reason": item.reason,
            "source": item.source,
        }

    def _greeter(self, greeter: Greeter) -> Json:
        return {
            "act": greeter.farewell.value,
            "who": self._passage(greeter.who),
            "whom": self._passage(greeter.whom),
            "persons": [person.label for person in greeter.persons],
            "sentence": self._passage(greeter.sentence),
        }

    def _venue(self, venue: Venue | None) -> Json:
        if venue is None:
            return None
        return {
            "country": venue.country.code if venue.country else None,
            "city": self._passage(venue.city),
            "building": self._passage(venue.building),
            "hosts": list(venue.hosts),
            "guests": list(venue.guests),
        }

    def _welcome(self, welcome: Welcome) -> Json:
        return {
            "release": self._key(welcome.release),
            "pattern": welcome.pattern.value,
            "subject": welcome.subject,
            "host": welcome.host,
            "sentence": self._passage(welcome.sentence),
        }

    def _roster(self, roster: Roster) -> Json:
        return {
            "side": roster.side.code,
            "reported": [self._reported(item) for item in roster.reported],
            "not_reported": [self._unreported(item) for item in roster.unreported],
        }

    def _class(self, words: ClassWords) -> Json:
        return {
            "class": words.visit_class.value,
            "words": self._passage(words.passage),
            "speaker": words.speaker,
            "day": _day(words.day),
        }

    def _claim(self, claim: FirstClaim) -> Json:
        return {
            "kind": claim.kind.value,
            "words": self._passage(claim.passage),
            "speaker": claim.speaker.label if claim.speaker else None,
            "since": self._passage(claim.since),
            "since_day": _day(claim.since_day),
            "place": self._passage(claim.place),
            "abroad": claim.abroad,
            "denied": claim.denied,
            "recalled": claim.recalled,
        }

    def _destination(self, one: FirstDestination) -> Json:
        return {
            "person": one.person,
            "since": one.since.isoformat(),
            "since_words": one.since_words,
            "until": one.until.isoformat(),
            "calendar": one.calendar,
            "statement": one.statement,
            "trips": [self._trip(trip) for trip in one.trips],
            "called_first": [self._claim(claim) for claim in one.claims],
        }

    def _trip(self, trip: Trip) -> Json:
        return {
            "country": trip.country.code,
            "city": trip.city,
            "first": trip.first.isoformat(),
            "last": trip.last.isoformat(),
            "releases": [release.name for release in trip.releases],
        }

    def _stay(self, stay: Stay) -> Json:
        return {
            "person": stay.person,
            "place": stay.place,
            "statement": stay.statement,
            "base": stay.base,
            "arrival": self._passage(stay.arrival),
            "departure": self._passage(stay.departure),
        }

    def _source(self, release: Release) -> Json:
        return {
            "key": self._key(release),
            "name": release.name,
            "title": release.title,
            "issuer": release.issuer,
            "language": release.language,
            "issued": release.issued.isoformat() if release.issued else None,
            "address": release.address,
        }

    def _passage(self, passage: Passage | None) -> Json:
        if passage is None:
            return None
        return {"release": self._key(passage.release), "span": ItemWriter(passage.release).span(passage.span)}

    def _key(self, release: Release) -> str:
        return self.keys.get(release.key, release.name)


def _tenure(tenure: Tenure) -> Json:
    return {
        "office": tenure.office,
        "title": tenure.title,
        "side": tenure.side.code,
        "since": _day(tenure.since),
        "until": _day(tenure.until),
        "source": tenure.source,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
