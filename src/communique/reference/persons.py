"""Which person of the tables a text means, whatever the spelling, script or case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from communique.reference.names import ALONE, SAME, compare_names
from communique.reference.offices import tenures_of
from communique.reference.rows import Identity, Tables
from communique.reference.sounds import parts_of, sound_of

NEAR = 60.0
"""How alike two sounds must be for the names to be compared at all: well below what comparison asks."""

CANDIDATES = 60
"""How many spellings are compared at most; a common surname has a few dozen bearers."""

FAMILY_FIRST = frozenset({"CN", "TW", "HK", "MO", "KR", "KP", "VN", "JP", "SG", "KH", "HU"})
"""The sides whose persons are often written family name first, so that the first word alone may mean them."""


def resolve_person(name: str, *, side: str | None = None, on: date | None = None, tables: Tables) -> Identity | None:
    """
    Give the person of the tables that a name means, None where none or more than one may be meant.

    ``side`` (a code) leaves only those who held an office of that side; ``on`` prefers those in office that day,
    which is how a plain surname ("Mr Bush") finds its bearer.
    """
    return _resolved(name, side, on, tables)


@lru_cache(maxsize=16_384)
def _resolved(name: str, side: str | None, on: date | None, tables: Tables) -> Identity | None:
    found = [identity for identity in _bearers(name, tables) if side is None or _served(identity, side, tables)]
    if len(found) > 1 and on is not None:
        found = [identity for identity in found if _in_office(identity, side, on, tables)] or found
    return found[0] if len(found) == 1 else None


def _bearers(name: str, tables: Tables) -> tuple[Identity, ...]:
    """Find who may be meant: all whose full name agrees best, else all who bear the one name given."""
    exact = _by_sound(tables).get(sound_of(name), ())
    if exact:
        return exact
    scored: dict[str, tuple[float, Identity]] = {}
    for spelling, identity in _candidates(name, tables):
        score = _score(name, spelling, identity, tables)
        if score > scored.get(identity.key, (0.0, identity))[0]:
            scored[identity.key] = (score, identity)
    best = max((score for score, _ in scored.values()), default=0.0)
    least = max(best - 5.0, SAME) if best >= SAME else ALONE
    return tuple(identity for score, identity in scored.values() if score >= least)


def _score(name: str, spelling: str, identity: Identity, tables: Tables) -> float:
    score = compare_names(name, spelling).score
    if score != ALONE:
        return score
    return ALONE if _is_surname(name, spelling, identity, tables) else 0.0


def _is_surname(name: str, spelling: str, identity: Identity, tables: Tables) -> bool:
    """Tell whether a name that stands alone is the family name of a spelling, not the first name."""
    parts = parts_of(spelling)
    if compare_names(name, parts[-1].word).same:
        return True
    return any(_served(identity, side, tables) for side in FAMILY_FIRST) and compare_names(name, parts[0].word).same


def _candidates(name: str, tables: Tables) -> Iterable[tuple[str, Identity]]:
    sounds, spellings = _sounds(tables), _spellings(tables)
    words = [part for part in parts_of(name) if not part.initial]
    wanted = {" ".join(part.sound for part in words), " ".join(min(part.stems, key=len) for part in words)}
    near = {
        place
        for sound in wanted
        for _, _, place in process.extract(
            sound, sounds, scorer=fuzz.token_set_ratio, score_cutoff=NEAR, limit=CANDIDATES
        )
    }
    return (spellings[place] for place in sorted(near))


def _served(identity: Identity, side: str, tables: Tables) -> bool:
    return any(tenure.side.code == side for tenure in tenures_of(identity.key, tables=tables))


def _in_office(identity: Identity, side: str | None, on: date, tables: Tables) -> bool:
    tenures = tenures_of(identity.key, tables=tables)
    return any(tenure.held(on) and side in {None, tenure.side.code} for tenure in tenures)


@cache
def _spellings(tables: Tables) -> tuple[tuple[str, Identity], ...]:
    return tuple((spelling, identity) for identity in tables.people for spelling in identity.spellings)


@cache
def _sounds(tables: Tables) -> tuple[str, ...]:
    return tuple(sound_of(spelling) for spelling, _ in _spellings(tables))


@cache
def _by_sound(tables: Tables) -> dict[str, tuple[Identity, ...]]:
    found: dict[str, dict[str, Identity]] = {}
    for sound, (_, identity) in zip(_sounds(tables), _spellings(tables), strict=True):
        found.setdefault(sound, {})[identity.key] = identity
    return {sound: tuple(identities.values()) for sound, identities in found.items()}
