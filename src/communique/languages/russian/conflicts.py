"""Places of conflict in Russian releases, under their English names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from communique.languages.conflicts import (
    ConflictCues,
    PlaceForm,
    SameNames,
    build_cues,
    build_places,
    find_conflicts_by,
)
from communique.languages.gazetteer import Gazetteer, SideForm, SideWord
from communique.languages.phrases import Phrases
from communique.languages.russian.inflection import case_forms
from communique.model.parties import SideKind
from communique.model.spans import Span
from communique.model.topics import Conflict
from communique.text.tables import load_toml

_PACKAGE = "communique.languages.russian"
_TABLE = "conflicts.toml"
_BETWEEN = r"(?:(?:его|её|ее|этой|этого)\s+)?"
_SHORTEST_STEM = 4


def find_conflicts(title: str, text: str, sentences: tuple[Span, ...], names: Gazetteer) -> tuple[Conflict, ...]:
    """
    Give the places of armed conflict or crisis that the text or the title names as topic, in order, each once.

    >>> text = "Обсуждена ситуация на Корейском полуострове."
    >>> [conflict.place for conflict in find_conflicts("", text, (Span(0, len(text)),), Gazetteer())]
    ['Korean Peninsula']
    """
    return find_conflicts_by(_cues(), _places(SameNames(names)), title, text, sentences)


@cache
def _cues() -> ConflictCues:
    return build_cues(load_toml(_PACKAGE, _TABLE), tail=_BETWEEN)


@lru_cache(maxsize=8)
def _places(known: SameNames) -> Phrases:
    return build_places((*_regions(), *_states(known.names)))


def _regions() -> Iterator[PlaceForm]:
    table = load_toml(_PACKAGE, _TABLE)
    for group in ("always", "regions"):
        for place, spellings in table[group].items():
            yield from (PlaceForm(spelling, place, group == "always") for spelling in spellings)


def _states(names: Gazetteer) -> Iterator[PlaceForm]:
    for word in names.sides:
        if word.side.kind is SideKind.STATE and word.form is not SideForm.DEMONYM:
            yield from (PlaceForm(spelling, word.side.name) for spelling in _inflected(word))


def _inflected(word: SideWord) -> Iterator[str]:
    """Give the case forms of a name; of a name of several words, its words without their endings."""
    if word.form is SideForm.ADJECTIVE:
        yield from sorted(case_forms(word.words))
        return
    parts = word.words.split()
    if len(parts) > 1:
        yield " ".join(_stem(part) for part in parts)
        return
    yield from sorted(form if word.words.isupper() else form.capitalize() for form in case_forms(word.words))
    yield word.words


def _stem(word: str) -> str:
    """
    Cut the ending off a word and leave any in its place; short words stay as they are.

    >>> _stem("Арабская"), _stem("КНР")
    ('Арабск*', 'КНР')
    """
    bare = word.rstrip("аеийоуыэюяь")
    return f"{bare}*" if len(bare) >= _SHORTEST_STEM and not word.isupper() else word
