"""Russian words read by morphology: lemma, part of speech, cases; the dictionary loads once, at the first word."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_CACHED = 60_000
_PERSONAL = frozenset({"Name", "Surn", "Patr"})
_NOMINAL = frozenset({"NOUN", "ADJF", "NPRO", "NUMR", "PRTF"})
_CASES = {
    "nomn": "nom",
    "gent": "gen",
    "datv": "dat",
    "accs": "acc",
    "ablt": "ins",
    "loct": "loc",
    "gen2": "gen",
    "loc2": "loc",
    "voct": "nom",
    "acc2": "acc",
    "gen1": "gen",
}
_UNLIKELY = 0.004


@dataclass(frozen=True, slots=True)
class WordReading:
    """One way to read a word: its lemma, part of speech, case, number, and the further marks of the dictionary."""

    lemma: str
    pos: str
    case: str | None
    plural: bool
    marks: frozenset[str]

    def has(self, mark: str) -> bool:
        """Tell whether the dictionary marks this reading so ("Surn", "futr", "1per", "pssv", "Fixd")."""
        return mark in self.marks


@cache
def _analyzer() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - the dictionary takes a moment to load

    return MorphAnalyzer(lang="ru")


def model_name() -> str:
    """Name the dictionary with its version."""
    return f"pymorphy3-dicts-ru {version('pymorphy3-dicts-ru')}"


@lru_cache(maxsize=_CACHED)
def read_word(word: str) -> tuple[WordReading, ...]:
    """
    Give the readings of a word, the likeliest first; a word that the dictionary lacks is read by its ending.

    >>> sorted({r.case for r in read_word("президентом")})
    ['ins']
    """
    if not all(unicodedata.name(sign, "") for sign in word if sign.isalpha()):
        return ()  # the analyser asks each letter for its name, and letters newer than the tables have none
    parses = _analyzer().parse(word)
    readings = (_reading(p) for p in parses if p.score >= _UNLIKELY)
    return tuple(dict.fromkeys(readings))


def _reading(parse: Parse) -> WordReading:
    tag = parse.tag
    return WordReading(
        lemma=parse.normal_form.replace("ё", "е"),
        pos=str(tag.POS),
        case=_CASES.get(str(tag.case)) if tag.case else None,
        plural=tag.number == "plur",
        marks=frozenset(tag.grammemes),
    )


@lru_cache(maxsize=_CACHED)
def cases_of(word: str) -> frozenset[str]:
    """Give the cases a word may stand in; empty for words that have none."""
    return frozenset(r.case for r in read_word(word) if r.case and r.pos in _NOMINAL)


@lru_cache(maxsize=_CACHED)
def lemmas_of(word: str, *parts: str) -> frozenset[str]:
    """Give the lemmas of a word read as one of the parts of speech."""
    return frozenset(r.lemma for r in read_word(word) if r.pos in parts)


@lru_cache(maxsize=_CACHED)
def is_known(word: str) -> bool:
    """Tell whether the dictionary has the word."""
    return bool(_analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=_CACHED)
def may_be_name(word: str) -> bool:
    """Tell whether a word may be a personal name: the dictionary has it as one, or has it not at all."""
    if not is_known(word):
        return True
    return any(r.marks & _PERSONAL for r in read_word(word))


@cache
def forms_of(lemma: str, *, plural: bool) -> tuple[str, ...]:
    """Give the forms of a noun in singular or plural, in small letters, with "е" for "ё"."""
    parse = next(
        (
            p
            for p in _analyzer().parse(lemma)
            if p.tag.POS == "NOUN" and p.normal_form.replace("ё", "е") == lemma.replace("ё", "е")
        ),
        None,
    )
    if parse is None:
        return (lemma,)
    number = "plur" if plural else "sing"
    return tuple(dict.fromkeys(f.word.replace("ё", "е") for f in parse.lexeme if f.tag.number == number))


@lru_cache(maxsize=_CACHED)
def singular_cases(word: str) -> frozenset[str]:
    """Give the cases that a word may stand in as one person's name."""
    readings = [r for r in read_word(word) if r.case and r.pos in _NOMINAL and not r.plural]
    named = [r for r in readings if r.marks & _PERSONAL]
    return frozenset(r.case for r in named or readings if r.case)


@lru_cache(maxsize=_CACHED)
def is_named(word: str) -> bool:
    """Tell whether the dictionary has the word as a personal name."""
    return is_known(word) and any(r.marks & _PERSONAL for r in read_word(word))
