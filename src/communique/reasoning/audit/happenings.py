"""Whether a contact took place as an essay says: between whom, of what kind, on which day, where, under what label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.languages.commentary import Cue, find_cues
from communique.languages.named_days import NamedDay
from communique.model import Bearing, ClaimStatus, Kind, Part, Span, VisitClass, Witness
from communique.reasoning.audit.findings import Verdict, dated, opening_of, sentence_around, witness
from communique.reasoning.audit.inquiry import Inquiry
from communique.reasoning.audit.places import find_destinations
from communique.reasoning.audit.record import Contact

_ASKED = {Cue.CALL: Kind.CALL, Cue.MEETING: Kind.MEETING, Cue.VISIT: Kind.VISIT}
_ANSWERS = {
    Kind.CALL: frozenset({Kind.CALL}),
    Kind.MEETING: frozenset({Kind.MEETING, Kind.VISIT, Kind.OTHER, Kind.STATEMENT}),
    Kind.VISIT: frozenset({Kind.VISIT, Kind.MEETING, Kind.OTHER, Kind.STATEMENT}),
}
"""Which kinds of record bear out a claim of a kind: talks at the host's bear out that the guest came."""

CLASSES = {
    Cue.STATE_VISIT: VisitClass.STATE,
    Cue.OFFICIAL_VISIT: VisitClass.OFFICIAL,
    Cue.WORKING_VISIT: VisitClass.WORKING,
    Cue.PRIVATE_VISIT: VisitClass.PRIVATE,
}


PLACE_NAMED = "finding: a place is named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that a claim says of a contact: whether the sources have it (None: they do not tell), in what words."""

    name: str
    holds: bool | None
    witnesses: tuple[Witness, ...] = ()


def asked_kinds(inquiry: Inquiry) -> tuple[Kind, ...]:
    """Give the kinds of contact that a claim speaks of, the most telling first."""
    found = tuple(kind for cue, kind in _ASKED.items() if inquiry.has(cue))
    return found or ((Kind.CALL, Kind.MEETING) if inquiry.has(Cue.CONTACT) else ())


def find_contacts(inquiry: Inquiry, kinds: tuple[Kind, ...]) -> tuple[Contact, ...]:
    """Give the contacts of the sources that a claim may mean: its kind, its persons, recorded ones before announced."""
    asked = frozenset(who.key for who in inquiry.people)
    sides = frozenset(who.side for who in inquiry.people if who.side)
    found = [
        contact
        for contact in inquiry.record.contacts
        if any(contact.kind in _ANSWERS[kind] for kind in kinds)
        and _between(contact, asked, inquiry.people[0].key if inquiry.people else "", sides, kinds)
    ]
    return tuple(
        sorted(found, key=lambda contact: (-_overlap(contact, inquiry), contact.announced, _apart(contact, inquiry)))
    )


def _apart(contact: Contact, inquiry: Inquiry) -> bool:
    """Tell whether a contact lies outside the days of the episode, or beside it."""
    dossier = inquiry.record.opened.dossier
    inside = contact.day is not None and dossier.first <= contact.day <= dossier.last
    return not inside or contact.account not in inquiry.record.accounts


def _overlap(contact: Contact, inquiry: Inquiry) -> int:
    return sum(1 for day in inquiry.days if contact.day and day.first <= contact.day <= day.last)


def _between(
    contact: Contact, asked: frozenset[str], first: str, sides: frozenset[str], kinds: tuple[Kind, ...]
) -> bool:
    """Tell whether a contact is between the persons asked about; a visitor alone is enough where a visit is."""
    if not asked:
        return False
    if kinds[0] is Kind.VISIT and first in contact.keys:
        return True
    if len(asked & contact.keys) >= min(2, len(asked)):
        return True
    return bool(asked & contact.keys) and len(sides) > 1 and sides <= contact.sides and len(asked) < len(contact.keys)


def check_happening(inquiry: Inquiry) -> Verdict | None:
    """
    Check a claim that a contact took place; None where it speaks of none.

    It is borne out where a source records such a contact between these persons on that day; contradicted where the
    sources put it on another day or in another place. What else the claim says of it and no source tells makes it
    partly borne out.
    """
    kinds = asked_kinds(inquiry)
    if not kinds:
        return None
    if inquiry.has(Cue.ANNOUNCED) and (announced := _announced(inquiry)) is not None:
        return announced
    contacts = find_contacts(inquiry, kinds)
    if not contacts:
        return Verdict(status=ClaimStatus.NOT_FOUND, statement=_nothing(inquiry, kinds[0]))
    best = _best(contacts, inquiry.days)
    points = tuple(_points(inquiry, best, contacts))
    against = [point for point in points if point.holds is False]
    open_ones = [point for point in points if point.holds is None]
    base = witness(best.account, opening_of(best.account), Bearing.AGAINST if against else Bearing.FOR)
    witnesses = tuple(dict.fromkeys((base, *(one for point in points for one in point.witnesses))))
    told = f"{dated(best.account)} {'announces' if best.announced else 'records'} it"
    if against:
        return Verdict(
            status=ClaimStatus.CONTRADICTED,
            statement=f"{told}, with another {_and(point.name for point in against)}.",
            witnesses=witnesses,
        )
    if open_ones:
        return Verdict(
            status=ClaimStatus.PARTLY,
            statement=f"{told}; not found: {_and(point.name for point in open_ones)}.",
            witnesses=witnesses,
        )
    return Verdict(status=ClaimStatus.CONFIRMED, statement=f"{told}.", witnesses=witnesses)


