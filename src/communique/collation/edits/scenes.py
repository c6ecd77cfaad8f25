"""One changed place with what stands around it: what the rules that name the kinds of an edit look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from communique.collation.edits.hunks import Hunk
from communique.collation.edits.names import PlaceNames, shipped_places
from communique.collation.edits.words import Word, Wording
from communique.languages.edit_lexicon import EditLexicon
from communique.languages.speech import find_quoted
from communique.model import Part

_NEAR = 8
_QUOTATION = 5
"""Words from which a passage between quotation marks is somebody's speech and not a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """
    Both versions of one part of a release; what only some rules need is found when it is asked for.

    ``language`` is that of the word lists; ``is_read`` tells that the texts are in it, and in no language without any.
    """

    before: Wording
    after: Wording
    title: str
    lexicon: EditLexicon
    language: str
    told: PlaceNames | None = None
    is_read: bool = True
    _spoken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _sentences: dict[int, frozenset[tuple[str, ...]]] = field(default_factory=dict)

    @property
    def places(self) -> PlaceNames:
        """The names of states and cities: those told, else of the shipped tables."""
        return shipped_places(self.language) if self.told is None else self.told

    def is_spoken(self, wording: Wording, at: int) -> bool:
        """Tell whether a character stands in a turn of a transcript or in a quotation of some length."""
        if id(wording) not in self._spoken:
            self._spoken[id(wording)] = _speech(wording, self.title, self.lexicon)
        spans = self._spoken[id(wording)]
        i = bisect_right(spans, (at, len(wording.text) + 1)) - 1
        return i >= 0 and spans[i][0] <= at < spans[i][1]

    def sentences(self, wording: Wording) -> frozenset[tuple[str, ...]]:
        """Give the words of all sentences of a version."""
        if id(wording) not in self._sentences:
            bounds = map(wording.bounds, range(len(wording.starts)))
            keys = (tuple(word.key for word in wording.words[first:end]) for first, end in bounds)
            self._sentences[id(wording)] = frozenset(keys)
        return self._sentences[id(wording)]


def _speech(wording: Wording, title: str, lexicon: EditLexicon) -> list[tuple[int, int]]:
    if wording.part is not Part.TEXT:
        return []
    spoken = list(lexicon.turns(wording.text, title))
    quoted = (quoted.content for quoted in find_quoted(wording.text))
    spoken += [span for span in quoted if _is_quotation(span.of(wording.text))]
    held: list[tuple[int, int]] = []
    for span in sorted(spoken):
        if held and span.start <= held[-1][1]:
            held[-1] = (held[-1][0], max(held[-1][1], span.end))
        else:
            held.append((span.start, span.end))
    return held


def _is_quotation(words: str) -> bool:
    found = re.findall(r"[^\W\d_]+", words)
    return len(found) >= _QUOTATION and sum(word[0].islower() for word in found) * 2 > len(found)


@dataclass(frozen=True)
class Scene:
    """A hunk among its words."""

    texts: Texts
    hunk: Hunk

    @property
    def lexicon(self) -> EditLexicon:
        """The words of the language."""
        return self.texts.lexicon

    @cached_property
    def before(self) -> tuple[Word, ...]:
        """The words and marks of the earlier version, in its place."""
        return self.texts.before.words[slice(*self.hunk.before)]

    @cached_property
    def after(self) -> tuple[Word, ...]:
        """The words and marks of the later version, in its place."""
        return self.texts.after.words[slice(*self.hunk.after)]

    @cached_property
    def gone(self) -> tuple[Word, ...]:
        """The words of the earlier version that the later one lacks here."""
        return _without(self.before, self.after)

    @cached_property
    def come(self) -> tuple[Word, ...]:
        """The words of the later version that the earlier one lacked here."""
        return _without(self.after, self.before)

    @property
    def two_sided(self) -> bool:
        """Whether words were replaced by words, not only added or taken away."""
        return bool(only_words(self.before) and only_words(self.after))

    @cached_property
    def one_side(self) -> tuple[Word, ...]:
        """The words that were only added or only taken away; none where words were replaced."""
        return () if self.two_sided else self.gone or self.come

    @property
    def added(self) -> bool:
        """Whether words were only added."""
        return bool(self.come) and not only_words(self.before)

    @cached_property
    def earlier_words(self) -> tuple[Word, ...]:
        """The words of the earlier version in its place, with those around it."""
        return (*self.left(later=False), *self.before, *self.right(later=False))

    @cached_property
    def later_words(self) -> tuple[Word, ...]:
        """The words of the later version in its place, with those around it."""
        return (*self.left(), *self.after, *self.right())

    def left(self, *, later: bool = True, reach: int = _NEAR) -> tuple[Word, ...]:
        """The words before the place, in its sentence, the nearest last."""
        wording, (start, _) = (self.texts.after, self.hunk.after) if later else (self.texts.before, self.hunk.before)
        if not wording.words:
            return ()
        low = wording.starts[wording.sentence_of(min(start, len(wording.words) - 1))]
        return wording.words[max(low, start - reach) : start]

    def right(self, *, later: bool = True, reach: int = _NEAR) -> tuple[Word, ...]:
        """The words after the place, in its sentence, the nearest first."""
        wording, (start, end) = (self.texts.after, self.hunk.after) if later else (self.texts.before, self.hunk.before)
        if end >= len(wording.words):
            return ()
        high = wording.bounds(wording.sentence_of(start))[1]
        return wording.words[end : min(high, end + reach)]

    def sentence(self) -> tuple[Word, ...]:
        """The words of the sentence, in the version that has more of the place."""
        later = bool(self.after)
        wording, (start, _) = (self.texts.after, self.hunk.after) if later else (self.texts.before, self.hunk.before)
        return wording.words[slice(*wording.bounds(wording.sentence_of(start)))]

    def is_spoken(self) -> bool:
        """Tell whether the words belong to somebody's direct speech."""
        wording, words = (self.texts.after, self.after) if self.after else (self.texts.before, self.before)
        return bool(words) and self.texts.is_spoken(wording, words[0].start)

    def is_proper(self, word: Word) -> bool:
        """Tell whether a word looks like a name of its own: a capital, and no word of the language or of an office."""
        small, places = word.small, self.texts.places
        if not word.capital or small in self.lexicon.function or small in places.adjectives:
            return False
        if self.lexicon.offices.fullmatch(small) or self.lexicon.ordinary(small):
            return False
        place = places.at((word,), 0)
        return place is None or not place.is_side

    def is_office(self, word: Word) -> bool:
        """Tell whether a word helps to name an office."""
        return self.lexicon.offices.fullmatch(word.small) is not None


def _without(words: tuple[Word, ...], others: tuple[Word, ...]) -> tuple[Word, ...]:
    """Give the words that are not among the others, each as often as it is more."""
    spare = Counter(word.small for word in others)
    kept = []
    for word in words:
        if not word.is_word:
            continue
        if spare[word.small]:
            spare[word.small] -= 1
        else:
            kept.append(word)
    return tuple(kept)


def only_words(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Give the words without the marks."""
    return tuple(word for word in words if word.is_word)


def said(words: tuple[Word, ...]) -> str:
    """
    Give words in small letters with single blanks, as the patterns of the lexicons want them.

    >>> from communique.collation.edits.words import find_words
    >>> said(tuple(find_words("The  Arvenian side’s view")))
    "the arvenian side's view"
    """
    return " ".join(word.small for word in words)
