"""What Russian names and offices are made of, and which of the names told stand at a token, in any case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from communique.languages.gazetteer import CityWord, Gazetteer, SideForm, SideWord, VenueWord
from communique.languages.russian.inflection import case_forms, plain, same_word
from communique.languages.russian.tokens import Token, find_tokens
from communique.languages.russian.words import forms_of
from communique.text.tables import load_toml

PACKAGE = "communique.languages.russian"
_PREFIX = 3
_LONG = 4
_NO_NOUNS = frozenset({"после"})
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Value]):
    words: tuple[frozenset[str], ...]
    capital: bool
    shouted: bool
    value: Value


@dataclass(slots=True)
class Inflected(Generic[Value]):
    """Phrases that are found in any case: of those that stand at a token, the longest."""

    _by_first: dict[str, list[_Phrase[Value]]] = field(default_factory=dict)

    def add(self, words: str, value: Value) -> None:
        """Take in a phrase in the nominative; among equal ones the first stays."""
        tokens = find_tokens(words)
        if not tokens:
            return
        phrase = _Phrase(tuple(case_forms(t.words) for t in tokens), tokens[0].capital, words.isupper(), value)
        for form in phrase.words[0]:
            self._by_first.setdefault(form, []).append(phrase)

    def at(self, tokens: Sequence[Token], i: int) -> tuple[int, Value] | None:
        """Give size and value of the longest phrase at a token."""
        best: tuple[int, Value] | None = None
        for phrase in self._by_first.get(tokens[i].lower, ()):
            size = len(phrase.words)
            if (best is None or size > best[0]) and self._stands(tokens, i, phrase):
                best = (size, phrase.value)
        return best

    def _stands(self, tokens: Sequence[Token], i: int, phrase: _Phrase[Value]) -> bool:
        if i + len(phrase.words) > len(tokens) or (phrase.capital and not tokens[i].capital):
            return False
        if phrase.shouted and not tokens[i].words.isupper():
            return False
        return all(tokens[i + j].lower in forms for j, forms in enumerate(phrase.words))


@dataclass(frozen=True, slots=True)
class Known:
    """The names told to the language, and the words of known persons' names, found in any case."""

    names: Gazetteer
    sides: Inflected[SideWord]
    cities: Inflected[CityWord]
    venues: Inflected[VenueWord]
    persons: dict[str, tuple[str, ...]]

    def knows(self, word: str) -> bool:
        """Tell whether a word is part of a known person's name."""
        return any(same_word(word, other) for other in self.persons.get(plain(word)[:_PREFIX], ()))


def make_known(names: Gazetteer) -> Known:
    """Make the names ready for the search."""
    known = Known(names, Inflected(), Inflected(), Inflected(), {})
    for side in names.sides:
        if side.form is not SideForm.DEMONYM:
            known.sides.add(side.words, side)
    codes = {side.side.code: side.side for side in names.sides}
    for row in load_toml(PACKAGE, "offices.toml")["spoken"]:
        if row["code"] in codes:
            known.sides.add(row["words"], SideWord(words=row["words"], side=codes[row["code"]], form=SideForm.NAME))
    for city in names.cities:
        known.cities.add(city.words, city)
    for venue in names.venues:
        known.venues.add(venue.words, venue)
    _add_persons(known, names)
    return known


def _add_persons(known: Known, names: Gazetteer) -> None:
    words: dict[str, dict[str, None]] = {}
    for person in names.people:
        for piece in person.words.split():
            if len(piece) >= _LONG:
                words.setdefault(plain(piece)[:_PREFIX], {})[plain(piece)] = None
    known.persons.update({prefix: tuple(found) for prefix, found in words.items()})


@dataclass(frozen=True, slots=True)
class Offices:
    """The words of offices: each form of a head noun with its lemma and number, and the closed lists by lemma."""

    heads: dict[str, tuple[str, bool]]
    alone: frozenset[str]
    modifiers: frozenset[str]
    former: frozenset[str]
    bodies: frozenset[str]
    particles: frozenset[str]
    groups: frozenset[str]
    side_nouns: frozenset[str]
    persons: frozenset[str]
    counterparts: frozenset[str]


@cache
def load_offices() -> Offices:
    """Load the words of offices, once."""
    table = load_toml(PACKAGE, "offices.toml")
    return Offices(
        heads=_forms(table["heads"]),
        **{name: frozenset(plain(w) for w in row) for name, row in table.items() if name not in {"heads", "spoken"}},
    )


def _forms(nouns: Iterable[str]) -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for noun in nouns:
        for form in forms_of(noun, plural=False):
            if form in _NO_NOUNS:
                continue
            found.setdefault(form, (plain(noun), False))
    for noun in nouns:
        for form in forms_of(noun, plural=True):
            found.setdefault(form, (plain(noun), True))
    return found
