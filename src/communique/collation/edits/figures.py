"""Changes of numbers, of the hedges on them, of what they count, and of dates."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from communique.collation.edits.scenes import Scene, only_words, said
from communique.collation.edits.slips import Kinds
from communique.collation.edits.words import Word
from communique.model.edits import EditKind
from communique.model.figures import HedgeKind

_FIGURE, _DATE = EditKind.FIGURE_CHANGED, EditKind.DATE_CHANGED
_FORCE = {HedgeKind.ABOVE: 3, None: 2, HedgeKind.ABOUT: 1, HedgeKind.BELOW: 0, HedgeKind.DOUBT: 0}
"""How much is claimed by a number with a hedge of this kind, or without one."""

_YEAR = 4
_NEAR = 2
_FEW = 3


def figures(scene: Scene) -> Kinds | None:
    """A number, its magnitude, its unit, or a hedge on it is another, or came or went; or a date."""
    kinds = [*_dates(scene), *_numbers(scene)]
    if kinds:
        return tuple(dict.fromkeys(kinds))
    return _bounds(scene)


def is_number(scene: Scene, word: Word) -> bool:
    """Tell whether a word is a number, in digits or in letters, or a magnitude."""
    return word.key[0].isdigit() or word.small in scene.lexicon.numbers or word.small in scene.lexicon.magnitudes


def _numbers(scene: Scene) -> tuple[EditKind, ...]:
    before = [word for word in scene.gone if is_number(scene, word) and not is_dating(scene, word, later=False)]
    after = [word for word in scene.come if is_number(scene, word) and not is_dating(scene, word, later=True)]
    if before and after:
        return (_FIGURE,)
    if before or after:
        told = _tells_quantity(scene, before, later=False) or _tells_quantity(scene, after, later=True)
        return (_FIGURE,) if told else ()
    return ()


def _tells_quantity(scene: Scene, numbers: list[Word], *, later: bool) -> bool:
    """Tell whether numbers that stand in one version alone count something: no addresses, lengths of time, ranks."""
    own = scene.come if later else scene.gone
    if numbers and len(own) == len(numbers):
        return not _spells(scene, numbers[-1], later=later)
    return any(is_quantity(scene, word, later=later) for word in numbers)


def is_quantity(scene: Scene, word: Word, *, later: bool) -> bool:
    """Tell whether a number is a sum, a share, a magnitude, or counts what is named after it in small letters."""
    before, after = _around(scene, word, later=later)
    lexicon = scene.lexicon
    if word.small in lexicon.magnitudes or lexicon.money.search(before) or lexicon.share.match(after):
        return True
    following = after.split()[:1]
    if following and following[0] in lexicon.magnitudes:
        return True
    counted = bool(following) and following[0].isalpha() and following[0] not in lexicon.function
    capital = _next_is_capital(scene, word, later=later)
    return counted and not capital and word.key[0].isdigit() and not lexicon.spells.match(after)


def _spells(scene: Scene, word: Word, *, later: bool) -> bool:
    return scene.lexicon.spells.match(_around(scene, word, later=later)[1]) is not None


def _around(scene: Scene, word: Word, *, later: bool) -> tuple[str, str]:
    """Give the words right before and after a word of a version, in small letters."""
    words, i = _place(scene, word, later=later)
    return said(words[max(0, i - _NEAR) : i]), said(words[i + 1 : i + 1 + _FEW])


def _next_is_capital(scene: Scene, word: Word, *, later: bool) -> bool:
    words, i = _place(scene, word, later=later)
    return i + 1 < len(words) and words[i + 1].capital


def _place(scene: Scene, word: Word, *, later: bool) -> tuple[tuple[Word, ...], int]:
    """Give the words of a version around the hunk, and the number of one word among them."""
    words = scene.later_words if later else scene.earlier_words
    return words, bisect_left(words, word.start, key=attrgetter("start"))


def is_dating(scene: Scene, word: Word, *, later: bool) -> bool:
    """Tell whether a number is part of a date or a time of day."""
    words, i = _place(scene, word, later=later)
    near = [other.small for other in words[max(0, i - _NEAR) : i + 1 + _NEAR]]
    if not word.key[0].isdigit():
        return False
    if any(scene.lexicon.months.fullmatch(other) for other in near):
        return True
    following = said(words[i + 1 : i + 2])
    if len(word.key) == _YEAR and word.key.isdigit() and word.key[:2] in {"19", "20"}:
        money = scene.lexicon.money.search(said(words[max(0, i - 1) : i]))
        return money is None and following not in scene.lexicon.magnitudes and following != "%"
    before = words[i - 1].key if i else ""
    return following == ":" or before == ":" or following in scene.lexicon.clock - {"s", "o", "local"}


def _dates(scene: Scene) -> tuple[EditKind, ...]:
    gone, come = _dated(scene, scene.gone, later=False), _dated(scene, scene.come, later=True)
    if gone and come:
        return (_DATE,)
    dated, own, other = (gone, scene.gone, scene.come) if gone else (come, scene.come, scene.gone)
    alone = bool(dated) and all(word in dated or word.small in scene.lexicon.around_dates for word in own)
    slight = all(word.small in scene.lexicon.around_dates for word in other)
    return (_DATE,) if alone and slight else ()


def _dated(scene: Scene, words: tuple[Word, ...], *, later: bool) -> list[Word]:
    """Give the words among these that date something."""
    lexicon = scene.lexicon
    return [
        word
        for word in words
        if lexicon.days.fullmatch(word.small)
        or (lexicon.months.fullmatch(word.small) and _is_month(scene, word, later=later))
        or is_dating(scene, word, later=later)
    ]


def _is_month(scene: Scene, word: Word, *, later: bool) -> bool:
    """Tell a month from a word spelt like one: it has a capital where the language gives it one ("May", "March")."""
    if word.small[0] >= "\u0400" or word.capital:
        words, i = _place(scene, word, later=later)
        return i == 0 or words[i - 1].is_word or len(words[i - 1].key) != 1 or words[i - 1].key in ",("
    return False


def _bounds(scene: Scene) -> Kinds | None:
    """A hedge before a number that stayed; a claim lowered or raised by it softens or hardens what is said."""
    right = scene.right()[:1]
    if not right or not (is_number(scene, right[0]) or scene.lexicon.money.fullmatch(right[0].small)):
        return None
    before = scene.lexicon.bound(said((*scene.left(later=False), *scene.before)))
    after = scene.lexicon.bound(said((*scene.left(), *scene.after)))
    if before == after:
        return None
    if before is None or after is None or _FORCE[before] == _FORCE[after]:
        return (_FIGURE,)
    softened = _FORCE[after] < _FORCE[before]
    return _FIGURE, EditKind.POSITION_SOFTENED if softened else EditKind.POSITION_HARDENED


def counted(scene: Scene) -> Kinds | None:
    """What a number counts is another thing now."""
    left = [word for word in scene.left() if word.is_word or scene.lexicon.share.fullmatch(word.small)][-1:]
    if not left or not is_number(scene, left[0]) or not scene.two_sided:
        return None
    short = max(len(only_words(scene.before)), len(only_words(scene.after))) <= _FEW
    return (_FIGURE,) if short and not is_dating(scene, left[0], later=True) else None
