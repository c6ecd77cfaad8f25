"""A history that is asked each question once, for as long as one page or one report is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from communique.precedent.coverage import Coverage
from communique.precedent.entries import ReferenceClass
from communique.precedent.history import Contact, History, Notice, Wording
from communique.precedent.tally import Tally

Told = TypeVar("Told", Contact, Notice)


class AskedOnce:
    """
    The answers of another history; tallies are kept once given.

    ``named`` holds the keys of the releases that it told of, by their names. What is kept is never let go, and does not
    hear of later additions: make one for a page, not for a program.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self.named: dict[str, str] = {}
        self._tallies: dict[tuple[ReferenceClass, date], Tally] = {}

    def tally(self, reference: ReferenceClass, before: date) -> Tally:
        """Count the accounts of a class published before a day."""
        return self.tallies((reference,), before)[reference]

    def tallies(self, references: Iterable[ReferenceClass], before: date) -> Mapping[ReferenceClass, Tally]:
        """Count the accounts of each of some classes published before a day."""
        wanted = tuple(references)
        new = [reference for reference in wanted if (reference, before) not in self._tallies]
        found = self._history.tallies(new, before) if new else {}
        self._tallies |= {(reference, before): tally for reference, tally in found.items()}
        return {reference: self._tallies[reference, before] for reference in wanted}

    def scores(self, reference: ReferenceClass, before: date, most: int) -> tuple[float, ...]:
        """Give the scores of the latest accounts of a class before a day, each as of its own day."""
        return self._history.scores(reference, before, most)

    def contacts(self, issuer: str, language: str, counterpart: str, since: date, until: date) -> tuple[Contact, ...]:
        """Give an issuer's encounters with a side whose event falls on or after ``since``, before ``until``, by day."""
        return self._noted(self._history.contacts(issuer, language, counterpart, since, until))

    def notices(self, issuer: str, language: str, counterpart: str, since: date, until: date) -> tuple[Notice, ...]:
        """Give an issuer's words on encounters to come with a side, published in a span of days, by day."""
        return self._noted(self._history.notices(issuer, language, counterpart, since, until))

    def coverage(self, issuer: str, language: str, since: date = date.min, until: date = date.max) -> Coverage:
        """Give the days on which the corpus holds anything of an issuer, on or after ``since``, before ``until``."""
        return self._history.coverage(issuer, language, since, until)

    def wordings(self, reference: ReferenceClass, before: date, most: int) -> tuple[Wording, ...]:
        """Give the wordings of the latest accounts of a class before a day."""
        return self._history.wordings(reference, before, most)

    def text(self, key: str) -> str:
        """Give title and body of a release, to show a wording in its own words; empty where unknown."""
        return self._history.text(key)

    def _noted(self, told: tuple[Told, ...]) -> tuple[Told, ...]:
        self.named |= {one.name: one.key for one in told}
        return told
