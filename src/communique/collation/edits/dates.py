"""Dates written in another style: the same day, month and year in another order, or shortened."""

from __future__ import annotations

import re

from communique.collation.edits.scenes import Scene, only_words
from communique.collation.edits.words import Word

_DAY, _YEAR = re.compile(r"0?([1-9]|[12]\d|3[01])"), re.compile(r"(?:19|20)\d\d")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")
_MONTHS = 12
_BESIDE = frozenset(", . - / of the th st nd rd го е г года".split())
_REACH = 5

Date = tuple[int, int, int | None]


def restyled(scene: Scene) -> bool:
    """Tell whether a change only writes a date in another way ("February 10", "10 February", "Feb. 10th")."""
    if not all(_is_dating(scene, word) for word in (*scene.before, *scene.after)):
        return False
    plain = _date(scene, scene.before), _date(scene, scene.after)
    if plain[0] is not None:
        return plain[0] == plain[1]
    whole = _date(scene, _extended(scene, later=False)), _date(scene, _extended(scene, later=True))
    changed = bool(only_words(scene.before) or only_words(scene.after))
    return changed and whole[0] is not None and whole[0] == whole[1]


def _extended(scene: Scene, *, later: bool) -> tuple[Word, ...]:
    """Give the words of a version in the place, with those of a date on either side."""
    left, right = scene.left(later=later, reach=_REACH), scene.right(later=later, reach=_REACH)
    first = next((i for i in range(len(left), 0, -1) if not _is_dating(scene, left[i - 1])), 0)
    end = next((i for i, word in enumerate(right) if not _is_dating(scene, word)), len(right))
    return (*left[first:], *(scene.after if later else scene.before), *right[:end])


def _is_dating(scene: Scene, word: Word) -> bool:
    """Tell whether a word or mark may be part of a date."""
    if word.small in _BESIDE or scene.lexicon.month(word.small) is not None:
        return True
    return any(pattern.fullmatch(word.key) for pattern in (_DAY, _YEAR, _POINTED))


def _date(scene: Scene, words: tuple[Word, ...]) -> Date | None:
    """Read one date; None where the words hold none, or more than one."""
    pointed = [found for word in words if (found := _POINTED.fullmatch(word.key))]
    if pointed and len(pointed) == len(only_words(words)) == 1 and int(pointed[0][2]) <= _MONTHS:
        return int(pointed[0][1]), int(pointed[0][2]), int(pointed[0][3])
    months = [month for word in words if (month := scene.lexicon.month(word.small))]
    days = [int(word.key) for word in words if _DAY.fullmatch(word.key)]
    years = [int(word.key) for word in words if _YEAR.fullmatch(word.key)]
    if len(months) != 1 or len(days) != 1 or len(years) > 1:
        return None
    return days[0], months[0], years[0] if years else None
