"""Changes of where something took place or stands."""

from __future__ import annotations

from communique.collation.edits.people import is_sides
from communique.collation.edits.scenes import Scene, only_words, said
from communique.collation.edits.slips import Kinds
from communique.collation.edits.words import Word, Wording
from communique.languages.edit_lexicon import EditLexicon
from communique.model import Part
from communique.model.edits import EditKind

_PLACE = (EditKind.PLACE_CHANGED,)
_HEAD = 8
_LINE = 9
_REST = 3
_LONG_LIST = 80
_LINKS = frozenset({"and", "of", "the", "и", "в"})


def places(scene: Scene) -> Kinds | None:
    """One place stands for another, or a phrase that says where came or went."""
    if scene.texts.after.part is Part.PLACE:
        return _PLACE
    if not scene.two_sided:
        return _PLACE if _says_where(scene, scene.one_side) else None
    if _is_same_side(scene):
        return (EditKind.OTHER,)
    if not (_names_place(scene, scene.gone, later=False) and _names_place(scene, scene.come, later=True)):
        return None
    rest = [w for w in (*scene.gone, *scene.come) if not w.capital and w.small not in scene.lexicon.function]
    return (*_PLACE, EditKind.OTHER) if len(rest) > _REST else _PLACE


def listed_places(scene: Scene) -> Kinds | None:
    """A name came, went or changed in a list of places."""
    return _PLACE if _lists_places(scene) else None


def _is_same_side(scene: Scene) -> bool:
    """Tell whether a state is named by another of its names."""
    gone, come = tuple(scene.texts.places.among(scene.gone)), tuple(scene.texts.places.among(scene.come))
    if not is_sides(scene, scene.gone) or not is_sides(scene, scene.come):
        return False
    return all(name.is_side for name in (*gone, *come)) and {n.code for n in gone} == {n.code for n in come}


def _lists_places(scene: Scene) -> bool:
    """Tell whether the words are names in a list of places: "Northern, Sund and Lake Counties"."""
    changed = (*scene.gone, *scene.come)
    nouns = scene.lexicon.place_nouns
    if not changed or not all(
        word.capital or word.small in scene.lexicon.function or nouns.fullmatch(word.small) for word in changed
    ):
        return False
    if all(any(nouns.fullmatch(word.small) for word in words) for words in (scene.before, scene.after)):
        return True
    later = bool(scene.come)
    return _reaches_noun(scene, scene.right(later=later, reach=_LONG_LIST)) or _reaches_noun(
        scene, tuple(reversed(scene.left(later=later, reach=_LONG_LIST)))
    )


def _reaches_noun(scene: Scene, words: tuple[Word, ...]) -> bool:
    """Tell whether a plural noun for places stands at the end of the list that the words go on with."""
    for n, word in enumerate(words):
        if n and scene.lexicon.place_lists.fullmatch(word.small):
            return True
        if not (word.capital or word.key in {",", "-", "."} or word.small in _LINKS):
            return False
    return False


def _names_place(scene: Scene, words: tuple[Word, ...], *, later: bool) -> bool:
    """Tell whether the words hold the name of a place: known, beside a noun for places, or after "in"."""
    capital = [word for word in words if word.capital]
    if not capital:
        return False
    lexicon = scene.lexicon
    own = scene.after if later else scene.before
    left, right = scene.left(later=later), scene.right(later=later)
    near = (*own, *right[:1])
    nouns = any(lexicon.place_nouns.fullmatch(word.small) and word.capital for word in near)
    prepositions = {word.small for word in (*only_words(left)[-2:], *own) if word.small in lexicon.place_before}
    if nouns and all(word.capital or word.small in lexicon.function for word in words):
        return True
    known = any(scene.texts.places.among(only_words((*own, *right[:2]))))
    clear = bool(prepositions & lexicon.place_clear)
    unknown = _follows_where(scene, left) and not (right and right[0].capital) and len(capital) == len(words)
    return (known and bool(prepositions)) or (nouns and clear) or unknown


def _follows_where(scene: Scene, left: tuple[Word, ...]) -> bool:
    """Tell whether "in", "at" or the like stands right before."""
    return bool(left) and left[-1].small in scene.lexicon.place_clear


def _says_where(scene: Scene, words: tuple[Word, ...]) -> bool:
    """Tell whether words that came or went are a phrase like "in Tarsk" or "at Linden Palace"."""
    if not words or len(words) > _LINE or words[0].small not in scene.lexicon.place_clear:
        return False
    content = [word for word in words if word.small not in scene.lexicon.function]
    named = any(scene.texts.places.among(words)) or any(map(scene.lexicon.place_nouns.fullmatch, map(_small, content)))
    return bool(content) and named and sum(word.capital for word in content) * 2 > len(content)


def _small(word: Word) -> str:
    return word.small


def clock_line(wording: Wording, lexicon: EditLexicon) -> int | None:
    """Give the number of the line near the head that gives the time of day; None where there is none."""
    if wording.part is not Part.TEXT:
        return None
    for sentence in range(min(_HEAD, len(wording.starts))):
        words = wording.words[slice(*wording.bounds(sentence))]
        if len(words) <= _LINE and words[0].key[0].isdigit() and any(word.small in lexicon.clock for word in words):
            return sentence
    return None


def is_place_line(wording: Wording, sentence: int, lexicon: EditLexicon, *, known: bool) -> bool:
    """
    Tell whether a line at the head says where: it stands above the time of day, or names a place and no more.

    ``known`` tells whether the gazetteer has a place among its words.
    """
    if wording.part is Part.PLACE:
        return True
    words = only_words(wording.words[slice(*wording.bounds(sentence))])
    clock = clock_line(wording, lexicon)
    if clock is not None:
        return sentence < clock and len(words) <= _LINE
    last = wording.words[wording.bounds(sentence)[1] - 1]
    line = wording.part is Part.TEXT and sentence < _REST and 0 < len(words) <= _LINE and last.key not in ".!?…:"
    named = known or lexicon.place_nouns.search(said(words)) is not None
    return line and named and all(word.capital or word.small in lexicon.function for word in words)
