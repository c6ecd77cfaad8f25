"""Announcements and invitations linked to the encounters that they led to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from communique.model import Account, Kind
from communique.precedent.coverage import Coverage, hole_words
from communique.precedent.encounters import (
    MANNERS,
    NEXT_DAY,
    Manner,
    begun_on,
    could_be_same,
    find_encounters,
    persons_of,
)
from communique.precedent.entering import find_issued
from communique.precedent.history import Contact, Notice
from communique.precedent.notices import Foreseen, find_foreseen, is_announcement
from communique.precedent.port import Lead, Outcome

FULFILS = {
    Kind.VISIT: frozenset({Kind.VISIT, Kind.MEETING}),
    Kind.MEETING: frozenset({Kind.VISIT, Kind.MEETING}),
    Kind.CALL: frozenset({Kind.CALL}),
}
"""Which kinds of record fulfil a notice of each kind: a visit foreseen is as a rule told as a meeting."""


AskContacts = Callable[[str, date, date], Iterable[Contact]]
"""Side's code, a day, and one that no longer counts, in; the issuer's contacts with the side between them out."""


def find_leads(
    account: Account, notices: Iterable[Notice], contacts: Iterable[Contact], coverage: Coverage
) -> tuple[Lead, ...]:
    """
    Give the earlier notices of the event that an account tells of, the earliest first.

    ``notices`` and ``contacts`` are the issuer's earlier ones with the same side, ``coverage`` its days held. A notice
    leads to an event that it fits if no other that it fits lies between: the first fitting one is the one foreseen. Of
    a visit of several days the first counts. A notice without a date leads over no hole, for what it foresaw may lie
    in there.
    """
    issued = find_issued(account)
    event = _as_contact(account)
    if issued is None or event is None or event.kind not in MANNERS:
        return ()
    earlier = tuple(c for c in contacts if c.key != event.key and c.day <= event.day and c.issued <= issued)
    begun = begun_on(event.day, MANNERS[event.kind], find_encounters(earlier))
    held = coverage.as_of(issued)
    found = (
        notice
        for notice in notices
        if notice.key != event.key
        and notice.day < begun
        and _fits(notice, event, begun)
        and not _between(notice, earlier, begun)
        and (notice.dated or held.hole_between(notice.day, begun) is None)
    )
    ordered = sorted(found, key=lambda notice: (notice.day, notice.name, notice.words))
    return tuple(Lead(notice=notice, days=(begun - notice.day).days) for notice in ordered)


def find_outcomes(account: Account, ask: AskContacts, coverage: Coverage) -> tuple[Outcome, ...]:
    """
    Give what became of each encounter that an account announces or invites to.

    ``ask`` gives the issuer's contacts with a side, by its code, from a day until before another; ``coverage`` holds
    all its days held. The first fitting contact is the outcome; where a hole comes before it, an undated notice has
    none.
    """
    return tuple(_outcome(item, _later(account, item.notice, ask), coverage) for item in find_foreseen(account))


def _later(account: Account, notice: Notice, ask: AskContacts) -> tuple[Contact, ...]:
    until = (notice.latest or notice.day) + NEXT_DAY
    return tuple(c for c in ask(notice.counterpart, notice.day, until) if c.key != account.release.key)


def _outcome(item: Foreseen, later: Sequence[Contact], coverage: Coverage) -> Outcome:
    notice = item.notice
    latest = notice.latest or notice.day
    fitting = _fitting(notice, later)
    first = fitting[0] if fitting else None
    hole = coverage.hole_between(notice.day, first.day if first else latest)
    hidden = hole is not None and not (first is not None and notice.dated)
    contact = None if hidden else first
    return Outcome(
        spans=(item.span,),
        words=notice.words,
        invitation=notice.invitation,
        contact=contact,
        days=(contact.day - notice.day).days if contact else None,
        hole=hole_words(coverage, hole) if hidden and hole else "",
        kind=notice.kind,
    )


def _fitting(notice: Notice, contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Give the records that a notice fits, by day; each visit by the record that fits best of its first fitting day."""
    fits = [contact for contact in contacts if _took_place_as(notice, contact)]
    return tuple(
        sorted(fits, key=lambda contact: (contact.day, _is_elsewhere(notice, contact), contact.issued, contact.name))
    )


def _took_place_as(notice: Notice, contact: Contact) -> bool:
    return bool(find_encounters((contact,))) and contact.day > notice.day and _fits(notice, contact, contact.day)


def _between(notice: Notice, contacts: Sequence[Contact], begun: date) -> bool:
    """Tell whether an earlier encounter fits the notice too: then that one was foreseen."""
    return any(contact.day < begun for contact in _fitting(notice, contacts))


def _fits(notice: Notice, event: Contact, begun: date) -> bool:
    if event.kind not in FULFILS.get(notice.kind, frozenset()) or _is_elsewhere(notice, event):
        return False
    earliest, latest = notice.earliest or notice.day, notice.latest or notice.day
    return begun <= latest and earliest <= event.day and could_be_same(notice.persons, event.persons)


def _is_elsewhere(notice: Notice, event: Contact) -> bool:
    """Tell whether an event took place elsewhere than in the host's country: that is not the visit foreseen."""
    if not notice.traveller or not event.place or MANNERS[event.kind] is not Manner.IN_PERSON:
        return False
    hosts = _hosts(notice)
    return event.place not in hosts if hosts else event.place == notice.traveller


def _hosts(notice: Notice) -> set[str]:
    """Give the side that is not to travel: the counterpart, or the issuer's own, as the persons tell it."""
    if notice.traveller != notice.counterpart:
        return {notice.counterpart}
    return {person.partition("/")[0] for person in notice.persons} - {notice.counterpart}


def _as_contact(account: Account) -> Contact | None:
    """Give the event of an account as a corpus keeps it; None where it only announces one without a day."""
    issued, event = find_issued(account), account.event
    if issued is None or event.date is None or (is_announcement(account) and event.date.day <= issued):
        return None
    return contact_of(account)


def contact_of(account: Account) -> Contact | None:
    """Give an account as one contact of two sides; None where neither event nor release is dated."""
    issued, event = find_issued(account), account.event
    if issued is None:
        return None
    return Contact(
        key=account.release.key,
        name=account.release.name,
        title=account.release.title,
        kind=event.kind,
        issued=issued,
        day=event.date.day if event.date else issued,
        place=event.place.country.code if event.place.country else "",
        persons=persons_of(account),
    )
