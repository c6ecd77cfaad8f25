"""Words of the language exchanged for one another: mostly another statement, seldom a slip that makes a word."""

from __future__ import annotations

from itertools import groupby

from rapidfuzz.distance import OSA

from communique.collation.edits.scenes import Scene
from communique.languages.edit_forms import Relation

STEM, ENDING = 5, 3
"""Letters from which two words share a stem, and letters up to which they may differ after it."""

_LONG = 3


def is_exchanged_by_slip(scene: Scene, one: str, other: str) -> bool:
    """
    Tell whether of two words of the language one is a slip for the other: what a writer cannot have meant.

    Forms in one tense are a matter of agreement; another tense is a slip only where the word before demands it. Words
    of their own are slips if writers confuse them, if two letters changed places or one was doubled, or if only one of
    them is a function word, which cannot take the place of the other (real-word errors; Kukich, 1992).
    """
    match scene.lexicon.relate(one, other):
        case Relation.FORMS | Relation.CONFUSED:
            return True
        case Relation.TENSES:
            return _is_governed(scene, one, other)
        case Relation.DERIVED if same_stem(one, other):
            return True
        case _:
            function = (one in scene.lexicon.function) != (other in scene.lexicon.function)
            return _is_mistyped(one, other) or (function and OSA.distance(one, other) <= 1)


def has_other_initial(one: str, other: str) -> bool:
    """
    Tell whether two words differ in the first letter alone, which is seldom mistyped (Pollock and Zamora, 1984).

    >>> has_other_initial("marsh", "harsh"), has_other_initial("korin", "koren")
    (True, False)
    """
    return one[0] != other[0] and one[1:] == other[1:]


def same_stem(one: str, other: str) -> bool:
    """
    Tell whether two words begin alike and differ in a short ending.

    >>> same_stem("important", "importance"), same_stem("adopt", "adapt")
    (True, False)
    """
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((i for i, (x, y) in pairs if x != y), min(len(one), len(other)))
    return shared >= STEM and max(len(one), len(other)) - shared <= ENDING


def _is_governed(scene: Scene, one: str, other: str) -> bool:
    """Tell whether the word before the place allows one of the two forms alone."""
    before = scene.left()[-1:]
    for words, form in scene.lexicon.governed:
        if before and before[0].small in words:
            return bool(form.fullmatch(one)) != bool(form.fullmatch(other))
    return False


def _is_mistyped(one: str, other: str) -> bool:
    """
    Tell whether two neighbouring letters changed places, or one stands twice.

    >>> _is_mistyped("united", "untied"), _is_mistyped("planed", "planned"), _is_mistyped("adopt", "adapt")
    (True, True, False)
    """
    if OSA.distance(one, other) != 1:
        return False
    if sorted(one) == sorted(other):
        return True
    single = ["".join(letter for letter, _ in groupby(word)) for word in (one, other)]
    return single[0] == single[1] and min(len(one), len(other)) > _LONG
