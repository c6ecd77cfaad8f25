"""Places of conflict in English releases."""

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
from communique.languages.gazetteer import Gazetteer, SideForm
from communique.languages.phrases import Phrases
from communique.model.parties import SideKind
from communique.model.spans import Span
from communique.model.topics import Conflict
from communique.text.tables import load_toml

_PACKAGE = "communique.languages.english"
_TABLE = "conflicts.toml"
_BETWEEN = r"(?:the\s+)?(?:(?:Republic|State|Kingdom|people)\s+of\s+)?(?:(?:entire|whole)\s+)?(?:territory\s+of\s+)?"


def find_conflicts(title: str, text: str, sentences: tuple[Span, ...], names: Gazetteer) -> tuple[Conflict, ...]:
    """
    Give the places of armed conflict or crisis that the text or the title names as topic, in order, each once.

    >>> text = "They discussed the situation in the Korean Peninsula and trade."
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
        if word.side.kind is SideKind.STATE and word.form is not SideForm.DEMONYM and any(map(str.isupper, word.words)):
            yield PlaceForm(word.words, word.side.name)
