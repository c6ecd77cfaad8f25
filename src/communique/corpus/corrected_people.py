"""Corrections of who took part: somebody added, renamed, given another office, side or role, or struck."""

from __future__ import annotations

from dataclasses import replace

from communique.corpus.correctable import OTHER, PRINCIPAL, place_of_name, place_of_person
from communique.corpus.persons_replaced import replace_person
from communique.model import Account, Event, Office, Person, Side
from communique.model.corrections import Correction, parts_of


class UnfitError(Exception):
    """A correction names what the account does not have."""


def correct_participant(account: Account, correction: Correction) -> Account:
    """
    Give the account with one participant corrected.

    Raises:
        UnfitError: the correction names what the account does not have.
    """
    event = account.event
    mine = [one for one in (*event.principals, *event.others) if place_of_person(one) == correction.place]
    old = mine[0] if mine else None
    if not correction.after:
        return _struck(account, correction.place)
    parts = parts_of(correction.after)
    new = _person(account, correction, old)
    if old is None or place_of_name(parts["name"] or parts["office"]) != correction.place:
        taken = {place_of_person(one) for one in (*event.principals, *event.others) if one is not old}
        if place_of_person(new) in taken:
            raise UnfitError
    if old is not None:
        account = replace_person(account, old, new)
        event = account.event
    kept = (one for one in event.principals if one != new), (one for one in event.others if one != new)
    if parts["role"] == PRINCIPAL:
        principals = event.principals if new in event.principals else (*event.principals, new)
        return with_event(account, replace(event, principals=principals, others=tuple(kept[1])))
    if parts["role"] != OTHER:
        raise UnfitError
    others = event.others if new in event.others else (*event.others, new)
    return with_event(account, replace(event, principals=tuple(kept[0]), others=others))


def _struck(account: Account, place: str) -> Account:
    """Take somebody off the list of those who took part; mentions of the name stay, for the text has them."""
    event, reception = account.event, account.reception

    def left(persons: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(one for one in persons if place_of_person(one) != place)

    def there(person: Person | None) -> Person | None:
        return None if person is None or place_of_person(person) == place else person

    return replace(
        account,
        event=replace(event, principals=left(event.principals), others=left(event.others)),
        reception=replace(reception, subject=there(reception.subject), host=there(reception.host)),
    )


def _person(account: Account, correction: Correction, old: Person | None) -> Person:
    parts = parts_of(correction.after)
    name, title = parts["name"] or None, parts["office"]
    kept = old.office if old and old.office and old.office.title == title else None
    renamed = old is None or old.name != name
    return Person(
        name=name,
        side=side_of(account, correction, parts["side"]),
        office=kept or (Office(title=title) if title else None),
        spans=(correction.words,) if correction.words else (old.spans if old else ()),
        identity=correction.identity if renamed else (old.identity if old else None),
        base=None if renamed else (old.base if old else None),
    )


def side_of(account: Account, correction: Correction, code: str) -> Side | None:
    """Give the side of a code: as the tables knew it when it was corrected, else as the account has it."""
    if not code:
        return None
    if correction.side is not None and correction.side.code == code:
        return correction.side
    event = account.event
    there = (one.side for one in (*event.principals, *event.others) if one.side is not None)
    known = {side.code: side for side in (*there, *(one.side for one in account.initiatives if one.side))}
    if code not in known:
        raise UnfitError
    return known[code]


def participant_named(account: Account, name: str) -> Person | None:
    """
    Give who of an account bears a name, None for an empty one.

    Raises:
        UnfitError: nobody does.
    """
    if not name:
        return None
    event = account.event
    found = (one for one in (*event.principals, *event.others) if place_of_person(one) == place_of_name(name))
    person = next(found, None)
    if person is None:
        raise UnfitError
    return person


def with_event(account: Account, event: Event) -> Account:
    """Give the account with another event."""
    return replace(account, event=event)
