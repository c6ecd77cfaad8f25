"""Quantities that a text states: number, unit, period, direction, who says so, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.parties import Person
from communique.model.spans import Span

HIGHEST_COUNT_OF_NUMBERS = 2


class Direction(StrEnum):
    """Whether the text says that the quantity rose or fell."""

    RISE = "rise"
    FALL = "fall"


class HedgeKind(StrEnum):
    """
    What a hedge does to a number.

    ``above``: the true number is higher ("more than"). ``below``: it is lower ("up to"). ``about``: it is near
    ("almost"). ``doubt``: the speaker does not vouch for it ("I believe", "could reach").
    """

    ABOVE = "above"
    BELOW = "below"
    ABOUT = "about"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """The words that keep a number from being exact, and what they do to it."""

    kind: HedgeKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """
    What the words of one sentence tell of a quantity; who says it is settled by the whole text.

    ``span`` is the clause that carries the figure, ``value`` its number words with currency sign and magnitude
    ("$20 billion"). ``number`` is in base units (billions multiplied out): one number, or two for a range or a
    change, the low end of a range first, the starting point of a change first; ``alternatives`` are the numbers as
    offered where the text leaves open which one holds ("19.7 or 19.6"). ``unit`` is an ISO 4217 currency code,
    ``percent``, ``times``, ``share`` (a fraction of one), a measure, or the counted noun as written; empty where the
    text gives none. ``what`` marks a short phrase on what is measured, ``period`` the words on the time it holds for.
    """

    span: Span
    value: Span
    number: tuple[float, ...]
    unit: str
    sentence: Span
    what: Span | None = None
    period: Span | None = None
    direction: Direction | None = None
    hedge: Hedge | None = None
    alternatives: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.number) <= HIGHEST_COUNT_OF_NUMBERS:
            raise ModelError(wanted="one number, or two for a range", got=f"{len(self.number)} numbers")
        if not self.span.covers(self.value) or not self.sentence.covers(self.span):
            raise ModelError(wanted="a value inside its clause inside its sentence", got="spans that do not nest")

    @property
    def hedged(self) -> bool:
        """Whether any word keeps the number from being exact."""
        return self.hedge is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity and who states it; ``speaker`` is None where the narrator does."""

    words: FigureWords
    speaker: Person | None = None
