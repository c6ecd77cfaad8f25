"""Words that take up an earlier thought: pronouns, demonstratives, nouns for a whole thought, words of one kin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.languages.estimative import load_estimative_table
from communique.languages.lemmas import lemmatise


@dataclass(frozen=True, slots=True, eq=False)
class TrailWords:
    """
    The words of one language, as they are written in small letters; ``shells`` and ``kin`` are base forms.

    ``articles`` may stand between a demonstrative and its noun ("such a"), ``definite`` are those that point back;
    ``kin`` gives the kind of contact that a base form tells of.
    """

    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    shells: frozenset[str]
    kin: dict[str, str]


@cache
def load_trail_words(language: str) -> TrailWords:
    """
    Read the words of a language, once.

    Raises:
        ReferenceTableError: there is no list for the language.
    """
    table = load_estimative_table(language)["reference"]
    return TrailWords(
        pronouns=frozenset(table["pronouns"]),
        demonstratives=frozenset(table["demonstratives"]),
        articles=frozenset(table["articles"]),
        definite=frozenset(table["definite"]),
        shells=frozenset(lemmatise(" ".join(table["shells"]), language)),
        kin={lemma: kind for kind, words in table["kin"].items() for lemma in lemmatise(" ".join(words), language)},
    )
