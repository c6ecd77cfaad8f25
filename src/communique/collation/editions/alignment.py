"""Which sentences of one edition answer which of the other: one to one first, then two to one where one was split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from communique.collation.alignment import assign, csls
from communique.collation.editions.facts import EditionText, fact_likeness, find_facts, weigh_facts
from communique.collation.vectors import Matrix, Vectors

Likeness = NDArray[np.float32]

FLOOR = 0.1
"""Likeness from which two sentences answer each other; below it a sentence stands alone."""

SPLIT_GAIN = 0.04
"""By how much two sentences together must be liker to one than the first of them was alone."""

FACTS, PLACE = 0.5, 0.1
"""What facts in common, and standing far apart in the two texts, weigh beside vectors."""

WEAK_VECTORS, STRONG_FACTS = 0.5, 0.7
"""What vectors and facts weigh for a language that the model hardly knows."""

FEW, USUAL_COSINE = 4, 0.35
"""Below how many sentences a text has no cosines of its own to compare with, and the cosine taken as usual then."""

WELL_KNOWN = frozenset({"en", "ru"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Sentences of both editions, by number, that say the same; ``likeness`` is higher the liker they are."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of one edition as vectors and facts, singly and each joined with the next."""

    single: Matrix
    joined: Matrix
    facts: Sequence[frozenset[str]]

    @property
    def joined_facts(self) -> Sequence[frozenset[str]]:
        return [one | other for one, other in pairwise(self.facts)]


@dataclass(frozen=True, slots=True)
class _Scores:
    """How alike sentences are: single ones, two of the first with one of the second, and the other way round."""

    single: Likeness
    first_joined: Likeness
    second_joined: Likeness
    plain: Likeness


def align_editions(first: EditionText, second: EditionText, *, vectors: Vectors) -> tuple[Answer, ...]:
    """
    Give the sentences that answer each other, in the order of the first edition.

    One-to-one pairs are those whose likeness is highest in sum, whatever their order; a sentence left over then joins
    its neighbour where both together answer the same sentence better than the neighbour alone (Gale and Church, 1993,
    let two sentences answer one in the same way, in order only).
    """
    if not first.manners or not second.manners:
        return ()
    scores = _scores(first, second, vectors)
    found = [Answer(first=(i,), second=(j,), likeness=s) for i, j, s in assign(scores.single, floor=FLOOR)]
    return tuple(sorted(_split(found, scores), key=lambda answer: answer.first))


def _scores(first: EditionText, second: EditionText, vectors: Vectors) -> _Scores:
    facts = find_facts(first, second)
    one, other = (_sentences(text, told, vectors) for text, told in zip((first, second), facts, strict=True))
    weights = weigh_facts((*facts[0], *facts[1]))
    known = {first.language, second.language} <= WELL_KNOWN
    by_vector, by_fact = (1.0, FACTS) if known else (WEAK_VECTORS, STRONG_FACTS)
    by_vector /= 1.0 - _usual(one.single, other.single)
    single = by_vector * _nearness(one.single, other.single) + by_fact * fact_likeness(one.facts, other.facts, weights)
    plain, first_joined, second_joined = (
        by_vector * (a @ b.T) + by_fact * fact_likeness(x, y, weights)
        for a, b, x, y in (
            (one.single, other.single, one.facts, other.facts),
            (one.joined, other.single, one.joined_facts, other.facts),
            (one.single, other.joined, one.facts, other.joined_facts),
        )
    )
    return _Scores(single - PLACE * _distance(*single.shape), first_joined, second_joined, plain)


def _usual(first: Matrix, second: Matrix) -> float:
    """Give the cosine that sentences of two texts usually have, so that models of any spread are measured alike."""
    if min(len(first), len(second)) < FEW:
        return 0.0
    return max(0.0, float(np.median(first @ second.T)))


def _nearness(first: Matrix, second: Matrix) -> Likeness:
    """Give how much nearer than usual two sentences are; in texts of few sentences the usual cosine is a constant."""
    if min(len(first), len(second)) < FEW:
        return np.asarray(first @ second.T - USUAL_COSINE, dtype=np.float32)
    return csls(first, second)


