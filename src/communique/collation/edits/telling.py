"""What became of changed words, in words: the phrase before and after, and what a slip is that was not mended."""

from __future__ import annotations

from communique.collation.edits.dates import restyled
from communique.collation.edits.hunks import Fate
from communique.collation.edits.scenes import Scene, only_words
from communique.collation.edits.slips import repeated
from communique.collation.edits.words import Word, Wording
from communique.model import EditKind, SlipForm, Span

_SHOWN = 60
_PHRASE = 4
"""Words that a phrase may go on after the changed ones."""

_WORDED = {EditKind.POSITION_SOFTENED, EditKind.POSITION_HARDENED, EditKind.QUOTE_CHANGED, EditKind.OTHER}
_SLIPS = {
    SlipForm.DATE_STYLE: ", the same date in another date style",
    SlipForm.CAME_IN: ", a slip that came in",
}


def tell(scene: Scene, kinds: tuple[EditKind, ...]) -> str:
    """Say what happened to the words; of a phrase reworded the whole is quoted, up to the word that it turns on."""
    reach = _phrase(scene) if scene.two_sided and _WORDED.intersection(kinds) else 0
    old = _shown(scene.texts.before, scene.hunk.before, reach)
    new = _shown(scene.texts.after, scene.hunk.after, reach)
    if scene.hunk.fate is Fate.MOVED:
        return f"{new} stands elsewhere now"
    slip = find_slip(scene, kinds)
    noted = _SLIPS[slip] if slip else ""
    if not scene.before or not scene.after:
        return f"{new} was added{noted}" if not scene.before else f"{old} was removed{noted}"
    return f"{old} became {new}{noted}"


def find_slip(scene: Scene, kinds: tuple[EditKind, ...]) -> SlipForm | None:
    """Tell what a typing slip is, if it is none that was mended."""
    if kinds != (EditKind.TYPO,) or scene.hunk.fate is not Fate.CHANGED:
        return None
    if restyled(scene):
        return SlipForm.DATE_STYLE
    return SlipForm.CAME_IN if _came_in(scene) else None


def _came_in(scene: Scene) -> bool:
    """Tell whether the later version has the slip: a word that is none, or one that stands twice."""
    if not scene.texts.is_read:
        return False
    if not only_words(scene.before):
        return repeated(scene) is not None
    gone, come = (tuple(map(_plain, words)) for words in (scene.gone, scene.come))
    known = scene.lexicon.known
    return bool(gone) and all(map(known, gone)) and any(word.isalpha() and not known(word) for word in come)


def _plain(word: Word) -> str:
    return word.small.removesuffix("'s")


def _phrase(scene: Scene) -> int:
    """Count the words after the changed ones up to the first that states something, no further than a mark."""
    following, earlier = scene.right(reach=_PHRASE), scene.right(later=False, reach=_PHRASE)
    if [word.key for word in following] != [word.key for word in earlier]:
        return 0
    words = scene.lexicon.function
    for n, word in enumerate(following, start=1):
        if not word.is_word:
            return 0
        if word.small not in words:
            return n
    return 0


def _shown(wording: Wording, places: tuple[int, int], reach: int) -> str:
    span = _span(wording, places, reach)
    words = " ".join(span.of(wording.text).split()) if span else ""
    return f"“{words}”" if len(words) <= _SHOWN else f"“{words[:_SHOWN].rsplit(' ', 1)[0]} …”"


def _span(wording: Wording, places: tuple[int, int], reach: int) -> Span | None:
    first, end = places
    return wording.span(first, min(end + reach, len(wording.words))) if first < end else None
