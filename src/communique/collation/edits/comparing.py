"""What changed between two versions of a published text: cosmetic or substantive, and which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from communique.collation.edits.alignment import find_hunks
from communique.collation.edits.hunks import Fate, Hunk, Range
from communique.collation.edits.names import PlaceNames
from communique.collation.edits.rules import kinds_of
from communique.collation.edits.scenes import Scene, Texts
from communique.collation.edits.telling import find_slip, tell
from communique.collation.edits.typography import find_typography
from communique.collation.edits.words import Wording, find_wording
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.model import COSMETIC, Change, Edit, EditClass, EditKind, Part, Release, Span

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-zA-Z]")
_UNKNOWN = "und"
_ADJOINING = 3
_DESIGNATION = {EditKind.TITLE_OR_OFFICE, EditKind.NAME_SPELLING}


def compare_versions(before: Release, after: Release, *, places: PlaceNames | None = None) -> Edit:
    """
    Tell what a publisher changed in a text: the changed places in order, the kinds of each, and the class of all.

    Markup, links, typographic marks and white space count only where nothing else changed. Sentences are compared
    whole first, then word by word (rules after the practice of silent edits: a slip mended is cosmetic; a number, a
    name added, a verb weakened is not). A sentence that only changed its place is a change without kinds, `moved`.
    ``places`` are the names of states, cities and venues to be known (`make_places`); without them, the shipped ones.

    >>> def version(text): return Release(address="xa", issuer="xa-president", language="en", title="", text=text)
    >>> edit = compare_versions(version("They signed 5 documents."), version("They signed 6 documents."))
    >>> edit.grade.value, [kind.value for kind in edit.kinds], edit.after.words(edit.changes[0].after)
    ('substantive', ['figure_changed'], '6')
    """
    texts = tuple(_texts(before, after, part, places) for part in Part)
    changes = tuple(chain.from_iterable(map(_changes, texts)))
    if not any(change.kinds for change in changes):
        changes = (*changes, *chain.from_iterable(map(_typography, texts)))
    return Edit(before=before, after=after, grade=_grade(changes), changes=changes)


def _grade(changes: tuple[Change, ...]) -> EditClass:
    if not changes:
        return EditClass.NONE
    kinds = {kind for change in changes for kind in change.kinds}
    return EditClass.SUBSTANTIVE if kinds - COSMETIC else EditClass.COSMETIC


def _texts(before: Release, after: Release, part: Part, told: PlaceNames | None) -> Texts:
    language = _script_language(after.language, after.text or before.text or after.title)
    lexicon = load_edit_lexicon(language)
    return Texts(
        before=find_wording(before.part(part), part, lexicon.abbreviations),
        after=find_wording(after.part(part), part, lexicon.abbreviations),
        title=after.title or before.title,
        lexicon=lexicon,
        language=language,
        told=told,
        is_read=_plain_code(after.language) in {"", _UNKNOWN, language},
    )


def _script_language(language: str, text: str) -> str:
    """Give the language whose word lists serve: its own, else by script the Russian or the English."""
    if _plain_code(language) in {"en", "ru"}:
        return _plain_code(language)
    return "ru" if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "en"


def _plain_code(language: str) -> str:
    """Give the code of a language without its region ("en-GB")."""
    return language.casefold().partition("-")[0]


def _changes(texts: Texts) -> Iterator[Change]:
    """Yield the changes of one part in the order of the later version."""
    if texts.before.text == texts.after.text:
        return
    hunks = find_hunks(texts.before, texts.after)
    scenes = [Scene(texts, hunk) for hunk in hunks]
    kinds = [kinds_of(scene) for scene in scenes]
    for i, scene in enumerate(scenes):
        yield _change(scene, _as_designation(hunks, kinds, i))


def _as_designation(hunks: tuple[Hunk, ...], kinds: list[tuple[EditKind, ...]], i: int) -> tuple[EditKind, ...]:
    """Take words added to a name beside a new title for part of the title: the person is designated more fully."""
    one_sided = hunks[i].before[0] == hunks[i].before[1] or hunks[i].after[0] == hunks[i].after[1]
    near = [
        other
        for other in (i - 1, i + 1)
        if 0 <= other < len(hunks)
        and _between(hunks[min(i, other)], hunks[max(i, other)]) <= _ADJOINING
        and EditKind.TITLE_OR_OFFICE in kinds[other]
    ]
    return (EditKind.TITLE_OR_OFFICE,) if near and one_sided and set(kinds[i]) & _DESIGNATION else kinds[i]


def _between(one: Hunk, other: Hunk) -> int:
    return other.after[0] - one.after[1]


def _change(scene: Scene, kinds: tuple[EditKind, ...]) -> Change:
    texts, hunk = scene.texts, scene.hunk
    before, after = _span(texts.before, hunk.before), _span(texts.after, hunk.after)
    whole = hunk.fate in {Fate.ADDED, Fate.REMOVED}
    return Change(
        kinds=kinds,
        told=tell(scene, kinds),
        before=before,
        after=after,
        sentence_before=None if whole and before is None else _sentence(texts.before, hunk.before),
        sentence_after=None if whole and after is None else _sentence(texts.after, hunk.after),
        moved=hunk.fate is Fate.MOVED,
        slip=find_slip(scene, kinds),
    )


def _span(wording: Wording, places: Range) -> Span | None:
    return wording.span(*places) if places[0] < places[1] else None


def _sentence(wording: Wording, places: Range) -> Span | None:
    """Give the sentence of the changed words; where none stand there, the one they are missing from."""
    if not wording.words:
        return None
    return wording.sentence_span(min(places[0], len(wording.words) - 1))


def _typography(texts: Texts) -> Iterator[Change]:
    """Yield the places that look different although every word stayed."""
    for before, after in find_typography(texts.before, texts.after):
        if before is None and after is None:
            continue
        yield Change(
            kinds=(EditKind.MARKUP_SPACING,),
            told="only marks, links, blanks or line breaks differ",
            before=before,
            after=after,
            sentence_before=before,
            sentence_after=after,
        )
