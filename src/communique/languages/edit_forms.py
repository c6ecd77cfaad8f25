"""How two words of one language are related: forms of one word, words of one root, or words of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

_VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})
_TENSES = ("past", "pres", "futr", "impr")
_SPELLINGS = (
    (re.compile("(?<=[a-z])our"), "or"),
    (re.compile("(?<=[a-z]{3})is(?=e|ing|ation)"), "iz"),
    (re.compile("ys(?=e|ing)"), "yz"),
    (re.compile("(?<=[bt])re(?=s?$)"), "er"),
    (re.compile("(?<=[a-z])ll(?=ed|ing|or|er)"), "l"),
    (re.compile("(?<=en)c(?=es?$)"), "s"),
    (re.compile("amme(?=s?$)"), "am"),
)
"""What American spelling differs in, British first (Quirk et al., 1985, appendix III)."""


class Relation(StrEnum):
    """
    How two words of a language are related.

    ``forms``: of one word, in one tense, or in another spelling of the language. ``tenses``: of one verb, in another
    tense or mood. ``derived``: of one root, another part of speech. ``confused``: words of their own that writers take
    for each other. ``words``: none of these.
    """

    FORMS = "forms"
    TENSES = "tenses"
    DERIVED = "derived"
    CONFUSED = "confused"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishForms:
    """
    What relates English words: sets of base forms that are confused, and suffixes by the part of speech they make.

    >>> forms = EnglishForms(confused=(frozenset({"country", "county"}),), suffixes={"ant": "adj", "ance": "noun"})
    >>> [forms.relate(*pair).value for pair in (("agree", "agrees"), ("agree", "agreed"), ("adopt", "adapt"))]
    ['forms', 'tenses', 'words']
    >>> [forms.relate(*pair).value for pair in (("counties", "countries"), ("important", "importance"))]
    ['confused', 'derived']
    """

    confused: tuple[frozenset[str], ...]
    suffixes: Mapping[str, str]

    def relate(self, one: str, other: str) -> Relation:
        """Tell how two words in small letters are related."""
        if _american(one) == _american(other):
            return Relation.FORMS
        bases = _base_form(one), _base_form(other)
        if bases[0] == bases[1]:
            same = _inflection(one, bases[0]) == _inflection(other, bases[1])
            return Relation.FORMS if same else Relation.TENSES
        if any(set(bases) <= group for group in self.confused):
            return Relation.CONFUSED
        return Relation.DERIVED if self._class(one) != self._class(other) else Relation.WORDS

    def _class(self, word: str) -> str:
        """Give the part of speech that the longest suffix of a word makes; empty where it has none."""
        ends = sorted((suffix for suffix in self.suffixes if word.endswith(suffix)), key=len)
        return self.suffixes[ends[-1]] if ends else ""


def relate_russian(one: str, other: str) -> Relation:
    """
    Tell how two Russian words in small letters are related, by the readings that the dictionary has of them.

    >>> relate_russian("договор", "договоры").value, relate_russian("признают", "признали").value
    ('forms', 'tenses')
    """
    from communique.languages.russian.words import WordReading, read_word  # noqa: PLC0415 - loads a dictionary

    def form(reading: WordReading) -> tuple[str, str]:
        tense = next((mark for mark in _TENSES if reading.has(mark)), "")
        return reading.lemma, f"{reading.pos} {tense}" if reading.pos in _VERBAL else ""

    ours, theirs = read_word(one), read_word(other)
    if set(map(form, ours)) & set(map(form, theirs)):
        return Relation.FORMS
    if {reading.lemma for reading in ours} & {reading.lemma for reading in theirs}:
        return Relation.TENSES
    parts = {reading.pos for reading in ours}, {reading.pos for reading in theirs}
    return Relation.WORDS if parts[0] & parts[1] or (parts[0] | parts[1]) & _VERBAL else Relation.DERIVED


def is_english(word: str) -> bool:
    """Tell whether a dictionary of English, British or American, has a word in small letters."""
    import simplemma  # noqa: PLC0415 - loads a dictionary

    return simplemma.is_known(word, lang="en")


def _american(word: str) -> str:
    """
    Write an English word in the American way, roughly.

    >>> _american("labour"), _american("recognising"), _american("theatre"), _american("travelled")
    ('labor', 'recognizing', 'theater', 'traveled')
    """
    return reduce(lambda written, rule: rule[0].sub(rule[1], written), _SPELLINGS, word)


def _base_form(word: str) -> str:
    import simplemma  # noqa: PLC0415 - loads a dictionary

    return simplemma.lemmatize(word, lang="en").casefold()


def _inflection(word: str, base: str) -> str:
    """Name the form of a verb: the present (also the plural of a noun), the form in -ing, or the past."""
    if word == base or word.endswith("s"):
        return "present"
    return "ing" if word.endswith("ing") else "past"
