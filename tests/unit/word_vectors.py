"""Vectors of words, hashed: two texts are alike as far as they share words; no meaning, and no weights to load."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np

from communique.collation.vectors import Matrix

WIDTH = 256


class WordVectors:
    """A model that knows words by their letters alone; it remembers how many texts it was asked for."""

    def __init__(self, name: str = "hashed words") -> None:
        self.name = name
        self.asked = 0

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give one row of length 1 for each text."""
        self.asked += len(texts)
        rows: Matrix = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for number, text in enumerate(texts):
            for word in re.findall(r"\w+", text.casefold()):
                rows[number, crc32(word.encode()) % WIDTH] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Matrix = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
        return unit
