"""
The words by which an author weakens, grounds or colours a claim, read from ``estimative.toml`` and found in a text.

Every finder has the same shape, ``find_…(text, language) -> tuple[Marker, …]``, in order, none of one class inside or
across another: :func:`find_hedges`, :func:`find_boosters`, :func:`find_likelihoods`, :func:`find_confidences`,
:func:`find_unbanded`, :func:`find_motive_words`, :func:`find_mood_words`, :func:`find_body_words`,
:func:`find_character_words`, :func:`find_rhetoric`, :func:`find_premises`, :func:`find_norms`, :func:`find_causes`,
:func:`find_absences`; :func:`find_markers` gives several classes at once. A :class:`Marker` holds the span, its class,
the ``shade`` within the class, the entry of the list, and how far it weakens the claim. Words are found wherever they
stand: whose they are (the author's, or quoted) is for the caller to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from communique.errors import ReferenceTableError
from communique.languages.phrase_choices import make_patterns, make_phrases
from communique.languages.phrases import Phrases, build_phrases, lowered
from communique.model.spans import Span
from communique.text.tables import load_toml

_PACKAGES = {
    "en": "communique.languages.english",
    "ru": "communique.languages.russian",
    "kk": "communique.languages.kazakh",
}
_NONE = "-"
_OPENS = re.compile(r"(?:^|[.!?…:;]|\n)[\s\"“”«»'‘’(\[*_—–-]*\Z")
_REACH = 12
_AROUND = " ,;—–\xa0\n\t"


class MarkerClass(StrEnum):
    """
    What a word does to the claim it stands in.

    ``hedge`` weakens it, ``booster`` strengthens it without a ground; ``likelihood`` is a term of ICD 203 (``shade``
    is its band), ``unbanded`` an estimate that no scale gives a band, ``confidence`` a word on the judgement itself;
    ``motive``, ``mood``, ``body``: what no text can show; ``character`` a verdict on a person or a text, ``rhetoric``
    an image, a gloss or an aside; ``premise`` gives a ground or opens a conclusion, ``norm`` says what is the rule,
    usual or odd, ``cause`` what came of what, or after what; ``absence`` tells that something did not happen.
    """

    HEDGE = "hedge"
    BOOSTER = "booster"
    LIKELIHOOD = "likelihood"
    UNBANDED = "unbanded"
    CONFIDENCE = "confidence"
    MOTIVE = "motive"
    MOOD = "mood"
    BODY = "body"
    CHARACTER = "character"
    RHETORIC = "rhetoric"
    PREMISE = "premise"
    NORM = "norm"
    CAUSE = "cause"
    ABSENCE = "absence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """
    One word or phrase of the lists, and where it stands.

    ``shade`` is the kind within the class as the list names it ("appearance", "hearsay"; of a likelihood its band; of
    a premise "ground" or "conclusion"; of a norm "rule", "usual" or "odd"). ``entry`` is the phrase or pattern of the
    list. ``strength`` is how far the claim is weakened: 0 not at all, 1 nothing is asserted; 0 but for hedges.
    """

    span: Span
    marker_class: MarkerClass
    shade: str
    entry: str
    strength: float = 0.0


def is_estimative(language: str) -> bool:
    """Tell whether there is a list of such words for a language."""
    return language in _PACKAGES


def find_markers(text: str, language: str, *classes: MarkerClass) -> tuple[Marker, ...]:
    """
    Give the words of some classes, of all where none is named, in order of place.

    Raises:
        ReferenceTableError: there is no list for the language.
    """
    lexicon, small = _lexicon(language), lowered(text)
    found = (marker for name in classes or MarkerClass for marker in _find(lexicon[name], name, text, small))
    return tuple(sorted(found, key=lambda marker: (marker.span, tuple(MarkerClass).index(marker.marker_class))))


def find_hedges(text: str, language: str) -> tuple[Marker, ...]:
    """
    Give the words that weaken a claim.

    >>> told = "It looks like President Vesk did not come. He was probably ill in May."
    >>> [(hedge.span.of(told), hedge.shade) for hedge in find_hedges(told, "en")]
    [('It looks like', 'appearance'), ('probably', 'doubt')]
    """
    return find_markers(text, language, MarkerClass.HEDGE)


def find_boosters(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words that strengthen a claim without a ground."""
    return find_markers(text, language, MarkerClass.BOOSTER)


def find_likelihoods(text: str, language: str) -> tuple[Marker, ...]:
    """Give the terms of likelihood; the shade is the band of ICD 203, or "number" for one in per cent."""
    return find_markers(text, language, MarkerClass.LIKELIHOOD)


