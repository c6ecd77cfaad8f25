"""Words of inflected names compared without their case endings, in Cyrillic; in other scripts, as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_SHORTEST = 3
_LONGEST_ENDING = 3
_BEFORE_ENDING = frozenset("аеиоуыэюяйь")
_CACHED = 50_000


@lru_cache(maxsize=_CACHED)
def same_word(one: str, other: str) -> bool:
    """
    Tell whether two words in small letters may be one name in two cases: they differ in the ending only.

    >>> same_word("веском", "веск"), same_word("веск", "селим"), same_word("vesk", "veska")
    (True, False, False)
    """
    one, other = one.replace("ё", "е"), other.replace("ё", "е")
    if one == other:
        return True
    if not (one[:1] >= "\u0400" and other[:1] >= "\u0400"):
        return False
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[shared:], other[shared:])
    if shared < _SHORTEST or max(map(len, rests)) > _LONGEST_ENDING:
        return False
    return all(not rest or rest[0] in _BEFORE_ENDING for rest in rests)


def among(word: str, words: Iterable[str]) -> bool:
    """Tell whether a word, in any case, is among others."""
    return any(same_word(word, other) for other in words)
