"""Whether two spellings name one person: across scripts, transliterations, initials, inflection and slips."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from communique.reference.sounds import (
    NamePart,
    generation_of,
    given_forms,
    is_cyrillic,
    parts_of,
    without_last_vowels,
)

SAME = 85.0
"""The score (0 to 100) from which two spellings are taken for one person."""

INITIAL = 90.0
GIVEN = 95.0
ALONE = 70.0
"""Scores of an initial that fits, of two forms of one given name, of a name that stands alone."""

SHORT, LONG = 5, 8
"""Letters from which one slip of the pen is allowed, and two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """
    How alike two spellings of a name are.

    ``score`` runs from 0 to 100, higher is more alike; ``same`` tells whether they are taken for one person;
    ``reason`` is the sentence that explains it.
    """

    score: float
    same: bool
    reason: str


def same_person(a: str, b: str) -> bool:
    """
    Tell whether two spellings are taken for one person; see `compare_names`.

    >>> same_person("Kossym-Jomart Tokaeyv", "Касым-Жомартом Токаевым")
    True
    >>> same_person("Gurbanguly Berdimuhamedov", "Serdar Berdimuhamedov")
    False
    """
    return compare_names(a, b).same


def same_among(name: str, among: Iterable[str]) -> str | None:
    """
    Give the one name of a set that a spelling means; a plain surname will do where only one bears it.

    >>> same_among("Mr Vesk", ["Ilmar Vesk", "Adela Korin"])
    'Ilmar Vesk'
    """
    likenesses = [(compare_names(name, other), other) for other in dict.fromkeys(among)]
    for least in (SAME, ALONE):
        found = [other for likeness, other in likenesses if likeness.score >= least]
        if found:
            return found[0] if len(found) == 1 else None
    return None


@lru_cache(maxsize=16_384)
def compare_names(a: str, b: str) -> Likeness:
    """
    Compare two spellings of a person's name, in any order of the two and in any scripts.

    Both are transliterated (anyascii), folded to how they sound, freed of honorifics and Russian and Kazakh case
    endings, and aligned word by word, with room for slips (optimal string alignment; Boytsov 2011), initials and
    forms of one given name. Words left over on both sides mean two persons: a first name vetoes. A name that stands
    alone fits everyone who bears it, so it is never enough.

    >>> compare_names("K.-J. Tokayev", "Қасым-Жомарт Тоқаев").same
    True
    >>> print(compare_names("Osmund Vesk", "Ilmar Vesk").reason)
    “Ilmar” and “Osmund” are different names: two persons
    """
    if a == b:
        return Likeness(score=100.0, same=True, reason="both are written alike")
    a, b = sorted((a, b))
    one, other = parts_of(a), parts_of(b)
    if not one or not other:
        return Likeness(score=0.0, same=False, reason="a name has no letters")
    if {generation_of(a), generation_of(b)} == {"younger", "elder"}:
        return Likeness(score=ALONE - 1, same=False, reason="one is the younger, the other the elder: two persons")
    if [part.sound for part in one] == [part.sound for part in other]:
        return Likeness(score=100.0, same=True, reason="both sound alike when transliterated")
    apart, joined = _aligned(one, other), _aligned(parts_of(a, joined=True), parts_of(b, joined=True))
    return max(apart, joined, key=lambda likeness: likeness.same)


def _likeness(a: NamePart, b: NamePart) -> float:
    """Score two words of a name, 0 where they are different names."""
    if a.initial or b.initial:
        return _initial_likeness(a, b)
    if a.sound == b.sound:
        return 100.0
    if a.numeral or b.numeral:
        return 0.0
    if given_forms(a.word) & given_forms(b.word):
        return GIVEN
    return max(_slip(x, y) for x, y in _sounds(a, b))


def _sounds(a: NamePart, b: NamePart) -> Iterable[tuple[str, str]]:
    """Pair what may be compared: with a Cyrillic word in play, also without endings, and Latin without last vowels."""
    yield a.sound, b.sound
    if not is_cyrillic(a.word + b.word):
        return
    for x in a.stems | {without_last_vowels(a.sound)}:
        for y in b.stems | {without_last_vowels(b.sound)}:
            yield x, y


def _slip(a: str, b: str) -> float:
    shorter = min(len(a), len(b))
    allowed = (shorter >= SHORT) + (shorter >= LONG)
    return fuzz.ratio(a, b) if OSA.distance(a, b, score_cutoff=allowed) <= allowed else 0.0


