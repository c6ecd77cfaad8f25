"""What a language offers: where sentences end, who is designated, what a predicate says, dates, places, speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from communique.languages.speech import Speech
from communique.model import (
    Basis,
    DateBasis,
    Format,
    Kind,
    Pattern,
    RelationKind,
    Release,
    Side,
    Span,
    Stated,
    Status,
    VisitClass,
)
from communique.model.figures import FigureWords
from communique.model.instruments import InstrumentCount, InstrumentWords
from communique.model.topics import Conflict, Formula, ToneWord, TopicShare


class Form(StrEnum):
    """
    How words designate a party.

    ``name``: a personal name, with or without office. ``office``: an office alone ("the Prime Minister of Arvenia").
    ``group``: several at once ("the presidents", "both sides", "they"). ``side``: a state or organisation acting
    ("the Arvenian side"). ``pronoun``: "he", "she". ``body``: a named collective ("a delegation of senators").
    """

    NAME = "name"
    OFFICE = "office"
    GROUP = "group"
    SIDE = "side"
    PRONOUN = "pronoun"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """
    Words that stand for a person, an office or a side.

    ``span`` covers all of them ("President of Arvenia Ilmar Vesk"), ``name`` the personal name, ``office`` the office
    with what it governs; ``sides`` are the sides named inside, the one the office serves first. ``former`` marks
    "former", "ex-", "new", "next": somebody else than the present holder may be meant.
    """

    form: Form
    span: Span
    name: Span | None = None
    office: Span | None = None
    sides: tuple[Side, ...] = ()
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How a sentence puts the encounter: pattern, subject (None where nobody or several act), object, exact words."""

    pattern: Pattern
    span: Span
    subject: Designation | None = None
    object: Designation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """A statement on who asked, called or invited: the giver and the addressee as designated, and the exact words."""

    basis: Basis
    span: Span
    giver: Designation | None = None
    receiver: Designation | None = None
    speaker_is_giver: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """Words that date the event: the day they mean, and whether headline or body has them."""

    span: Span
    day: date
    basis: DateBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Words that place something: a city, a venue, or both, with the country that follows."""

    city: Stated[str] | None = None
    venue: Stated[str] | None = None
    country: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCue:
    """A word for a kind of event, with its place in the release."""

    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """
    The words that stand for one end of a dealing, and the designation among them; ``plural`` for several.

    ``first_person`` and ``second_person`` mark "I", "we" and "you"; ``pronoun`` any pronoun; ``sides`` are the sides
    named in the words; ``abroad`` tells that the noun itself means somebody of another side ("our partners").
    """

    span: Span
    designation: Designation | None = None
    sides: tuple[Side, ...] = ()
    plural: bool = False
    pronoun: bool = False
    first_person: bool = False
    second_person: bool = False
    abroad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One dealing between parties as a sentence states it, before anybody asks who they are."""

    kind: RelationKind
    sentence: Span
    cue: Span
    giver: Words | None = None
    receiver: Words | None = None
    symmetrical: bool = False
    status: Status = Status.ACTUAL
    reason: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """
    All that one language finds in one release; extraction makes an Account of it without knowing the language.

    ``sentences`` are those of the body; ``narration`` those of them outside direct speech. ``lead`` is how the first
    narrated sentence puts the encounter. ``title_sides`` are the sides that the title names in any form. ``headline``
    and ``opening`` hold the designations that stand as parties to the event in the title and in the first narrated
    sentence, in order; ``attending`` those said to take part besides. ``places`` are those of the event, the place
    line's first.
    """

    release: Release
    sentences: tuple[Span, ...]
    narration: tuple[Span, ...]
    designations: tuple[Designation, ...]
    speech: tuple[Speech, ...]
    title_sides: tuple[Side, ...] = ()
    headline: tuple[Designation, ...] = ()
    opening: tuple[Designation, ...] = ()
    attending: tuple[Designation, ...] = ()
    cues: tuple[KindCue, ...] = ()
    lead: Lead | None = None
    drives: tuple[Drive, ...] = ()
    days: tuple[DayWords, ...] = ()
    places: tuple[PlaceWords, ...] = ()
    visit_class: Stated[VisitClass] | None = None
    formats: tuple[Stated[Format], ...] = ()
    frames: tuple[Frame, ...] = ()
    instruments: tuple[InstrumentWords, ...] = ()
    counts: tuple[InstrumentCount, ...] = ()
    figures: tuple[FigureWords, ...] = ()
    topics: tuple[TopicShare, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    tone: tuple[ToneWord, ...] = ()
    formulas: tuple[Formula, ...] = ()
    joint: tuple[Span, ...] = ()
    impersonal: tuple[Span, ...] = ()
    vague: tuple[Span, ...] = ()


class Language(Protocol):
    """One language: its code, the models and lexicons it rests on, and the marking up of releases in batches."""

    @property
    def code(self) -> str:
        """The ISO 639-1 code."""
        ...

    @property
    def models(self) -> tuple[str, ...]:
        """Names and versions of the models and lexicons used, for the report."""
        ...

    @property
    def unread(self) -> tuple[str, ...]:
        """What is not read in this language, in words for the report: an empty item among these says nothing."""
        ...

    def mark_up(self, releases: Iterable[Release]) -> Iterator[Markup]:
        """Mark up releases of this language, in order; lazily, a batch at a time."""
        ...
