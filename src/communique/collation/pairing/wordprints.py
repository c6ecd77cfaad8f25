"""How nearly two texts are the same text: a small print of each, compared without the texts."""

from __future__ import annotations

import hashlib
import unicodedata
from zlib import crc32

from communique.collation.pairing.namings import tokens_of

_RUN = 3
_SIZE = 96


def digest_of(text: str) -> str:
    """Give the hash of a text's words, whatever the case, the blanks and the typographic marks."""
    return hashlib.sha256(" ".join(_words(text)).encode()).hexdigest()[:24]


def wordprint_of(text: str) -> frozenset[int]:
    """
    Give the print of a text: the smallest hashes of its runs of three words (Broder, 1997).

    A text of fewer words has one run.
    """
    words = _words(text)
    runs = (" ".join(words[place : place + _RUN]) for place in range(max(1, len(words) - _RUN + 1)))
    return frozenset(sorted({crc32(run.encode()) for run in runs})[:_SIZE])


def print_likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """
    Estimate which part of the runs of either text both have (Jaccard, 1901), 0 to 1.

    >>> print_likeness(wordprint_of("They met in Tarsk today."), wordprint_of("They met in Tarsk, today!"))
    1.0
    """
    both = one & other
    if not both:
        return 0.0
    smallest = sorted(one | other)[: min(len(one), len(other))]
    return sum(1 for number in smallest if number in both) / len(smallest)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in tokens_of(unicodedata.normalize("NFKC", text))]
