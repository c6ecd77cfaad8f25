"""Do the same persons take part: who of the one account stands in the other, and who does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.collation.pairing.grounds import UNDECIDED, Ground, opposing, supporting
from communique.collation.pairing.namings import side_name
from communique.collation.pairing.occasions import Occasion
from communique.collation.pairing.participants import Participant, are_same
from communique.model import Kind

Couple = tuple[Participant, Participant]

_TALKS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MESSAGE})
_PARTIES = 2


def fit_participants(one: Occasion, other: Occasion) -> Ground:
    """
    Tell whether two accounts have the same parties.

    Of each party somebody must be named by both, unless one text names the party only by its state. A person of a party
    that the other account does not have at all speaks against, be everybody else the same.
    """
    if one.issuer == other.issuer and one.language == other.language and one.kind is Kind.MESSAGE:
        return UNDECIDED
    couples = couple(one, other)
    here, there = _missing(one, other, couples, 0), _missing(other, one, couples, 1)
    if here or there:
        return opposing(_told_missing(one, other, here, there))
    if not couples or not _is_between_parties(one, other, couples):
        return UNDECIDED
    if not (_concerns(one, couples, 0) and _concerns(other, couples, 1)):
        return UNDECIDED
    known = (*(pair[0] for pair in couples), *_told_besides(one, other), *_told_besides(other, one))
    return supporting(f"both have {_listed(known)} taking part")


def couple(one: Occasion, other: Occasion) -> tuple[Couple, ...]:
    """Pair the participants of one account with those of the other who are the same persons."""
    across = one.language != other.language
    remaining = list(other.people)
    found: list[Couple] = []
    for person in one.people:
        match = next((known for known in remaining if are_same(person, known, across=across)), None)
        if match is not None:
            remaining.remove(match)
            found.append((person, match))
    return tuple(found)


def is_named(person: Participant, occasion: Occasion, *, across: bool) -> bool:
    """Tell whether a text names a person anywhere."""
    if person.identity and person.identity in occasion.known:
        return True
    return bool(person.surname & occasion.named) or (across and bool(person.skeletons & occasion.skeletons))


def _missing(its: Occasion, other: Occasion, couples: tuple[Couple, ...], which: int) -> tuple[Participant, ...]:
    """Give the participants of an account whom the other does not have."""
    covered = {person.side for pair in couples for person in pair if person.side}
    paired = {id(pair[which]) for pair in couples}
    return tuple(p for p in its.people if id(p) not in paired and _is_missed(p, its, other, covered))


def _told_missing(one: Occasion, other: Occasion, here: tuple[Participant, ...], there: tuple[Participant, ...]) -> str:
    """Say which of two accounts has whom, by the issuer's side where that tells them apart."""
    apart = one.own and other.own and one.own != other.own
    mine, theirs = (f" ({side_name(occasion.own)})" if apart else "" for occasion in (one, other))
    if here and there:
        return f"one{mine} has {_listed(here)}, the other{theirs} {_listed(there)}, among those who take part"
    return f"only one of them{mine if here else theirs} has {_listed(here or there)} among those who take part"


def _is_missed(person: Participant, its: Occasion, other: Occasion, covered: set[str]) -> bool:
    """
    Tell whether a person whom the other account does not have among its participants speaks against one event.

    Further members of a delegation do not. Editions of one issuer, though, of which only one names somebody in its
    headline, are of two occasions.
    """
    if not person.side:
        return False
    across = its.language != other.language
    if person.side in covered:
        strict = bool(its.issuer) and its.issuer == other.issuer
        return strict and person.titled and not _attends(person, other, across=across)
    if _attends(person, other, across=across) or _is_told_besides(person, other, across=across):
        return False
    stated = person.side in other.titled_sides | other.unnamed
    return not (stated and all(known.side != person.side for known in other.people))


def _attends(person: Participant, occasion: Occasion, *, across: bool) -> bool:
    """Tell whether an account names a person among those present, in the headline or in the opening."""
    if any(are_same(person, known, across=across) for known in occasion.others):
        return True
    return bool(person.surname & occasion.lead) and (not person.identity or person.identity in occasion.known)


def _told_besides(its: Occasion, other: Occasion) -> tuple[Participant, ...]:
    """Give the participants of an account who are no participants of the other only because it has one party."""
    across = its.language != other.language
    return tuple(person for person in its.people if _is_told_besides(person, other, across=across))


def _is_told_besides(person: Participant, occasion: Occasion, *, across: bool) -> bool:
    """
    Tell whether an account of which only one party is known names a person of another: the party that is missing.

    An office that speaks of its own visit names its host in the opening; a text without an issuer may name the side
    that published it anywhere.
    """
    sides = {known.side for known in occasion.people if known.side}
    if len(sides) != 1 or not person.side or person.side in sides:
        return False
    if not occasion.issuer:
        return is_named(person, occasion, across=across)
    return occasion.kind is Kind.VISIT and _attends(person, occasion, across=across)


def _is_between_parties(one: Occasion, other: Occasion, couples: tuple[Couple, ...]) -> bool:
    """
    Tell whether those whom both name are of two parties, or of one that meets another which is named as a state.

    An event at home has one; there the same persons meet often, so only editions in two languages are known by them.
    """
    sides = {person.side for pair in couples for person in pair if person.side}
    sides |= {person.side for person in (*_told_besides(one, other), *_told_besides(other, one))}
    if len(sides) >= _PARTIES:
        return True
    if one.issuer == other.issuer:
        return len(couples) >= _PARTIES and one.language != other.language
    stated = [(occasion.titled_sides | occasion.unnamed) - sides for occasion in (one, other)]
    return one.own != other.own and any(stated)


def _concerns(occasion: Occasion, couples: tuple[Couple, ...], which: int) -> bool:
    """Tell whether an account is about the persons whom both name, not one that thanks or quotes them in passing."""
    if occasion.kind in _TALKS:
        return True
    guests = [pair[which] for pair in couples if pair[which].side != occasion.own]
    return bool(guests) and all(
        guest.titled or (occasion.office_titled and guest.side in occasion.titled_sides) for guest in guests
    )


def _listed(persons: Iterable[Participant]) -> str:
    names = list(_labels(persons))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _labels(persons: Iterable[Participant]) -> Iterator[str]:
    yield from dict.fromkeys(person.label for person in persons)
