"""Sentences as vectors: the port that alignment asks; weights are loaded above this floor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float32]
"""One row a text, each of length 1; the cosine of two rows is their dot product."""


class Vectors(Protocol):
    """A model that turns sentences of any of its languages into vectors of one space."""

    @property
    def name(self) -> str:
        """The model and its version, for a report's provenance."""
        ...

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give one row of length 1 for each text; no rows for no texts."""
        ...
