"""Names of states, cities and venues in the words of a version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.collation.edits.words import Word, find_words
from communique.languages.gazetteer import Gazetteer, SideForm
from communique.reference.gazetteers import build_gazetteer
from communique.reference.loading import load_tables
from communique.text.endings import same_word

_PREFIX = 3
_CONTINENTS = frozenset("asian african european american australian arctic western eastern northern southern".split())


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name: its words in small letters, the code of its state, whether it names the state itself."""

    words: tuple[str, ...]
    code: str
    is_side: bool


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """
    The names of one language by the first letters of their first word, the longest first.

    ``adjectives`` are the single words in small letters that name a people or what belongs to a state ("arvenian").
    """

    by_prefix: dict[str, tuple[PlaceName, ...]]
    adjectives: frozenset[str]

    def at(self, words: Sequence[Word], i: int) -> PlaceName | None:
        """Give the longest name that begins at a word, in any case; None where none does."""
        if not words[i].capital:
            return None
        rows = self.by_prefix.get(words[i].small[:_PREFIX], ())
        return next((row for row in rows if _stands(words, i, row.words)), None)

    def among(self, words: Sequence[Word]) -> Iterator[PlaceName]:
        """Yield the names among some words, in order, the longest at each place."""
        i = 0
        while i < len(words):
            found = self.at(words, i)
            if found is not None:
                yield found
            i += len(found.words) if found else 1


def _stands(words: Sequence[Word], i: int, name: tuple[str, ...]) -> bool:
    if i + len(name) > len(words) or (name[0].isascii() and name[0] != words[i].small):
        return False
    return all(words[i + n].small == part or same_word(words[i + n].small, part) for n, part in enumerate(name))


@cache
def shipped_places(language: str) -> PlaceNames:
    """Give the names of the shipped tables in a language, made ready once."""
    return make_places(build_gazetteer(language, load_tables()))


def make_places(names: Gazetteer) -> PlaceNames:
    """Make the names of a gazetteer ready for the search; adjectives and names of peoples place nothing."""
    rows: dict[str, dict[tuple[str, ...], PlaceName]] = {}
    sides = ((word.words, word.side.code, True) for word in names.sides if word.form is SideForm.NAME)
    cities = ((word.words, word.country.code, False) for word in names.cities)
    venues = ((word.words, word.country.code, False) for word in names.venues)
    for written, code, is_side in (*sides, *cities, *venues):
        words = tuple(word.small for word in find_words(written))
        if words:
            rows.setdefault(words[0][:_PREFIX], {}).setdefault(words, PlaceName(words, code, is_side))
    ordered = {key: tuple(sorted(found.values(), key=lambda row: -len(row.words))) for key, found in rows.items()}
    peoples = (word.words.casefold() for word in names.sides if word.form is not SideForm.NAME)
    return PlaceNames(ordered, frozenset(peoples) | _CONTINENTS)
