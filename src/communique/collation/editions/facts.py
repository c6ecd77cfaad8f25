"""What a sentence tells in terms that all languages share, so that editions can be aligned by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from communique.languages.manner_words import Manner
from communique.languages.manners import read_manners
from communique.model import Account, Part, Release, Span
from communique.reference.sounds import sound

_WORD = re.compile(r"[^\W\d_]+")
_NAME_SOUNDS = 4
"""First sounds of a name that cases, adjectives and transliterations leave alone ("velm": Велмарка, Velmarkian)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionText:
    """One edition: its release, its sentences as they put things, and the headline's manner where it has one."""

    release: Release
    manners: tuple[Manner, ...]
    headline: Manner | None
    topics: tuple[frozenset[str], ...]

    @property
    def language(self) -> str:
        """The edition's language."""
        return self.release.language

    def words(self, index: int) -> str:
        """Give the words of one sentence."""
        return self.release.words(self.manners[index].sentence)


def read_edition(account: Account) -> EditionText:
    """Read an account's sentences and headline for what they share with other languages."""
    release = account.release
    manners = read_manners(release.text, account.sentences, release.language)
    title = (Span(0, len(release.title), Part.TITLE),) if release.title.strip() else ()
    headline = read_manners(release.title, title, release.language)
    return EditionText(
        release=release,
        manners=manners,
        headline=headline[0] if headline else None,
        topics=tuple(frozenset(_topics(account, sentence)) for sentence in account.sentences),
    )


def _topics(account: Account, sentence: Span) -> Iterator[str]:
    for share in account.topics:
        if any(sentence.covers(span) for span in share.spans):
            yield f"topic {share.topic}"


def find_facts(first: EditionText, second: EditionText) -> tuple[Sequence[frozenset[str]], Sequence[frozenset[str]]]:
    """Give the facts of each sentence of both editions: numbers, names, topics, and concepts of manner."""
    names = _names(first.release.text) | _names(second.release.text)
    return (
        [frozenset(_facts(first, i, names)) for i in range(len(first.manners))],
        [frozenset(_facts(second, i, names)) for i in range(len(second.manners))],
    )


def _names(text: str) -> frozenset[str]:
    """Give the first sounds of all words that have a capital inside a sentence."""
    found = (match for match in _WORD.finditer(text) if match.group()[0].isupper())
    inside = (m.group() for m in found if re.search(r"[\w,»”\"]\s\Z", text[max(0, m.start() - 2) : m.start()]))
    return frozenset(key for word in inside if (key := _key(word)))


def _key(word: str) -> str:
    heard = sound(word)
    return heard[:_NAME_SOUNDS].lower() if len(heard) >= _NAME_SOUNDS - 1 else ""


def _facts(edition: EditionText, index: int, names: frozenset[str]) -> Iterator[str]:
    manner = edition.manners[index]
    yield from edition.topics[index]
    yield from (f"number {amount.value:g}" for amount in manner.amounts)
    for marked in (*manner.acts, *manner.deeds, *manner.things, *manner.posts, *manner.occasions):
        yield from (f"concept {concept}" for concept in marked.concepts)
    keys = (_key(match.group()) for match in _WORD.finditer(edition.words(index)))
    yield from (f"name {key}" for key in keys if key in names)


def weigh_facts(rows: Sequence[frozenset[str]]) -> dict[str, float]:
    """Weigh each fact by how few sentences have it (inverse document frequency; Sparck Jones, 1972)."""
    counts = Counter(fact for row in rows for fact in row)
    return {fact: log(1 + len(rows) / count) for fact, count in counts.items()}


def fact_likeness(
    first: Sequence[frozenset[str]], second: Sequence[frozenset[str]], weights: dict[str, float]
) -> NDArray[np.float32]:
    """
    Give how much of what either sentence tells the other tells too, 0 to 1 (Dice, 1945, weighted).

    >>> float(fact_likeness([frozenset({"number 3"})], [frozenset({"number 3"})], {"number 3": 1.0})[0, 0])
    1.0
    """
    facts = sorted(weights)
    places = {fact: n for n, fact in enumerate(facts)}
    weight = np.array([weights[fact] for fact in facts], dtype=np.float32)
    one, other = (_matrix(rows, places) for rows in (first, second))
    common = 2 * (one * weight) @ other.T
    whole = (one @ weight)[:, None] + (other @ weight)[None, :]
    return np.asarray(np.divide(common, whole, out=np.zeros_like(common), where=whole > 0), dtype=np.float32)


def _matrix(rows: Sequence[frozenset[str]], places: dict[str, int]) -> NDArray[np.float32]:
    matrix = np.zeros((len(rows), len(places)), dtype=np.float32)
    for n, row in enumerate(rows):
        matrix[n, [places[fact] for fact in row]] = 1
    return matrix
