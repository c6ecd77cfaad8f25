"""Places of armed conflict or crisis that a release names as topic: names of places beside words of conflict."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from communique.languages.gazetteer import Gazetteer
from communique.languages.phrases import Phrases, build_phrases, phrase_pattern
from communique.model.spans import Part, Span
from communique.model.topics import Conflict

_NAME, _ALWAYS, _REGION = "name", "always", "region"
_REACH = 80
_PARTED = "|"


@dataclass(frozen=True, slots=True)
class ConflictCues:
    """
    The cues of conflict in one language, as patterns on the words around a name.

    ``before`` ends where the name begins; ``after``, ``possessed`` and ``listed`` begin where it ends. ``borders`` ends
    where the name begins and needs ``afflicted`` in the sentence. ``modified`` catches the part of a country
    ("southern") right before the name.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    possessed: re.Pattern[str]
    borders: re.Pattern[str]
    afflicted: re.Pattern[str]
    listed: re.Pattern[str]
    unlike: re.Pattern[str]
    modified: re.Pattern[str]


class PlaceForm(NamedTuple):
    """One spelling of a place: the name that reports give it, and whether it is spoken of as a conflict anywhere."""

    words: str
    place: str
    always: bool = False


class _Naming(NamedTuple):
    start: int
    end: int
    place: str
    always: bool


@dataclass(frozen=True, slots=True, eq=False)
class SameNames:
    """A gazetteer as key of a cache: told by being the same one, since its thousands of names are slow to compare."""

    names: Gazetteer

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameNames) and other.names is self.names

    def __hash__(self) -> int:
        return id(self.names)


def build_cues(table: dict[str, Any], *, tail: str) -> ConflictCues:
    """Make the patterns from a table of cues; ``tail`` is what may stand between a cue and the name."""
    modifiers, joining = any_phrase(table["modifiers"]), any_phrase(table["joining"])
    between = rf"(?:{tail})?(?:(?:{modifiers})\s+)*(?:{tail})?$"
    return ConflictCues(
        before=_pattern(rf"(?<![\w-])(?:{any_phrase(table['before'])})\s+{between}"),
        after=_pattern(rf"\s+(?:[\w’'-]{{4,}}\s+)?(?:{any_phrase(table['after'])})\b"),
        possessed=_pattern(rf"(?:[’']s?)?\s+(?:{any_phrase(table['possessed'])})\b"),
        borders=_pattern(rf"(?<![\w-])(?:{any_phrase(table['borders'])})\s+{between}"),
        afflicted=_pattern(rf"\b(?:{any_phrase(table['afflicted'])})"),
        listed=re.compile(
            rf"(?:\s*[,/]\s*(?:(?:{joining})\s+)?|\s+(?:{joining})\s+)(?:(?:{any_phrase(table['placing'])})\s+)?"
        ),
        unlike=re.compile(rf"(?:[’']s?)?\s+(?:(?i:{any_phrase(table['not_after'])})\b|(?<=s\s)[A-ZА-Я]\w+)"),
        modified=_pattern(rf"(?<!\w)(?:{any_phrase(table['bearings'])})\s+$"),
    )


def any_phrase(phrases: Iterable[str]) -> str:
    """Give a pattern for any of the phrases, the longest first."""
    return (
        "|".join(phrase_pattern(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
        or "(?!)"
    )


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def build_places(forms: Iterable[PlaceForm]) -> Phrases:
    """Make the names of places ready for finding; of equal spellings the first holds."""
    seen: dict[str, PlaceForm] = {}
    for form in forms:
        seen.setdefault(form.words, form)
    return build_phrases(
        (form.words, f"{_ALWAYS if form.always else _NAME}{_PARTED}{form.place}") for form in seen.values()
    )


def find_conflicts_by(
    cues: ConflictCues, places: Phrases, title: str, text: str, sentences: tuple[Span, ...]
) -> tuple[Conflict, ...]:
    """
    Give the places of conflict in order of first mention as such, each once; those of the title only where it adds any.

    A part of a country ("southern Velmark") and the country are one place: the first named stands.
    """
    found: dict[str, Conflict] = {}
    for naming in _afflicted(cues, places, text, sentences):
        _keep(found, naming, cues, text, Part.TEXT)
    for naming in _afflicted(cues, places, title, (Span(0, len(title)),) if title else ()):
        _keep(found, naming, cues, title, Part.TITLE)
    return tuple(found.values())


def _keep(found: dict[str, Conflict], naming: _Naming, cues: ConflictCues, text: str, part: Part) -> None:
    part_of = cues.modified.search(text, max(0, naming.start - 20), naming.start)
    place = f"{part_of.group().strip()} {naming.place}" if part_of else naming.place
    if not any(known == place or known.endswith(f" {place}") or place.endswith(f" {known}") for known in found):
        start = part_of.start() if part_of else naming.start
        found[place] = Conflict(place=place, span=Span(start, naming.end, part))


def _afflicted(cues: ConflictCues, places: Phrases, text: str, sentences: tuple[Span, ...]) -> Iterator[_Naming]:
    """Give the namings that stand beside a cue, or in a list with one that does."""
    starts = [sentence.start for sentence in sentences]
    last: _Naming | None = None
    for naming in _namings(places, text):
        place = bisect_right(starts, naming.start) - 1
        if place < 0 or naming.start >= sentences[place].end:
            continue
        in_list = last is not None and cues.listed.fullmatch(text, last.end, naming.start) is not None
        if naming.always or in_list or _is_cued(cues, text, naming, sentences[place]):
            last = naming
            yield naming


def _is_cued(cues: ConflictCues, text: str, naming: _Naming, sentence: Span) -> bool:
    begin = max(sentence.start, naming.start - _REACH)
    if cues.unlike.match(text, naming.end, sentence.end):
        return False
    if cues.after.match(text, naming.end, sentence.end) or cues.possessed.match(text, naming.end, sentence.end):
        return True
    before = text[begin : naming.start]
    if cues.before.search(before):
        return True
    return bool(cues.borders.search(before) and cues.afflicted.search(text, sentence.start, sentence.end))


def _namings(places: Phrases, text: str) -> Iterator[_Naming]:
    for start, end, labels in places.find(text):
        kind, _, place = labels[0].partition(_PARTED)
        yield _Naming(start, end, place, kind == _ALWAYS)
