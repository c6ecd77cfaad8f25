"""Passages paired by likeness, whatever their order."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from communique.collation.alignment import assign, csls

Table = NDArray[np.float32]
tables = st.tuples(st.integers(0, 4), st.integers(0, 4)).flatmap(
    lambda shape: arrays(np.float32, shape, elements=st.integers(0, 16).map(lambda n: n / 16))
)


def table(*rows: list[float]) -> Table:
    """Give a table of likeness."""
    return np.array(rows, dtype=np.float32)


@pytest.mark.parametrize(
    ("likeness", "floor", "pairs"),
    [
        (table([0.9, 0.1], [0.2, 0.8]), 0.3, [(0, 0), (1, 1)]),
        (table([0.1, 0.9], [0.8, 0.2]), 0.3, [(0, 1), (1, 0)]),
        (table([0.9, 0.8], [0.8, 0.1]), 0.3, [(0, 1), (1, 0)]),
        (table([0.9, 0.2], [0.8, 0.1]), 0.3, [(0, 0)]),
        (table([0.9, 0.8, 0.7]), 0.3, [(0, 0)]),
        (table([0.3]), 0.3, []),
        (np.zeros((0, 3), dtype=np.float32), 0.3, []),
        (np.zeros((3, 0), dtype=np.float32), 0.3, []),
    ],
)
def test_pairs_are_the_best_in_sum(likeness: Table, floor: float, pairs: list[tuple[int, int]]) -> None:
    """One to one, none at the floor or below it, in the order of the rows."""
    assert [(row, column) for row, column, _ in assign(likeness, floor=floor)] == pairs


@given(tables, st.sampled_from([0.0, 0.25, 0.5]))
def test_no_row_or_column_is_paired_twice(likeness: Table, floor: float) -> None:
    """Each pair bears its likeness, above the floor."""
    pairs = assign(likeness, floor=floor)
    assert len({row for row, _, _ in pairs}) == len({column for _, column, _ in pairs}) == len(pairs)
    assert all(score == likeness[row, column] and score > floor for row, column, score in pairs)


@given(tables, st.sampled_from([0.0, 0.25, 0.5]))
def test_no_other_pairing_has_a_higher_sum(likeness: Table, floor: float) -> None:
    """Against all pairings of small tables, counting what lies above the floor."""
    wide = likeness if likeness.shape[0] <= likeness.shape[1] else likeness.T
    gains = np.maximum(wide - floor, 0)
    best = max(
        sum(float(gains[row, column]) for row, column in enumerate(columns))
        for columns in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert sum(score - floor for _, _, score in assign(likeness, floor=floor)) == pytest.approx(best, abs=1e-5)


@given(tables)
def test_what_is_like_everything_is_drawn_down(cosines: Table) -> None:
    """The scaled likeness is never above the cosine where all cosines are positive, and keeps its shape."""
    rows = cosines / np.maximum(np.linalg.norm(cosines, axis=1, keepdims=True), 1e-6)
    found = csls(rows, rows)
    assert found.shape == (len(rows), len(rows))
    assert (found <= rows @ rows.T + 1e-6).all()
    assert found == pytest.approx(found.T, abs=1e-5)


def test_a_hub_loses_to_the_nearest() -> None:
    """A row near to all is nearer to none than the one that is near to it alone."""
    first = table([1.0, 0.0], [0.0, 1.0])
    second = table([0.7071, 0.7071], [0.8, 0.6])
    scaled = csls(first, second, neighbours=2)
    assert scaled[0, 1] > scaled[0, 0]
    assert scaled[1, 0] > scaled[1, 1]


@pytest.mark.parametrize("shape", [(0, 2), (2, 0), (0, 0)])
def test_no_rows_give_no_likeness(shape: tuple[int, int]) -> None:
    """Texts without sentences are scaled to an empty table."""
    first, second = np.zeros((shape[0], 4), dtype=np.float32), np.zeros((shape[1], 4), dtype=np.float32)
    assert csls(first, second).shape == shape
