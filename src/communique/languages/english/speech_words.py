"""The English words that mark direct speech, loaded once: labels of turns, and clauses that attribute."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.languages.label_words import LabelWords
from communique.text.tables import load_toml, load_words

_PACKAGE = "communique.languages.english"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWords:
    """
    The words of clauses that attribute a quotation, in lower case.

    ``verbs`` report, ``participles`` report beside another verb, ``sending`` sends a message; ``between`` stands
    between a subject and its verb; ``borders`` end a noun phrase, ``times`` make one of time; ``messages`` carry their
    sender's words and ``documents`` nobody's; after ``naming`` words a quotation is a name.
    """

    verbs: frozenset[str]
    participles: frozenset[str]
    sending: frozenset[str]
    between: frozenset[str]
    pronouns: frozenset[str]
    plural: frozenset[str]
    determiners: frozenset[str]
    borders: frozenset[str]
    times: frozenset[str]
    messages: frozenset[str]
    documents: frozenset[str]
    naming: frozenset[str]
    offices: frozenset[str]
    links: frozenset[str]


@cache
def label_words() -> LabelWords:
    """Give the words that labels of turns are made of."""
    labels = load_toml(_PACKAGE, "speech.toml")["labels"]
    table = load_toml(_PACKAGE, "offices.toml")
    links = frozenset(labels["links"])
    given, bodies = frozenset(table["given"]), frozenset(table["bodies"])
    return LabelWords(
        offices=_offices(),
        links=links,
        governing=frozenset(labels["governing"]),
        address=frozenset(word.rstrip(".") for word in table["honorifics"]),
        particles=frozenset(table["particles"]),
        suffixes=frozenset(word.rstrip(".") for word in table["suffixes"]),
        common=bodies | frozenset(labels["common"]),
        ordinary=load_words(_PACKAGE, "words.txt") - bodies - given,
        parts=frozenset(labels["parts"]),
        plural_parts=frozenset(labels["plural_parts"]),
        letters=frozenset(labels["letters"]),
        stops=frozenset(labels["stops"]),
        abbreviations=frozenset(labels["abbreviations"]),
        article=frozenset(labels["article"]),
        closing=re.compile(labels["closing"]),
    )


@cache
def cue_words() -> CueWords:
    """Give the words of clauses that attribute a quotation."""
    table = load_toml(_PACKAGE, "speech.toml")["attribution"]
    words = {name: frozenset(row) for name, row in table.items()}
    return CueWords(**words, offices=_offices(), links=frozenset({"of", "the", "for", "to", "and", "&"}))


def _offices() -> frozenset[str]:
    """Give the single words that offices are made of."""
    labels = load_toml(_PACKAGE, "speech.toml")["labels"]
    heads = {word for head in load_toml(_PACKAGE, "offices.toml")["heads"] for word in head.split()}
    return frozenset((heads - set(labels["links"]) - set(labels["not_offices"])) | set(labels["offices"]))
