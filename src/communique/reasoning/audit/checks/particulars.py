"""What a claim says of a contact besides that it took place: day, place, class, length, and any other word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.languages.commentary import Construction, Cue, find_cues, match_cue, pattern_of
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.languages.lemmas import find_base_forms
from communique.model import Bearing, Kind, Part, Span, VisitClass, Witness
from communique.reasoning.audit.checks.slots import months_in
from communique.reasoning.audit.decisions import opening_of, sentence_around, witness
from communique.reasoning.audit.reading.framing import matter_of
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.reading.places import city_of, find_cities, find_destinations, named_places
from communique.reasoning.audit.record import RecordedContact, content_of

ASKED = {Cue.CALL: Kind.CALL, Cue.MEETING: Kind.MEETING, Cue.VISIT: Kind.VISIT}
CLASSES = {
    Cue.STATE_VISIT: VisitClass.STATE,
    Cue.OFFICIAL_VISIT: VisitClass.OFFICIAL,
    Cue.WORKING_VISIT: VisitClass.WORKING,
    Cue.PRIVATE_VISIT: VisitClass.PRIVATE,
}

TWICE = 2
HOW_OFTEN = "how often"
PLACE_NAMED = "finding: a place is named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that a claim says of a contact: whether the sources have it (None: they do not tell), in what words."""

    name: str
    holds: bool | None
    witnesses: tuple[Witness, ...] = ()


def points_of(inquiry: Inquiry, contact: RecordedContact, contacts: tuple[RecordedContact, ...]) -> Iterator[Point]:
    """Yield what a claim says of a contact besides that it took place, each with whether the sources have it."""
    yield from _day_points(inquiry, contact)
    yield from _place_points(inquiry, contact)
    yield from _class_points(inquiry, contact)
    yield from _other_points(inquiry, contact)
    named = tuple(one for other in contacts for one in _place_words(other))
    if inquiry.has(Cue.NO_PLACE) and named:
        yield Point(name=PLACE_NAMED, holds=False, witnesses=named[:2])
    if inquiry.has(Cue.ONLY_ON) and inquiry.days:
        yield from _earlier_ones(inquiry, contact, contacts)
    if (length := next(iter(inquiry.cues(Cue.DURATION)), None)) is not None:
        yield _length_point(inquiry, inquiry.words[length.start : length.end], contact)
    if inquiry.has(Cue.ORDINAL):
        yield Point(name="which of how many it was", holds=None)
    if (told := match_cue(inquiry.words, Cue.TIMES, inquiry.language)) is not None:
        yield from _times_point(told, inquiry.language, contact, contacts)
    if inquiry.has(Cue.DISTANCE) and not inquiry.days and _is_apart(inquiry):
        yield Point(name="how long before or after", holds=None)
    if inquiry.has(Cue.UNPLANNED):
        yield Point(name="that it was unplanned", holds=None)
    if inquiry.has(Cue.ALONE):
        yield Point(name="that they were alone", holds=None)


def _day_points(inquiry: Inquiry, contact: RecordedContact) -> Iterator[Point]:
    """Compare the day that a claim names, or a month without a day, with that of the contact."""
    if contact.day is None or inquiry.has(Cue.ANNOUNCED):
        return
    if inquiry.days:
        held = any(day.first <= contact.day <= day.last for day in inquiry.days)
        yield Point(name="day", holds=held, witnesses=_day_words(contact) if not held else ())
        return
    named = months_in(inquiry.words, inquiry.language)
    if named and f"{contact.day:%B}" not in named:
        yield Point(name="month", holds=False, witnesses=_day_words(contact))


def _is_apart(inquiry: Inquiry) -> bool:
    """Tell whether words of distance set a contact apart from what they govern ("two days after the vote")."""
    found = match_cue(inquiry.words, Cue.DISTANCE, inquiry.language)
    return found is not None and pattern_of(Construction.GOVERNS, inquiry.language).search(found[0]) is not None


def _times_point(
    told: re.Match[str], language: str, contact: RecordedContact, contacts: tuple[RecordedContact, ...]
) -> Iterator[Point]:
    """Leave open how often there was a contact where the sources record fewer: they are no calendar of all."""
    number = (told.groupdict().get("number") or "").lower()
    values = load_edit_lexicon(language).values
    times = int(number) if number.isdigit() else int(values.get(number, TWICE))
    days = {one.day for one in contacts if one.kind is contact.kind and one.day and not one.announced}
    if len(days) < times:
        yield Point(name=HOW_OFTEN, holds=None)


def _length_point(inquiry: Inquiry, words: str, contact: RecordedContact) -> Point:
    """Compare how long a contact is said to have lasted with what its records say."""
    for one in (contact, *(c for c in inquiry.record.contacts if c.day == contact.day and c.keys & contact.keys)):
        for sentence in one.account.sentences:
            told = one.account.release.words(sentence)
            if (found := next(find_cues(told, Cue.DURATION, one.account.release.language), None)) is None:
                continue
            same = content_of(words, inquiry.language) <= content_of(told[found.start : found.end], inquiry.language)
            return Point(name="length", holds=same, witnesses=(witness(one.account, sentence, Bearing.BESIDE),))
    return Point(name="how long it lasted", holds=None)


def _day_words(contact: RecordedContact) -> tuple[Witness, ...]:
    event_date = contact.account.event.date
    if event_date is None or event_date.span is None:
        return ()
    return (witness(contact.account, event_date.span, Bearing.AGAINST, "the day that the source gives"),)


