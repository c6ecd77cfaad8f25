"""Whole sentences and lines that came or went: what else changes with them."""

from __future__ import annotations

from communique.collation.edits.figures import is_dating, is_number, is_quantity
from communique.collation.edits.hunks import Fate
from communique.collation.edits.people import is_sides
from communique.collation.edits.places import clock_line, is_place_line
from communique.collation.edits.scenes import Scene, only_words, said
from communique.collation.edits.slips import Kinds
from communique.collation.edits.words import Word, Wording
from communique.model import Part
from communique.model.edits import EditKind

_LEAD = 3
_LINE = 16
_SHORT = 5
_ASIDE = 3
"""Words up to which a line in a speech is an aside ("Laughter.") and no statement of its own."""


def whole_sentence(scene: Scene) -> Kinds:
    """Name the kinds of a sentence or line that came or went."""
    added = scene.hunk.fate is Fate.ADDED
    wording, places = (scene.texts.after, scene.hunk.after) if added else (scene.texts.before, scene.hunk.before)
    words = only_words(wording.words[slice(*places)])
    if not words:
        return (EditKind.MARKUP_SPACING,)
    if _stands_twice(scene, added=added):
        return (EditKind.TYPO,)
    if len(words) <= _ASIDE and scene.texts.is_spoken(wording, wording.words[places[0]].start):
        return (EditKind.QUOTE_CHANGED,)
    sentence = wording.sentence_of(places[0])
    head = _at_head(scene, wording, sentence, words)
    if head is not None:
        return (head,)
    if _is_date(scene, words, later=added):
        return (EditKind.DATE_CHANGED,)
    kind = EditKind.SENTENCE_ADDED if added else EditKind.SENTENCE_REMOVED
    company = EditKind.PARTICIPANT_ADDED if added else EditKind.PARTICIPANT_REMOVED
    if _is_entry(scene, wording, sentence, words):
        return (company,)
    return (kind, *_further(scene, sentence, words, company))


def _stands_twice(scene: Scene, *, added: bool) -> bool:
    """Tell whether the sentence stands elsewhere in both versions: it was printed twice in one of them."""
    own, other = (scene.texts.after, scene.texts.before) if added else (scene.texts.before, scene.texts.after)
    places = scene.hunk.after if added else scene.hunk.before
    keys = tuple(word.key for word in own.words[slice(*places)])
    return len(keys) > _SHORT and keys in scene.texts.sentences(other)


def _at_head(scene: Scene, wording: Wording, sentence: int, words: tuple[Word, ...]) -> EditKind | None:
    """Name the kind of a line above the body: where, or when."""
    if clock_line(wording, scene.lexicon) == sentence:
        return EditKind.DATE_CHANGED
    known = len(words) <= _LINE and any(scene.texts.places.among(words))
    return EditKind.PLACE_CHANGED if is_place_line(wording, sentence, scene.lexicon, known=known) else None


def _is_date(scene: Scene, words: tuple[Word, ...], *, later: bool) -> bool:
    """Tell whether a line is a date and nothing else."""
    if len(words) > _LINE:
        return False
    dating = [word for word in words if is_dating(scene, word, later=later)]
    lexicon = scene.lexicon
    rest = (word.small for word in words if word not in dating)
    return bool(dating) and all(
        lexicon.months.fullmatch(small) or lexicon.days.fullmatch(small) or small in lexicon.around_dates
        for small in rest
    )


def _is_entry(scene: Scene, wording: Wording, sentence: int, words: tuple[Word, ...]) -> bool:
    """Tell whether a line is an entry of a list of people or states: a name with an office, no sentence."""
    first, end = wording.bounds(sentence)
    line = wording.words[first].opens and (end == len(wording.words) or wording.words[end].opens)
    if not line or len(words) > _LINE or wording.words[end - 1].key in ".!?:" or wording.part is not Part.TEXT:
        return False
    lexicon = scene.lexicon
    small = [w for w in words if not w.capital and w.small not in lexicon.function and not scene.is_office(w)]
    if len(small) > 1:
        return False
    office = any(scene.is_office(word) and word.capital for word in words)
    proper = sum(scene.is_proper(word) for word in words)
    return is_sides(scene, words) or bool(proper and office) or 1 < proper == len(words)


def _further(scene: Scene, sentence: int, words: tuple[Word, ...], company: EditKind) -> tuple[EditKind, ...]:
    """Name what a sentence brings or takes beside itself: figures, a participant, the place of the event."""
    lexicon, small = scene.lexicon, said(words)
    later = scene.hunk.fate is Fate.ADDED
    kinds = []
    counted = (w for w in words if is_number(scene, w) and not is_dating(scene, w, later=later))
    if any(is_quantity(scene, word, later=later) for word in counted):
        kinds.append(EditKind.FIGURE_CHANGED)
    if _tells_company(scene, words):
        kinds.append(company)
    lead = sentence < _LEAD and scene.texts.after.part is Part.TEXT and lexicon.convening.search(small)
    if lead and any(scene.texts.places.among(words)):
        kinds.append(EditKind.PLACE_CHANGED)
    return tuple(kinds)


def _tells_company(scene: Scene, words: tuple[Word, ...]) -> bool:
    """Tell whether the sentence says of named people that they took part."""
    if scene.lexicon.attending.search(said(words)) is None:
        return False
    proper = [word for word in words if scene.is_proper(word) and not any(scene.texts.places.among((word,)))]
    heads = [w for w in words if w.capital and scene.lexicon.office_heads.fullmatch(w.small)]
    return bool(proper and heads) or len(proper) > 1
