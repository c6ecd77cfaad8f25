"""What an analyst corrects in what was extracted: which item, what it was, what it is, by whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from communique.errors import ModelError
from communique.model.parties import Side
from communique.model.spans import Span

Parts: TypeAlias = tuple[tuple[str, str], ...]
"""A value as its named parts, in their order; nothing at all where the item is not there."""

LONGEST_REASON = 2000
LONGEST_PART = 300


class What(StrEnum):
    """What can be corrected, in the order in which corrections are applied: others name participants."""

    PARTICIPANT = "participant"
    KIND = "kind"
    DATE = "date"
    VISIT_CLASS = "visit_class"
    RECEPTION = "reception"
    INITIATIVE = "initiative"
    RELATION = "relation"
    INSTRUMENT = "instrument"


class Outcome(StrEnum):
    """What became of a correction: extraction may have got better, or the item may be gone."""

    APPLIED = "applied"
    NOT_NEEDED = "no longer needed"
    UNFIT = "does not fit any more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """
    One extracted item that can be corrected.

    ``place`` tells it from others of its sort (a name, the range of its words), empty where there is but one;
    ``words`` are those that carry it, None where none do.
    """

    what: What
    place: str
    parts: Parts
    words: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """
    One item corrected by an analyst.

    ``release`` is the key of the release; ``before`` is what extraction gave, empty for an item added; ``after`` what
    it is, empty for an item struck. ``words`` are those that carry the new value and ``quote`` how they read; without
    them it stands on the analyst alone. ``side`` and ``identity`` are what the tables know of a side or person named.
    """

    release: str
    what: What
    place: str
    before: Parts
    after: Parts
    author: str
    reason: str
    moment: datetime
    words: Span | None = None
    quote: str = ""
    side: Side | None = None
    identity: str | None = None

    def __post_init__(self) -> None:
        if self.before == self.after:
            raise ModelError(wanted="a correction that changes something", got="the value that was extracted")
        if not self.author.strip() or not self.reason.strip():
            raise ModelError(wanted="a correction with an author and a reason", got="one without")
        if len(self.reason) > LONGEST_REASON:
            raise ModelError(
                wanted=f"a reason of at most {LONGEST_REASON} characters",
                got=f"{len(self.reason)}",
                remedy="shorten it",
            )
        if any(len(value) > LONGEST_PART for _, value in (*self.before, *self.after)):
            raise ModelError(wanted=f"values of at most {LONGEST_PART} characters", got="a longer one")
        if (self.words is None) != (not self.quote):
            raise ModelError(wanted="a place in the text and its words, or neither", got="one of the two")
        if self.moment.tzinfo is None:
            raise ModelError(wanted="a moment with a zone", got=self.moment.isoformat())

    @property
    def item(self) -> tuple[What, str]:
        """Which item of the release is meant."""
        return self.what, self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Who took a correction back, why and when."""

    author: str
    reason: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCorrection:
    """A correction as a store keeps it: its number there, and its withdrawal, None while it stands."""

    number: int
    correction: Correction
    withdrawn: Withdrawal | None = None


def parts_of(parts: Parts) -> Mapping[str, str]:
    """Give the parts of a value by their names."""
    return dict(parts)
