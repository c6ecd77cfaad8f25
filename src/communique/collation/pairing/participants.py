"""Who takes part in an event, folded so that two texts' spellings of one person meet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.collation.pairing.namings import keys_of, skeletons_of
from communique.model import Part, Person
from communique.reference.persons import FAMILY_FIRST
from communique.reference.sounds import given_forms, parts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """
    One person as an account presents him or her.

    ``label`` is the name for a reader; ``surname`` the keys of the last name (and of the first, where that may be it),
    ``skeletons`` its consonants, ``initials`` the first sounds that the other names can have, empty if there are none.
    ``side`` is a code, empty where unknown. ``titled`` tells that the headline names the person.
    """

    label: str
    identity: str
    side: str
    surname: frozenset[str]
    skeletons: frozenset[str]
    initials: frozenset[str]
    titled: bool = False


def participants_of(persons: Iterable[Person]) -> tuple[Participant, ...]:
    """Give the persons that have a name or are known, each once."""
    found: dict[str, Participant] = {}
    for person in persons:
        participant = participant_of(person)
        if participant is not None:
            found.setdefault(participant.identity or participant.label, participant)
    return tuple(found.values())


def participant_of(person: Person) -> Participant | None:
    """Give a person as a participant; None for an office without a name that nobody is known to hold."""
    words = [part for part in parts_of(person.name or "") if not part.initial]
    if not words and not person.identity:
        return None
    known = person.identity.replace("-", " ") if person.identity and not words else ""
    parts = words or list(parts_of(known))
    last = [parts[-1].word] if parts else [person.label]
    family_first = person.side is not None and person.side.code in FAMILY_FIRST
    if family_first and parts:
        last.append(parts[0].word)
    return Participant(
        label=person.label,
        identity=person.identity or "",
        side=person.side.code if person.side else "",
        surname=frozenset().union(*map(keys_of, last)),
        skeletons=frozenset().union(*map(skeletons_of, last)),
        initials=frozenset().union(*(_initials(part.word) for part in parts[:-1] if not family_first)),
        titled=any(span.part is Part.TITLE for span in person.spans),
    )


def are_same(one: Participant, other: Participant, *, across: bool) -> bool:
    """
    Tell whether two participants are taken for one person.

    Where the tables know both, they decide; else the last names agree and the first names do not part them. ``across``
    scripts consonants are enough.
    """
    if one.identity and other.identity:
        return one.identity == other.identity
    if one.side and other.side and one.side != other.side and not (one.identity or other.identity):
        return False
    if not one.surname & other.surname and not (across and one.skeletons & other.skeletons):
        return False
    return across or not one.initials or not other.initials or bool(one.initials & other.initials)


def _initials(given: str) -> frozenset[str]:
    forms = {*keys_of(given), *given_forms(given)}
    return frozenset(form[0] for form in forms if form)
