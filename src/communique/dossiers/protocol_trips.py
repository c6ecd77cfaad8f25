"""Trips abroad of one person as releases record them, and whether the releases at hand are a calendar of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from communique.dossiers.protocol_nouns import NO_CALENDAR, FirstClaim, FirstDestination, Trip
from communique.languages.first_lexicon import FirstKind
from communique.languages.occasions import Manner, occasion_lexicon
from communique.languages.word_tables import load_table, whole_words
from communique.model import Account, Kind, Person, Side
from communique.precedent.coverage import Coverage, day_words
from communique.precedent.notices import is_announcement
from communique.readings.port import own_side, same_person
from communique.reference import Tables
from communique.reference.offices import holders, issuer

PLACED = frozenset({Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})
"""Kinds of events that place somebody in a country."""

NEXT_DAY = timedelta(days=1)
_TRAVELS = frozenset({FirstKind.TRIP, FirstKind.VISIT, FirstKind.DESTINATION})


def trips_of(person: Person | str, accounts: Iterable[Account]) -> tuple[Trip, ...]:
    """
    Give a person's recorded stays in other countries, in order of days.

    ``person`` is somebody of an account, or a key of the tables. An event counts where it took place, in person and in
    a country that is not the person's own; one announced, joined by video or greeted in writing does not. Days in a row
    in one country are one trip. What no release records is not in it: ``has_calendar`` tells whether an answer may be
    drawn.
    """
    asked = Person(name=person, identity=person) if isinstance(person, str) else person
    days = sorted(_stays(asked, accounts), key=lambda found: (found[1], found[0].release.name))
    trips: list[Trip] = []
    for account, day, country in days:
        if trips and trips[-1].country.code == country.code and day - trips[-1].last <= NEXT_DAY:
            trips[-1] = _longer(trips[-1], account, day)
        else:
            trips.append(_trip(asked, account, day, country))
    return tuple(trips)


def _stays(person: Person, accounts: Iterable[Account]) -> Iterator[tuple[Account, date, Side]]:
    for account in accounts:
        event = account.event
        if event.kind not in PLACED or event.date is None or event.place.country is None or not _is_attended(account):
            continue
        present = next((one for one in (*event.principals, *event.others) if _is_same(person, one)), None)
        home = present.side if present else None
        if home is not None and home.code != event.place.country.code:
            yield account, event.date.day, event.place.country


def _is_attended(account: Account) -> bool:
    """Tell an event that somebody went to from one announced, joined by video, or only greeted in writing."""
    release = account.release
    opening = release.words(account.sentences[0]) if account.sentences else ""
    manner = occasion_lexicon(release.language).manner(f"{release.title} {opening}")
    messages = (load_table(release.language, "events.toml") or {}).get("kinds", {}).get("message", ())
    greeted = whole_words(messages).search(release.title) is not None
    return manner not in {Manner.PHONE, Manner.VIDEO} and not greeted and not is_announcement(account)


def _is_same(person: Person, other: Person) -> bool:
    return bool(other.name) and same_person(person, other)


def _trip(person: Person, account: Account, day: date, country: Side) -> Trip:
    city = account.event.place.city
    return Trip(
        person=person.label,
        country=country,
        first=day,
        last=day,
        city=city.value if city else "",
        releases=(account.release,),
    )


def _longer(trip: Trip, account: Account, day: date) -> Trip:
    city = account.event.place.city
    return Trip(
        person=trip.person,
        country=trip.country,
        first=trip.first,
        last=max(trip.last, day),
        city=trip.city or (city.value if city else ""),
        releases=(*trip.releases, account.release),
    )


def has_calendar(  # noqa: PLR0913 - whose, of what, over which days
    side: str,
    accounts: Iterable[Account],
    since: date,
    until: date,
    *,
    identity: str = "",
    tables: Tables | None = None,
) -> bool:
    """
    Tell whether the accounts are a calendar of a side's travels over a span of days: nothing is a hole.

    Only releases of the side's own offices count; the host's tell of those who came, never of where else they went.
    With ``identity`` (a key of the tables) only an office that this person headed within the span counts, as another
    office of the state keeps no record of his or her trips.
    """
    days = sorted(
        {
            account.release.issued.date()
            for account in accounts
            if account.release.issued is not None
            and _publishes_for(account, side, tables)
            and (not identity or _headed(account, identity, since, until, tables))
        }
    )
    return Coverage(days=tuple(days)).hole_between(since, until) is None


def _publishes_for(account: Account, side: str, tables: Tables | None) -> bool:
    office = issuer(account.release.issuer, tables=tables) if account.release.issuer else None
    return (office.side.code if office else own_side(account)) == side


def _headed(account: Account, identity: str, since: date, until: date, tables: Tables | None) -> bool:
    office = issuer(account.release.issuer, tables=tables) if account.release.issuer else None
    if office is None or not office.office:
        return False
    heads = (holders(office.office, office.side.code, day, tables=tables) for day in (since, until))
    return any(tenure.identity == identity for tenures in heads for tenure in tenures)


def first_destination(  # noqa: PLR0913 - whose, since when, in whose words, by which calendar
    person: Person,
    accounts: Sequence[Account],
    *,
    since: date,
    since_words: str,
    until: date,
    claims: Iterable[FirstClaim] = (),
    tables: Tables | None = None,
) -> FirstDestination:
    """
    Give where a person went first since a day, by the calendar at hand, with what officials say beside it.

    Where the releases are no calendar of the person's trips over the span, none is drawn from them.
    """
    home = person.side.code if person.side else ""
    calendar = bool(home) and has_calendar(home, accounts, since, until, identity=person.identity or "", tables=tables)
    trips = tuple(trip for trip in trips_of(person, accounts) if since <= trip.first <= until)
    return FirstDestination(
        person=person.label,
        since=since,
        since_words=since_words,
        until=until,
        calendar=calendar,
        statement=_answer(person, trips, since, until) if calendar else NO_CALENDAR,
        trips=trips,
        claims=tuple(claim for claim in claims if claim.kind in _TRAVELS),
    )


def _answer(person: Person, trips: Sequence[Trip], since: date, until: date) -> str:
    span = f"from {day_words(since)} to {day_words(until)}"
    if not trips:
        return f"the calendar records no trip abroad of {person.label} {span}"
    first = trips[0]
    place = f"{first.city}, {first.country}" if first.city else f"{first.country}"
    return f"the calendar’s first trip abroad of {person.label} {span}: {place}, {day_words(first.first)}"
