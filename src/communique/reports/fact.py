"""One row of a report's facts."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """
    One row: what it is about, what the text states, and the words.

    ``printed`` is False where the words are too many to repeat (speeches), or stand in the statement already: the row
    then names only where they stand.
    """

    label: str
    statement: str
    spans: tuple[Span, ...] = ()
    printed: bool = True
