"""Real encounters of two sides, put together from the releases that report them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from communique.model import Account, Kind, Part, Person, Span
from communique.precedent.history import Contact


class Manner(StrEnum):
    """Whether two sides speak over a distance or in person."""

    CALL = "call"
    IN_PERSON = "in person"


MANNERS = {Kind.CALL: Manner.CALL, Kind.MEETING: Manner.IN_PERSON, Kind.VISIT: Manner.IN_PERSON}
"""The manner of each kind of contact; other kinds are none."""

NEXT_DAY = timedelta(days=1)

_FUTURE_TITLE = re.compile(
    r"(?i:\b(?:will|(?:is|are) (?:to|going to))\s+(?:also\s+)?(?:visit|meet|hold|have|make|pay|attend|take|travel|host|"
    r"receive|come|arrive|speak|address|be|go|welcome|participate|chair)\b|\bupcoming\b|\bforthcoming\b)|"
    # Only a headline drops the verb: "President Vesk to Host King Osmund", not "President Vesk invited the King to …".
    r"(?:[A-Z][\w.’'-]*|[IVX]+) (?i:to (?:visit|travel|host|meet|welcome|receive|hold|attend|speak|make|pay))\b|"
    r"(?i:(?<!\w)(?:состо[ия]тся|посет[ия]т|провед[уеё]т|встретится|прибудет|совершит|предстоящ\w+)(?!\w))"
)
_REPORTED = re.compile(
    r"\b(?:said|says|stated|announced|believes?|discussed|told|informed|met|confirmed|congratulated|held|had)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """
    One real contact, told in one release or several: from its first to its last day.

    Releases of one day are one contact (announcement, opening remarks, press statements); in person, so are those of
    consecutive days, which tell of one visit.
    """

    first: date
    last: date
    manner: Manner
    contacts: tuple[Contact, ...]


def took_place(contact: Contact) -> bool:
    """
    Tell whether a release reports a contact that took place: of a kind that is one, and not announced by it.

    An announced contact may be put off; only a record of it counts.
    """
    return contact.kind in MANNERS and contact.issued >= contact.day and not announces(contact.title)


@lru_cache(maxsize=4096)
def announces(title: str) -> bool:
    """
    Tell whether a headline speaks of something to come, and does not report somebody speaking of it.

    >>> announces("President Vesk to Host King Osmund IV"), announces("Ilmar Vesk met with the King, who will go on")
    (True, False)
    """
    match = _FUTURE_TITLE.search(title)
    return match is not None and not _REPORTED.search(title, 0, match.start())


def find_encounters(contacts: Iterable[Contact], manner: Manner | None = None) -> tuple[Encounter, ...]:
    """Give the contacts that took place, in order of days; with ``manner`` those of that manner only."""
    found: list[Encounter] = []
    for contact in sorted(filter(took_place, contacts), key=lambda contact: (contact.day, contact.issued, contact.key)):
        mine = MANNERS[contact.kind]
        if manner is not None and mine is not manner:
            continue
        if found and _continues(found[-1], contact.day, mine):
            found[-1] = _with(found[-1], contact)
        else:
            found.append(Encounter(first=contact.day, last=contact.day, manner=mine, contacts=(contact,)))
    return tuple(found)


def begun_on(day: date, manner: Manner, encounters: Iterable[Encounter]) -> date:
    """Give the first day of the contact that a record of ``day`` belongs to: of a visit of several days, its first."""
    same = (item.first for item in encounters if item.first <= day and _continues(item, day, manner))
    return min(same, default=day)


def find_dating(account: Account) -> tuple[Span, ...]:
    """Give the words that date the event, else those that open it: reception, title, first sentence."""
    date_span = account.event.date.span if account.event.date else None
    title = account.release.title
    titled = Span(0, len(title), Part.TITLE) if title else None
    first = next((span for span in (date_span, account.reception.span, titled, *account.sentences) if span), None)
    return (first,) if first else ()


def persons_of(account: Account) -> tuple[str, ...]:
    """
    Give who takes part in the event, each with the side, to compare releases by ("XA/ilmar-vesk").

    A person whom the reference tables know stands under the name used there, else under the last name.
    """
    return tuple(dict.fromkeys(_person_keys(account.event.principals)))


def person_key(person: Person) -> str:
    """Give a person with the side, empty where either is not known."""
    if person.side is None or not (person.identity or person.name):
        return ""
    return f"{person.side.code}/{person.identity or (person.base or person.name or '').split()[-1].casefold()}"


def could_be_same(some: Iterable[str], others: Iterable[str]) -> bool:
    """
    Tell whether two lists of persons may be of one encounter: of each side that both name, they share somebody.

    A last name alone agrees with the full name.

    >>> could_be_same(("XA/vesk", "XV/korin"), ("XV/adela-korin",)), could_be_same(("XV/osmund",), ("XV/korin",))
    (True, False)
    """
    here, there = _by_side(some), _by_side(others)
    return all(
        any(one <= other or other <= one for one in here[side] for other in there[side])
        for side in here.keys() & there.keys()
    )


def _by_side(persons: Iterable[str]) -> dict[str, list[set[str]]]:
    sides: dict[str, list[set[str]]] = {}
    for person in persons:
        side, _, name = person.partition("/")
        sides.setdefault(side, []).append(set(name.split("-")))
    return sides


def _person_keys(persons: Iterable[Person]) -> Iterator[str]:
    return (key for person in persons if (key := person_key(person)))


def _continues(encounter: Encounter, day: date, manner: Manner) -> bool:
    if encounter.first <= day <= encounter.last:
        return True
    both = encounter.manner is manner is Manner.IN_PERSON
    return both and day - encounter.last == NEXT_DAY


def _with(encounter: Encounter, contact: Contact) -> Encounter:
    """Add a release; whoever meets and rings on one day has met."""
    manner = Manner.IN_PERSON if MANNERS[contact.kind] is Manner.IN_PERSON else encounter.manner
    return replace(
        encounter, last=max(encounter.last, contact.day), manner=manner, contacts=(*encounter.contacts, contact)
    )
