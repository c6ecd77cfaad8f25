"""One person put in another's place wherever an account speaks of the one."""

from __future__ import annotations

from dataclasses import replace
from typing import overload

from communique.model import Account, Party, Person, Relation


def replace_person(account: Account, old: Person, new: Person) -> Account:
    """Put a person in the place of another, in the event and wherever else the account means the same."""

    @overload
    def other(person: Person) -> Person: ...
    @overload
    def other(person: None) -> None: ...
    def other(person: Person | None) -> Person | None:
        return new if person is not None and _same(person, old) else person

    def party(end: Party | None) -> Party | None:
        if end is None or end.person is None or not _same(end.person, old):
            return end
        return replace(end, person=new, side=new.side)

    def relation(one: Relation) -> Relation:
        ends = party(one.giver), party(one.receiver), party(one.initiator)
        if ends == (one.giver, one.receiver, one.initiator):
            return one
        return replace(one, giver=ends[0], receiver=ends[1], initiator=ends[2])

    def told(person: Person | None) -> Person | None:
        return None if person is None else other(person)

    event = account.event
    return replace(
        account,
        event=replace(
            event,
            principals=tuple(other(one) for one in event.principals),
            others=tuple(other(one) for one in event.others),
        ),
        reception=replace(
            account.reception, subject=told(account.reception.subject), host=told(account.reception.host)
        ),
        initiatives=tuple(replace(one, person=told(one.person)) for one in account.initiatives),
        quotations=tuple(replace(one, speaker=told(one.speaker)) for one in account.quotations),
        mentions=tuple(replace(one, person=told(one.person)) for one in account.mentions),
        relations=tuple(relation(one) for one in account.relations),
        figures=tuple(replace(one, speaker=told(one.speaker)) for one in account.figures),
    )


def _same(person: Person, old: Person) -> bool:
    """Tell whether an account means the same person: by identity, else by name, office and side."""
    if person.identity and old.identity:
        return person.identity == old.identity
    return (person.name, person.side) == (old.name, old.side) and (
        person.name is not None or person.office == old.office
    )
