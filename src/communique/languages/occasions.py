"""The words of headlines that tell what kind of occasion it was: by telephone, by video, in person, a gathering."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

_FOLDERS = {"en": "english", "ru": "russian", "kk": "kazakh"}


class Manner(StrEnum):
    """How the two sides met, as the words tell; ``untold`` where they do not."""

    PHONE = "by telephone"
    VIDEO = "by video"
    PERSON = "in person"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionLexicon:
    """
    One language's words for occasions.

    ``parts`` are words for one of several texts on one occasion (opening remarks, the end of a meeting), ``met`` those
    that say that somebody met or spoke with somebody, ``several`` those that tell of more than one talk. ``aside`` are
    words by which a headline speaks of something beside a gathering: on its margins, before it, a paper on its results.
    ``offices`` are words for persons that stand in a headline in place of names, ``generic`` those that name no
    occasion ("readout", "participation"), ``links`` those that tie a name to what is before it; all in lower case.
    """

    phone: re.Pattern[str]
    video: re.Pattern[str]
    person: re.Pattern[str]
    gatherings: re.Pattern[str]
    joint: re.Pattern[str]
    parts: re.Pattern[str]
    met: re.Pattern[str]
    several: re.Pattern[str]
    aside: re.Pattern[str]
    offices: re.Pattern[str]
    generic: frozenset[str]
    links: frozenset[str]

    def manner(self, words: str) -> Manner:
        """
        Give the manner that some words tell; a telephone goes before a video link, both before presence.

        >>> occasion_lexicon("en").manner("Ilmar Vesk spoke by phone with Adela Korin").value
        'by telephone'
        """
        lowered = words.lower()
        told = ((self.phone, Manner.PHONE), (self.video, Manner.VIDEO), (self.person, Manner.PERSON))
        return next((manner for pattern, manner in told if pattern.search(lowered)), Manner.UNTOLD)


@cache
def occasion_lexicon(language: str) -> OccasionLexicon:
    """Give the words of a language; those of English for one that has no table, which then finds next to nothing."""
    folder = _FOLDERS.get(language, "english")
    table = tomllib.loads(files("communique.languages").joinpath(folder, "occasions.toml").read_text(encoding="utf-8"))
    generic, links = frozenset(table.pop("generic")), frozenset(table.pop("links"))
    return OccasionLexicon(**{name: _any_of(words) for name, words in table.items()}, generic=generic, links=links)


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
