"""Are two texts evidently no versions of one text: too little of either stands in the other."""

from __future__ import annotations

import re
from collections import Counter

from communique.model import Release

RUN = 3
"""Words in a row that are looked for in the other text."""

LEAST_RUNS = 0.3
"""Share of the shorter text's runs that versions of one text have in common; seldom less than 0.9 of them."""

LEAST_WORDS = 0.7
"""Share of words in common from which a text too short for runs is a version; unrelated texts come to about 0.5."""

_WORD = re.compile(r"\w+")


def are_of_one_text(before: Release, after: Release) -> bool:
    """
    Tell whether two releases may be versions of one text; False only where they evidently are not.

    Compared are runs of three words (shingles; Broder, 1997), which unrelated texts of one office hardly share.

    >>> one = Release(address="a", issuer="", language="en", title="", text="Ilmar Vesk met with Adela Korin in Tarsk.")
    >>> other = Release(address="b", issuer="", language="en", title="", text="Grain prices fell again last week.")
    >>> are_of_one_text(one, one), are_of_one_text(one, other)
    (True, False)
    """
    first, second = _words(before), _words(after)
    return _runs_shared(first, second) >= LEAST_RUNS or _words_shared(first, second) >= LEAST_WORDS


def _words(release: Release) -> list[str]:
    return [word.casefold() for word in _WORD.findall(release.text or release.title)]


def _runs_shared(first: list[str], second: list[str]) -> float:
    """Give the share of the runs of the text that has fewer of them which stand in the other too."""
    one, other = _runs(first), _runs(second)
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def _words_shared(first: list[str], second: list[str]) -> float:
    """Give the share of all words, each as often as it stands, that both texts have (Dice, 1945)."""
    total = len(first) + len(second)
    return 2 * (Counter(first) & Counter(second)).total() / total if total else 1.0
