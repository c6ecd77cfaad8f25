"""Changes that state nothing new: spacing, letters, marks, names spelt otherwise, slips of the pen mended."""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import OSA

from communique.collation.edits.exchanged import ENDING, STEM, has_other_initial, is_exchanged_by_slip, same_stem
from communique.collation.edits.scenes import Scene, only_words, said
from communique.collation.edits.words import Word
from communique.model.edits import EditKind
from communique.reference.sounds import sound

Kinds = tuple[EditKind, ...]

_TYPO, _NAME, _SPACING = (EditKind.TYPO,), (EditKind.NAME_SPELLING,), (EditKind.MARKUP_SPACING,)
_FEW, _SHORT, _MIDDLE, _LONG = 3, 3, 6, 9


def spacing(scene: Scene) -> Kinds | None:
    """The same letters and marks, only the blanks between them stand elsewhere."""
    if "".join(word.key for word in scene.before) != "".join(word.key for word in scene.after):
        return None
    parts = (*scene.before, *scene.after)
    return _NAME if all(scene.is_proper(word) for word in parts) else _SPACING


def letters(scene: Scene) -> Kinds | None:
    """The same letters in the same order: hyphens, marks or capitals differ."""
    before, after = only_words(scene.before), only_words(scene.after)
    if not before and not after:
        return _marks(scene)
    if "".join(word.small for word in before) != "".join(word.small for word in after):
        return None
    hyphened = "-" in {word.key for word in (*scene.before, *scene.after)}
    beside = (*before, *after, *(scene.left()[-1:] if hyphened else ()))
    return _NAME if any(map(scene.is_proper, beside)) and not _is_placed(scene) else _TYPO


def _is_placed(scene: Scene) -> bool:
    return any(True for words in (scene.before, scene.after) for _ in scene.texts.places.among(words))


def _marks(scene: Scene) -> Kinds:
    """Only marks differ; between the parts of one person's name they spell it."""
    left, right = scene.left()[-1:], scene.right()[:1]
    marks = (*scene.before, *scene.after)
    if all(word.key == "-" and word.spaced for word in marks) and right and right[0].spaced and right[0].capital:
        return _SPACING
    glued = "-" in {word.key for word in marks}
    between = [word for word in (*left, *right) if scene.is_proper(word)]
    named = glued and len(between) == len(left) + len(right) > 1 and not any(scene.texts.places.among(tuple(between)))
    return _NAME if named else _TYPO


def notation(scene: Scene) -> Kinds | None:
    """The same number or unit written otherwise: in digits or letters, with or without commas, "percent" for "%"."""
    before, after = said(scene.before), said(scene.after)
    lexicon = scene.lexicon
    if not before or not after:
        return None
    if lexicon.share.fullmatch(before) and lexicon.share.fullmatch(after):
        return _TYPO
    values = _values(scene, scene.gone), _values(scene, scene.come)
    return _TYPO if values[0] and values[0] == values[1] else None


def _values(scene: Scene, words: tuple[Word, ...]) -> tuple[float, ...] | None:
    """Give the values of words that are all plain numbers; None where one is not."""
    found: list[float] = []
    for word in words:
        plain = word.key.replace(",", "")
        value = float(plain) if plain.replace(".", "", 1).isdecimal() else scene.lexicon.values.get(word.small)
        if value is None:
            return None
        found.append(value)
    return tuple(found)


def repeated(scene: Scene) -> Kinds | None:
    """A word or two that stood twice in a row stand once now, or the other way round."""
    words = only_words(scene.before or scene.after) if not (scene.before and scene.after) else ()
    if not 0 < len(words) <= _FEW:
        return None
    own = [word.small for word in words]
    left = [word.small for word in only_words(scene.left())][-len(own) :]
    right = [word.small for word in only_words(scene.right())][: len(own)]
    return _TYPO if own in (left, right) else None


def names(scene: Scene) -> Kinds | None:
    """The words of one person's name in another order or spelling."""
    before, after = only_words(scene.before), only_words(scene.after)
    if not before or not after:
        return _fuller(scene)
    if sorted(word.small for word in before) == sorted(word.small for word in after):
        named = all(word.capital for word in before) and any(map(scene.is_proper, before))
        return _NAME if named else _TYPO
    gone, come = scene.gone, scene.come
    if len(gone) != len(come) or not 0 < len(gone) <= _FEW:
        return None
    pairs = tuple(zip(gone, come, strict=True))
    named = all(_may_be_name(scene, one) and _may_be_name(scene, other) for one, other in pairs)
    if any(_are_two_places(scene, one, other) for one, other in pairs):
        return None
    return _NAME if named and all(_is_variant(scene, one, other) for one, other in pairs) else None


def _fuller(scene: Scene) -> Kinds | None:
    """An initial, a given name or a form of address before or inside a name that stood there already."""
    words = scene.one_side
    left, right = scene.left()[-1:], scene.right()[:1]
    if not 0 < len(words) < _FEW or not right or not right[0].capital or scene.is_office(right[0]):
        return None
    if all(word.small.rstrip(".") in scene.lexicon.address for word in words):
        return _NAME
    marks = {word.key for word in (*scene.before, *scene.after) if not word.is_word} - {".", "-"}
    initials = all(len(word.key.rstrip(".")) == 1 and word.capital for word in words)
    titled = bool(left) and left[0].capital and (scene.is_office(left[0]) or scene.is_proper(left[0]))
    given = all(scene.is_proper(word) for word in words) and scene.is_proper(right[0])
    return _NAME if titled and not marks and (initials or given) else None


