"""Which passages answer which, whatever their order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from communique.collation.vectors import Matrix


def csls(first: Matrix, second: Matrix, *, neighbours: int = 3) -> NDArray[np.float32]:
    """
    Give how alike each row of the one is to each row of the other, drawn down where a row is like everything.

    Cross-domain similarity local scaling (Conneau et al., 2018), halved so that it stays near a cosine: the cosine less
    the mean of both rows' cosines with their ``neighbours`` nearest of the other text. Above 0 means closer than usual.
    """
    cosine = first @ second.T
    if not cosine.size:
        return cosine
    near = min(neighbours, *cosine.shape)
    rows = np.sort(cosine, axis=1)[:, -near:].mean(axis=1, keepdims=True)
    columns = np.sort(cosine, axis=0)[-near:, :].mean(axis=0, keepdims=True)
    return np.asarray(cosine - (rows + columns) / 2, dtype=np.float32)


def assign(likeness: NDArray[np.float32], *, floor: float) -> tuple[tuple[int, int, float], ...]:
    """
    Pair rows with columns one to one so that the sum of their likeness is highest; none below the floor.

    The assignment is that of Kuhn (1955), by SciPy (its module for graphs loads in a third of the time of that for
    optimisation). Pairs come in the order of the rows.
    """
    if not likeness.size:
        return ()
    weights = np.maximum(likeness, floor) - floor + 1.0  # none is 0, which would mean no edge
    rows, columns = min_weight_full_bipartite_matching(csr_array(weights), maximize=True)
    return tuple(
        (int(row), int(column), float(likeness[row, column]))
        for row, column in sorted(zip(rows, columns, strict=True))
        if likeness[row, column] > floor
    )
