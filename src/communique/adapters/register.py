"""What extraction asks about persons and issuers, answered from the reference tables."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from communique.extraction import NO_HOME, Home, Known
from communique.model import Release, Side
from communique.reference.offices import holders, issuer, person, tenures_of
from communique.reference.rows import Identity, Tables

_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class TablesRegister:
    """
    The register that a set of reference tables makes.

    A name is known where one person of the tables is spelt so, and, where the text names a side, served that side.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def home(self, release: Release) -> Home:
        """Give the side of the release's issuer, the office it serves, and all spellings of who held it on the day."""
        found = issuer(release.issuer, tables=self.tables)
        if found is None:
            return NO_HOME
        day = release.issued.date() if release.issued else None
        heads = holders(found.office, found.side.code, day, tables=self.tables) if found.office and day else ()
        people = (person(head.identity, tables=self.tables) for head in heads)
        names = tuple(spelling for one in people if one for spelling in one.spellings)
        return Home(side=found.side, office=heads[0].title if heads else None, names=names)

    def known(self, name: str, *, side: str | None, on: date | None) -> Known | None:
        """Give the one person who bears that name, with the side served on the day; None where nobody or several do."""
        bearers = [one for one in self._people.get(_folded(name), ()) if side is None or side in self._sides_of(one)]
        if not bearers and not name.isascii() and _CYRILLIC.search(name):
            return self._inflected(name, side, on)
        if len(bearers) != 1:
            return None
        return Known(key=bearers[0].key, side=self._side_on(bearers[0], on))

    def _inflected(self, name: str, side: str | None, on: date | None) -> Known | None:
        """Find whom an inflected name means, by its sound."""
        from communique.reference.persons import resolve_person  # noqa: PLC0415 - only inflected names need it

        one = resolve_person(name, side=side, on=on, tables=self.tables)
        if one is None:
            return None
        base = next((s for s in one.spellings if _CYRILLIC.search(s)), None)
        return Known(key=one.key, side=self._side_on(one, on), name=base)

    @cached_property
    def _people(self) -> dict[tuple[str, ...], tuple[Identity, ...]]:
        found: dict[tuple[str, ...], dict[str, Identity]] = {}
        for one in self.tables.people:
            for spelling in one.spellings:
                found.setdefault(_folded(spelling), {})[one.key] = one
        return {words: tuple(people.values()) for words, people in found.items()}

    def _sides_of(self, one: Identity) -> frozenset[str]:
        return frozenset(tenure.side.code for tenure in tenures_of(one.key, tables=self.tables))

    def _side_on(self, one: Identity, on: date | None) -> Side | None:
        """Give the side of the highest office held on the day, else the only side ever served."""
        tenures = tenures_of(one.key, tables=self.tables)
        held = [tenure.side for tenure in tenures if on is not None and tenure.held(on)]
        if held:
            return held[0]
        served = dict.fromkeys(tenure.side for tenure in tenures)
        return next(iter(served)) if len(served) == 1 else None


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(name))
