"""What precedent asks of a corpus: tallies, scores, contacts, announcements, wordings and coverage, up to a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from communique.model import Kind
from communique.precedent.coverage import Coverage, day_words
from communique.precedent.entries import ReferenceClass
from communique.precedent.tally import Tally

MOST_NAME, MOST_TITLE = 40, 90
"""Characters of a release's name, and of a headline, that a sentence of ours holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """
    One encounter of two sides as an issuer reports it: ``day`` of the event, ``name`` and ``key`` of the release.

    ``place`` is the code of the side where it took place, ``persons`` who took part ("XA/ilmar-vesk"); both are empty
    where the text does not tell or the corpus does not keep it.
    """

    key: str
    name: str
    title: str
    kind: Kind
    issued: date
    day: date
    place: str = ""
    persons: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What a report calls it: "call on 7 March 2020 (xa-president:12)"."""
        return f"{self.kind} on {day_words(self.day)} ({_known_as(self.name, self.title)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """
    Words of one account that speak of an encounter to come, or invite to one.

    ``kind`` is the encounter foreseen (a visit may turn out as a meeting); ``invitation`` tells that it is invited to,
    not announced; ``traveller`` is the code of the side that is to travel, empty where the words do not tell.
    ``words`` is the sentence as written, ``day`` the day of publication. ``counterpart`` is the code of the other side,
    ``persons`` who is to meet, of either side, where named ("XA/ilmar-vesk"). ``earliest`` and ``latest`` bound the
    days on which the encounter is foreseen; ``dated`` tells that words of the sentence give them.
    """

    key: str
    name: str
    title: str
    day: date
    kind: Kind
    invitation: bool
    traveller: str
    words: str
    counterpart: str = ""
    persons: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None
    dated: bool = False

    @property
    def issued(self) -> str:
        """The day of publication in words."""
        return day_words(self.day)

    @property
    def source(self) -> str:
        """What a report calls its release: the name in the corpus."""
        return _known_as(self.name, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The wordings of one account: the hashes of its word sequences, numbers and names abstracted."""

    key: str
    issued: date
    prints: frozenset[int]


def _known_as(name: str, title: str) -> str:
    """Give the name of a release, its headline where the name is a long one made from that."""
    if len(name) <= MOST_NAME or not title:
        return name
    return f"“{title}”" if len(title) <= MOST_TITLE else f"“{title[:MOST_TITLE].rsplit(' ', 1)[0]}…”"


class History(Protocol):
    """
    The questions that precedent puts to a corpus.

    ``before`` is a day that no longer counts; ``most`` asks for the latest so many, the latest first.
    """

    def tally(self, reference: ReferenceClass, before: date) -> Tally:
        """Count the accounts of a class published before a day."""
        ...

    def tallies(self, references: Iterable[ReferenceClass], before: date) -> Mapping[ReferenceClass, Tally]:
        """Count the accounts of each of some classes published before a day, at once."""
        ...

    def scores(self, reference: ReferenceClass, before: date, most: int) -> tuple[float, ...]:
        """Give the scores of the latest accounts of a class before a day, each as of its own day."""
        ...

    def contacts(self, issuer: str, language: str, counterpart: str, since: date, until: date) -> tuple[Contact, ...]:
        """Give an issuer's encounters with a side whose event falls on or after ``since``, before ``until``, by day."""
        ...

    def notices(self, issuer: str, language: str, counterpart: str, since: date, until: date) -> tuple[Notice, ...]:
        """Give an issuer's words on encounters to come with a side, published in a span of days, by day."""
        ...

    def coverage(self, issuer: str, language: str, since: date = date.min, until: date = date.max) -> Coverage:
        """Give the days on which the corpus holds anything of an issuer, on or after ``since``, before ``until``."""
        ...

    def wordings(self, reference: ReferenceClass, before: date, most: int) -> tuple[Wording, ...]:
        """Give the wordings of the latest accounts of a class before a day."""
        ...

    def text(self, key: str) -> str:
        """Give title and body of a release, to show a wording in its own words; empty where unknown."""
        ...
