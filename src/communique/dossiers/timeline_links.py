"""What ties moments together: what foretold an event, how long it was since the last, who published first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import combinations

from communique.collation.pairing.judging import judge
from communique.collation.pairing.occasions import occasion_of
from communique.dossiers.imprecise import When, when_of_time
from communique.dossiers.opened import OpenDossier
from communique.dossiers.public_days import PublicDays, count_working_days
from communique.dossiers.timeline_nouns import Foretelling, Gap, Moment, Precedence
from communique.model import Account, Role
from communique.precedent import Contact, Coverage, Lead, Notice
from communique.precedent.encounters import MANNERS, could_be_same, persons_of
from communique.precedent.links import contact_of, find_leads
from communique.precedent.notices import find_notices
from communique.reference.rows import Tables

HOUR = 3600.0
FURTHEST_ZONES = timedelta(hours=26)
"""Two clocks of the world differ by so much at most (UTC+14 and UTC−12)."""

_DAY = timedelta(days=1)
_NEVER = datetime.max.replace(tzinfo=UTC)
_AT_ONCE = "both give the same time"
_NO_TIMES = "a time of publication is missing"
_NO_ZONES = "a zone is not stated, and the times are too near for the order to be certain"


def find_foretellings(opened: OpenDossier) -> Mapping[str, tuple[Foretelling, ...]]:
    """
    Give for each event of the episode, by its release's key, the releases of the dossier that foretold it.

    They are its notices that fit the event, and announcements that name its very day and parties. Of each release the
    best one counts. The dossier is taken to be whole: the first event that a notice fits is the one foreseen.
    """
    accounts = _sorted(opened.accounts())
    notices = tuple(notice for account in accounts for notice in find_notices(account))
    contacts = tuple(contact for account in accounts if (contact := contact_of(account)) is not None)
    held = _all_days(accounts)
    found = {}
    for account in _sorted(opened.accounts(Role.EVENT)):
        leads = find_leads(account, notices, contacts, held)
        told = {lead.notice.key: _foretold(lead) for lead in sorted(leads, key=_worth, reverse=True)}
        announced = (item for item in _announced(account, opened) if item.key not in told)
        found[account.release.key] = tuple(
            sorted((*told.values(), *announced), key=lambda item: (-item.days, item.name, item.key))
        )
    return found


def _worth(lead: Lead) -> tuple[bool, bool, str]:
    """Order the notices of one release, the best last: what is dated, and an announcement, goes before the rest."""
    return not lead.notice.dated, lead.notice.invitation, lead.notice.words


def _foretold(lead: Lead) -> Foretelling:
    notice: Notice = lead.notice
    return Foretelling(
        key=notice.key,
        name=notice.name,
        days=lead.days,
        invitation=notice.invitation,
        words=notice.words,
        dated=notice.dated,
    )


def _announced(account: Account, opened: OpenDossier) -> Iterator[Foretelling]:
    """Yield the releases filed as announcements whose event is on this event's day, between the same persons."""
    event = contact_of(account)
    if event is None or event.kind not in MANNERS:
        return
    for other in _sorted(opened.accounts(Role.ANNOUNCEMENT)):
        told, issued = other.event.date, other.release.issued
        if told is None or issued is None or told.day != event.day or issued.date() >= event.day:
            continue
        if _share_parties(event, other):
            release, days = other.release, (event.day - issued.date()).days
            yield Foretelling(
                key=release.key, name=release.name, days=days, invitation=False, words=release.title, dated=True
            )


def _share_parties(event: Contact, other: Account) -> bool:
    theirs = persons_of(other)
    sides, others = ({person.partition("/")[0] for person in persons} for persons in (event.persons, theirs))
    return len(sides & others) > 1 and could_be_same(event.persons, theirs)


def _all_days(accounts: Iterable[Account]) -> Coverage:
    """Give a coverage without holes: in a dossier the analyst answers for what is missing."""
    days = sorted({account.release.issued.date() for account in accounts if account.release.issued})
    if not days:
        return Coverage()
    return Coverage(days=tuple(days[0] + _DAY * number for number in range((days[-1] - days[0]).days + 1)))


