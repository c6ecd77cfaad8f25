"""The rules by which a changed place gets its kinds, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from communique.collation.edits.dates import restyled
from communique.collation.edits.figures import counted, figures
from communique.collation.edits.hunks import Fate
from communique.collation.edits.people import offices, participants
from communique.collation.edits.places import clock_line, is_place_line, listed_places, places
from communique.collation.edits.positions import positions
from communique.collation.edits.scenes import Scene
from communique.collation.edits.sentences import whole_sentence
from communique.collation.edits.slips import Kinds, is_misspelt, letters, names, notation, repeated, slips, spacing
from communique.collation.edits.words import Wording
from communique.model.edits import EditKind

Rule = Callable[[Scene], Kinds | None]


def date_style(scene: Scene) -> Kinds | None:
    """The same date written in another way."""
    return (EditKind.TYPO,) if restyled(scene) else None


MENDED: tuple[Rule, ...] = (date_style, spacing, letters, notation, repeated, names)
STATED: tuple[Rule, ...] = (slips, offices, listed_places, participants, places, counted, positions)
_FEW = 3


def kinds_of(scene: Scene) -> Kinds:
    """
    Name the kinds of a changed place; none where words only moved.

    What says nothing new is asked first, then figures; words of a speech are a quotation changed, whatever they say.
    """
    if scene.hunk.fate is Fate.MOVED:
        return ()
    if scene.hunk.fate is not Fate.CHANGED:
        return whole_sentence(scene)
    head = _at_head(scene)
    if head is not None:
        return head
    mended = _first(MENDED, scene)
    if mended is not None:
        return mended
    counted_anew = figures(scene)
    if scene.is_spoken():
        return (*(counted_anew or ()), EditKind.QUOTE_CHANGED) if not _is_mended(scene) else (EditKind.TYPO,)
    return counted_anew or _first(STATED, scene) or (EditKind.OTHER,)


def _first(rules: tuple[Rule, ...], scene: Scene) -> Kinds | None:
    for rule in rules:
        found = rule(scene)
        if found is not None:
            return found
    return None


def _at_head(scene: Scene) -> Kinds | None:
    """Name the kind of a change in the lines above the body, which say where and when."""
    if spacing(scene) or letters(scene) or restyled(scene):
        return None
    wording: Wording = scene.texts.after if scene.after else scene.texts.before
    start = scene.hunk.after[0] if scene.after else scene.hunk.before[0]
    sentence, clock = wording.sentence_of(start), clock_line(wording, scene.lexicon)
    if clock is None or sentence > clock:
        return None
    if sentence == clock:
        return (EditKind.DATE_CHANGED,)
    return (EditKind.PLACE_CHANGED,) if is_place_line(wording, sentence, scene.lexicon, known=False) else None


def _is_mended(scene: Scene) -> bool:
    """Tell whether words of a speech were only spelt right."""
    gone, come = scene.gone, scene.come
    if len(gone) != len(come) or not 0 < len(gone) <= _FEW:
        return False
    return all(
        is_misspelt(scene, one, other) and one.small not in scene.lexicon.function
        for one, other in zip(gone, come, strict=True)
    )