def _sentences(edition: EditionText, facts: Sequence[frozenset[str]], vectors: Vectors) -> _Sentences:
    texts = [edition.words(n) for n in range(len(edition.manners))]
    joined = [f"{one} {other}" for one, other in pairwise(texts)]
    rows = vectors.encode([*texts, *joined])
    return _Sentences(rows[: len(texts)], rows[len(texts) :], facts)


def _distance(rows: int, columns: int) -> Likeness:
    """Give how far apart two sentences stand, each measured on its own text from 0 to 1."""
    one, other = (np.linspace(0, 1, size, dtype=np.float32) for size in (rows, columns))
    return np.asarray(np.abs(one[:, None] - other[None, :]), dtype=np.float32)


def _split(found: Sequence[Answer], scores: _Scores) -> Iterator[Answer]:
    """Join a sentence that is left over to the answer of a neighbour, where that gains enough."""
    rows, columns = scores.single.shape
    lone_first = set(range(rows)) - {i for answer in found for i in answer.first}
    lone_second = set(range(columns)) - {j for answer in found for j in answer.second}
    gains = sorted(_gains(found, scores, lone_first, lone_second), key=lambda gain: -gain[0])
    joined: dict[int, Answer] = dict(enumerate(found))
    for _, n, answer in gains:
        new_first, new_second = set(answer.first) & lone_first, set(answer.second) & lone_second
        if joined[n] is found[n] and (new_first or new_second):
            joined[n] = answer
            lone_first -= new_first
            lone_second -= new_second
    yield from joined.values()


def _gains(
    found: Sequence[Answer], scores: _Scores, lone_first: set[int], lone_second: set[int]
) -> Iterator[tuple[float, int, Answer]]:
    for n, answer in enumerate(found):
        (i,), (j,) = answer.first, answer.second
        alone = scores.plain[i, j]
        for k in {i - 1, i + 1} & lone_first:
            gain = float(scores.first_joined[min(i, k), j] - alone)
            if gain > SPLIT_GAIN:
                yield gain, n, replace(answer, first=tuple(sorted((i, k))))
        for k in {j - 1, j + 1} & lone_second:
            gain = float(scores.second_joined[i, min(j, k)] - alone)
            if gain > SPLIT_GAIN:
                yield gain, n, replace(answer, second=tuple(sorted((j, k))))


def find_lone(editions: tuple[EditionText, EditionText], answers: Sequence[Answer]) -> Iterator[tuple[int, int]]:
    """
    Give the sentences that only one edition has: 0 or 1 for the edition, and the sentence's number.

    In a language that the model hardly knows, a sentence is left out where one of the other edition stands alone in the
    same place: the two may answer each other unrecognised.
    """
    told = [[n for n, manner in enumerate(edition.manners) if manner.tells] for edition in editions]
    links = [
        [(answer.first, answer.second) for answer in answers],
        [(answer.second, answer.first) for answer in answers],
    ]
    lone = [[n for n in told[side] if not any(n in own for own, _ in links[side])] for side in range(len(editions))]
    known = {edition.language for edition in editions} <= WELL_KNOWN
    for side in range(len(editions)):
        for n in lone[side]:
            if known or not any(m in _gap(n, links[side], editions[1 - side]) for m in lone[1 - side]):
                yield side, n


def _gap(n: int, links: Sequence[tuple[tuple[int, ...], tuple[int, ...]]], other: EditionText) -> range:
    """Give the stretch of the other edition between the answers of the sentences around one."""
    before = max((pair for pair in links if max(pair[0]) < n), key=lambda pair: pair[0], default=None)
    after = min((pair for pair in links if min(pair[0]) > n), key=lambda pair: pair[0], default=None)
    ends = (max(before[1]) if before else -1, min(after[1]) if after else len(other.manners))
    return range(min(ends), max(ends) + 1)