def _announced(inquiry: Inquiry) -> Verdict | None:
    """Check on which day something was announced: the day is that of the notice, not of what it foretells."""
    notices = [c for c in inquiry.record.contacts if c.announced and c.account.release.issued is not None]
    if not inquiry.days or not notices:
        return None
    for contact in notices:
        issued = contact.account.release.issued
        if issued and any(day.first <= issued.date() <= day.last for day in inquiry.days):
            seen = (witness(contact.account, opening_of(contact.account), Bearing.FOR),)
            return Verdict(
                status=ClaimStatus.CONFIRMED, statement=f"{dated(contact.account)} announces it.", witnesses=seen
            )
    seen = (witness(notices[0].account, opening_of(notices[0].account), Bearing.AGAINST),)
    return Verdict(
        status=ClaimStatus.CONTRADICTED, statement=f"The notice at hand is {dated(notices[0].account)}.", witnesses=seen
    )


def _and(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _nothing(inquiry: Inquiry, kind: Kind) -> str:
    named = [who.label for who in inquiry.people if not who.implied] or [who.label for who in inquiry.people]
    between = f" of {' with '.join(dict.fromkeys(named[:2]))}" if named else ""
    return f"No report found of such a {kind.value}{between} among the {len(inquiry.record.accounts)} sources at hand."


def _best(contacts: tuple[Contact, ...], days: tuple[NamedDay, ...]) -> Contact:
    """Give the contact on a day that the claim names, else the first."""
    on_day = [c for c in contacts if c.day and any(day.first <= c.day <= day.last for day in days)]
    return (on_day or list(contacts))[0]


def _points(inquiry: Inquiry, contact: Contact, contacts: tuple[Contact, ...]) -> Iterator[Point]:
    if inquiry.days and contact.day is not None and not inquiry.has(Cue.ANNOUNCED):
        held = any(day.first <= contact.day <= day.last for day in inquiry.days)
        yield Point(name="day", holds=held, witnesses=_day_words(contact) if not held else ())
    yield from _place_points(inquiry, contact)
    yield from _class_points(inquiry, contact)
    named = tuple(one for other in contacts for one in _place_words(other))
    if inquiry.has(Cue.NO_PLACE) and named:
        yield Point(name=PLACE_NAMED, holds=False, witnesses=named[:2])
    if inquiry.has(Cue.ONLY_ON) and inquiry.days:
        yield from _earlier_ones(inquiry, contact, contacts)
    if inquiry.has(Cue.UNPLANNED):
        yield Point(name="that it was unplanned", holds=None)
    if inquiry.has(Cue.ALONE):
        yield Point(name="that they were alone", holds=None)


def _day_words(contact: Contact) -> tuple[Witness, ...]:
    event_date = contact.account.event.date
    if event_date is None or event_date.span is None:
        return ()
    return (witness(contact.account, event_date.span, Bearing.AGAINST, "the day that the source gives"),)


def _place_points(inquiry: Inquiry, contact: Contact) -> Iterator[Point]:
    """Compare the places that a claim names with that of the contact."""
    place = contact.account.event.place
    named = find_destinations(inquiry.words, inquiry.tables)
    if place.country is None or not named or contact.kind is Kind.CALL:
        return
    stated = place.city or place.venue
    words = (witness(contact.account, stated.span, Bearing.FOR),) if stated else ()
    yield Point(name="place", holds=place.country.code in named, witnesses=words)


def _earlier_ones(inquiry: Inquiry, contact: Contact, contacts: tuple[Contact, ...]) -> Iterator[Point]:
    """Find contacts of the same two before the day that is said to be the only one."""
    first = min(day.first for day in inquiry.days)
    earlier = [c for c in contacts if c.day and c.day < first and c.kind is contact.kind and not c.announced]
    if earlier:
        account = earlier[0].account
        seen = (witness(account, opening_of(account), Bearing.AGAINST, "an earlier one"),)
        yield Point(name=f"earlier {contact.kind.value}", holds=False, witnesses=seen)


def _place_words(contact: Contact) -> tuple[Witness, ...]:
    place = contact.account.event.place
    spans = [stated.span for stated in (place.city, place.venue) if stated is not None]
    return tuple(witness(contact.account, span, Bearing.AGAINST, "the place that the source names") for span in spans)


def _class_points(inquiry: Inquiry, contact: Contact) -> Iterator[Point]:
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


def _classed(contact: Contact, cue: Cue) -> tuple[VisitClass, Witness] | None:
    stated, account = contact.account.event.visit_class, contact.account
    found = next(find_cues(account.release.text, cue, account.release.language), None)
    if found is not None:
        span = Span(found.start, found.end, Part.TEXT)
        return CLASSES[cue], witness(account, sentence_around(account, span) or span, Bearing.FOR)
    if stated is None:
        return None
    around = sentence_around(account, stated.span) or stated.span
    return stated.value, witness(account, around, Bearing.BESIDE, f"called {stated.value} there")
