"""What a protocol sheet holds: who met whom in what capacity, when, where, received by whom; what no report tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from communique.languages.arrivals import Farewell
from communique.languages.first_lexicon import FirstKind
from communique.model import Kind, Pattern, Person, Release, Side, Span, VisitClass
from communique.reference.rows import Tenure

NO_RULE = "no rule found"
NO_REPORT = "no report found of"
NO_GREETER = f"{NO_REPORT} who greeted"
NO_FAREWELL = f"{NO_REPORT} who saw off"
NO_CALENDAR = "no calendar of trips at hand: not found"
NO_BASE = "no base"
NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The exact words of one release."""

    release: Release
    span: Span

    @property
    def words(self) -> str:
        """The words as they stand."""
        return self.release.words(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstClaim:
    """
    Words that call a visit, a trip, a meeting or a call the first one, and whose words they are.

    ``speaker`` is None where the narrator says it. ``day`` is that of publication; ``since_day`` the first day of the
    period that the words name ("since the New Year"), None where they name none that a calendar has. ``denied``: "not
    my first"; ``recalled``: a first that lies back.
    """

    kind: FirstKind
    passage: Passage
    sentence: Passage
    speaker: Person | None = None
    owner: Passage | None = None
    since: Passage | None = None
    place: Passage | None = None
    day: date | None = None
    since_day: date | None = None
    abroad: bool = False
    denied: bool = False
    recalled: bool = False

    @property
    def words(self) -> str:
        """The words that call it the first."""
        return self.passage.words

    @property
    def said_by(self) -> str:
        """Who says it: the speaker, else whose text it is."""
        return self.speaker.label if self.speaker else f"the text of {self.passage.release.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeter:
    """Who met a guest on arrival or saw one off, in exact words; ``persons`` are those of them that the text names."""

    farewell: Farewell
    sentence: Passage
    who: Passage | None = None
    whom: Passage | None = None
    persons: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule on counterparts with its source: a public document, or an exhibit of the dossier."""

    words: str
    source: str
    counterparts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Somebody reported to take part, and the words that name him or her; ``principal``: one of those who met."""

    person: Person
    passages: tuple[Passage, ...]
    principal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreported:
    """
    Somebody of whom the releases at hand have no report, and why the name is looked for.

    It is never said that the two did not meet: a release that is silent denies nothing.
    """

    name: str
    title: str
    reason: str
    side: Side | None = None
    source: str = ""

    @property
    def statement(self) -> str:
        """The one way it is put: "no report found of Adela Korin, Prime Minister of Velmark"."""
        return f"{NO_REPORT} {self.name}{f', {self.title}' if self.title else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """
    Who on the other side holds the counterpart of one office, and whether a report names him or her as met.

    ``rule`` is None where no source has one; then ``holders`` are those of the same office on the other side, which is
    a fact and no rule. ``named`` are those of them whom a report names.
    """

    person: str
    tenure: Tenure
    side: Side
    rule: Rule | None = None
    holders: tuple[tuple[str, Tenure], ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """One text's words for the office in which it presents somebody; None where it gives the name alone."""

    release: Release
    words: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """
    One principal of a contact.

    ``capacities`` are the words of each text; ``offices`` all that the tables know him or her to have held that day,
    ``besides`` those of them that no text names.
    """

    person: Person
    capacities: tuple[Capacity, ...] = ()
    offices: tuple[Tenure, ...] = ()
    besides: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Whose country the place is in, with the words that tell; ``guests`` are the principals of other sides."""

    country: Side | None = None
    city: Passage | None = None
    building: Passage | None = None
    hosts: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """How the first sentence of one text puts the encounter: its pattern, its subject, the sentence."""

    release: Release
    pattern: Pattern
    subject: str = ""
    host: str = ""
    sentence: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWords:
    """The class that one text gives a visit, in its words; ``speaker`` is empty where the narrator does."""

    visit_class: VisitClass
    passage: Passage
    sentence: Passage
    speaker: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSheet:
    """
    One contact of the episode, as its texts tell of it together.

    ``reported`` are others said to take part or to have met or seen off the guest; ``spoken_of`` whom the narrator
    names besides, in whatever connection. ``published`` is when the first of the texts was; the time of the contact
    itself is seldom stated.
    """

    number: int
    day: date
    kind: Kind
    releases: tuple[Release, ...]
    seats: tuple[Seat, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    reported: tuple[Reported, ...] = ()
    spoken_of: tuple[Reported, ...] = ()
    greeters: tuple[Greeter, ...] = ()
    venue: Venue | None = None
    welcomes: tuple[Welcome, ...] = ()
    published: datetime | None = None

    @property
    def label(self) -> str:
        """What a report calls it: the kind and who takes part."""
        names = " – ".join(seat.person.label for seat in self.seats)
        return f"{self.kind}{f' of {names}' if names else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Of one side: whom the releases report as taking part in person, and of whom they have no report."""

    side: Side
    reported: tuple[Reported, ...] = ()
    unreported: tuple[Unreported, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """One stay of a person in another country, from the first to the last day recorded there."""

    person: str
    country: Side
    first: date
    last: date
    city: str = ""
    releases: tuple[Release, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDestination:
    """
    Where a person went first since a day, as a calendar of trips has it, and what officials say.

    ``calendar`` tells that the releases at hand are a calendar of that person's trips over the span; where not,
    ``trips`` hold what is recorded all the same, and no answer is drawn from them.
    """

    person: str
    since: date
    since_words: str
    until: date
    calendar: bool
    statement: str
    trips: tuple[Trip, ...] = ()
    claims: tuple[FirstClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """How long a guest stayed: arrival and departure where stated, and how that compares, or that there is no base."""

    person: str
    place: str
    statement: str
    base: str
    arrival: Passage | None = None
    departure: Passage | None = None
    arrived: date | None = None
    departed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolSheet:
    """
    The protocol of one episode: its contacts in order, the classes its visits are given, first destinations, stays.

    ``sources`` are the releases it rests on, ``unread`` what could not be read, in words.
    """

    title: str
    first: date
    last: date
    contacts: tuple[ContactSheet, ...] = ()
    rosters: tuple[Roster, ...] = ()
    classes: tuple[ClassWords, ...] = ()
    claims: tuple[FirstClaim, ...] = ()
    destinations: tuple[FirstDestination, ...] = ()
    stays: tuple[Stay, ...] = ()
    sources: tuple[Release, ...] = ()
    unread: tuple[str, ...] = ()
