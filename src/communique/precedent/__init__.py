"""What is usual for an office: tallies by reference class, rates, scores, tempo and stock phrases, as of a day."""

from __future__ import annotations

from communique.precedent.coverage import Coverage, counted
from communique.precedent.encounters import find_dating
from communique.precedent.entries import Entry, ReferenceClass
from communique.precedent.history import Contact, History, Notice, Wording
from communique.precedent.marks import Feature, Mark, MarkFeatures
from communique.precedent.port import (
    NO_PRECEDENT,
    Expectation,
    Lead,
    NoPrecedent,
    Outcome,
    Precedent,
    Standing,
    StockPhrase,
    Tempo,
)
from communique.precedent.tally import Count, Tally, join_tallies, tally_entries

__all__ = [
    "NO_PRECEDENT",
    "Contact",
    "Count",
    "Coverage",
    "Entry",
    "Expectation",
    "Feature",
    "History",
    "Lead",
    "Mark",
    "MarkFeatures",
    "NoPrecedent",
    "Notice",
    "Outcome",
    "Precedent",
    "ReferenceClass",
    "Standing",
    "StockPhrase",
    "Tally",
    "Tempo",
    "Wording",
    "counted",
    "find_dating",
    "join_tallies",
    "tally_entries",
]
