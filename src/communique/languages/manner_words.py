"""How a sentence puts what it says, in concepts that languages share: acts, hedges, times, numbers, posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from communique.model import Span


class Time(StrEnum):
    """Whether what a predicate tells is done, going on, or still ahead."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


OPEN = frozenset(Time)
"""The times of a predicate that may be any of them ("would", "may")."""


class AmountKind(StrEnum):
    """What a number is: a quantity, a year, a day of a month (month × 100 + day), a time of day, a place in a row."""

    NUMBER = "number"
    YEAR = "year"
    DAY = "day"
    CLOCK = "clock"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """
    One word as its language reads it: base forms, and what its form tells.

    ``plural`` is the number of a noun in this place, None where the form or the sentence leaves it open; ``times`` are
    those of a predicate, None for other words; ``number`` tells that it is a number or a word for one.
    """

    start: int
    end: int
    lower: str
    lemmas: frozenset[str]
    verb: bool = False
    noun: bool = False
    plural: bool | None = None
    times: frozenset[Time] | None = None
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """
    Words that stand for a concept.

    ``concepts`` are those they may stand for; ``times`` those of the predicate among them; ``plural`` the number of the
    noun; ``weak`` tells that they answer the concept in another language and do not raise it.
    """

    concepts: frozenset[str]
    span: Span
    times: frozenset[Time] | None = None
    plural: bool | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """
    A number in its sentence.

    ``firm`` tells that a translation has to have it: it is exact, and no usual way of speaking goes without it.
    """

    kind: AmountKind
    value: float
    span: Span
    firm: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """
    How one sentence puts what it says; each kind in the order of the text.

    ``words`` counts its words; ``tells`` is False for a scrap without a single word ("2.").
    """

    sentence: Span
    words: int
    tells: bool = True
    acts: tuple[Marked, ...] = ()
    deeds: tuple[Marked, ...] = ()
    predicates: tuple[Marked, ...] = ()
    things: tuple[Marked, ...] = ()
    hedges: tuple[Marked, ...] = ()
    posts: tuple[Marked, ...] = ()
    occasions: tuple[Marked, ...] = ()
    amounts: tuple[Amount, ...] = ()
    boilerplate: bool = False


class Grammar(Protocol):
    """What a language gives for its manner: its words read, and its numbers."""

    def find_words(self, text: str, sentences: Sequence[Span]) -> Sequence[tuple[Word, ...]]:
        """Read the words of each sentence."""
        ...

    def find_amounts(self, text: str, sentence: Span) -> Sequence[Amount]:
        """Give the numbers of a sentence, in order."""
        ...
