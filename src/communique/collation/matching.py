"""Which statements of two texts answer each other, and which stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.collation.alignment import assign
from communique.collation.likeness import Likeness, measure_likeness
from communique.collation.statements import Statement
from communique.collation.vectors import Vectors

SAME = 0.52
"""Likeness from which two statements say the same; measured on labelled pairs of readouts."""

ANSWERS = 0.36
"""Likeness from which two statements that are each other's nearest are on one matter."""

NEAR = 0.29
"""Likeness from which two such statements may be on one matter: enough to compare the order, not the words."""

ANSWERS_FIRMLY = 0.42
"""Likeness from which two statements are on one matter though another is nearer."""

_RANKS = 1
"""How many statements may be nearer than the answer, in each direction, for the lower bound to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two statements on one matter: their likeness, and whether they say the same."""

    first: Statement
    second: Statement
    likeness: float
    words: float
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """
    Two texts' statements matched: the matches in the first's order, and what each side says alone.

    ``near`` holds the matches and those that are too unlike to be compared word by word.
    """

    matches: tuple[Match, ...]
    near: tuple[Match, ...]
    first_only: tuple[Statement, ...]
    second_only: tuple[Statement, ...]


def match_statements(first: Sequence[Statement], second: Sequence[Statement], vectors: Vectors) -> Matching:
    """
    Match the statements of two texts, whatever their order.

    One answers at most one; a further statement that says no more than one already answered is covered by it and
    stands nowhere.
    """
    likeness = measure_likeness(first, second, vectors)
    ranks = _ranks(likeness.whole)
    near = [(i, j, score) for i, j, score in assign(likeness.whole, floor=NEAR) if _answers(score, ranks[i, j])]
    pairs = [(i, j, score) for i, j, score in near if score >= ANSWERS]
    taken_rows, taken_columns = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    return Matching(
        matches=tuple(_match(first[i], second[j], likeness, i, j) for i, j, _ in pairs),
        near=tuple(_match(first[i], second[j], likeness, i, j) for i, j, _ in near),
        first_only=tuple(s for i, s in enumerate(first) if i not in taken_rows and not _covered(likeness.whole[i])),
        second_only=tuple(
            s for j, s in enumerate(second) if j not in taken_columns and not _covered(likeness.whole[:, j])
        ),
    )


def _answers(score: float, rank: float) -> bool:
    return score >= ANSWERS_FIRMLY or rank <= _RANKS


def _match(first: Statement, second: Statement, likeness: Likeness, row: int, column: int) -> Match:
    score = float(likeness.whole[row, column])
    words = float(likeness.words[row, column])
    return Match(first=first, second=second, likeness=score, words=words, same=score >= SAME)


def _ranks(whole: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give for each cell how many of its row and of its column are higher, the greater of both."""
    if not whole.size:
        return whole
    return np.maximum(_by_order(whole, 0), _by_order(whole, 1)).astype(np.float32)


def _by_order(whole: NDArray[np.float32], axis: int) -> NDArray[np.int64]:
    """Give the place of each cell along an axis, 0 for the highest."""
    return np.asarray(np.argsort(np.argsort(-whole, axis=axis, kind="stable"), axis=axis, kind="stable"))


def _covered(scores: NDArray[np.float32]) -> bool:
    return bool(scores.size and scores.max() >= SAME)
