"""Trips abroad as releases record them, and whether the releases at hand may answer where somebody went first."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.protocol_nouns import NO_CALENDAR
from communique.dossiers.protocol_trips import first_destination, has_calendar, trips_of
from communique.model import Account, Kind
from unit.dossiers.protocol_made import ARVENIA, KORIN, SELIM, THOLIA, VELMARK, VESK, met
from unit.fictional import tables

JUNE = date(2021, 6, 1)


def on(day: int) -> date:
    """Give a day of June 2021."""
    return date(2021, 6, day)


def weekly(issuer: str) -> tuple[Account, ...]:
    """Give releases of an office on every fourth day of May and June, none about a trip."""
    return tuple(met(date(2021, 5, 1) + timedelta(days=4 * n), VESK, at=ARVENIA, issuer=issuer) for n in range(15))


def test_trips_stand_in_order_and_days_in_a_row_are_one() -> None:
    """Two days in Sund are one trip, Merano Bay another, and a day at home is none."""
    accounts = (
        met(on(9), VESK, SELIM, at=THOLIA),
        met(on(3), VESK, KORIN, at=VELMARK),
        met(on(2), VESK, KORIN, at=VELMARK, name="xa:2"),
        met(on(5), VESK, KORIN, at=ARVENIA),
    )
    found = [(trip.country.code, trip.first, trip.last) for trip in trips_of(VESK, accounts)]
    assert found == [("XV", on(2), on(3)), ("XT", on(9), on(9))]
    assert trips_of("ilmar-vesk", accounts) == tuple(trip for trip in trips_of("ilmar-vesk", reversed(accounts)))


@pytest.mark.parametrize(
    "account",
    [
        met(on(9), VESK, KORIN, at=VELMARK, issued=datetime(2021, 6, 2, 9), title="Ilmar Vesk will visit Velmark"),  # noqa: DTZ001
        met(on(9), VESK, KORIN, at=VELMARK, kind=Kind.CALL),
        met(on(9), SELIM, KORIN, at=VELMARK),
        met(on(9), VESK, KORIN),
        met(on(9), VESK, KORIN, at=VELMARK, title="Ilmar Vesk joined a forum in Sund by video link"),
        met(on(9), VESK, KORIN, at=VELMARK, title="Greetings to the guests of a forum in Sund", kind=Kind.MULTILATERAL),
    ],
    ids=["announced", "call", "others", "no place", "video", "greetings"],
)
def test_what_does_not_place_him_abroad_is_no_trip(account: Account) -> None:
    """An announcement, a call, a meeting of others and one without a place record no trip."""
    assert trips_of(VESK, (account,)) == ()


def test_the_hosts_releases_are_no_calendar_of_the_guest() -> None:
    """Only the guest's own office tells where the guest went."""
    assert has_calendar("XA", weekly("xa-president"), JUNE, on(20), identity="ilmar-vesk", tables=tables())
    assert not has_calendar("XA", weekly("xv-government"), JUNE, on(20), identity="ilmar-vesk", tables=tables())
    assert not has_calendar("XV", weekly("xa-president"), JUNE, on(20), tables=tables())


def test_a_hole_is_no_calendar() -> None:
    """Where a month is missing nothing can be said of a first trip."""
    kept = tuple(account for account in weekly("xa-president") if account.release.issued)
    assert not has_calendar("XA", kept, date(2021, 2, 1), on(20), tables=tables())
    assert not has_calendar("XA", (), JUNE, on(20), tables=tables())


def test_another_office_of_the_state_is_no_calendar_of_a_person() -> None:
    """The President's releases say nothing of where somebody else of the state went."""
    assert not has_calendar("XA", weekly("xa-president"), JUNE, on(20), identity="rado-merin", tables=tables())


def test_the_calendar_answers_only_where_it_is_one() -> None:
    """With the guest's own releases the first trip is named; without them the answer is that it was not found."""
    trips = (met(on(7), VESK, SELIM, at=THOLIA), met(on(12), VESK, KORIN, at=VELMARK))
    told = first_destination(
        VESK, (*weekly("xa-president"), *trips), since=JUNE, since_words="as asked", until=on(20), tables=tables()
    )
    assert (told.calendar, [trip.country.code for trip in told.trips]) == (True, ["XT", "XV"])
    assert told.statement.endswith("Merano Bay, Tholia, 7 June 2021")
    untold = first_destination(VESK, trips, since=JUNE, since_words="as asked", until=on(20), tables=tables())
    assert (untold.calendar, untold.statement, len(untold.trips)) == (False, NO_CALENDAR, 2)


@given(st.permutations([on(2), on(3), on(7), on(8), on(15)]))
def test_the_order_of_the_accounts_is_irrelevant(days: list[date]) -> None:
    """Trips are the same in whatever order the releases come."""
    trips = trips_of(VESK, [met(day, VESK, KORIN, at=VELMARK) for day in days])
    assert [(trip.first.day, trip.last.day) for trip in trips] == [(2, 3), (7, 8), (15, 15)]
