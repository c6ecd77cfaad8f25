"""The Russian words that mark direct speech, loaded once."""

from __future__ import annotations

from functools import cache

from communique.languages.label_words import LabelWords
from communique.languages.russian.lexicon import PACKAGE, load_offices
from communique.text.tables import load_toml


@cache
def label_words() -> LabelWords:
    """Give the words that labels of turns are made of."""
    labels = {name: row for name, row in load_toml(PACKAGE, "speech.toml")["labels"].items() if isinstance(row, list)}
    offices = load_offices()
    table = load_toml(PACKAGE, "offices.toml")
    empty: frozenset[str] = frozenset()
    return LabelWords(
        offices=frozenset(table["heads"]) | offices.modifiers,
        links=frozenset(labels["links"]),
        governing=empty,
        address=frozenset(labels["address"]),
        particles=offices.particles - {"и"},
        suffixes=empty,
        common=offices.bodies | frozenset(labels["common"]),
        ordinary=empty,
        parts=frozenset(labels["parts"]),
        plural_parts=frozenset(labels["plural_parts"]),
        letters=empty,
        stops=frozenset(labels["stops"]),
        abbreviations=frozenset(labels["abbreviations"]),
    )


@cache
def reporting_verbs() -> tuple[str, ...]:
    """Give the verbs that attribute a quotation."""
    return tuple(load_toml(PACKAGE, "speech.toml")["attribution"]["verbs"])
