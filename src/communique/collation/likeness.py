"""How alike two statements are: by their facts first, then by their words, then by their sense as a model sees it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from communique.collation.statements import Statement
from communique.collation.vectors import Vectors
from communique.languages.acts import act_lexicon

Table: TypeAlias = NDArray[np.float32]
"""Rows for the statements of one text; columns for those of the other, or for features."""

Features: TypeAlias = Mapping[Hashable, float]
"""What a statement has, each with its weight."""

_WEAK, _NAME, _WORD = 0.25, 1.5, 1.0
_SENSE, _WORDS, _FACTS = 0.5, 0.4, 0.1
_WITH_FRAME = 0.75
_SENSE_ACROSS, _FACTS_ACROSS = 0.85, 0.15


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    Two texts' statements against each other, rows for the first, columns for the second; all from 0 to 1.

    ``whole`` is the likeness that aligns; ``sense`` the cosine of the sentence vectors; ``words`` how much of the
    content words of both, by weight, they share.
    """

    whole: Table
    sense: Table
    words: Table


def measure_likeness(first: Sequence[Statement], second: Sequence[Statement], vectors: Vectors) -> Likeness:
    """Measure each statement of one text against each of the other."""
    sense = _sense(first, second, vectors)
    facts = shared_facts(first, second)
    if first and second and first[0].language != second[0].language:
        nothing = np.zeros_like(sense)
        return Likeness(_met(first, second, _SENSE_ACROSS * sense + _FACTS_ACROSS * facts), sense, nothing)
    words = shared_words(first, second)
    return Likeness(_met(first, second, _SENSE * sense + _WORDS * words + _FACTS * facts), sense, words)


def _met(first: Sequence[Statement], second: Sequence[Statement], whole: Table) -> Table:
    """Keep sentences that only say that the encounter took place from answering any other."""
    here, there = (np.array([one.opening for one in side], dtype=bool) for side in (first, second))
    return np.where(here[:, None] == there[None, :], whole, np.float32(0.0)).astype(np.float32)


def weight_of(lemma: str, statement: Statement) -> float:
    """Give how much a word says: little where all such texts have it, more where it is a name."""
    if lemma in statement.names:
        return _NAME
    return _WEAK if lemma in act_lexicon(statement.language).weak else _WORD


def shared_words(first: Sequence[Statement], second: Sequence[Statement]) -> Table:
    """Give how much of the content words of both, by weight, each two share (Dice, 1945), 0 to 1."""
    ours, theirs = _laid_out([_weights(s) for s in first], [_weights(s) for s in second])
    both = ours @ np.sign(theirs).T + np.sign(ours) @ theirs.T
    return _share(both.astype(np.float32), ours.sum(axis=1)[:, None] + theirs.sum(axis=1))


def shared_facts(first: Sequence[Statement], second: Sequence[Statement]) -> Table:
    """Give how far each two share topics, numbers, third sides and places of conflict (Jaccard, 1901), 0 to 1."""
    ours, theirs = _laid_out(*([dict.fromkeys(facts_of(s), 1.0) for s in side] for side in (first, second)))
    both = ours @ theirs.T
    return _share(both, ours.sum(axis=1)[:, None] + theirs.sum(axis=1) - both)


def facts_of(statement: Statement) -> frozenset[Hashable]:
    """Give what a statement is about, free of language: topics, numbers, places of conflict, third sides."""
    return frozenset({*statement.topics, *statement.numbers, *statement.conflicts, *statement.sides})


def _weights(statement: Statement) -> Features:
    return {lemma: weight_of(lemma, statement) for lemma in statement.lemmas}


def _laid_out(first: Sequence[Features], second: Sequence[Features]) -> tuple[Table, Table]:
    """Lay the features of two texts' statements out in columns that both texts have in common."""
    columns = {feature: n for n, feature in enumerate(dict.fromkeys(f for row in (*first, *second) for f in row))}
    return _table(first, columns), _table(second, columns)


def _table(rows: Sequence[Features], columns: Mapping[Hashable, int]) -> Table:
    table: Table = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for row, features in zip(table, rows, strict=True):
        row[[columns[feature] for feature in features]] = list(features.values())
    return table


def _share(part: Table, whole: Table) -> Table:
    """Divide cell by cell, nothing by nothing being nothing, and no part more than the whole."""
    share: Table = np.divide(part, whole, out=np.zeros_like(part), where=whole > 0).clip(max=1)
    return share


def _sense(first: Sequence[Statement], second: Sequence[Statement], vectors: Vectors) -> Table:
    """Give the cosine of what is said, or most of that of the whole statements where it is higher."""
    core = vectors.encode([s.core for s in first]) @ vectors.encode([s.core for s in second]).T
    whole = vectors.encode([s.words for s in first]) @ vectors.encode([s.words for s in second]).T
    sense: Table = np.clip(np.maximum(core, _WITH_FRAME * whole), 0.0, 1.0).astype(np.float32)
    return sense
