"""Whether a contact took place as an essay says: between whom, of what kind, on which day, where, under what label."""

from __future__ import annotations

from collections.abc import Iterable

from communique.languages.commentary import Construction, Cue, has_cue, pattern_of
from communique.model import Bearing, ClaimStatus, Kind
from communique.reasoning.audit.checks.coverage import telling_words
from communique.reasoning.audit.checks.particulars import ASKED, HOW_OFTEN, points_of, tells_more
from communique.reasoning.audit.checks.slots import months_in
from communique.reasoning.audit.decisions import Decision, dated, opening_of, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.reading.places import find_destinations
from communique.reasoning.audit.record import RecordedContact

_ANSWERS = {
    Kind.CALL: frozenset({Kind.CALL}),
    Kind.MEETING: frozenset({Kind.MEETING, Kind.VISIT, Kind.OTHER, Kind.STATEMENT}),
    Kind.VISIT: frozenset({Kind.VISIT, Kind.MEETING, Kind.OTHER, Kind.STATEMENT}),
}
"""Which kinds of record bear out a claim of a kind: talks at the host's bear out that the guest came."""


def asked_kinds(inquiry: Inquiry) -> tuple[Kind, ...]:
    """Give the kinds of contact that a claim speaks of, the most telling first."""
    found = tuple(kind for cue, kind in ASKED.items() if inquiry.has(cue))
    return found or ((Kind.CALL, Kind.MEETING) if inquiry.has(Cue.CONTACT) else ())


def find_contacts(inquiry: Inquiry, kinds: tuple[Kind, ...]) -> tuple[RecordedContact, ...]:
    """Give the contacts of the sources that a claim may mean: its kind, its persons, recorded ones before announced."""
    asked = frozenset(who.key for who in inquiry.people)
    first = inquiry.people[0].key if inquiry.people else ""
    sides = frozenset(who.side for who in inquiry.people if who.side)
    found = [
        contact
        for contact in inquiry.record.contacts
        if any(contact.kind in _ANSWERS[kind] for kind in kinds) and _between(contact, asked, first, sides, kinds)
    ]
    if not found and not _names_pair(inquiry) and inquiry.people and all(who.implied for who in inquiry.people):
        found = [  # a pronoun, or nobody at all: the contact of the episode is meant
            one
            for one in inquiry.record.contacts
            if any(one.kind in _ANSWERS[kind] for kind in kinds) and not _apart(one, inquiry)
        ]
    return most_likely_first(found, inquiry)


def most_likely_first(found: Iterable[RecordedContact], inquiry: Inquiry) -> tuple[RecordedContact, ...]:
    """Order contacts by how likely a claim means them: on a day it names, recorded, within the episode."""
    return tuple(
        sorted(found, key=lambda contact: (-_overlap(contact, inquiry), contact.announced, _apart(contact, inquiry)))
    )


def _apart(contact: RecordedContact, inquiry: Inquiry) -> bool:
    """Tell whether a contact lies outside the days of the episode, or beside it."""
    dossier = inquiry.record.opened.dossier
    inside = contact.day is not None and dossier.first <= contact.day <= dossier.last
    return not inside or contact.account not in inquiry.record.accounts


def _overlap(contact: RecordedContact, inquiry: Inquiry) -> int:
    return sum(1 for day in inquiry.days if contact.day and day.first <= contact.day <= day.last)


def _between(
    contact: RecordedContact, asked: frozenset[str], first: str, sides: frozenset[str], kinds: tuple[Kind, ...]
) -> bool:
    """Tell whether a contact is between the persons asked about; a visitor alone is enough where a visit is."""
    if not asked:
        return False
    if kinds[0] is Kind.VISIT and first in contact.keys:
        return True
    if len(asked & contact.keys) >= min(2, len(asked)):
        return True
    return bool(asked & contact.keys) and len(sides) > 1 and sides <= contact.sides and len(asked) < len(contact.keys)


