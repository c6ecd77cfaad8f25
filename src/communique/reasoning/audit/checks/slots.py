"""What a claim says besides its matter: rank, month, season, weekday, direction; and whether a passage has another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.languages.commentary import Construction, Cue, find_cues, pattern_of
from communique.languages.edit_lexicon import load_edit_lexicon

_OPPOSITES = (
    (Cue.GREW, Cue.FELL),
    (Cue.IN_TIME, Cue.BEHIND_TIME),
    (Cue.HALVED, Cue.DOUBLED),
    (Cue.AGREED_ON, Cue.NOT_AGREED),
)
_TIMES = (Cue.SEASON, Cue.WEEKDAY)


def other_slot(claim: str, passage: str, language: str) -> str:
    """
    Say in what a passage on the same matter differs from a claim; empty where both may be right.

    >>> other_slot("Sund is the largest port of Velmark.", "Sund is the third largest port of Velmark.", "en")
    'another rank'
    >>> other_slot("The commission meets in May.", "The commission will meet in April.", "en")
    'another time'
    """
    ours, theirs = _ranks(claim, language), _ranks(passage, language)
    if ours and theirs and not ours & theirs:
        return "another rank"
    if _counted_apart(claim, passage, language):
        return "another number in a row"
    times = [(_words(claim, cue, language), _words(passage, cue, language)) for cue in _TIMES]
    for told, held in ((months_in(claim, language), months_in(passage, language)), *times):
        if told and held and not told & held:
            return "another time"
    for one, other in _OPPOSITES:
        if _turned(claim, passage, one, other, language) or _turned(claim, passage, other, one, language):
            return "the opposite"
    return ""


def months_in(words: str, language: str) -> frozenset[str]:
    """
    Give the months that words name, as they are spelt.

    >>> sorted(months_in("They may march in May.", "en"))
    ['May']
    """
    return frozenset(found[0] for found in pattern_of(Construction.MONTH, language).finditer(words))


def _counted_apart(claim: str, passage: str, language: str) -> bool:
    """Tell whether the same thing is the first in the one and the third in the other."""
    ours, theirs = (
        {one["counted"].casefold(): one["ordinal"].casefold() for one in pattern.finditer(words)}
        for words in (claim, passage)
        if (pattern := pattern_of(Construction.ORDINAL_OF, language))
    )
    return any(ours[thing] != theirs[thing] for thing in ours.keys() & theirs.keys())


def _turned(claim: str, passage: str, one: Cue, other: Cue, language: str) -> bool:
    """Tell whether a claim has only the one of two opposites and a passage only the other."""
    said = _words(claim, one, language) and not _words(claim, other, language)
    held = _words(passage, other, language) and not _words(passage, one, language)
    return bool(said and held)


def _words(words: str, cue: Cue, language: str) -> frozenset[str]:
    return frozenset(words[one.start : one.end].casefold() for one in find_cues(words, cue, language))


def _ranks(words: str, language: str) -> frozenset[int]:
    """Give the ranks that words name: "the third largest" 3, "the largest" 1, "in second place" 2."""
    return frozenset(_ranked(words, language))


def _ranked(words: str, language: str) -> Iterator[int]:
    values = load_edit_lexicon(language).values
    for match in pattern_of(Construction.RANK, language).finditer(words):
        ordinal = next((word for name, word in match.groupdict().items() if word and name.startswith("ordinal")), "")
        yield _ORDINALS.get(ordinal.casefold()) or int(values.get(ordinal.casefold(), 1))


_ORDINALS = {
    word: number
    for number, word in enumerate(
        re.findall(r"\w+", "first second third fourth fifth sixth seventh eighth ninth tenth"), start=1
    )
}
