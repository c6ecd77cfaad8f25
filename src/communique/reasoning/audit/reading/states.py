"""Which states words name: by name, by adjective, by their capital or by a residence."""

from __future__ import annotations

from functools import cache

from communique.collation.pairing.namings import find_sides, tokens_of
from communique.model import SideKind
from communique.reference.rows import Tables
from communique.reference.sides import side


def sides_named(words: str, tables: Tables) -> frozenset[str]:
    """
    Give the codes of the states that words name: by name, by adjective, by their capital or by a residence.

    >>> from communique.reference import shipped_tables
    >>> sorted(sides_named("Washington’s version and that of the Kremlin", shipped_tables()))
    ['RU', 'US']
    """
    return frozenset(code for _, code in places_of_sides(words, tables))


def places_of_sides(words: str, tables: Tables) -> tuple[tuple[int, str], ...]:
    """Give the states that words name, each with the number of its first word, in order."""
    tokens = tokens_of(words)
    found = [(at, code) for code, at, _ in find_sides(tokens, tables=tables) if _is_state(code, tables)]
    for name, code in seats(tables).items():
        parts = tuple(name.split())
        found += [(at, code) for at in range(len(tokens)) if tuple(tokens[at : at + len(parts)]) == parts]
    return tuple(sorted(set(found)))


def _is_state(code: str, tables: Tables) -> bool:
    known = side(code, tables=tables)
    return known is not None and known.kind is SideKind.STATE


@cache
def seats(tables: Tables) -> dict[str, str]:
    """Give the capitals and residences that stand for their states, with their codes."""
    capitals = {
        " ".join(tokens_of(name)): city.country.code
        for city in tables.cities
        if city.capital
        for wording in city.wordings
        for name in wording.names
    }
    residences = {
        " ".join(tokens_of(name)): venue.country.code
        for venue in tables.venues
        for wording in venue.wordings
        for name in wording.names
    }
    return {name: code for name, code in (capitals | residences).items() if len(name) > 3}  # noqa: PLR2004 - shorter ones are words