def find_gap(earlier: Moment, later: Moment, countries: tuple[str, ...], public_days: PublicDays) -> Gap:
    """Give what lies between two moments in order whose days are known."""
    one, other = earlier.when.first, later.when.first
    alike = earlier.issuer == later.issuer
    return Gap(
        since=earlier.number,
        days=(other - one).days,
        hours=_hours(earlier.when, later.when, one_office=alike),
        working=tuple(count_working_days(one, other, country, public_days) for country in countries),
        printed=not later.when.is_zoned,
    )


def _hours(earlier: When, later: When, *, one_office: bool) -> float | None:
    """Give the hours between two times: both with a zone, or both as one office prints them."""
    if earlier.clock is None or later.clock is None:
        return None
    if earlier.is_zoned and later.is_zoned:
        return (later.place[0] - earlier.place[0]).total_seconds() / HOUR
    if one_office and not earlier.is_zoned and not later.is_zoned:
        return (later.clock - earlier.clock).total_seconds() / HOUR
    return None


def find_precedence(opened: OpenDossier, *, tables: Tables | None = None) -> tuple[Precedence, ...]:
    """Give for each event that several issuers record who published first."""
    accounts = _sorted(opened.accounts(Role.EVENT))
    groups = _same_events(accounts, tables)
    return tuple(_precedence(group) for group in groups)


def _same_events(accounts: tuple[Account, ...], tables: Tables | None) -> Iterator[tuple[Account, ...]]:
    """Yield the groups of accounts of several issuers that tell of one event."""
    occasions = tuple(occasion_of(account, tables=tables) for account in accounts)
    groups: list[set[int]] = [{place} for place in range(len(accounts))]
    for one, other in combinations(range(len(accounts)), 2):
        rivals = accounts[one].release.issuer != accounts[other].release.issuer
        if rivals and judge(occasions[one], occasions[other]).same:
            here, there = (next(group for group in groups if place in group) for place in (one, other))
            if here is not there:
                here |= there
                groups.remove(there)
    return (tuple(accounts[place] for place in sorted(group)) for group in groups if len(group) > 1)


def _precedence(group: tuple[Account, ...]) -> Precedence:
    """Say which issuer came out first; of one issuer's several releases its first counts."""
    ordered = sorted(group, key=lambda account: (*_place(account), account.release.name, account.release.key))
    firsts = tuple({account.release.issuer: account for account in reversed(ordered)}.values())[::-1]
    hours, reason = _ahead(tuple(_published(account) for account in sorted(firsts, key=ordered.index)))
    return Precedence(
        keys=tuple(account.release.key for account in ordered),
        names=tuple(account.release.name for account in ordered),
        issuers=tuple(account.release.issuer for account in ordered),
        first="" if reason else ordered[0].release.issuer,
        hours=hours,
        reason=reason,
    )


def _ahead(times: tuple[When | None, ...]) -> tuple[float | None, str]:
    """Give by how many hours the first is ahead of the next, else why that is not known; they stand in order."""
    known = tuple(when for when in times if when is not None and when.clock is not None)
    if len(known) < len(times):
        return None, _NO_TIMES
    first, *others = known
    apart = min(other.place[0] - first.place[0] for other in others)
    if all(when.is_zoned for when in known):
        return (apart.total_seconds() / HOUR, "") if apart else (None, _AT_ONCE)
    return (None, "") if apart > FURTHEST_ZONES else (None, _NO_ZONES)


def _published(account: Account) -> When | None:
    return when_of_time(account.release.issued) if account.release.issued else None


def _place(account: Account) -> tuple[datetime, datetime]:
    """Give the place of a publication in time, the last of all where it has none."""
    published = _published(account)
    return published.place if published else (_NEVER, _NEVER)


def _sorted(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Put accounts in an order that does not depend on that of filing."""
    return tuple(sorted(accounts, key=lambda account: (account.release.name, account.release.key)))
