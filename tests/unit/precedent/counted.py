"""A corpus that counts entries made by hand: a history for tests that ask for tallies alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.corpus.memory import MemoryCorpus
from communique.precedent import Entry, Feature, ReferenceClass, Tally, tally_entries

FEATURES = {
    code: Feature(code=code, meaning=f"the text has {noun}", noun=noun)
    for code, noun in (
        ("initiative.stated", "a word on whose idea it was"),
        ("venue.named", "the name of the hall"),
        ("thanks.stated", "thanks of anybody to anybody"),
        ("topics.energy", "a mention of energy"),
    )
}
"""A catalogue of four features, in the order of their readings."""


class CountedEntries(MemoryCorpus):
    """Entries, counted afresh at each question; it remembers how often it was asked."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__()
        self.counted = tuple(entries)
        self.asked = 0

    def tally(self, reference: ReferenceClass, before: date) -> Tally:
        """Count the entries of a class published before a day."""
        self.asked += 1
        return tally_entries(e for e in self.counted if e.issued < before and reference in e.classes)


def label(reference: ReferenceClass, first: date | None, last: date | None) -> str:
    """Word a class by its code and its years."""
    return f"{reference.code} {first.year if first else '?'}–{last.year if last else '?'}"
