"""What speaks for one event and what against it, test by test: the day, the kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.collation.pairing.occasions import Occasion
from communique.languages.occasions import Manner
from communique.model import Kind

_DAY = 24.0
_NEIGHBOURS, _ANYWHERE = 3.0, 12.0
_KINDS = {
    Kind.CALL: "a call",
    Kind.MEETING: "a meeting",
    Kind.VISIT: "a visit",
    Kind.MULTILATERAL: "an event of several sides",
    Kind.DOMESTIC: "an event at home",
}
_IN_PERSON = frozenset({Kind.MEETING, Kind.VISIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The outcome of one test: whether it fits, None where it cannot tell, and why, in a short clause."""

    fits: bool | None
    words: str = ""


UNDECIDED = Ground(fits=None)
"""The outcome of a test that has nothing to go by."""


def supporting(words: str) -> Ground:
    """Give a ground for one event."""
    return Ground(fits=True, words=words)


def opposing(words: str) -> Ground:
    """Give a ground against it."""
    return Ground(fits=False, words=words)


def neutral(words: str) -> Ground:
    """Give what keeps a judgement from being sure, and speaks neither for nor against."""
    return Ground(fits=None, words=words)


def fit_days(one: Occasion, other: Occasion) -> Ground:
    """
    Tell whether two events can have been at one time, by the hours that each can have been in.

    Hours are compared, not days: an evening in one capital is the next morning in another.
    """
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return neutral("neither is dated" if one.end is None and other.end is None else "one of them is not dated")
    if one.dated and other.dated and one.day == other.day:
        return supporting(_agreeing(one, other))
    hours = max(one.start, other.start) - min(one.end, other.end)
    if hours < _slack(one, other):
        return supporting(_agreeing(one, other))
    return opposing(_parted(one, other, hours))


def fit_kinds(one: Occasion, other: Occasion) -> Ground:
    """Tell whether two kinds can be those of one event: a video call may be called a meeting, a letter is no talk."""
    kinds = {one.kind, other.kind}
    if Kind.MESSAGE in kinds and kinds & _KINDS.keys():
        return opposing(f"one is a message, the other tells of {_KINDS[(kinds - {Kind.MESSAGE}).pop()]}")
    if {one.manner, other.manner} == {Manner.PHONE, Manner.PERSON}:
        return opposing("one was by telephone, the other in person")
    if one.own == other.own and Kind.CALL in kinds and kinds & _IN_PERSON and Manner.VIDEO not in _manners(one, other):
        return opposing("one is a call, the other was in person")
    if one.kind is other.kind:
        return supporting(f"both tell of {_KINDS[one.kind]}") if one.kind in _KINDS else UNDECIDED
    if kinds == {Kind.CALL, Kind.MEETING}:
        return supporting("both tell of talks, which one calls a call and the other a meeting")
    return UNDECIDED


def fit_outlook(one: Occasion, other: Occasion) -> Ground:
    """Tell whether both report, or both announce: an announcement is no account of what then took place."""
    if one.announced == other.announced:
        return supporting("both announce it") if one.announced else UNDECIDED
    return opposing("one only announces what the other may report")


def day_words(day: date) -> str:
    """
    Write a day in words.

    >>> day_words(date(2021, 12, 7))
    '7 December 2021'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _slack(one: Occasion, other: Occasion) -> float:
    """Give the hours by which clocks may differ: where both zones are unknown the two are taken for neighbours."""
    known = (bool(one.zones), bool(other.zones))
    return 0.0 if all(known) else _NEIGHBOURS if not any(known) else _ANYWHERE


def _manners(one: Occasion, other: Occasion) -> set[Manner]:
    return {one.manner, other.manner}


def _agreeing(one: Occasion, other: Occasion) -> str:
    if one.day is None or other.day is None:
        return "published within a day of each other"
    if one.day == other.day:
        return f"both are of {day_words(one.day)}"
    first, second = sorted((one.day, other.day))
    if (second - first).days == 1:
        return f"{day_words(first)} and {day_words(second)} can be one moment: published later, or further east"
    return f"one is of {day_words(first)}, the other was published by {day_words(second)}"


def _parted(one: Occasion, other: Occasion, hours: float) -> str:
    if one.day and other.day and one.day != other.day:
        first, second = sorted((one.day, other.day))
        return f"one is of {day_words(first)}, the other of {day_words(second)}"
    days = round(hours / _DAY)
    return f"{days} days lie between them" if days > 1 else "too many hours lie between them"
