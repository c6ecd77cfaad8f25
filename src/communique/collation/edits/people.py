"""Changes of offices and titles, and of who is listed as taking part."""

from __future__ import annotations

from itertools import pairwise

from communique.collation.edits.scenes import Scene, only_words, said
from communique.collation.edits.slips import Kinds
from communique.collation.edits.words import Word
from communique.model.edits import EditKind

_OFFICE = (EditKind.TITLE_OR_OFFICE,)
_MOST = 16
_LIST = 3
_PHRASE = 7
_AFFILIATED = 3
_LINKS = frozenset({"of", "the", "for", "to", "and", "'s", "и", "по"})
_BETWEEN = frozenset({",", ";", ":", "(", "-"})


def offices(scene: Scene) -> Kinds | None:
    """The office or title before or after a person's name is another, longer or shorter."""
    changed = (*scene.gone, *scene.come)
    if _is_affiliation(scene) or (scene.two_sided and all(_is_address(scene, word) for word in changed)):
        return _OFFICE
    whole = _is_office_phrase(scene, scene.before) and _is_office_phrase(scene, scene.after)
    if not changed or not (whole or all(_belongs_to_office(scene, word) for word in changed)):
        return None
    heads = scene.lexicon.office_heads
    titled = any(heads.fullmatch(word.small) for word in changed) or _opens_office(scene)
    return _OFFICE if titled and _beside_name(scene) else None


def _is_address(scene: Scene, word: Word) -> bool:
    return word.small.rstrip(".") in scene.lexicon.address


def _is_office_phrase(scene: Scene, words: tuple[Word, ...]) -> bool:
    """Tell whether words that stand right before a name are an office with what it governs ("minister of trade")."""
    own, right = only_words(words), scene.right()[:1]
    if not own or len(own) > _PHRASE or not right or not scene.is_proper(right[0]):
        return False
    return scene.is_office(own[0]) and any(scene.lexicon.office_heads.fullmatch(word.small) for word in own)


def _is_affiliation(scene: Scene) -> bool:
    """Tell whether a party or state in brackets after a name is what changed ("(D-XA)")."""
    marked = scene.before or scene.after
    words = only_words(marked)
    bracketed = len(marked) > 1 and marked[0].key == "(" and marked[-1].key == ")" and not scene.two_sided
    left = scene.left()[-1:]
    short = 0 < len(words) <= _AFFILIATED and all(word.key.isupper() and len(word.key) <= _AFFILIATED for word in words)
    return bracketed and short and bool(left) and scene.is_proper(left[0])


def _belongs_to_office(scene: Scene, word: Word) -> bool:
    lexicon = scene.lexicon
    known = scene.is_office(word) or word.small in lexicon.function or word.small in lexicon.affiliations
    return known or (word.capital and not scene.is_proper(word)) or lexicon.bodies.fullmatch(word.small) is not None


def _opens_office(scene: Scene) -> bool:
    """Tell whether the words stand right before an office, as "U.S." does in "U.S. Senator"."""
    right = scene.right()[:1]
    told = all(word.small in scene.lexicon.affiliations or scene.is_office(word) for word in scene.one_side)
    return bool(right) and right[0].capital and scene.is_office(right[0]) and bool(scene.one_side) and told


def _beside_name(scene: Scene) -> bool:
    """Tell whether a person's name follows or precedes, with nothing between but the rest of the office."""
    return _reaches_name(scene, scene.right()) or _reaches_name(scene, tuple(reversed(scene.left())))


def _reaches_name(scene: Scene, words: tuple[Word, ...]) -> bool:
    for word in words:
        if scene.is_proper(word) and not any(scene.texts.places.among((word,))):
            return True
        linked = word.small in _LINKS or scene.is_office(word) or word.key in {",", "-"}
        if not linked and not word.capital:
            return False
    return False


