"""Where an invited guest was to go, to what, where an event was, and who can be meant: what keeps links apart."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from communique.languages.statement_words import load_statement_lexicon
from communique.model import Account, Basis, Kind, Part, Party, Person, RelationKind, Side, SideKind, Status
from communique.precedent.encounters import could_be_same, persons_of
from communique.precedent.entering import find_issued
from communique.precedent.history import Notice
from communique.reference import find_side
from communique.reference.sounds import generation_of

INITIALS = re.compile(r"\b[A-ZА-ЯІЇЄҒҚӨҮ]{3,}\b")
"""Capital letters that stand for the name of a body."""


def hosts_of(notice: Notice) -> frozenset[str]:
    """Give the code of the side that a guest is invited to; none where the words do not tell who is to travel."""
    if not notice.traveller:
        return frozenset()
    if notice.traveller != notice.counterpart:
        return frozenset({notice.counterpart})
    return frozenset(person.partition("/")[0] for person in notice.persons) - {notice.counterpart}


def hosts_told(record: Account) -> frozenset[str]:
    """Give the codes of the sides in whose country an event was, by its place, a visit told, or thanks to a host."""
    visits = (r for r in record.relations if r.kind is RelationKind.VISIT and r.status is Status.ACTUAL)
    thanks = (item for item in record.initiatives if item.basis is Basis.INVITED)
    codes = (
        _code(record.event.place.country),
        *(_of_party(visit.receiver) for visit in visits),
        *(_code(item.side or (item.person.side if item.person else None)) for item in thanks),
    )
    return frozenset(filter(None, codes))


def fulfils_at_once(notice: Notice, contact: Account) -> bool:
    """
    Tell whether a contact is the visit itself that an invitation of the same day is the ground of.

    It is told as a visit, or a welcome, to the host: "has invited … and looks forward to welcoming". At a meeting of
    the day the host may well invite to the next one.
    """
    if contact.event.kind is not Kind.VISIT or find_issued(contact) != notice.day:
        return False
    place, hosts = contact.event.place.country, hosts_of(notice)
    if place is not None and place.code not in hosts:
        return False
    welcomed = any(
        relation.kind in {RelationKind.VISIT, RelationKind.RECEPTION}
        and not relation.spoken
        and notice.traveller in {_of_party(relation.giver), _of_party(relation.receiver)}
        for relation in contact.relations
    )
    return (place is not None or welcomed) and could_be_same(notice.persons, persons_of(contact))


@cache
def gatherings_in(words: str, language: str) -> frozenset[str]:
    """
    Give the kinds of gatherings that some words name, each by one word.

    >>> sorted(gatherings_in("He invited her to the Tarsk Economic Forum and to the celebrations.", "en"))
    ['celebration', 'forum']
    """
    return load_statement_lexicon(language).gatherings_in(words)


def gatherings_of(account: Account) -> frozenset[str]:
    """Give the gatherings and bodies that a release names."""
    release = account.release
    words = f"{release.title}\n{release.text}"
    return gatherings_in(words, release.language) | initials_in(words)


@cache
def initials_in(words: str) -> frozenset[str]:
    """
    Give the bodies that some words name by their initials, states aside: an invitation to a meeting of one is to that.

    >>> sorted(initials_in("A BSEC meeting will be held in the USA."))
    ['BSEC']
    """
    return frozenset(name for name in INITIALS.findall(words) if not _is_state(name))


def local_sides(account: Account) -> frozenset[str]:
    """Give the codes of sides for which only heads of regions or towns take part: no contact of two states."""
    lexicon = load_statement_lexicon(account.release.language)
    held: dict[str, set[bool]] = {}
    for person in account.event.principals:
        held.setdefault(_code(person.side), set()).add(bool(person.office and lexicon.is_local(person.office.title)))
    return frozenset(code for code, local in held.items() if code and local == {True})


def as_named(account: Account) -> Account:
    """Give an account whose principals are told from namesakes of another generation, by the headline."""
    principals = tuple(_as_titled(account, person) for person in account.event.principals)
    return replace(account, event=replace(account.event, principals=principals))


def _as_titled(account: Account, person: Person) -> Person:
    """Give a person under the headline's own name where that tells a generation and the tables' name does not."""
    here = (m.span for m in account.mentions if m.person and m.person.identity == person.identity)
    titled = (account.release.words(span) for span in here if span.part is Part.TITLE)
    name = next((words for words in titled if generation_of(words)), "")
    if not person.identity or not name or generation_of(person.label):
        return person
    return replace(person, name=name, identity=None, base=None)


def _code(side: Side | None) -> str:
    return side.code if side else ""


def _of_party(party: Party | None) -> str:
    return _code(party.side or (party.person.side if party.person else None)) if party else ""


def _is_state(name: str) -> bool:
    found = find_side(name)
    return found is not None and found.kind is SideKind.STATE
