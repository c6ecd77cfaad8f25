"""Two sides over time: every contact with those who tell of it, the time between contacts, calls before visits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from statistics import median

from communique.precedent.coverage import Coverage
from communique.precedent.encounters import Encounter, Manner, find_encounters
from communique.precedent.history import Contact
from communique.precedent.tempo import call_before_visit


class Telling(StrEnum):
    """What an office has on an encounter: a text, none though the corpus holds the days, or days not held."""

    TOLD = "told"
    SILENT = "silent"
    NOT_HELD = "not held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """
    One office in one language that tells of the pair: its contacts as told, and the days that the corpus holds of it.

    ``side`` is the code of its own side, ``name`` the office in words.
    """

    issuer: str
    language: str
    side: str
    name: str
    contacts: tuple[Contact, ...]
    coverage: Coverage

    @property
    def code(self) -> str:
        """One word that names it among others ("xa-president.en")."""
        return f"{self.issuer}.{self.language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One real contact of the pair, and what each teller has on it, in the order of the tellers."""

    encounter: Encounter
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """
    The days from one contact to the next.

    ``lost`` tells that the corpus has a hole between them of every teller: the gap may be shorter than it looks.
    """

    since: date
    until: date
    lost: bool

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.until - self.since).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides, by codes and names, with the tellers and all contacts that any of them tells, in order of days."""

    codes: tuple[str, str]
    names: tuple[str, str]
    tellers: tuple[Teller, ...]
    meetings: tuple[Meeting, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The times between contacts, in order."""
        return tuple(_gaps(self))

    @property
    def usual_gap(self) -> float | None:
        """The median of the gaps that no hole touches, in days; None where there is none."""
        known = [gap.days for gap in self.gaps if not gap.lost]
        return median(known) if known else None

    @property
    def longest_gap(self) -> Gap | None:
        """The longest gap that no hole touches."""
        return max((gap for gap in self.gaps if not gap.lost), key=lambda gap: gap.days, default=None)

    @property
    def called_first(self) -> tuple[tuple[Teller, tuple[int, int]], ...]:
        """How many encounters in person a call preceded, among how many, by each teller that has enough of them."""
        counted = ((teller, call_before_visit(teller.contacts, teller.coverage)) for teller in self.tellers)
        return tuple((teller, counts) for teller, counts in counted if counts is not None)

    @property
    def years(self) -> range:
        """The years from the first contact to the last."""
        if not self.meetings:
            return range(0)
        return range(self.meetings[0].encounter.first.year, self.meetings[-1].encounter.last.year + 1)


def find_pair(codes: tuple[str, str], names: tuple[str, str], tellers: tuple[Teller, ...]) -> Pair:
    """Put the contacts that several offices tell together: what is told of one day is one contact."""
    contacts = tuple(contact for teller in tellers for contact in teller.contacts)
    meetings = (_meeting(encounter, tellers) for encounter in find_encounters(contacts))
    return Pair(codes=codes, names=names, tellers=tellers, meetings=tuple(meetings))


def count_manners(pair: Pair, year: int) -> tuple[int, int]:
    """Give the contacts of a year: over a distance, and in person."""
    begun = [meeting.encounter for meeting in pair.meetings if meeting.encounter.first.year == year]
    calls = sum(encounter.manner is Manner.CALL for encounter in begun)
    return calls, len(begun) - calls


def _meeting(encounter: Encounter, tellers: tuple[Teller, ...]) -> Meeting:
    keys = {contact.key for contact in encounter.contacts}
    return Meeting(encounter=encounter, tellings=tuple(_telling(encounter, keys, teller) for teller in tellers))


def _telling(encounter: Encounter, keys: set[str], teller: Teller) -> Telling:
    if any(contact.key in keys for contact in teller.contacts):
        return Telling.TOLD
    hole = teller.coverage.hole_between(encounter.first, encounter.last)
    return Telling.SILENT if hole is None else Telling.NOT_HELD


def _gaps(pair: Pair) -> Iterator[Gap]:
    for one, other in pairwise(meeting.encounter for meeting in pair.meetings):
        since, until = one.last, other.first
        lost = all(teller.coverage.hole_between(since, until) is not None for teller in pair.tellers)
        yield Gap(since=since, until=until, lost=lost)
