"""What a protocol sheet says, in sections of rows that every form of output sets: label, statements, exact words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from communique.dossiers.protocol_nouns import (
    NO_FAREWELL,
    NO_GREETER,
    NO_REPORT,
    NOT_STATED,
    ContactSheet,
    Passage,
    ProtocolSheet,
    Seat,
    Venue,
    Welcome,
)
from communique.languages.arrivals import Farewell
from communique.model import Kind, Pattern, Release
from communique.precedent.coverage import counted
from communique.reports.excerpt import printable, shortened
from communique.reports.labels import KINDS, PATTERNS, day_label, time_label
from communique.reports.protocols.rows import (
    Quote,
    Row,
    Said,
    Section,
    Source,
    claim_label,
    counterpart_lines,
    key_label,
    office_label,
    published_label,
)

CAUTION = "Set down as told. Order, place, greeter, class and length of stay tell nobody’s rank, mood or motive."

MOST_QUOTED = 240
"""Characters of a sentence that a row repeats; the release has it whole."""

AROUND = 90
"""Characters on either side of words that are shown out of a long sentence."""


class Layout:
    """Sets one sheet; the releases have keys, A first, in the order of the dossier."""

    def __init__(self, sheet: ProtocolSheet) -> None:
        self.sheet = sheet
        self.keys = {release.key: key_label(number) for number, release in enumerate(sheet.sources)}

    def opening(self) -> str:
        """Say first what there is: how many contacts, on which days, from how many releases."""
        contacts, sources = len(self.sheet.contacts), len(self.sheet.sources)
        days = sorted({contact.day for contact in self.sheet.contacts})
        span = f", {day_label(days[0])}{f' to {day_label(days[-1])}' if len(days) > 1 else ''}" if days else ""
        return f"{counted(contacts, 'contact')}{span}, from {counted(sources, 'release')}."

    def sections(self) -> Iterator[Section]:
        """Give the sections in order: each contact, then what holds for the episode; empty ones are left out."""
        for contact in self.sheet.contacts:
            yield self._contact(contact)
        later = (self._order(), self._rosters(), self._classes(), self._claims(), self._destinations(), self._stays())
        yield from (section for section in later if section.rows)

    def _contact(self, contact: ContactSheet) -> Section:
        keys = " ".join(sorted(self._keyed(release) for release in contact.releases))
        rows = (
            *(Row(label=seat.person.label, said=tuple(self._seat(seat))) for seat in contact.seats),
            Row(label="counterparts", said=tuple(counterpart_lines(contact.counterparts))),
            Row(label="others there", said=tuple(self._others(contact))),
            *(() if contact.kind is Kind.CALL else self._in_person(contact)),
            Row(label="first sentence", said=tuple(self._welcome(welcome) for welcome in contact.welcomes)),
        )
        names = " – ".join(seat.person.label for seat in contact.seats)
        return Section(
            heading=f"{contact.number}  {KINDS[contact.kind].capitalize()}: {names}, {day_label(contact.day)}",
            note=f"told in {keys}; {published_label(contact)}",
            rows=tuple(row for row in rows if row.said),
        )

    def _seat(self, seat: Seat) -> Iterator[Said]:
        named = [capacity.words for capacity in seat.capacities if capacity.words]
        if named:
            yield Said(statement="presented as", quotes=tuple(self._grouped(named)))
        else:
            yield Said(statement="presented by name alone; no office in the texts")
        if seat.offices:
            yield Said(statement=f"offices held that day: {'; '.join(office_label(tenure) for tenure in seat.offices)}")
        else:
            yield Said(statement="offices held that day: not in the tables")
        if seat.besides:
            yield Said(statement=f"of these no text here names: {'; '.join(tenure.title for tenure in seat.besides)}")

    def _grouped(self, passages: Iterable[Passage]) -> Iterator[Quote]:
        """Give each wording once, with the keys of all texts that have it."""
        found: dict[str, list[str]] = {}
        for passage in passages:
            found.setdefault(printable(passage.words), []).append(self._keyed(passage.release))
        yield from (Quote(words=words, key=" ".join(dict.fromkeys(keys))) for words, keys in found.items())

    def _others(self, contact: ContactSheet) -> Iterator[Said]:
        for item in contact.reported:
            office = f", {item.person.office.title}" if item.person.office else ""
            yield Said(statement=f"{item.person.label}{office}", quotes=tuple(map(self.quote, item.passages[:1])))
        if not contact.reported:
            yield Said(statement=f"{NO_REPORT} anybody else taking part")
        if contact.spoken_of:
            names = ", ".join(item.person.label for item in contact.spoken_of)
            yield Said(statement=f"also named by the narrator, not as taking part: {names}")

    def _in_person(self, contact: ContactSheet) -> Iterator[Row]:
        yield Row(label="place", said=tuple(self._venue(contact.venue)))
        for label, farewell, none in (
            ("greeter", Farewell.MET, NO_GREETER),
            ("saw off", Farewell.SAW_OFF, NO_FAREWELL),
        ):
            found = [greeter for greeter in contact.greeters if greeter.farewell is farewell]
            told = tuple(
                Said(statement=greeter.who.words if greeter.who else "as told", quotes=(self.quote(greeter.sentence),))
                for greeter in found
            )
            yield Row(label=label, said=told or (Said(statement=none),))

    def _venue(self, venue: Venue | None) -> Iterator[Said]:
        if venue is None:
            yield Said(statement=NOT_STATED)
            return
        words = tuple(self.quote(words) for words in (venue.building, venue.city) if words)
        yield Said(statement=f"{venue.country or 'country ' + NOT_STATED}", quotes=words)
        if venue.hosts:
            yield Said(statement=f"host by place: {', '.join(venue.hosts)}")
        elif venue.country:
            yield Said(statement=f"host by place: {venue.country}; {NO_REPORT} anybody of it taking part")

    def _welcome(self, welcome: Welcome) -> Said:
        who = f"; subject {welcome.subject}" if welcome.subject else ""
        host = f"; host {welcome.host}" if welcome.host and welcome.host != welcome.subject else ""
        quotes = (
            (self.quote(welcome.sentence),)
            if welcome.sentence
            else (Quote(words="", key=self._keyed(welcome.release)),)
        )
        told = PATTERNS[welcome.pattern]
        return Said(statement=f"{told}{who if welcome.pattern is not Pattern.OTHER else ''}{host}", quotes=quotes)

    def _order(self) -> Section:
        contacts = self.sheet.contacts
        days = [contact.day for contact in contacts]
        rows = tuple(
            Row(
                label=f"{contact.number}",
                said=(Said(statement=f"{day_label(contact.day)}: {contact.label}; {published_label(contact)}"),),
            )
            for contact in contacts
        )
        shared = len(set(days)) < len(days)
        note = "by day" + (
            "; on one day by time of publication, which need not be that of the contact" if shared else ""
        )
        return Section(heading="Order", note=note, rows=rows if len(rows) > 1 else ())

    def _rosters(self) -> Section:
        rows = []
        for roster in self.sheet.rosters:
            met = ", ".join(item.person.label for item in roster.reported)
            said = [Said(statement=f"reported: {met}")] if met else []
            for reason, items in groupby(roster.unreported, key=lambda item: item.reason):
                names = "; ".join(f"{item.name}{f', {item.title}' if item.title else ''}" for item in items)
                said.append(Said(statement=f"{NO_REPORT} {names} ({reason})"))
            rows.append(Row(label=roster.side.name, said=tuple(said)))
        note = "in person, in the releases at hand; a release that is silent denies nothing"
        return Section(heading="Reported and not reported", note=note, rows=tuple(rows))

    def _classes(self) -> Section:
        rows = tuple(
            Row(
                label=f"{words.visit_class}",
                said=(
                    Said(
                        statement=f"in the words of {words.speaker or 'the text'}",
                        quotes=(self.around(words.passage, words.sentence),),
                    ),
                ),
            )
            for words in self.sheet.classes
        )
        differ = len({words.visit_class for words in self.sheet.classes}) > 1
        note = "the texts name more than one; none is put in place of another" if differ else "as stated"
        return Section(heading="Class of the visit", note=note, rows=rows)

    def _claims(self) -> Section:
        rows = tuple(
            Row(
                label=f"{claim.kind}",
                said=(Said(statement=claim_label(claim), quotes=(self.around(claim.passage, claim.sentence),)),),
            )
            for claim in self.sheet.claims
        )
        return Section(heading="Called the first", note="what officials say; a calendar is asked below", rows=rows)

    def _destinations(self) -> Section:
        rows = []
        for one in self.sheet.destinations:
            said = [Said(statement=f"since {day_label(one.since)} ({one.since_words}): {one.statement}")]
            trips = "; ".join(f"{day_label(trip.first)} {trip.city or trip.country}" for trip in one.trips)
            if trips:
                said.append(Said(statement=f"{'trips in order' if one.calendar else 'recorded all the same'}: {trips}"))
            said += [
                Said(statement=f"an official calls it first: {claim.said_by}", quotes=(self.quote(claim.passage),))
                for claim in one.claims
            ]
            rows.append(Row(label=one.person, said=tuple(said)))
        return Section(
            heading="First destination", note="by the calendar at hand, officials beside it", rows=tuple(rows)
        )

    def _stays(self) -> Section:
        rows = tuple(
            Row(
                label=stay.person,
                said=(
                    Said(
                        statement=f"in {stay.place}: {stay.statement}",
                        quotes=tuple(self.quote(words) for words in (stay.arrival, stay.departure) if words),
                    ),
                    Said(statement=f"compared with earlier visits: {stay.base}"),
                ),
            )
            for stay in self.sheet.stays
        )
        return Section(heading="Length of stay", rows=rows)

    def quote(self, passage: Passage) -> Quote:
        """Give exact words fit to print, with the key of their release."""
        return Quote(words=shortened(printable(passage.words), MOST_QUOTED), key=self._keyed(passage.release))

    def around(self, passage: Passage, sentence: Passage) -> Quote:
        """Give a sentence whole where it is short, else the words in question with what stands around them."""
        whole = printable(sentence.words)
        if len(whole) <= MOST_QUOTED:
            return Quote(words=whole, key=self._keyed(passage.release))
        text, span = passage.release.part(passage.span.part), passage.span
        before = printable(text[max(sentence.span.start, span.start - AROUND) : span.start]).partition(" ")[2]
        after = printable(text[span.end : min(sentence.span.end, span.end + AROUND)]).rpartition(" ")[0]
        return Quote(words=f"… {before}{printable(passage.words)}{after} …", key=self._keyed(passage.release))

    def _keyed(self, release: Release) -> str:
        return self.keys.get(release.key, "–")

    def sources(self) -> Iterator[Source]:
        """Give each release behind its key: title, name, publication, address."""
        for release in self.sheet.sources:
            yield Source(
                key=self._keyed(release),
                title=printable(release.title) or "(no title)",
                name=release.name,
                issued=time_label(release.issued) if release.issued else "time of publication not known",
                shown=release.address,
                address=release.address if release.address.startswith(("https://", "http://")) else "",
            )