def _initial_likeness(a: NamePart, b: NamePart) -> float:
    if a.initial and b.initial:
        return 100.0 if a.sound == b.sound else 0.0
    short, full = (a, b) if a.initial else (b, a)
    if full.numeral:
        return 0.0
    forms = {full.sound, *given_forms(full.word)}
    return INITIAL if any(form.startswith(short.sound) for form in forms) else 0.0


def _aligned(one: tuple[NamePart, ...], other: tuple[NamePart, ...]) -> Likeness:
    pairs = _pairs(one, other)
    left = [part for place, part in enumerate(one) if place not in {x for x, _, _ in pairs}]
    right = [part for place, part in enumerate(other) if place not in {y for _, y, _ in pairs}]
    if left and right and not _same_father(one, other):
        return _vetoed(one, other, left[0], right[0])
    if sum(not (one[x].initial or other[y].initial) for x, y, _ in pairs) == 0:
        return Likeness(score=0.0, same=False, reason="nothing but initials to go by")
    if len(pairs) == 1 and (left or right):
        word = one[pairs[0][0]].word
        return Likeness(score=ALONE, same=False, reason=f"only “{word}” is given: it may be anyone of that name")
    if clash := _middle_clash(one, other) or _surname_clash(one, other, pairs):
        return _vetoed(one, other, *clash)
    return _agreed(one, other, pairs)


def _same_father(one: tuple[NamePart, ...], other: tuple[NamePart, ...]) -> bool:
    """Tell whether first name and father's name agree ("Selim bin Davor"), whichever further forebears are named."""
    if not (any(part.filial for part in one[1:2]) and any(part.filial for part in other[1:2])):
        return False
    return _likeness(one[0], other[0]) > 0 and _likeness(one[1], other[1]) > 0


def _pairs(one: tuple[NamePart, ...], other: tuple[NamePart, ...]) -> list[tuple[int, int, float]]:
    """Align the words greedily, the likest first; a word is used once."""
    scored = ((-_likeness(a, b), abs(x - y), x, y) for x, a in enumerate(one) for y, b in enumerate(other))
    pairs: list[tuple[int, int, float]] = []
    for negative, _, x, y in sorted(scored):
        if negative < 0 and all(x != u and y != v for u, v, _ in pairs):
            pairs.append((x, y, -negative))
    return pairs


def _surname_clash(
    one: tuple[NamePart, ...], other: tuple[NamePart, ...], pairs: list[tuple[int, int, float]]
) -> tuple[NamePart, NamePart] | None:
    """Find a middle initial that was taken for a last name: "Adela B. Korin" is not "Adela Brand"."""
    for x, y, _ in pairs:
        a, b = one[x], other[y]
        last = x == len(one) - 1 if b.initial else y == len(other) - 1
        if a.initial != b.initial and last and len(pairs) < max(len(one), len(other)):
            return a, b
    return None


def _middle_clash(one: tuple[NamePart, ...], other: tuple[NamePart, ...]) -> tuple[NamePart, NamePart] | None:
    """Find two first middle names that differ ("George H. W.", "George W.") between the same first and last name."""
    if min(len(one), len(other)) < 3:  # noqa: PLR2004 - first, middle, last
        return None
    if not _likeness(one[0], other[0]) or not _likeness(one[-1], other[-1]):
        return None
    return None if _likeness(one[1], other[1]) else (one[1], other[1])


def _vetoed(one: tuple[NamePart, ...], other: tuple[NamePart, ...], a: NamePart, b: NamePart) -> Likeness:
    alike = fuzz.token_set_ratio(" ".join(part.sound for part in one), " ".join(part.sound for part in other))
    reason = f"“{a.word}” and “{b.word}” are different names: two persons"
    return Likeness(score=min(alike, ALONE - 1), same=False, reason=reason)


def _agreed(one: tuple[NamePart, ...], other: tuple[NamePart, ...], pairs: list[tuple[int, int, float]]) -> Likeness:
    lengths = [len(one[x].sound) + len(other[y].sound) for x, y, _ in pairs]
    score = sum(length * part for length, (_, _, part) in zip(lengths, pairs, strict=True)) / sum(lengths)
    worst = min(pairs, key=lambda pair: pair[2])
    a, b = one[worst[0]].word, other[worst[1]].word
    grounds = "all words sound alike" if worst[2] == 100.0 else f"“{a}” and “{b}” are close"  # noqa: PLR2004 - full marks
    return Likeness(score=max(score, SAME), same=True, reason=f"{grounds}, and no word speaks against it")
