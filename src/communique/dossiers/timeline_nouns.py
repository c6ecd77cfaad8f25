"""What a timeline consists of: moments in order, what foretold them, who published first. Never why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from communique.dossiers.imprecise import When
from communique.dossiers.public_days import CountryDay, WorkingDays
from communique.model import Admiralty, ExhibitKind, Kind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """
    What lies between a moment and the last one before it whose day is known.

    ``since`` is the number of that one. They are calendar days, hours, and working days of each side's country.
    ``hours`` is None where either has no time, or their zones cannot be compared; ``printed`` tells that both times
    are as one office prints them, without a zone. ``days`` count from the day as printed.
    """

    since: int
    days: int
    hours: float | None
    working: tuple[WorkingDays, ...]
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretelling:
    """
    An earlier release of the dossier that announced an event or invited to it.

    ``key`` and ``name`` are the release's, ``words`` the sentence. ``days`` lie between its publication and the event.
    ``dated`` tells that it names a time; one that does not is taken for the first event of the dossier that it fits.
    """

    key: str
    name: str
    days: int
    invitation: bool
    words: str
    dated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """
    One thing on the timeline: what a release records or says, or an exhibit.

    ``when`` is the time of publication where the event was that day, else the day that the text gives; ``basis`` says
    which, in words. ``published`` is the time of publication as printed. ``foresees`` is when that is to be which the
    release foretells. ``kind`` and ``role`` are None for an exhibit, ``exhibit`` for a release; ``grade`` is that of
    the exhibit, or of the release where the dossier grades it. ``parties`` are persons with their sides, the issuer's
    first. ``days`` tells what the day is in each country, and is empty where no day is known. ``foretold`` are the
    releases that foretold it, the earliest first.
    """

    number: int
    key: str
    name: str
    title: str
    when: When
    basis: str
    role: Role | None = None
    kind: Kind | None = None
    parties: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    issuer: str = ""
    address: str = ""
    published: datetime | None = None
    foresees: tuple[When, ...] = ()
    exhibit: ExhibitKind | None = None
    grade: Admiralty | None = None
    reason: str = ""
    days: tuple[CountryDay, ...] = ()
    gap: Gap | None = None
    foretold: tuple[Foretelling, ...] = ()

    @property
    def lead(self) -> int | None:
        """Days from the first release that foretold it; None where none is at hand."""
        return self.foretold[0].days if self.foretold else None

    @property
    def weekday(self) -> int | None:
        """The day of the week (Monday is 0); None where the day is not known."""
        return self.when.first.weekday() if self.when.is_exact else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedence:
    """
    Several issuers on one event, in order of publication: who was first, and by how many hours.

    ``hours`` lie between the first and the second; None, and ``first`` empty, where the times do not tell, for the
    ``reason`` given. ``keys`` are the releases' keys, ``issuers`` who published each.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    issuers: tuple[str, ...]
    first: str = ""
    hours: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A release or exhibit that stands on no timeline, and why."""

    name: str
    title: str
    reason: str
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """
    The moments of a dossier in order, and apart the parallel public events around them.

    Order is all it tells: whether one thing led to another is not known. ``unplaced`` lists what has no day, could not
    be read, or lies further off than parallel events are looked for. ``calendar`` tells of each day around the events
    what it is in the countries; ``unknown`` are the sides whose holidays are not known, ``source`` names what the known
    ones are taken from. ``naive`` counts times without a zone.
    """

    title: str
    first: date
    last: date
    sides: tuple[str, ...] = ()
    moments: tuple[Moment, ...] = ()
    parallel: tuple[Moment, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    precedence: tuple[Precedence, ...] = ()
    calendar: tuple[tuple[date, tuple[CountryDay, ...]], ...] = ()
    unknown: tuple[str, ...] = ()
    source: str = ""
    naive: int = 0

    def moment(self, key: str) -> Moment | None:
        """Give the moment of a release or exhibit by its key; None where it is not of the episode."""
        return next((moment for moment in self.moments if moment.key == key), None)
