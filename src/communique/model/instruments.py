"""Documents that a release says were signed or adopted: what they are called, between whom, and what binds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.parties import Side
from communique.model.spans import Span


class InstrumentClass(StrEnum):
    """What the words call a document; ``treaty`` covers conventions and pacts, ``other`` plain "documents"."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    CONTRACT = "contract"
    PROTOCOL = "protocol"
    MEMORANDUM = "memorandum"
    DECLARATION = "declaration"
    STATEMENT = "statement"
    PROGRAMME = "programme"
    LETTER_OF_INTENT = "letter_of_intent"
    OTHER = "other"


class Level(StrEnum):
    """Between whom a document stands: ``mixed`` for parties of different levels, ``unclear`` where no word tells."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    AGENCY = "agency"
    REGION = "region"
    COMPANY = "company"
    ORGANISATION = "organisation"
    MIXED = "mixed"
    UNCLEAR = "unclear"


class Binding(StrEnum):
    """Whether a document binds in law, as far as its words tell."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentWords:
    """
    A document signed or adopted, as the words of a release give it.

    ``title`` marks the document as written: all of it, or its own part where several share words that come before
    ("agreements on tourism and on ferries"), which are then ``head``. ``deciding`` marks the words that settle whether
    it binds; ``titles_only`` tells that these are words of the title, not of the document itself. ``lump`` marks
    several documents told as one. ``parties`` marks those it is between, else those said to sign it; ``sum`` and
    ``date`` what it is worth and when it was signed, where the same sentence tells. ``cue`` marks the word of signing
    or adopting, None where the release itself is the document.
    """

    title: Span
    kind: InstrumentClass
    level: Level
    binding: Binding
    deciding: tuple[Span, ...]
    sentence: Span
    head: Span | None = None
    parties: tuple[Span, ...] = ()
    sum: Span | None = None
    date: Span | None = None
    lump: bool = False
    cue: Span | None = None
    titles_only: bool = True

    def __post_init__(self) -> None:
        if not self.sentence.covers(self.title):
            raise ModelError(wanted="a document's title inside its sentence", got="one that reaches out of it")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentCount:
    """How many documents a release says were signed: the words, and the number where they give one ("a package")."""

    span: Span
    number: int | None = None

    def __post_init__(self) -> None:
        if self.number is not None and self.number < 1:
            raise ModelError(wanted="a count of at least 1", got=str(self.number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A document signed or adopted, and the sides whose names or adjectives stand among its parties."""

    words: InstrumentWords
    sides: tuple[Side, ...] = ()
