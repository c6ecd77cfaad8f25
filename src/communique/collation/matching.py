"""Which statements of two texts answer each other, and which stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from communique.collation.alignment import assign
from communique.collation.likeness import Likeness, Table, measure_likeness
from communique.collation.matters import SPECIAL, pair_by_matter
from communique.collation.statements import BOTH, Statement
from communique.collation.vectors import Vectors
from communique.languages.acts import ActLexicon, act_lexicon
from communique.languages.lemmas import lemmatise

Pair: TypeAlias = tuple[int, int]
"""The place of a statement in the one text, and of its answer in the other."""

SAME = 0.52
"""Likeness from which two statements say the same; measured on labelled pairs of readouts."""

ANSWERS = 0.36
"""Likeness from which two statements that are each other's nearest are on one matter."""

ANSWERS_FIRMLY = 0.42
"""Likeness from which two statements are on one matter though another is nearer."""

_SEVERAL = 5
"""Words of weight that one of two statements may not have beyond the other to say the same."""

_RANKS = 1
"""How many statements may be nearer than the answer, in each direction, for the lower bound to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """
    Two statements on one matter: their likeness, and whether they say the same.

    ``by_matter`` tells that they only name one rare thing, in words that are not alike.
    """

    first: Statement
    second: Statement
    likeness: float
    words: float
    same: bool
    by_matter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """
    Two texts' statements matched: the matches in the first's order, and what each side says alone.

    ``covered`` holds further statements that say what one already answered says, beside that one.
    """

    matches: tuple[Match, ...]
    covered: tuple[Match, ...]
    first_only: tuple[Statement, ...]
    second_only: tuple[Statement, ...]


def match_statements(first: Sequence[Statement], second: Sequence[Statement], vectors: Vectors) -> Matching:
    """
    Match the statements of two texts, whatever their order.

    One answers at most one; a further statement that says no more than one already answered is covered by it and
    is no difference. What is left is matched by the rare things that both name.
    """
    likeness = measure_likeness(first, second, vectors)
    ranks = _ranks(likeness.whole)
    pairs = [(i, j) for i, j, score in assign(likeness.whole, floor=ANSWERS) if _answers(score, ranks[i, j])]
    covered = [*_covered(likeness.whole, pairs), *((i, j) for j, i in _covered(likeness.whole.T, _turned(pairs)))]
    alone = _alone(first, (*pairs, *covered)), _alone(second, _turned((*pairs, *covered)))
    by_matter = pair_by_matter(first, second, alone)
    told = sorted((*pairs, *by_matter))
    return Matching(
        matches=tuple(
            replace(_match(first[i], second[j], likeness, i, j), by_matter=(i, j) in by_matter) for i, j in told
        ),
        covered=tuple(_match(first[i], second[j], likeness, i, j) for i, j in covered),
        first_only=tuple(first[i] for i in _alone(first, (*told, *covered))),
        second_only=tuple(second[j] for j in _alone(second, _turned((*told, *covered)))),
    )


def _covered(whole: Table, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the rows without an answer that say what a column says which answers another row, with that column."""
    answered = {row for row, _ in pairs}
    for row, scores in enumerate(whole):
        if row not in answered and scores.size and scores.max() >= SAME:
            yield row, int(scores.argmax())


def _alone(statements: Sequence[Statement], pairs: Iterable[Pair]) -> list[int]:
    answered = {row for row, _ in pairs}
    return [row for row in range(len(statements)) if row not in answered]


def _turned(pairs: Iterable[Pair]) -> list[Pair]:
    return [(column, row) for row, column in pairs]


def _answers(score: float, rank: float) -> bool:
    return score >= ANSWERS_FIRMLY or rank <= _RANKS


def _match(first: Statement, second: Statement, likeness: Likeness, row: int, column: int) -> Match:
    score = float(likeness.whole[row, column])
    words = float(likeness.words[row, column])
    same = score >= SAME and not parts_from(first, second)
    return Match(first=first, second=second, likeness=score, words=words, same=same)


def parts_from(first: Statement, second: Statement) -> bool:
    """
    Tell whether two statements of like words say different things.

    They do where they name other third states or special topics, give other numbers, are of other actors, differ in a
    word of degree ("all", "some", "consider"), each have a name that the other lacks, or one has several words of
    weight more.
    """
    if first.opening and second.opening:
        return False
    if first.sides != second.sides or (first.topics ^ second.topics) & SPECIAL:
        return True
    owners = {first.owner, second.owner} - {"", BOTH}
    if len(owners) > 1 or (first.numbers and second.numbers and first.numbers != second.numbers):
        return True
    if first.language != second.language:
        return False
    lexicon = act_lexicon(first.language)
    more, less = _own(first, second, lexicon), _own(second, first, lexicon)
    degrees = [frozenset(lemmatise(one.words, one.language)) & lexicon.degrees for one in (first, second)]
    named = bool(more & first.names) and bool(less & second.names)
    return named or degrees[0] != degrees[1] or max(len(more), len(less)) >= _SEVERAL


def _own(statement: Statement, other: Statement, lexicon: ActLexicon) -> frozenset[str]:
    """Give the words of weight that a statement has and the other lacks; verbs of speech are none."""
    return statement.lemmas - other.lemmas - lexicon.weak - lexicon.words.keys()


def _ranks(whole: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give for each cell how many of its row and of its column are higher, the greater of both."""
    if not whole.size:
        return whole
    return np.maximum(_by_order(whole, 0), _by_order(whole, 1)).astype(np.float32)


def _by_order(whole: NDArray[np.float32], axis: int) -> NDArray[np.int64]:
    """Give the place of each cell along an axis, 0 for the highest."""
    return np.asarray(np.argsort(np.argsort(-whole, axis=axis, kind="stable"), axis=axis, kind="stable"))
