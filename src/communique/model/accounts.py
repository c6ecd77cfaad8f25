"""What one release tells of an event: every item with the span of its exact words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from communique.errors import ModelError
from communique.model.figures import Figure
from communique.model.instruments import Instrument, InstrumentCount
from communique.model.parties import Person, Side
from communique.model.relations import Relation
from communique.model.releases import Release
from communique.model.spans import Part, Span
from communique.model.topics import Conflict, Formula, ToneWord, TopicShare

Value = TypeVar("Value")


class Kind(StrEnum):
    """What a release mainly reports."""

    CALL = "call"
    MEETING = "meeting"
    VISIT = "visit"
    MULTILATERAL = "multilateral"
    MESSAGE = "message"
    DOMESTIC = "domestic"
    STATEMENT = "statement"
    OTHER = "other"


class Basis(StrEnum):
    """How an initiative is stated."""

    INITIATED = "initiated"
    INVITED = "invited"
    REQUESTED = "requested"


class Pattern(StrEnum):
    """How the first sentence of the body puts the encounter."""

    MET_WITH = "met_with"
    RECEIVED = "received"
    WAS_RECEIVED = "was_received"
    WELCOMED = "welcomed"
    HOSTED = "hosted"
    SPOKE_WITH = "spoke_with"
    HELD_TALKS = "held_talks"
    HAD_CONVERSATION = "had_conversation"
    JOINT = "joint"
    OTHER = "other"


class VisitClass(StrEnum):
    """The protocol class of a visit, where the text names one."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    PRIVATE = "private"


class Format(StrEnum):
    """Whether the principals met alone, with delegations, or both in turn."""

    ONE_ON_ONE = "one_on_one"
    EXPANDED = "expanded"
    BOTH = "both"


class DateBasis(StrEnum):
    """What the date of the event rests on: words, the day of issue, or an analyst's correction without words."""

    TEXT = "text"
    TITLE = "title"
    ISSUED = "issued"
    ANALYST = "analyst"


class SpeechForm(StrEnum):
    """Whether speech stands as a turn of a transcript or between quotation marks in narration."""

    TURN = "turn"
    INLINE = "inline"


class MentionForm(StrEnum):
    """How a text refers to somebody: by name, by office alone, or jointly ("the presidents")."""

    NAME = "name"
    OFFICE = "office"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Generic[Value]):
    """A value that the text states, and the words that state it."""

    value: Value
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """
    The day on which the event took place (or, for an announcement, is to take place).

    ``span`` marks the words that date it ("Yesterday", "on October 4"); None where only the day of issue is known, or
    an analyst corrected it without words.
    """

    day: date
    basis: DateBasis
    span: Span | None = None

    def __post_init__(self) -> None:
        if (self.span is None) != (self.basis in {DateBasis.ISSUED, DateBasis.ANALYST}):
            raise ModelError(wanted="a span for a date read from words, none otherwise", got=f"basis {self.basis}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    Where the event took place, as far as text, title or place line state it.

    ``venue`` is a building or hall ("the Linden Palace"), ``country`` follows from city or venue. ``again`` marks where
    the body names the city or venue that only title or place line give, in whatever connection.
    """

    city: Stated[str] | None = None
    venue: Stated[str] | None = None
    country: Side | None = None
    again: Span | None = None

    @property
    def in_body(self) -> bool:
        """Whether the body itself, not only title or place line, names city or venue."""
        return self.again is not None or any(
            item is not None and item.span.part is Part.TEXT for item in (self.city, self.venue)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened: kind, day, place, and between whom; the issuer's side stands first among the principals."""

    kind: Kind
    date: EventDate | None = None
    place: Place = Place()
    principals: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()
    visit_class: Stated[VisitClass] | None = None
    format: Stated[Format] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """
    Who is said to have asked, called or invited: the side, the person where named, and the words.

    ``who`` marks the words for the giver among them, None where a speaker means himself.
    """

    basis: Basis
    span: Span
    who: Span | None = None
    side: Side | None = None
    person: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """
    Who met, received or was received by whom in the first sentence of the body.

    ``subject`` is the grammatical subject where it is one principal. ``host`` is who received, whatever the voice;
    None where the words do not tell.
    """

    pattern: Pattern
    span: Span | None = None
    subject: Person | None = None
    host: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """
    Direct speech: whose, in which words (``content``), and the words that say so (``cue``: a label or a verb).

    A turn of a transcript is one quotation, however many paragraphs it has.
    """

    form: SpeechForm
    content: Span
    cue: Span | None = None
    speaker: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where the text refers to somebody: the words used (``span``) and the person meant, where known."""

    form: MentionForm
    span: Span
    person: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """
    One release's telling of an event: all that extraction finds in it.

    ``initiatives`` holds every statement on whose idea the contact was, the strongest first. ``instruments`` are the
    documents signed or adopted, ``counts`` the numbers of documents that the text states. ``topics`` stand in the order
    of first mention. ``formulas`` are stock phrases, ``tone`` the evaluative words on the talks. ``joint`` marks the
    narrator's sentences whose subject is plural ("the sides", "the presidents", "they"); ``impersonal`` those that
    name nobody ("issues discussed included"); ``vague`` words that leave number or identity open ("a number of").
    ``models`` names the language models and lexicons used, with their versions; ``unread`` what is not read in this
    language, in words.
    """

    release: Release
    event: Event
    initiatives: tuple[Initiative, ...] = ()
    reception: Reception = Reception(pattern=Pattern.OTHER)
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    counts: tuple[InstrumentCount, ...] = ()
    figures: tuple[Figure, ...] = ()
    topics: tuple[TopicShare, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    tone: tuple[ToneWord, ...] = ()
    formulas: tuple[Formula, ...] = ()
    sentences: tuple[Span, ...] = ()
    joint: tuple[Span, ...] = ()
    impersonal: tuple[Span, ...] = ()
    vague: tuple[Span, ...] = ()
    models: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def initiative(self) -> Initiative | None:
        """The strongest statement on whose idea the contact was, None where the text is silent."""
        return self.initiatives[0] if self.initiatives else None
