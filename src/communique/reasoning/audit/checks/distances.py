"""Which of two occasions some words of distance put later: "two days after the talks", "and the next day"."""

from __future__ import annotations

import re

from communique.languages.commentary import Construction, pattern_of

_GOVERNED = 32
"""Letters behind "after" or "before" within which the occasion stands that it governs."""

BEHIND = 10**6
"""The place of an occasion that the words leave out and that stands behind all of them."""


def direction_of(words: str, distance: re.Match[str], first: int, second: int, language: str) -> int:
    """
    Tell whether of two occasions, by their places in the words, the second is told to be later (1) or earlier (-1).

    0 where the words do not tell. A preposition puts what it governs on its own side of the other; "the next day" puts
    what stands behind it after what stands ahead of it. "A week earlier" looks back on what need not be in the words.

    >>> from communique.languages.commentary import Cue, match_cue
    >>> def told(words, first, second):
    ...     return direction_of(words, match_cue(words, Cue.DISTANCE), words.index(first), words.index(second), "en")
    >>> told("Two days after the talks she lectured", "talks", "lectured")
    1
    >>> told("She lectured two days before the talks", "lectured", "talks")
    1
    >>> told("They talked, and the next day she lectured", "talked", "lectured")
    1
    >>> told("They talked; a week earlier she had lectured", "talked", "lectured")
    0
    """
    way = -1 if pattern_of(Construction.EARLIER, language).search(distance[0]) else 1
    if distance.groupdict().get("same"):
        return 0
    governed = next((at for at in (first, second) if _governs(words, distance, at, language)), None)
    if governed is not None:
        return way if governed == first else -way
    return 1 if way > 0 and first < distance.start() < second else 0


def _governs(words: str, distance: re.Match[str], at: int, language: str) -> bool:
    """Tell whether words of distance end in a preposition with the occasion right behind it."""
    ends = pattern_of(Construction.GOVERNS, language).search(distance[0]) is not None
    between = words[distance.end() : at]
    return ends and 0 <= at - distance.end() <= _GOVERNED and "," not in between