def _are_two_places(scene: Scene, one: Word, other: Word) -> bool:
    """Tell whether both words are names of states or cities, not of the same one."""
    here, there = scene.texts.places.at((one,), 0), scene.texts.places.at((other,), 0)
    return here is not None and there is not None and (here.code, here.is_side) != (there.code, there.is_side)


def _may_be_name(scene: Scene, word: Word) -> bool:
    return word.capital and not scene.is_office(word)


def _is_variant(scene: Scene, one: Word, other: Word) -> bool:
    """Tell whether two words spell one name: no words of the language both, unless they stand with a name."""
    if not alike_names(one.small, other.small) or (_is_ordinary(scene, one) and _is_ordinary(scene, other)):
        return False
    if has_other_initial(one.small, other.small) and sound(one.small) != sound(other.small):
        return False
    if scene.is_proper(one) and scene.is_proper(other):
        return True
    before = [word for word in scene.left() if word.is_word and len(word.key) > 1][-1:]
    return bool(before) and before[0].capital and (scene.is_office(before[0]) or scene.is_proper(before[0]))


def _is_ordinary(scene: Scene, word: Word) -> bool:
    """Tell whether a word is one of the language; of a language that is not read, one that opens a sentence may be."""
    return scene.lexicon.ordinary(word.small) if scene.texts.is_read else not only_words(scene.left())


def alike_names(one: str, other: str) -> bool:
    """
    Tell whether two words in small letters may spell one name: the same without accents, alike in sound, or a slip.

    >>> alike_names("vesk", "wesk"), alike_names("korin", "selim")
    (True, False)
    """
    return _folded(one) == _folded(other) or sound(one) == sound(other) or _is_slip(one, other)


def _folded(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _is_slip(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    allowed = (shorter >= _SHORT) + (shorter >= _MIDDLE) + (shorter >= _LONG)
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def slips(scene: Scene) -> Kinds | None:
    """Words misspelt, in the wrong form, or small words that say nothing by themselves."""
    gone, come = scene.gone, scene.come
    lexicon = scene.lexicon
    if not scene.texts.is_read or any(word.small in lexicon.negations for word in (*gone, *come)):
        return None
    if all(word.small in lexicon.function for word in (*gone, *come)) and max(len(gone), len(come)) < _FEW:
        return _TYPO if _agree(scene) else None
    if len(gone) != len(come) or not 0 < len(gone) <= _FEW:
        return None
    return _TYPO if all(is_misspelt(scene, a, b) for a, b in zip(gone, come, strict=True)) else None


def _agree(scene: Scene) -> bool:
    """Tell whether small words that were exchanged are of one tense and no opposites."""
    tenses = scene.lexicon.tenses
    for gone in scene.gone:
        for come in scene.come:
            if _opposed(scene, gone.small, come.small):
                return False
            mine = [group for group in tenses if gone.small in group]
            yours = [group for group in tenses if come.small in group]
            if mine != yours and mine and yours:
                return False
    return True


def is_misspelt(scene: Scene, one: Word, other: Word) -> bool:
    """Tell whether one word is a slip for the other, or its form: no number, no opposite, no weaker or stronger one."""
    a, b = one.small, other.small
    lexicon = scene.lexicon
    if not scene.texts.is_read or a[0].isdigit() or b[0].isdigit() or {a, b} & (lexicon.numbers | lexicon.magnitudes):
        return False
    if _opposed(scene, a, b) or _prefixed(lexicon.prefixes, a, b) or lexicon.level(a) != lexicon.level(b):
        return False
    if a in lexicon.function and b in lexicon.function:
        return True
    if lexicon.days.fullmatch(a) or lexicon.months.fullmatch(a):
        return not (lexicon.days.fullmatch(b) or lexicon.months.fullmatch(b)) and _is_slip(a, b)
    if lexicon.office_heads.fullmatch(a) and lexicon.office_heads.fullmatch(b) and not same_stem(a, b):
        return False
    if _are_two_places(scene, one, other) or (one.capital and other.capital and has_other_initial(a, b)):
        return False
    if lexicon.ordinary(a) and lexicon.ordinary(b):
        return is_exchanged_by_slip(scene, a, b)
    distance = OSA.distance(a, b)
    short = min(len(a), len(b)) <= STEM
    return same_stem(a, b) or (distance <= 1 if short else distance <= ENDING and _is_slip(a, b))


def _opposed(scene: Scene, a: str, b: str) -> bool:
    return any(
        (one.fullmatch(a) and other.fullmatch(b)) or (one.fullmatch(b) and other.fullmatch(a))
        for one, other in scene.lexicon.opposites
    )


def _prefixed(prefixes: tuple[str, ...], a: str, b: str) -> bool:
    """Tell whether two words differ in a prefix alone ("legal", "illegal"; "import", "export")."""
    if a == b:
        return False
    stems = tuple({word, *(word[len(p) :] for p in prefixes if word.startswith(p))} for word in (a, b))
    return any(len(stem) > _FEW for stem in stems[0] & stems[1])
