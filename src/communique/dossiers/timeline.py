"""The moments of a dossier in order, the days they fell on, and the public events around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from communique.dossiers.opened import OpenDossier
from communique.dossiers.public_days import LIBRARY_DAYS, CountryDay, PublicDays, country_days
from communique.dossiers.timeline_links import find_foretellings, find_gap, find_precedence
from communique.dossiers.timeline_moments import moment_of, moment_of_exhibit
from communique.dossiers.timeline_nouns import Moment, Timeline, Unplaced
from communique.model import Account, Role
from communique.precedent.entering import find_sides
from communique.reference.rows import Tables

EITHER_SIDE = timedelta(days=3)
"""How far from an event of the episode its parallel public events are shown."""

_DAY = timedelta(days=1)


def draw_up_timeline(
    opened: OpenDossier, *, public_days: PublicDays = LIBRARY_DAYS, tables: Tables | None = None
) -> Timeline:
    """
    Put the releases and exhibits of a dossier in order of time, whatever the order of filing.

    Parallel events stand apart, those within three days of an event of the episode; where the episode has no dated
    event, those of its span. ``tables`` tell who is of which side, the shipped ones by default.
    """
    sides = opened.dossier.sides or _sides(opened.accounts())
    placed = tuple(_placed(opened))
    own = _in_order(item for item in placed if isinstance(item, Moment) and item.role is not Role.PARALLEL)
    beside = _in_order(item for item in placed if isinstance(item, Moment) and item.role is Role.PARALLEL)
    near, far = _parted(beside, own, opened)
    foretold = find_foretellings(opened)
    told = tuple(replace(moment, foretold=foretold.get(moment.key, ())) for moment in own)
    moments = tuple(_with_gaps(_numbered(_with_days(told, sides, public_days)), sides, public_days))
    parallel = _numbered(_with_days(near, sides, public_days))
    return Timeline(
        title=opened.dossier.title,
        first=opened.dossier.first,
        last=opened.dossier.last,
        sides=sides,
        moments=moments,
        parallel=parallel,
        unplaced=(*(item for item in placed if isinstance(item, Unplaced)), *map(_too_far, far)),
        precedence=find_precedence(opened, tables=tables),
        calendar=_calendar((*moments, *parallel), sides, public_days),
        unknown=tuple(side for side in sides if not public_days.knows(side, opened.dossier.first.year)),
        source=public_days.source,
        naive=sum(moment.when.clock is not None and not moment.when.is_zoned for moment in (*moments, *parallel)),
    )


def _sides(accounts: Iterable[Account]) -> tuple[str, ...]:
    """Give the sides of the contacts, where the dossier names none."""
    found = chain.from_iterable((own, *others) for own, others in map(find_sides, accounts))
    return tuple(sorted(dict.fromkeys(filter(None, found))))


def _placed(opened: OpenDossier) -> Iterator[Moment | Unplaced]:
    """Yield what has a place on the timeline, and what has none with the reason."""
    for filed in sorted(opened.filed, key=lambda item: (item.account.release.name, item.account.release.key)):
        yield moment_of(filed)
    for exhibit in sorted(opened.dossier.exhibits, key=lambda item: item.code):
        yield moment_of_exhibit(exhibit)
    for unread in sorted(opened.unread, key=lambda item: item.filing.source):
        reason = f"not read: {unread.reason}"
        yield Unplaced(name=unread.filing.source, title="", reason=reason, role=unread.filing.role)


def _in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Order by the earliest instant, then the latest, then by what is the same whatever the order of filing."""
    return tuple(sorted(moments, key=lambda moment: (*moment.when.place, moment.name, moment.key)))


def _parted(
    beside: tuple[Moment, ...], own: tuple[Moment, ...], opened: OpenDossier
) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    """Part the parallel moments into those near an event of the episode and those too far off."""
    days = [moment.when.first for moment in own if moment.role is Role.EVENT and moment.when.is_exact]
    spans = [(day - EITHER_SIDE, day + EITHER_SIDE) for day in days]
    spans = spans or [(opened.dossier.first - EITHER_SIDE, opened.dossier.last + EITHER_SIDE)]
    near = tuple(m for m in beside if any(first <= m.when.first <= last for first, last in spans))
    return near, tuple(moment for moment in beside if moment not in near)


def _too_far(moment: Moment) -> Unplaced:
    reason = f"on {moment.when.edtf[:10]}, over {EITHER_SIDE.days} days from every event of the episode"
    return Unplaced(name=moment.name, title=moment.title, reason=reason, role=moment.role)


def _with_days(moments: Iterable[Moment], sides: tuple[str, ...], public_days: PublicDays) -> tuple[Moment, ...]:
    return tuple(
        replace(moment, days=country_days(moment.when.first, sides, public_days)) if moment.when.is_exact else moment
        for moment in moments
    )


def _with_gaps(moments: tuple[Moment, ...], sides: tuple[str, ...], public_days: PublicDays) -> Iterator[Moment]:
    """Yield each moment with the gap to the last one before it whose day is known."""
    last: Moment | None = None
    for moment in moments:
        exact = moment.when.is_exact
        yield replace(moment, gap=find_gap(last, moment, sides, public_days)) if last and exact else moment
        last = moment if exact else last


def _numbered(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    return tuple(replace(moment, number=number) for number, moment in enumerate(moments, start=1))


def _calendar(
    moments: Iterable[Moment], sides: tuple[str, ...], public_days: PublicDays
) -> tuple[tuple[date, tuple[CountryDay, ...]], ...]:
    """Give what the days are from three before each day of a moment to three after it."""
    exact = {moment.when.first for moment in moments if moment.when.is_exact}
    around = {day + _DAY * off for day in exact for off in range(-EITHER_SIDE.days, EITHER_SIDE.days + 1)}
    return tuple((day, country_days(day, sides, public_days)) for day in sorted(around))
