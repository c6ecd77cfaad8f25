"""The names that a language is told, made from the tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from communique.languages.gazetteer import (
    CityWord,
    Gazetteer,
    PersonWord,
    SideForm,
    SideWord,
    VenueWord,
)
from communique.reference.rows import City, SideNames, Tables, wording_of

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
UNDECOMPOSED = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"})


@cache
def build_gazetteer(language: str, tables: Tables) -> Gazetteer:
    """
    Make the gazetteer of one language ("en"); once for each language and set of tables.

    Spellings are meant as they stand: "US" is no "us". Beside each stand the spellings with the other apostrophe
    and, in Latin letters, without diacritics. Cities whose names are also ordinary words or persons' names are left
    out unless they are capitals. Among equal spellings a user's rows stand first, and of cities the capital.
    """
    return Gazetteer(
        sides=tuple(_side_words(tables.sides, language)),
        cities=tuple(_city_words(tables.cities, language)),
        venues=tuple(_venue_words(tables, language)),
        people=tuple(_person_words(tables, language)),
    )


def _side_words(rows: Iterable[SideNames], language: str) -> Iterator[SideWord]:
    for row in rows:
        wording = wording_of(row.wordings, language)
        forms = (
            (SideForm.NAME, wording.names),
            (SideForm.ADJECTIVE, wording.adjectives),
            (SideForm.DEMONYM, wording.demonyms),
        )
        for form, words in forms:
            for spelling in _spellings(words):
                yield SideWord(words=spelling, side=row.side, form=form)


def _city_words(rows: Iterable[City], language: str) -> Iterator[CityWord]:
    for row in rows:
        if row.ambiguous > int(row.capital):
            continue
        names = wording_of(row.wordings, language).names
        for spelling in names if row.ambiguous else _spellings(names):
            yield CityWord(words=spelling, country=row.country, capital=row.capital)


def _venue_words(tables: Tables, language: str) -> Iterator[VenueWord]:
    for row in tables.venues:
        for spelling in _spellings(wording_of(row.wordings, language).names):
            yield VenueWord(words=spelling, country=row.country, city=row.city)


def _person_words(tables: Tables, language: str) -> Iterator[PersonWord]:
    sides: dict[str, dict[str, None]] = {}
    for tenure in tables.tenures:
        sides.setdefault(tenure.identity, {})[tenure.side.code] = None
    for row in tables.people:
        served = tuple(sides.get(row.key, ()))
        for spelling in _spellings(wording_of(row.wordings, language).names):
            yield PersonWord(words=spelling, identity=row.key, sides=served)


def _spellings(words: tuple[str, ...]) -> Iterable[str]:
    """Give each spelling with its variants, each once; most have none."""
    together = "".join(words)
    if together.isascii() and "'" not in together:
        return words
    return dict.fromkeys(variant for word in words for variant in _variants(word))


def _variants(word: str) -> Iterator[str]:
    yield word
    if word.isascii() and "'" not in word:
        return
    straight = word.translate(APOSTROPHES)
    plain = _without_diacritics(straight)
    for variant in (straight, plain):
        yield variant
        if "'" in variant:
            yield variant.replace("'", "’")


def _without_diacritics(word: str) -> str:
    """
    Take the marks off Latin letters; other scripts stay, for "й" is not "и" with a mark.

    >>> _without_diacritics("Élysée"), _without_diacritics("Май")
    ('Elysee', 'Май')
    """
    if any(letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in word):
        return word
    letters = unicodedata.normalize("NFD", word.translate(UNDECOMPOSED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