def check_happening(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim that a contact took place; None where it speaks of none, or takes it for granted and says of it what
    no record of it tells.

    It is borne out where a source records such a contact between these persons on that day; contradicted where the
    sources put it on another day or in another place. What else the claim says of it and no source tells makes it
    partly borne out.
    """
    kinds = asked_kinds(inquiry)
    not_since = pattern_of(Construction.NOT_SINCE, inquiry.language).search(inquiry.words) is not None
    if not kinds or not_since or _is_of_others(inquiry):
        return None
    if inquiry.has(Cue.ANNOUNCED) and (announced := _announced(inquiry)) is not None:
        return announced
    contacts = _not_elsewhere(find_contacts(inquiry, kinds), inquiry, kinds)
    if contacts and inquiry.has(Cue.UNDONE):
        return _took_place(contacts[0])
    if not contacts:
        return Decision(status=ClaimStatus.NOT_FOUND, statement=_nothing(inquiry, kinds[0]))
    best = _best(contacts, inquiry)
    points = tuple(points_of(inquiry, best, contacts))
    against = [point for point in points if point.holds is False]
    open_ones = [point for point in points if point.holds is None]
    base = witness(best.account, opening_of(best.account), Bearing.AGAINST if against else Bearing.FOR)
    witnesses = tuple(dict.fromkeys((base, *(one for point in points for one in point.witnesses))))
    told = f"{dated(best.account)} {'announces' if best.announced else 'records'} it"
    if against:
        return Decision(
            status=ClaimStatus.CONTRADICTED,
            statement=f"{told}, but not so: {_and(point.name for point in against)}.",
            witnesses=witnesses,
        )
    if _is_only_named(inquiry) and (open_ones or tells_more(inquiry)):
        return None
    if any(point.name == HOW_OFTEN for point in open_ones):
        return Decision(status=ClaimStatus.NOT_FOUND, statement=f"{told}; how often, no source at hand tells.")
    if open_ones:
        return Decision(
            status=ClaimStatus.PARTLY,
            statement=f"{told}; not found: {_and(point.name for point in open_ones)}.",
            witnesses=witnesses,
        )
    return Decision(status=ClaimStatus.CONFIRMED, statement=f"{told}.", witnesses=witnesses)


def _is_of_others(inquiry: Inquiry) -> bool:
    """Tell whether it is ships, experts or a commission that come or meet, and nobody is named."""
    if _names_pair(inquiry) or not all(who.implied for who in inquiry.people):
        return False
    found = min((found for cue in ASKED for found in inquiry.cues(cue)), key=lambda cue: cue.start, default=None)
    if found is None:
        return False
    language, before = inquiry.language, inquiry.words[: found.start]
    if has_cue(before, Cue.SOMEONE, Cue.HOST, Cue.GUEST, language=language):
        return False
    if has_cue(before, Cue.OTHERS, language=language):
        return True
    verb = pattern_of(Construction.DONE_BY, language).match(inquiry.words[found.start : found.end])
    return verb is not None and bool(telling_words(inquiry, before))


def _names_pair(inquiry: Inquiry) -> bool:
    """Tell whether two principals are meant together ("the leaders of Arvenia and Velmark")."""
    return pattern_of(Construction.PRINCIPALS, inquiry.language).search(inquiry.words) is not None


def _is_only_named(inquiry: Inquiry) -> bool:
    """Tell whether a claim takes a contact for granted and says something else of it ("the trip was a mistake")."""
    asserted = pattern_of(Construction.ASSERTED, inquiry.language).search(inquiry.words) is not None
    return not asserted and inquiry.clause.quotation is None and not inquiry.has(Cue.OWN_FEELING, Cue.CALLED)


def _not_elsewhere(
    contacts: tuple[RecordedContact, ...], inquiry: Inquiry, kinds: tuple[Kind, ...]
) -> tuple[RecordedContact, ...]:
    """Leave out contacts in other countries than a journey is said to have gone to: that is another journey."""
    named = find_destinations(inquiry.words, inquiry.tables, inquiry.language)
    if Kind.VISIT not in kinds or not named or inquiry.days:
        return contacts
    return tuple(
        one
        for one in contacts
        if (_countries(one, inquiry) & named if _countries(one, inquiry) else one.kind is not Kind.OTHER)
    )


def _countries(contact: RecordedContact, inquiry: Inquiry) -> frozenset[str]:
    """Give the countries in which the records of a contact place it; none where none of them does."""
    alike = (one for one in inquiry.record.contacts if one.day == contact.day and one.keys & contact.keys)
    places = (one.account.event.place.country for one in (contact, *alike))
    return frozenset(country.code for country in places if country is not None)


def _took_place(contact: RecordedContact) -> Decision:
    """Judge a claim that a contact was refused or did not come about: it is on record."""
    account = contact.account
    verb = "announces" if contact.announced else "records"
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(account)} {verb} the {contact.kind.value}.",
        witnesses=(witness(account, opening_of(account), Bearing.AGAINST),),
    )


def _announced(inquiry: Inquiry) -> Decision | None:
    """Check on which day something was announced: the day is that of the notice, not of what it foretells."""
    notices = [c for c in inquiry.record.contacts if c.announced and c.account.release.issued is not None]
    if not inquiry.days or not notices:
        return None
    for contact in notices:
        issued = contact.account.release.issued
        if issued and any(day.first <= issued.date() <= day.last for day in inquiry.days):
            seen = (witness(contact.account, opening_of(contact.account), Bearing.FOR),)
            return Decision(
                status=ClaimStatus.CONFIRMED, statement=f"{dated(contact.account)} announces it.", witnesses=seen
            )
    seen = (witness(notices[0].account, opening_of(notices[0].account), Bearing.AGAINST),)
    return Decision(
        status=ClaimStatus.CONTRADICTED, statement=f"The notice at hand is {dated(notices[0].account)}.", witnesses=seen
    )


def _and(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _nothing(inquiry: Inquiry, kind: Kind) -> str:
    named = [who.label for who in inquiry.people if not who.implied] or [who.label for who in inquiry.people]
    between = f" of {' with '.join(dict.fromkeys(named[:2]))}" if named else ""
    return f"No report found of such a {kind.value}{between} among the {len(inquiry.record.accounts)} sources at hand."


def _best(contacts: tuple[RecordedContact, ...], inquiry: Inquiry) -> RecordedContact:
    """Give the contact on a day that the claim names, else in a month that it names, else the first."""
    on_day = [c for c in contacts if c.day and any(day.first <= c.day <= day.last for day in inquiry.days)]
    months = months_in(inquiry.words, inquiry.language)
    in_month = [c for c in contacts if c.day and f"{c.day:%B}" in months]
    return (on_day or in_month or list(contacts))[0]
