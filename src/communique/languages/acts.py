"""What a text says that somebody did with words: discussed, stated, agreed, demanded, rejected, thanked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from communique.languages.lemmas import find_base_forms, lemmatise
from communique.text.tables import load_toml

_TABLES = {"en": "english", "ru": "russian", "kk": "kazakh"}
_FINITE = re.compile(r"(?:ed|ing)$|[а-яё]$", re.IGNORECASE)
"""Forms of English verbs that can begin a statement; a Russian base form tells the verb by itself."""


class Act(StrEnum):
    """
    What is done with words, in classes drawn from Searle (1976).

    ``discuss`` names a topic without a position; ``contact`` is the encounter itself.
    """

    REJECT = "reject"
    DEMAND = "demand"
    COMMIT = "commit"
    THANK = "thank"
    INFORM = "inform"
    DISCUSS = "discuss"
    STATE = "state"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """An act and the words for it; ``opens`` tells that the form can begin a statement (a verb, not a noun)."""

    act: Act
    start: int
    end: int
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLexicon:
    """One language's words for acts, and the words that matter where two texts are compared."""

    words: dict[str, Act]
    phrases: re.Pattern[str]
    phrase_acts: dict[str, Act]
    irregular: frozenset[str]
    nouns: frozenset[str]
    weak: frozenset[str]
    function: frozenset[str]
    position: frozenset[str]
    praise: re.Pattern[str]
    anaphora: re.Pattern[str]
    connectives: re.Pattern[str]
    stances: frozenset[str]
    degrees: frozenset[str]
    atmosphere: re.Pattern[str]
    length: re.Pattern[str]
    remote: re.Pattern[str]


def load_act_table(language: str) -> dict[str, Any]:
    """Read ``acts.toml`` of a language, or the English one where it has none."""
    return load_toml(f"communique.languages.{_TABLES[_code(language)]}", "acts.toml")


def _code(language: str) -> str:
    return language if language in _TABLES else "en"


@cache
def act_lexicon(language: str) -> ActLexicon:
    """Give the lexicon of a language; of one that has none, the English one, which then finds next to nothing."""
    code, table = _code(language), load_act_table(language)
    forms, acts = table["forms"], {act: table[act] for act in Act}
    phrases = {phrase: act for act, entry in acts.items() for phrase in entry["phrases"]}
    return ActLexicon(
        words={
            lemma: act
            for act, entry in acts.items()
            for word in entry["words"]
            for form in (word, *(_forms(word) if code == "en" else ()))
            for lemma in lemmatise(form, code)
        },
        phrases=_any_of(phrases),
        phrase_acts=phrases,
        irregular=frozenset(forms["irregular"]),
        nouns=frozenset(lemma for word in forms["nouns"] for lemma in lemmatise(word, code)),
        weak=frozenset(lemma for word in forms["weak"] for lemma in lemmatise(word, code)),
        function=frozenset(forms["function"]),
        position=frozenset(lemma for word in forms["position"] for lemma in lemmatise(word, code)),
        praise=_any_of(forms["praise"], whole=False),
        anaphora=re.compile(
            rf"{_any_of(forms['pointers']).pattern}\s+(?:[\w-]+\s+)?{_any_of(forms['referring']).pattern}"
        ),
        connectives=re.compile(rf"^\s*{_any_of(forms['connectives']).pattern}"),
        degrees=frozenset(lemma for word in forms["degrees"] for lemma in lemmatise(word, code)),
        stances=frozenset(lemma for word in forms["stances"] for lemma in lemmatise(word, code)),
        atmosphere=re.compile(
            rf"{_any_of(forms['atmosphere_after']).pattern}\s+(?:[\w’'-]+,?\s+){{1,6}}{_any_of(forms['atmosphere']).pattern}"
        ),
        length=_any_of(forms["length"]),
        remote=_any_of(forms["remote"]),
    )


def fold_letters(text: str) -> str:
    """
    Write a text in small letters, one for one, so that places in it stay what they are.

    >>> fold_letters("Straße, İzmir")
    'straße, İzmir'
    """
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(letter if len(letter.casefold()) > 1 else letter.casefold() for letter in text)


def find_acts(text: str, language: str) -> tuple[ActWords, ...]:
    """Give the words for acts in a text, in order; a phrase goes before the words inside it."""
    return tuple(sorted(_find_acts(text, act_lexicon(language), language), key=lambda act: (act.start, -act.end)))


def _find_acts(text: str, lexicon: ActLexicon, language: str) -> Iterator[ActWords]:
    taken: list[tuple[int, int]] = []
    for found in lexicon.phrases.finditer(fold_letters(text)):
        taken.append(found.span())
        yield ActWords(act=lexicon.phrase_acts[found[0]], start=found.start(), end=found.end(), opens=True)
    for form in find_base_forms(text, language):
        act = lexicon.words.get(form.lemma)
        if act is not None and not any(start <= form.start < end for start, end in taken):
            word = text[form.start : form.end]
            opens = bool(_FINITE.search(word)) or word.casefold() in lexicon.irregular
            if opens or form.lemma not in lexicon.nouns:
                yield ActWords(act=act, start=form.start, end=form.end, opens=opens)


def _forms(word: str) -> tuple[str, ...]:
    """Give the regular forms of an English verb: the dictionary has no base form for some, or a wrong one."""
    stem = word.removesuffix("e")
    return (f"{stem}ed", f"{stem}ing")


def _any_of(phrases: Iterable[str], *, whole: bool = True) -> re.Pattern[str]:
    words = sorted(phrases, key=len, reverse=True)
    end = r"\b" if whole else ""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}){end}") if words else re.compile(r"(?!)")
