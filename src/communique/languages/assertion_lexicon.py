"""The words by which one language asserts and denies, read from ``assertions.toml`` in its package."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any

from communique.errors import ReferenceTableError
from communique.languages.lemmas import lemmatise
from communique.languages.phrases import Phrases, build_phrases
from communique.text.tables import load_toml

_PACKAGES = {
    "en": "communique.languages.english",
    "ru": "communique.languages.russian",
    "kk": "communique.languages.kazakh",
}
_NEVER = "(?!)"


class Cue(StrEnum):
    """
    What a word does to the clause it stands in.

    ``denies``: what follows is denied; ``verb``: likewise, by its meaning ("rule out"); ``behind``: what precedes is
    denied; ``concord``: counts only where no other cue does; ``cancelled``: looks like a cue and denies nothing;
    ``future``, ``open`` (wished, possible, demanded), ``limit`` and ``condition``: less than a plain statement.
    """

    DENIES = "denies"
    VERB = "verb"
    BEHIND = "behind"
    CONCORD = "concord"
    CANCELLED = "cancelled"
    FUTURE = "future"
    OPEN = "open"
    LIMIT = "limit"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True, eq=False)
class AssertionLexicon:
    """
    The words of one language.

    ``denials`` and ``moods`` are cues by :class:`Cue`; ``suffix`` ends a verb that is denied by its form; ``breaks``
    are words that begin a clause; ``empty`` base forms that tell nothing of the matter. ``concepts`` give the code of
    a sequence of base forms, ``beginnings`` that of words by how they begin. ``here`` are the prepositions before a
    place, ``buildings`` words of what is no town, ``elsewhere`` base forms of what is no
    place at all. ``last_year`` and ``this_year`` are words for these, ``timeless`` base forms that tell nothing of a
    period. ``actors`` are words for who acts, ``strength`` words of force.
    """

    denials: Phrases
    moods: Phrases
    suffix: re.Pattern[str]
    breaks: Phrases
    empty: frozenset[str]
    concepts: dict[tuple[str, ...], str]
    beginnings: tuple[tuple[str, str], ...]
    here: tuple[str, ...]
    buildings: frozenset[str]
    elsewhere: frozenset[str]
    last_year: Phrases
    this_year: Phrases
    timeless: frozenset[str]
    actors: frozenset[str]
    strength: Phrases

    @property
    def longest(self) -> int:
        """How many words the longest concept has."""
        return max(map(len, self.concepts), default=1)


def is_asserting(language: str) -> bool:
    """Tell whether there is a list of such words for a language."""
    return language in _PACKAGES


@cache
def load_assertion_lexicon(language: str) -> AssertionLexicon:
    """
    Read the words of a language, once.

    Raises:
        ReferenceTableError: there is no list for the language, or it is not whole.
    """
    if language not in _PACKAGES:
        raise ReferenceTableError(wanted=f"words of denial in one of {', '.join(_PACKAGES)}", got=language)
    table = load_toml(_PACKAGES[language], "assertions.toml")
    try:
        return _lexicon(table, language)
    except KeyError as missing:
        raise ReferenceTableError(
            wanted=f"a whole table of assertions for {language}", got=f"none for {missing}"
        ) from None


def _lexicon(table: dict[str, Any], language: str) -> AssertionLexicon:
    negation, moods, places, time = (table[part] for part in ("negation", "moods", "places", "time"))
    forms = [(form, code) for code, listed in table["concepts"].items() for form in listed]
    return AssertionLexicon(
        denials=_cues(
            (Cue.DENIES, negation["cues"]),
            (Cue.VERB, negation["verbs"]),
            (Cue.BEHIND, negation.get("behind", ())),
            (Cue.CONCORD, negation.get("concord", ())),
            (Cue.CANCELLED, negation["cancelled"]),
        ),
        moods=_cues(
            (Cue.CONDITION, moods["conditions"]),
            (Cue.FUTURE, moods["future"]),
            (Cue.OPEN, moods["open"]),
            (Cue.LIMIT, moods["limits"]),
        ),
        suffix=re.compile(negation.get("suffix", _NEVER)),
        breaks=_cues((Cue.LIMIT, table["clauses"]["breaks"])),
        empty=frozenset(chain(table["words"]["empty"].split(), lemmatise(table["words"]["empty"], language))),
        concepts={lemmatise(form, language): code for form, code in reversed(forms) if "*" not in form},
        beginnings=tuple((form.rstrip("*"), code) for form, code in forms if "*" in form),
        here=tuple(places["before"]),
        buildings=frozenset(places["buildings"]),
        elsewhere=frozenset(places["none"]),
        last_year=build_phrases((words, "last") for words in time["last_year"]),
        this_year=build_phrases((words, "this") for words in time["this_year"]),
        timeless=frozenset(time["empty"].split()),
        actors=frozenset(table["actors"]["nouns"]),
        strength=build_phrases((words, "strong") for words in table["strength"]["words"]),
    )


def _cues(*lists: tuple[Cue, Iterable[str]]) -> Phrases:
    """Make the cues ready for finding, with either apostrophe."""
    return build_phrases(
        (spelling, cue.value)
        for cue, phrases in lists
        for phrase in phrases
        for spelling in dict.fromkeys((phrase, phrase.replace("'", "’")))
    )


@dataclass(frozen=True, slots=True)
class Concepts:
    """What is known of concepts in any language: which exclude each other, which happen in a place."""

    opposites: dict[str, frozenset[str]]
    happenings: frozenset[str]

    def exclude(self, first: str, second: str) -> bool:
        """Tell whether two concepts exclude each other when said of one object."""
        return second in self.opposites.get(first, ())


@cache
def load_concepts() -> Concepts:
    """Read what is known of concepts, once."""
    table = load_toml("communique.languages", "concepts.toml")
    found: dict[str, set[str]] = {}
    for first, second in chain(table["opposites"], (pair[::-1] for pair in table["opposites"])):
        found.setdefault(first, set()).add(second)
    opposites = {code: frozenset(others) for code, others in found.items()}
    return Concepts(opposites=opposites, happenings=frozenset(table["happenings"]))