def _place_points(inquiry: Inquiry, contact: RecordedContact) -> Iterator[Point]:
    """Compare the places that a claim names with that of the contact."""
    place = contact.account.event.place
    named = find_destinations(inquiry.words, inquiry.tables, inquiry.language)
    if place.country is None or not named or contact.kind is Kind.CALL:
        return
    stated = place.city or place.venue
    words = (witness(contact.account, stated.span, Bearing.FOR),) if stated else ()
    cities = find_cities(inquiry.words, inquiry.tables, inquiry.language)
    city = city_of(place.city.value, inquiry.tables) if place.city else ""
    other = bool(cities and city) and city not in cities
    yield Point(name="place", holds=place.country.code in named and not other, witnesses=words)


def _other_points(inquiry: Inquiry, contact: RecordedContact) -> Iterator[Point]:
    """
    Name what else the claim says of the contact: each telling word that no record of that contact has.

    Names, days, places, the words for the contact and those that tell nothing of it do not count.
    """
    alike = [one for one in inquiry.record.contacts if one.keys & contact.keys and one.day == contact.day]
    held = {key for one in (contact, *alike) for key in _keys_of(one)}
    missing = [word for word in _remainder(inquiry) if not content_of(word, inquiry.language) <= held]
    if missing:
        yield Point(name=f"“{'”, “'.join(missing[:4])}”", holds=None)


def _keys_of(contact: RecordedContact) -> frozenset[str]:
    release = contact.account.release
    return content_of(f"{release.title} {release.place or ''} {release.text}", release.language)


def tells_more(inquiry: Inquiry) -> bool:
    """Tell whether a claim says more than that there was a contact, when, where, between whom and of what class."""
    return bool(_remainder(inquiry))


def _remainder(inquiry: Inquiry) -> tuple[str, ...]:
    """Give the telling words of a claim that nothing else accounts for, in order, each once."""
    words, language = matter_of(inquiry), inquiry.language
    cues = (
        *ASKED,
        *CLASSES,
        Cue.DURATION,
        Cue.ORDINAL,
        Cue.TIMES,
        Cue.CONTACT,
        Cue.RECEIVED,
        Cue.UNPLANNED,
        Cue.ALONE,
        Cue.NO_PLACE,
        Cue.ONLY_ON,
        Cue.PLAIN,
        Cue.DISTANCE,
    )
    taken = [(found.start, found.end) for cue in cues for found in find_cues(words, cue, language)]
    names = frozenset(
        key
        for who in inquiry.people
        if not who.implied  # one who is only meant stands nowhere in the words
        for key in content_of(who.span.of(inquiry.essay.release.text), language)
    )
    spots = named_places(words, inquiry.tables)
    told = [
        (form.start, form.end)
        for form in find_base_forms(words, language)
        if content_of(words[form.start : form.end], language) - names
    ]
    kept = [
        words[start:end]
        for start, end in told
        if not any(first <= start < last for first, last in taken)
        and words[start:end] not in spots
        and not any(char.isdigit() for char in words[start:end] if inquiry.days)
    ]
    return tuple(dict.fromkeys(kept))


def _earlier_ones(inquiry: Inquiry, contact: RecordedContact, contacts: tuple[RecordedContact, ...]) -> Iterator[Point]:
    """Find contacts of the same two before the day that is said to be the only one."""
    first = min(day.first for day in inquiry.days)
    earlier = [c for c in contacts if c.day and c.day < first and c.kind is contact.kind and not c.announced]
    if earlier:
        account = earlier[0].account
        seen = (witness(account, opening_of(account), Bearing.AGAINST, "an earlier one"),)
        yield Point(name=f"earlier {contact.kind.value}", holds=False, witnesses=seen)


def _place_words(contact: RecordedContact) -> tuple[Witness, ...]:
    place = contact.account.event.place
    spans = [stated.span for stated in (place.city, place.venue) if stated is not None]
    return tuple(witness(contact.account, span, Bearing.AGAINST, "the place that the source names") for span in spans)


def _class_points(inquiry: Inquiry, contact: RecordedContact) -> Iterator[Point]:
    """Compare the class of visit that a claim names with what any of the sources calls it."""
    for cue, visit_class in CLASSES.items():
        if not inquiry.has(cue):
            continue
        alike = [one for one in inquiry.record.contacts if one.keys & contact.keys and len(one.keys & contact.keys) > 1]
        named = [item for other in (contact, *alike) if (item := _classed(other, cue)) is not None]
        same = [one for one in named if one[0] is visit_class]
        if same:
            yield Point(name="class of visit", holds=True, witnesses=(same[0][1],))
        else:
            yield Point(name="class of visit", holds=None, witnesses=tuple(one[1] for one in named[:1]))


def _classed(contact: RecordedContact, cue: Cue) -> tuple[VisitClass, Witness] | None:
    stated, account = contact.account.event.visit_class, contact.account
    found = next(find_cues(account.release.text, cue, account.release.language), None)
    if found is not None:
        span = Span(found.start, found.end, Part.TEXT)
        return CLASSES[cue], witness(account, sentence_around(account, span) or span, Bearing.FOR)
    if stated is None:
        return None
    around = sentence_around(account, stated.span) or stated.span
    return stated.value, witness(account, around, Bearing.BESIDE, f"called {stated.value} there")
