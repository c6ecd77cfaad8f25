"""What differences there are between quoted words and those of a source, and which of them change the sense."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.model import Span


class DifferenceKind(StrEnum):
    """
    What kind of difference it is.

    ``synonym``: two words for one thing, a translator's choice. ``other word``: a word of another sense. ``loaded``:
    the essay's word judges, the source's does not. ``plural``: one or several. ``figure``: another number. ``open
    figure``: the source leaves open which of two numbers holds. ``name``: another name. ``opposite``: the contrary.
    ``denial``: one denies and the other does not. ``hedge lost`` and ``hedge added``: words that weaken what is said.
    ``left out`` and ``added``: words that only the source has, or only the essay.
    """

    SYNONYM = "synonym"
    OTHER_WORD = "other word"
    LOADED = "loaded"
    PLURAL = "plural"
    FIGURE = "figure"
    OPEN_FIGURE = "open figure"
    NAME = "name"
    OPPOSITE = "opposite"
    DENIAL = "denial"
    HEDGE_LOST = "hedge lost"
    HEDGE_ADDED = "hedge added"
    LEFT_OUT = "left out"
    ADDED = "added"


CHANGES_SENSE = frozenset({DifferenceKind.FIGURE, DifferenceKind.NAME, DifferenceKind.OPPOSITE, DifferenceKind.DENIAL})
"""Kinds by which the words say something else."""

SHIFTS_SENSE = frozenset(
    {DifferenceKind.LOADED, DifferenceKind.OPEN_FIGURE, DifferenceKind.HEDGE_LOST, DifferenceKind.HEDGE_ADDED}
)
"""Kinds by which the words say it otherwise than a translator's choice would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDifference:
    """
    One difference: the words of the essay and of the source with their places, either empty where it has none.

    ``here`` counts in the quotation's words, ``there`` in the text of the source.
    """

    kind: DifferenceKind
    essay: str = ""
    source: str = ""
    here: Span | None = None
    there: Span | None = None

    def __str__(self) -> str:
        if self.kind is DifferenceKind.PLURAL:
            return f"“{self.essay}” and “{self.source}”: one of them is a plural"
        if self.essay and self.source:
            return f"“{self.essay}” for “{self.source}”"
        return f"“{self.essay}” added" if self.essay else f"“{self.source}” left out"