def participants(scene: Scene) -> Kinds | None:
    """Somebody, or a state in a list of states, came or went."""
    gone, come = _listed(scene, scene.gone, later=False), _listed(scene, scene.come, later=True)
    if scene.two_sided and not (gone and come):
        return _replaced(scene)
    kinds = ((gone, EditKind.PARTICIPANT_REMOVED), (come, EditKind.PARTICIPANT_ADDED))
    return tuple(kind for found, kind in kinds if found) or None


def _replaced(scene: Scene) -> Kinds | None:
    """One person stands where another stood."""
    for words in (scene.gone, scene.come):
        people = [word for word in words if scene.is_proper(word) and not any(scene.texts.places.among((word,)))]
        named = len(words) > 1 or _after_office(scene)
        if not people or not named or not all(word.capital for word in words) or _is_work(scene, words):
            return None
        if any(scene.lexicon.bodies.fullmatch(word.small) for word in words):
            return None
    return EditKind.PARTICIPANT_REMOVED, EditKind.PARTICIPANT_ADDED


def _listed(scene: Scene, words: tuple[Word, ...], *, later: bool) -> bool:
    """Tell whether words name people, bodies or states that stand in a list or beside a word of company."""
    if not 0 < len(words) <= _MOST or _is_work(scene, words):
        return False
    small = [w for w in words if not w.capital and not scene.is_office(w) and w.small not in scene.lexicon.function]
    capital = [word for word in words if word.capital]
    if not capital or 2 * len(small) > len(capital) + 1:
        return False
    if is_sides(scene, tuple(capital)):
        return _is_roll_of_states(scene) and _in_list(scene, later=later)
    return _names_somebody(scene, words) and _in_list(scene, later=later)


def _is_roll_of_states(scene: Scene) -> bool:
    """Tell whether the sentence lists states: several, or a few whose leaders or representatives are told of."""
    sentence = scene.sentence()
    named = len(tuple(scene.texts.places.among(sentence)))
    people = any(scene.lexicon.office_heads.fullmatch(word.small) for word in sentence)
    return named > _LIST or (named == _LIST and (people or scene.lexicon.attending.search(said(sentence)) is not None))


def _is_work(scene: Scene, words: tuple[Word, ...]) -> bool:
    """Tell whether the words name a law, a programme or the like."""
    capital = [word for word in words if word.capital]
    return bool(capital) and scene.lexicon.works.fullmatch(capital[-1].small) is not None


def is_sides(scene: Scene, words: tuple[Word, ...]) -> bool:
    """Tell whether the words are names of states and cities and nothing else."""
    found = tuple(scene.texts.places.among(words))
    return bool(found) and sum(len(name.words) for name in found) >= len(words)


def _names_somebody(scene: Scene, words: tuple[Word, ...]) -> bool:
    """Tell whether a person or, in company of others or where participation is told, a body is named."""
    known = {word for word in words if any(scene.texts.places.among((word,)))}
    proper = [word for word in words if scene.is_proper(word) and word not in known]
    offices = any(scene.is_office(word) and word.capital for word in words)
    if proper and (offices or len(proper) > 1 or _after_office(scene)):
        return True
    told = said(scene.sentence())
    attended = bool(scene.lexicon.attending.search(told) or scene.lexicon.company.search(told))
    joined = any(
        one.small in scene.lexicon.beside and other.capital for one, other in pairwise(words) if not one.capital
    )
    return (bool(proper) and attended) or (joined and len(words) <= _LIST + 2)


def _after_office(scene: Scene) -> bool:
    left = scene.left()[-1:]
    return bool(left) and left[0].capital and scene.is_office(left[0])


def _in_list(scene: Scene, *, later: bool) -> bool:
    """Tell whether the words stand between marks of a list, or beside a word of company, or take a whole line."""
    own = scene.after if later else scene.before
    left, right = scene.left(later=later)[-1:], scene.right(later=later)[:1]
    marks = {word.key for word in (*own[:1], *own[-1:], *left, *right)} & _BETWEEN
    company = {word.small for word in (*own[:1], *left)} & (scene.lexicon.beside | {"and", "и"})
    return bool(marks or company) or not left
