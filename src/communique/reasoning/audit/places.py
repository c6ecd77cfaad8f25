"""The towns and states that a claim names as where something took place."""

from __future__ import annotations

import re
from functools import cache

from communique.collation.pairing.namings import find_sides, tokens_of
from communique.reference.rows import Tables

_TO = re.compile(r"\b(?:to|in|at|from|visit(?:ed|ing)?|for|left|reached)\s+(?:the\s+)?$", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,3}")


def find_destinations(words: str, tables: Tables) -> frozenset[str]:
    """
    Give the codes of the states in which the places lie that words name after "to", "in", "at".

    >>> from communique.reference import shipped_tables
    >>> sorted(find_destinations("She flew to Moscow on Monday and spoke of London.", shipped_tables()))
    ['RU']
    """
    found = set[str]()
    for match in _NAME.finditer(words):
        if not _TO.search(words[: match.start()]):
            continue
        code = _towns(tables).get(match[0]) or _towns(tables).get(match[0].split()[0])
        if code:
            found.add(code)
        else:
            found |= {code for code, start, _ in find_sides(tokens_of(match[0]), tables=tables) if start == 0}
    return frozenset(found)


@cache
def _towns(tables: Tables) -> dict[str, str]:
    towns: dict[str, str] = {}
    for city in sorted(tables.cities, key=lambda city: city.capital):
        for wording in city.wordings:
            if city.capital or not city.ambiguous:
                towns |= dict.fromkeys(wording.names, city.country.code)
    return towns | {name: venue.country.code for venue in tables.venues for w in venue.wordings for name in w.names}
