"""The towns and states that a claim names as where something took place."""

from __future__ import annotations

import re
from functools import cache

from communique.collation.pairing.namings import find_sides, tokens_of
from communique.languages.commentary import Construction, pattern_of
from communique.reference.rows import Tables

_NAME = re.compile(r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,3}")


def find_destinations(words: str, tables: Tables, language: str = "en") -> frozenset[str]:
    """
    Give the codes of the states in which the places lie that words name after "to", "in", "at".

    >>> from communique.reference import shipped_tables
    >>> sorted(find_destinations("She flew to Moscow on Monday and spoke of London.", shipped_tables()))
    ['RU']
    """
    found = set[str]()
    for match in _NAME.finditer(words):
        if not pattern_of(Construction.DIRECTION, language).search(words[: match.start()]):
            continue
        code = _towns(tables).get(match[0]) or _towns(tables).get(match[0].split()[0])
        if code:
            found.add(code)
        else:
            found |= {code for code, start, _ in find_sides(tokens_of(match[0]), tables=tables) if start == 0}
    return frozenset(found)


def find_cities(words: str, tables: Tables, language: str = "en") -> frozenset[str]:
    """Give the cities that words name after "to", "in", "at", each by the name the tables give it."""
    direction = pattern_of(Construction.DIRECTION, language)
    named = (match[0] for match in _NAME.finditer(words) if direction.search(words[: match.start()]))
    return frozenset(city for name in named if (city := city_of(name, tables)))


def city_of(name: str, tables: Tables) -> str:
    """Give the name that the tables give a city however it is spelt there; empty where they do not know it."""
    return _cities(tables).get(name, "") or _cities(tables).get(name.split(maxsplit=1)[0], "")


def named_places(words: str, tables: Tables) -> frozenset[str]:
    """Give the words of some words that name towns, residences or states, each word on its own."""
    found = {match[0] for match in _NAME.finditer(words) if match[0] in _towns(tables)}
    tokens = tokens_of(words)
    sides = {token for _, start, end in find_sides(tokens, tables=tables) for token in tokens[start:end]}
    return frozenset({*sides, *(word for name in found for word in tokens_of(name))})


@cache
def _cities(tables: Tables) -> dict[str, str]:
    ranked = sorted(tables.cities, key=lambda city: city.capital)
    spelt = {
        name: city.name
        for city in ranked
        if city.capital or not city.ambiguous
        for wording in city.wordings
        for name in wording.names
    }
    stands_in = {name: venue.city for venue in tables.venues if venue.city for w in venue.wordings for name in w.names}
    return spelt | stands_in


@cache
def _towns(tables: Tables) -> dict[str, str]:
    towns: dict[str, str] = {}
    for city in sorted(tables.cities, key=lambda city: city.capital):
        for wording in city.wordings:
            if city.capital or not city.ambiguous:
                towns |= dict.fromkeys(wording.names, city.country.code)
    return towns | {name: venue.country.code for venue in tables.venues for w in venue.wordings for name in w.names}
