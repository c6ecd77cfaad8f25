"""Base forms of the words of a text, the same for what is kept and what is asked, so that any form finds any other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_CACHED = 400_000
_INNER = "\u0300-\u036f\u00ad\u200b\u200c\u200d\u2060"
_CYRILLIC = "\u0400-\u0481\u048a-\u0527"
_WORD = re.compile(
    rf"(?<=\w)['’]s\b|"  # the possessive is no word
    rf"((?<!\w)(?:[^\W\d_]\.){{2,}}|[^\W_](?:[^\W_]|[{_INNER}]|(?<=[{_CYRILLIC}])['’](?=[{_CYRILLIC}]))*)",
    re.IGNORECASE,
)
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_FOREIGN = re.compile(f"[^\x00-\x7f{_CYRILLIC}]+")
_DROPPED = re.compile(f"[^0-9a-z{_CYRILLIC}]+")
_MARKS = re.compile(f"[{_INNER}]+")
_IN_CYRILLIC = frozenset("ru uk be bg mk sr kk ky tg mn".split())
_ABBREVIATIONS = {"US": "usa", "U.S.": "usa", "U.S.A.": "usa"}
"""Abbreviations that would fall together with another word."""

_COMPOUND_ENDINGS = ("ий", "ый")
_LONGEST = 80
"""Letters past which no word stands in a dictionary: reading one ending after another would take ever longer."""

_RUSSIAN_ENDING = re.compile(
    r"(?<=...)(?:ого|его|ому|ему|ыми|ими|ами|ями|ая|яя|ое|ее|ые|ие|ой|ей|ою|ею|ым|им|ом|ем|ых|их|ах|ях|ам|ям|ую|юю|"
    r"ый|ий|ов|ев|а|я|у|ю|е|ы|и|о|ь|й)$"
)
_ENGLISH_PLURAL = re.compile(r"(?<=...[^suix])s$")


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseForm:
    """One word of a text in its base form, and where it stands: half-open, in code points."""

    lemma: str
    start: int
    end: int


def lemmatise(words: str, language: str) -> tuple[str, ...]:
    """
    Give the base forms of a text's words in order: only small letters and digits, no marks, ё as е.

    ``language`` is that of the text; words in Latin letters within a Cyrillic text are read as English, words in
    Cyrillic within a Latin one as Russian. English is read with simplemma, Russian with pymorphy3, Ukrainian with
    simplemma; words of other languages, and words that no dictionary has, are only folded and freed of the commonest
    endings. Letters of other scripts are written in Latin ones. A form has one base form, whatever stands beside it.

    >>> lemmatise("The Ambassador's talks with President Vésk", "en")
    ('the', 'ambassador', 'talk', 'with', 'president', 'vesk')
    >>> lemmatise("встретился с послом США", "ru")
    ('встретиться', 'с', 'посол', 'сша')
    """
    return tuple(lemma for word in _WORD.findall(words) if word and (lemma := _lemma(word, language)))


def find_base_forms(text: str, language: str) -> Iterator[BaseForm]:
    """Yield the base forms of a text with their places, in order."""
    for found in _WORD.finditer(text):
        word = found[1]
        if word and (lemma := _lemma(word, language)):
            yield BaseForm(lemma=lemma, start=found.start(), end=found.end())


@lru_cache(maxsize=_CACHED)
def _lemma(word: str, language: str) -> str:
    if word in _ABBREVIATIONS:
        return _ABBREVIATIONS[word]
    folded = _fold(word)
    if not folded:
        return ""
    if _HAS_CYRILLIC.search(folded):
        return _cyrillic(folded, language if language in _IN_CYRILLIC else "ru")
    return _english(folded) if language == "en" or language in _IN_CYRILLIC else folded


def _fold(word: str) -> str:
    """Write a word in small letters without marks; Cyrillic letters stay, others become Latin ones."""
    composed = _MARKS.sub("", unicodedata.normalize("NFC", word))
    latin = _FOREIGN.sub(lambda found: anyascii(found.group()), composed)
    return _DROPPED.sub("", latin.casefold().replace("ё", "е"))


def _cyrillic(word: str, language: str) -> str:
    if language == "ru":
        return _russian(word)
    return _fold(_looked_up(word, "uk")) or word if language == "uk" else word


def _russian(word: str) -> str:
    """
    Read a Russian word by the dictionary, or what is left of an unknown one without its case ending.

    A surname goes by the base form of its nominative: Песков reads as sands and Пескова does not, Токаев reads as wines
    and Токаева is unknown; so all forms of a name meet, be it in another word.
    """
    from communique.languages.russian.words import read_word  # noqa: PLC0415 - loads a dictionary

    if len(word) > _LONGEST:
        return word
    known = _known_part(word)
    readings = read_word(known)
    if not readings or not _is_known(known):
        return known
    surname = next((reading for reading in readings if reading.has("Surn")), readings[0])
    reading = surname if readings[0].pos == "ADJS" else readings[0]
    lemma = reading.lemma
    return _fold(read_word(lemma)[0].lemma if reading.has("Surn") and _is_known(lemma) else lemma) or word


def _known_part(word: str) -> str:
    """Take endings off an unknown word until the dictionary has the rest, or there are no more."""
    while not _is_known(word):
        whole = (word[:-1] + ending for ending in _COMPOUND_ENDINGS if word.endswith("о"))
        stem = next(filter(_is_known, whole), _RUSSIAN_ENDING.sub("", word))
        if stem == word:
            return word
        word = stem
    return word


def _is_known(word: str) -> bool:
    from communique.languages.russian.words import is_known  # noqa: PLC0415 - loads a dictionary

    return is_known(word)


def _english(word: str) -> str:
    lemma = _fold(_looked_up(word, "en"))
    if lemma and lemma != word:
        return lemma
    known_as = _fold(_looked_up(word.capitalize(), "en"))
    return known_as if known_as and known_as != word else _ENGLISH_PLURAL.sub("", word)


def _looked_up(word: str, language: str) -> str:
    import simplemma  # noqa: PLC0415 - loads a dictionary

    return simplemma.lemmatize(word, lang=language)
