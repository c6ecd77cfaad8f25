"""Events known by what they are called or by the states that take part, where no two texts name the same persons."""

from __future__ import annotations

from communique.collation.pairing.grounds import UNDECIDED, Ground, opposing, supporting
from communique.collation.pairing.namings import folded, side_name
from communique.collation.pairing.occasions import Occasion
from communique.collation.pairing.participants import are_same
from communique.model import Kind

_GATHERED = frozenset({Kind.MULTILATERAL, Kind.MEETING, Kind.VISIT, Kind.STATEMENT, Kind.OTHER, Kind.CALL})
_TALKED = frozenset({Kind.MEETING, Kind.CALL, Kind.VISIT, Kind.STATEMENT, Kind.OTHER, Kind.MULTILATERAL})
_PARTIES = 2
_STATE = "@"
_TOPICS = 0.5
_SITTING = 14.0


def fit_gatherings(one: Occasion, other: Occasion) -> Ground:
    """Tell whether both headlines speak of one summit, forum or conference, at which each issuer's side took part."""
    if Kind.MULTILATERAL not in {one.kind, other.kind} or not {one.kind, other.kind} <= _GATHERED:
        return UNDECIDED
    shared = one.gatherings & other.gatherings
    names = {name for name in shared if not name.startswith(_STATE)}
    if not _is_telling(names, one, other) or _states(one) != _states(other):
        return UNDECIDED
    if not (one.people and other.people) or _is_aside(one) or _is_aside(other) or not _is_one_sitting(one, other):
        return UNDECIDED
    called = " ".join(word for word in one.title if folded(word) in names) or ", ".join(sorted(names))
    return supporting(f"both headlines name the gathering ({called})")


def fit_sides(one: Occasion, other: Occasion) -> Ground:
    """
    Tell whether both texts are of talks between the same states, where at least one of them names no person.

    The matters that both take up must be largely the same.
    """
    if one.own == other.own or not {one.kind, other.kind} <= _TALKED or (one.people and other.people):
        return UNDECIDED
    here, there = (occasion.titled_sides | {occasion.own} - {""} for occasion in (one, other))
    if not one.titled_sides or not other.titled_sides:
        return UNDECIDED
    if here != there:
        return opposing(f"one is of {_and(here)}, the other of {_and(there)}")
    if len(here) < _PARTIES:
        return UNDECIDED
    if one.joint and other.joint:
        return supporting(f"both are joint statements of {_and(here)}")
    either = one.topics | other.topics
    if either and len(one.topics & other.topics) >= _TOPICS * len(either):
        return supporting(f"both are of {_and(here)}, on largely the same matters")
    return UNDECIDED


def fit_parts(one: Occasion, other: Occasion) -> Ground:
    """
    Tell whether two texts of one office are parts of one occasion, as the headline of one says: opening remarks.

    But for the words that say so the headlines must be the same; what was said after talks is another occasion.
    """
    if not are_of_one_office(one, other) or one.day != other.day or not (one.begun or other.begun):
        return UNDECIDED
    if not one.whole or one.whole != other.whole or _other_guests(one, other):
        return UNDECIDED
    return supporting("the headlines name one occasion, one of them a part of it")


def are_of_one_office(one: Occasion, other: Occasion) -> bool:
    """Tell whether one office issued both in one language: then they are two releases, on two occasions."""
    return bool(one.issuer) and one.issuer == other.issuer and one.language == other.language


def _other_guests(one: Occasion, other: Occasion) -> bool:
    """Tell whether both headlines name guests, and none alike."""
    here, there = (
        [person for person in occasion.people if person.titled and person.side not in {occasion.own, ""}]
        for occasion in (one, other)
    )
    across = one.language != other.language
    return bool(here and there) and not any(are_same(a, b, across=across) for a in here for b in there)


def _is_telling(names: set[str], one: Occasion, other: Occasion) -> bool:
    """Two words name a gathering, or one that is an abbreviation, or all that both headlines call it."""
    if len(names) >= _PARTIES or any(name.isupper() for name in names):
        return True
    return bool(names) and one.gatherings == other.gatherings


def _states(occasion: Occasion) -> frozenset[str]:
    return frozenset(name for name in occasion.gatherings if name.startswith(_STATE))


def _is_aside(occasion: Occasion) -> bool:
    """Tell whether a headline names a guest, or margins: a meeting beside a gathering is not the gathering."""
    return occasion.aside or any(
        person.titled and person.side and person.side != occasion.own for person in occasion.people
    )


def _is_one_sitting(one: Occasion, other: Occasion) -> bool:
    """Tell whether both are of one day of a gathering, which may last several: each day has its own sitting."""
    if one.day == other.day or one.end is None or other.end is None:
        return True
    return abs(one.end - other.end) <= _SITTING


def _and(sides: frozenset[str]) -> str:
    return " and ".join(sorted(map(side_name, sides)))
