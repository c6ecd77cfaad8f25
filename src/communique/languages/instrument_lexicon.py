"""The words for documents of one language: read from the table beside it, and made into look-ups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.errors import ReferenceTableError
from communique.languages.figure_words import any_of
from communique.model.instruments import InstrumentClass, Level
from communique.text.tables import load_toml


@dataclass(frozen=True, slots=True)
class DocumentNoun:
    """What a name of a document means: its class, and whether it is in the plural."""

    kind: InstrumentClass
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentLexicon:
    """
    The words for documents of one language.

    ``nouns`` are the names of documents and ``numbers`` the number words, in small letters; ``turned`` finds what
    right behind a name changes its class, ``extended`` what there is part of it and changes nothing ("of
    understanding"). ``stops`` cannot stand between the beginning of a phrase and its noun; ``modifier`` fits words that
    may. ``collections`` are nouns of quantity ("package") and ``linking`` the words that tie a noun to them; ``joined``
    finds adjectives that a comma or "and" may tie to the next. ``following`` may come right after a noun that names a
    document, none where anything may. ``empty`` words tell documents apart no better than their class, ``ambiguous``
    forms may be singular though listed as plural. ``levels`` finds words that tell a level, in groups of those names.
    """

    source: str
    nouns: Mapping[str, DocumentNoun]
    turned: Mapping[InstrumentClass, re.Pattern[str]]
    extended: re.Pattern[str]
    stops: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    other: frozenset[str]
    collections: frozenset[str]
    linking: frozenset[str]
    joined: re.Pattern[str]
    following: frozenset[str]
    modifier: re.Pattern[str]
    empty: frozenset[str]
    ambiguous: frozenset[str]
    numbers: Mapping[str, int]
    levels: re.Pattern[str]


@cache
def load_instrument_lexicon(package: str) -> InstrumentLexicon:
    """
    Read ``instruments.toml`` of a language's package, once.

    Raises:
        ReferenceTableError: a part of the table is missing.
    """
    table = load_toml(package, "instruments.toml")
    try:
        return _lexicon(table)
    except (KeyError, ValueError) as missing:
        raise ReferenceTableError(
            wanted=f"a whole table of documents in {package}", got=f"none for {missing}"
        ) from None


def _lexicon(table: dict[str, Any]) -> InstrumentLexicon:
    words = {name: frozenset(listed) for name, listed in table["words"].items()}
    return InstrumentLexicon(
        source=table["source"],
        nouns=_nouns(table),
        turned={
            InstrumentClass(kind): re.compile(rf"\s+(?:{any_of(phrases)})", re.IGNORECASE)
            for kind, phrases in table["turned"].items()
        },
        extended=re.compile(rf"\s+(?:{any_of(words['extended'])})", re.IGNORECASE),
        stops=words["stops"],
        determiners=words["determiners"],
        definite=words["definite"],
        other=words["other"],
        collections=words["collections"],
        linking=words["linking"],
        joined=re.compile(any_of(words["joinable"]), re.IGNORECASE),
        following=words["following"],
        empty=words["empty"],
        ambiguous=words.get("ambiguous", frozenset()),
        modifier=re.compile(table.get("modifier", ".+"), re.IGNORECASE),
        numbers={word: int(number) for word, number in table["numbers"].items()},
        levels=_levels(table["levels"]),
    )


def _nouns(table: dict[str, Any]) -> dict[str, DocumentNoun]:
    return {
        word: DocumentNoun(InstrumentClass(kind), plural)
        for part, plural in (("singular", False), ("plural", True))
        for kind, words in table[part].items()
        for word in words
    }


def _levels(table: dict[str, list[str]]) -> re.Pattern[str]:
    groups = (f"(?P<{Level(level)}>{any_of(words)})" for level, words in table.items())
    return re.compile("|".join(groups), re.IGNORECASE)