def find_unbanded(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words that estimate without a band ("possibly", "may")."""
    return find_markers(text, language, MarkerClass.UNBANDED)


def find_confidences(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words on how sure the author is of a judgement."""
    return find_markers(text, language, MarkerClass.CONFIDENCE)


def find_motive_words(text: str, language: str) -> tuple[Marker, ...]:
    """
    Give the words that tell what somebody wants, fears, aims at or hides.

    >>> told = "The letter was sent in order to save face; in order to sign it, two ministers flew in."
    >>> [word.span.of(told) for word in find_motive_words(told, "en")]
    ['in order to save']
    """
    return find_markers(text, language, MarkerClass.MOTIVE)


def find_mood_words(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words on feelings, sincerity and atmosphere."""
    return find_markers(text, language, MarkerClass.MOOD)


def find_body_words(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words on posture, gesture, face, health, age and dress."""
    return find_markers(text, language, MarkerClass.BODY)


def find_character_words(text: str, language: str) -> tuple[Marker, ...]:
    """Give the verdicts on persons and texts."""
    return find_markers(text, language, MarkerClass.CHARACTER)


def find_rhetoric(text: str, language: str) -> tuple[Marker, ...]:
    """Give the images ("fig leaf"), glosses ("in other words") and asides ("let us start")."""
    return find_markers(text, language, MarkerClass.RHETORIC)


def find_premises(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words that name a ground ("judging by") or open a conclusion ("therefore"), by their shade."""
    return find_markers(text, language, MarkerClass.PREMISE)


def find_norms(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words that tell of a rule, of what is usual, or of what is odd, by their shade."""
    return find_markers(text, language, MarkerClass.NORM)


def find_causes(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words that tell what came of what ("cause"), or what came soon after what ("sequence")."""
    return find_markers(text, language, MarkerClass.CAUSE)


def find_absences(text: str, language: str) -> tuple[Marker, ...]:
    """Give the words that tell as a fact that something did not happen."""
    return find_markers(text, language, MarkerClass.ABSENCE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """The shade and strength that one table of a class gives its words."""

    shade: str
    strength: float


@dataclass(frozen=True, slots=True, eq=False)
class _Finder:
    """The words of one class made ready: phrases labelled by number of entry, patterns with theirs (-1: none)."""

    entries: tuple[_Entry, ...]
    phrases: Phrases
    patterns: tuple[tuple[re.Pattern[str], int], ...]


def load_estimative_table(language: str) -> dict[str, Any]:
    """
    Give the shipped table of a language; callers read it and never change it.

    Raises:
        ReferenceTableError: there is none for the language.
    """
    if language not in _PACKAGES:
        raise ReferenceTableError(wanted=f"estimative words in one of {', '.join(_PACKAGES)}", got=language)
    return load_toml(_PACKAGES[language], "estimative.toml")


@cache
def _lexicon(language: str) -> dict[MarkerClass, _Finder]:
    table = load_estimative_table(language)
    return {name: _finder(table.get(name.value, []), table.get("not", {}).get(name.value, {})) for name in MarkerClass}


def _finder(tables: list[dict[str, Any]], cancelled: dict[str, Any]) -> _Finder:
    numbered = [(-1, cancelled), *enumerate(tables)]
    return _Finder(
        entries=tuple(_Entry(table["shade"], float(table.get("strength", 0.0))) for table in tables),
        phrases=build_phrases(
            (phrase, _NONE if number < 0 else f"{number}")
            for number, table in numbered
            for phrase in make_phrases(table.get("words", ()))
        ),
        patterns=tuple(
            (re.compile(pattern, re.MULTILINE), number)
            for number, table in numbered
            for pattern in make_patterns(table)
        ),
    )


def _find(finder: _Finder, name: MarkerClass, text: str, small: str) -> Iterator[Marker]:
    """Give the words of one class: of those that overlap the one that begins first, then the longest."""
    reached = 0
    for start, far, number in sorted(_fits(finder, text, small)):
        if start < reached:
            continue
        reached = -far
        if number >= 0 and not _is_name(text, start):
            entry = finder.entries[number]
            yield Marker(
                span=Span(start, reached),
                marker_class=name,
                shade=entry.shade,
                entry=small[start:reached],
                strength=entry.strength,
            )


def _fits(finder: _Finder, text: str, small: str) -> Iterator[tuple[int, int, int]]:
    """Give start, negative end and number of entry; what is none of the class goes before what is, at one place."""
    for fit in finder.phrases.find(text):
        yield fit.start, -fit.end, -1 if _NONE in fit.labels else int(fit.labels[0])
    for pattern, number in finder.patterns:
        for match in pattern.finditer(small):
            stripped = match.group().strip(_AROUND)
            start = match.start() + match.group().index(stripped)
            yield start, -(start + len(stripped)), number


def _is_name(text: str, start: int) -> bool:
    """Tell whether words begin with a capital in mid-sentence: a month, a surname, a title."""
    if not text[start].isupper() or text[start : start + 2] == "I ":
        return False
    return _OPENS.search(text, max(0, start - _REACH), start) is None
