"""How long a guest stayed, as far as arrival and departure are stated, and whether that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import median

from communique.dossiers.protocol_contacts import Occasion
from communique.dossiers.protocol_nouns import NO_BASE, NOT_STATED, Passage, Stay, Venue
from communique.dossiers.protocol_trips import trips_of
from communique.languages.arrivals import Leg, find_legs
from communique.model import Account, Kind, MentionForm, Part, Person, Side, Span
from communique.precedent.coverage import counted
from communique.readings.port import same_person, speech_around

LEAST_STAYS = 5
"""Fewer earlier visits are no base."""

MOST_STAYS = 20


def find_stays(
    occasions: Iterable[tuple[Occasion, Venue | None]], accounts: Sequence[Account], calendar: Sequence[Account]
) -> Iterator[Stay]:
    """
    Give for each guest how long the stay was: arrival and departure where stated, else that they are not.

    Recorded days are no length of stay: a guest may have come the evening before. ``calendar`` gives earlier visits of
    the guest to compare the recorded days with; under five there is no base.
    """
    stays: list[tuple[Person, Side, list[date]]] = []
    for occasion, venue in occasions:
        if occasion.kind is Kind.CALL or venue is None or venue.country is None:
            continue
        for guest in occasion.principals:
            if guest.side is not None and guest.side.code != venue.country.code:
                _note(stays, guest, venue.country, occasion.day)
    for guest, country, days in stays:
        yield _stay(guest, country, days, accounts, calendar)


def _note(stays: list[tuple[Person, Side, list[date]]], guest: Person, country: Side, day: date) -> None:
    for one, place, days in stays:
        if same_person(guest, one) and place.code == country.code:
            days.append(day)
            return
    stays.append((guest, country, [day]))


def _stay(
    guest: Person, country: Side, days: Sequence[date], accounts: Sequence[Account], calendar: Sequence[Account]
) -> Stay:
    there = [account for account in accounts if _is_of(account, country)]
    legs = [(leg, words, day) for account in there for leg, words, day in _legs(account, guest)]
    arrival = next(((words, day) for leg, words, day in legs if leg is Leg.ARRIVAL), None)
    departure = next(((words, day) for leg, words, day in reversed(legs) if leg is Leg.DEPARTURE), None)
    return Stay(
        person=guest.label,
        place=country.name,
        statement=_statement(arrival and arrival[1], departure and departure[1], days),
        base=_base(guest, country, min(days), calendar),
        arrival=arrival[0] if arrival else None,
        departure=departure[0] if departure else None,
        arrived=arrival[1] if arrival else None,
        departed=departure[1] if departure else None,
    )


def _legs(account: Account, guest: Person) -> Iterator[tuple[Leg, Passage, date | None]]:
    """Give the narrator's sentences that tell of an arrival or a departure of the guest."""
    title = account.release.title
    for sentence in (*((Span(0, len(title), Part.TITLE),) if title else ()), *account.sentences):
        if speech_around(account, sentence) is None and _names(account, sentence, guest):
            for leg, _ in find_legs(account.release.part(sentence.part), sentence, account.release.language):
                yield leg, Passage(release=account.release, span=sentence), _day(account)


def _is_of(account: Account, country: Side) -> bool:
    """Tell whether an account may tell of a stay in a country: it names no other as the place."""
    place = account.event.place.country
    return place is None or place.code == country.code


def _names(account: Account, sentence: Span, guest: Person) -> bool:
    last = guest.label.split()[-1]
    if sentence.part is Part.TITLE and last in account.release.title:
        return True
    return any(
        mention.person is not None and mention.form is not MentionForm.GROUP and same_person(mention.person, guest)
        for mention in account.mentions
        if sentence.covers(mention.span)
    )


def _day(account: Account) -> date | None:
    return account.event.date.day if account.event.date else None


def _statement(arrived: date | None, departed: date | None, recorded: Sequence[date]) -> str:
    if arrived and departed and departed >= arrived:
        return f"{counted((departed - arrived).days + 1, 'day')}, arrival and departure stated"
    missing = " and ".join(noun for noun, day in (("arrival", arrived), ("departure", departed)) if day is None)
    return f"{missing or 'length'} {NOT_STATED}; contacts there recorded on {counted(len(set(recorded)), 'day')}"


def _base(guest: Person, country: Side, first: date, calendar: Sequence[Account]) -> str:
    """Say on how many days earlier visits are recorded, or that there is no base."""
    earlier = [trip for trip in trips_of(guest, calendar) if trip.last < first and trip.country.code == country.code][
        -MOST_STAYS:
    ]
    if len(earlier) < LEAST_STAYS:
        return NO_BASE
    lengths = [(trip.last - trip.first).days + 1 for trip in earlier]
    short = sum(length == 1 for length in lengths)
    middle = counted(round(median(lengths)), "day")
    return (
        f"of the last {len(lengths)} visits there on record, {short} have contacts on one day; the middle one: {middle}"
    )
