"""Statements that speak of one rare thing in other words: a body, a place, a third state, a special topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from communique.collation.alignment import assign
from communique.collation.statements import Statement
from communique.model import Topic

SPECIAL = frozenset(
    {
        Topic.CYBER_INFORMATION,
        Topic.NUCLEAR_ENERGY,
        Topic.ENERGY,
        Topic.SANCTIONS,
        Topic.CONSULAR_PRISONERS,
        Topic.MIGRATION_BORDERS,
        Topic.CLIMATE_ENVIRONMENT,
        Topic.SPACE,
        Topic.HUMANITARIAN_AID,
        Topic.TERRORISM,
        Topic.ARMS_CONTROL,
        Topic.AGRICULTURE_FOOD,
    }
)
"""Topics so special that two statements on them speak of one matter, where each text has few."""

_RARE = 0.6
"""What two statements must share: each thing counts the more the fewer statements of both texts have it."""


def pair_by_matter(
    first: Sequence[Statement], second: Sequence[Statement], alone: tuple[Sequence[int], Sequence[int]]
) -> tuple[tuple[int, int], ...]:
    """
    Pair those of two texts' statements that stand alone and share what few others of either text have.

    ``alone`` are the places of the statements that have no answer yet; the pairs are places in the texts.
    """
    rows, columns = alone
    if not rows or not columns:
        return ()
    ours, theirs = _counted(first), _counted(second)
    shared = np.array(
        [[_weight(things_of(first[i]) & things_of(second[j]), ours, theirs) for j in columns] for i in rows],
        dtype=np.float32,
    )
    return tuple((rows[i], columns[j]) for i, j, _ in assign(shared, floor=_RARE))


def things_of(statement: Statement) -> frozenset[Hashable]:
    """Give the things that a statement names: bodies and places by name, third sides, special topics."""
    if statement.opening:
        return frozenset()
    return frozenset({*statement.names, *statement.sides, *(statement.topics & SPECIAL)})


def _counted(statements: Iterable[Statement]) -> Counter[Hashable]:
    return Counter(thing for statement in statements for thing in things_of(statement))


def _weight(things: Iterable[Hashable], ours: Counter[Hashable], theirs: Counter[Hashable]) -> float:
    return sum(2 / (ours[thing] + theirs[thing]) for thing in things)
