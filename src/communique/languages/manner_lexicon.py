"""The words of manner of one language, read from the table beside it, and how they are found among its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.errors import ReferenceTableError
from communique.languages.manner_words import Marked, Word
from communique.model import Part, Span
from communique.text.tables import load_toml

SHARED = "communique.languages"
_GAP = 3
_SECTIONS = ("acts", "deeds", "hedges", "weak_hedges", "things", "posts", "ranks", "portfolios", "occasions")


@dataclass(frozen=True, slots=True)
class _Phrase:
    pieces: tuple[str, ...]
    concept: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one kind, found by their first word: by base form, by a part of it (``*``), or by a number (``#``)."""

    exact: dict[str, tuple[_Phrase, ...]]
    begun: tuple[_Phrase, ...]

    def at(self, words: Sequence[Word], i: int) -> Iterator[tuple[int, str]]:
        """Give where each phrase that stands at a word ends (exclusive), with its concept."""
        lemmas = words[i].lemmas | {words[i].lower}
        for lemma in lemmas:
            for phrase in self.exact.get(lemma, ()):
                if (end := _end(words, i, phrase.pieces)) is not None:
                    yield end, phrase.concept
        for phrase in self.begun:
            if (end := _end(words, i, phrase.pieces)) is not None:
                yield end, phrase.concept


def _end(words: Sequence[Word], i: int, pieces: tuple[str, ...]) -> int | None:
    """Give where a phrase that begins at a word ends; a gap takes as few words as may be."""
    if not pieces:
        return i
    if pieces[0] == "…":
        ends = (_end(words, i + gap, pieces[1:]) for gap in range(_GAP + 1))
        return next((end for end in ends if end is not None), None)
    if i >= len(words) or not _fits(words[i], pieces[0]):
        return None
    return _end(words, i + 1, pieces[1:])


def _fits(word: Word, piece: str) -> bool:
    if piece == "#":
        return word.number
    if piece.startswith("*"):
        return word.lower.endswith(piece[1:])
    if piece.endswith("*"):
        return word.lower.startswith(piece[:-1])
    return piece == word.lower or piece in word.lemmas


@dataclass(frozen=True, slots=True)
class MannerLexicon:
    """All words of manner of one language."""

    acts: Phrases
    deeds: Phrases
    hedges: Phrases
    weak_hedges: Phrases
    things: Phrases
    posts: Phrases
    ranks: Phrases
    portfolios: Phrases
    occasions: Phrases
    boilerplate: Phrases
    plans: frozenset[str]
    dated: frozenset[str]
    distributive: frozenset[str]
    joining: frozenset[str]
    ordinals: tuple[str, ...]


@cache
def load_manner_lexicon(package: str) -> MannerLexicon:
    """
    Read ``manner.toml`` of a language's package, once.

    Raises:
        ReferenceTableError: a part of the table is missing.
    """
    table = load_toml(package, "manner.toml")
    try:
        sections = {name: _phrases(table.get(name, {})) for name in _SECTIONS}
        grammar = table["grammar"]
        return MannerLexicon(
            **sections,
            boilerplate=_phrases({"boilerplate": grammar["boilerplate"]}),
            plans=_plain(table["plans"]["words"]),
            dated=_plain(table["plans"]["dated"]),
            distributive=_plain(grammar["distributive"]),
            joining=_plain(grammar["and"]),
            ordinals=tuple(grammar["ordinals"]),
        )
    except KeyError as missing:
        raise ReferenceTableError(wanted=f"a whole table of manner in {package}", got=f"none for {missing}") from None


def _plain(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word.replace("ё", "е") for word in words)


def _phrases(table: dict[str, list[str]]) -> Phrases:
    exact: dict[str, tuple[_Phrase, ...]] = {}
    begun: list[_Phrase] = []
    for concept, phrases in table.items():
        for words in phrases:
            phrase = _Phrase(tuple(words.replace("ё", "е").split()), concept)
            first = phrase.pieces[0]
            if first == "#" or "*" in first:
                begun.append(phrase)
            else:
                exact[first] = (*exact.get(first, ()), phrase)
    return Phrases(exact, tuple(begun))


def find_marked(phrases: Phrases, words: Sequence[Word], part: Part, *, verbs: bool = False) -> Iterator[Marked]:
    """
    Give the concepts that a sentence's words stand for, in order: the longest phrase at each place, none in another.

    With ``verbs``, only phrases whose first word is a verb.
    """
    i = 0
    while i < len(words):
        found = tuple(phrases.at(words, i)) if words[i].verb or not verbs else ()
        end = max((end for end, _ in found), default=i)
        if not found:
            i += 1
            continue
        yield _marked(words[i:end], frozenset(concept for stop, concept in found if stop == end), part)
        i = end


def _marked(words: Sequence[Word], concepts: frozenset[str], part: Part) -> Marked:
    times = next((word.times for word in words if word.times is not None), None)
    plural = words[0].plural
    return Marked(concepts=concepts, span=Span(words[0].start, words[-1].end, part), times=times, plural=plural)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The place of an act of speech: the scale, the step on it, and its force beside acts of other scales."""

    name: str
    step: int
    force: int


@cache
def load_scales() -> dict[str, Scale]:
    """Give the scale of each act; callers read it and never change it."""
    rows: dict[str, dict[str, Any]] = load_toml(SHARED, "manners.toml")["acts"]
    return {name: Scale(name=row["scale"], step=row["step"], force=row["force"]) for name, row in rows.items()}


@cache
def load_hedge_kin() -> dict[str, frozenset[str]]:
    """Give the kin of each hedge; callers read it and never change it."""
    rows: dict[str, list[str]] = load_toml(SHARED, "manners.toml")["hedges"]
    return {name: frozenset(kin) for name, kin in rows.items()}
