"""Weekends and holidays of countries; those of real ones are facts of the library that the project pins."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.public_days import LIBRARY_DAYS, LibraryDays, count_working_days, country_days

COUNTRIES = ("RU", "KZ", "SA", "US", "XA")
WORKING = (
    ("a weekend and a holiday between", "RU", date(2020, 3, 7), date(2020, 3, 10), 1, True),
    ("the same in the other country", "KZ", date(2020, 3, 7), date(2020, 3, 10), 1, True),
    ("where it is no holiday", "US", date(2020, 3, 7), date(2020, 3, 10), 2, True),
    ("an unknown country", "XA", date(2020, 3, 7), date(2020, 3, 10), 2, False),
    ("another weekend", "SA", date(2021, 6, 17), date(2021, 6, 20), 1, True),
    ("a Saturday worked in exchange", "RU", date(2022, 3, 4), date(2022, 3, 5), 1, True),
    ("the same day", "RU", date(2020, 3, 10), date(2020, 3, 10), 0, True),
)


@pytest.mark.parametrize(("case", "country", "first", "last", "days", "known"), WORKING)
def test_working_days_leave_out_what_is_free(  # noqa: PLR0913 - the columns of the table
    case: str, country: str, first: date, last: date, days: int, *, known: bool
) -> None:
    """Weekends, holidays and substituted days are left out, each country by its own."""
    counted = count_working_days(first, last, country, LIBRARY_DAYS)
    assert (counted.days, counted.known) == (days, known), case


def test_a_day_is_named_in_english_where_the_library_can() -> None:
    """A substituted day off has a name too."""
    (day,) = country_days(date(2020, 3, 9), ("KZ",), LIBRARY_DAYS)
    assert day.holidays == ("International Women's Day (observed)",)
    assert day.is_free
    assert not day.weekend


@pytest.mark.parametrize("country", ["XA", "XV", "EU", "NATO", "", "South Ossetia"])
def test_a_country_that_is_not_known_has_no_holidays_and_says_so(country: str) -> None:
    """Fictional states and organisations have a weekend and no holiday, and are marked as not known."""
    (day,) = country_days(date(2021, 1, 1), (country,), LIBRARY_DAYS)
    assert (day.holidays, day.known, day.weekend) == ((), False, False)


def test_a_year_before_the_library_begins_is_not_known() -> None:
    """What lies outside the library's years is not taken for a year without holidays."""
    assert not LIBRARY_DAYS.knows("RU", 1910)


def test_the_source_is_named_with_its_version() -> None:
    """A report says what its holidays are taken from."""
    assert LIBRARY_DAYS.source.startswith("holidays 0.")


@given(
    country=st.sampled_from(COUNTRIES),
    first=st.dates(min_value=date(2000, 1, 1), max_value=date(2025, 1, 1)),
    spans=st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_working_days_add_up(country: str, first: date, spans: tuple[int, int]) -> None:
    """From one day to a third there are as many as to a second and on from there; never more than days."""
    second = first + timedelta(days=spans[0])
    third = second + timedelta(days=spans[1])
    parts = [
        count_working_days(one, other, country, LIBRARY_DAYS).days
        for one, other in ((first, second), (second, third), (first, third))
    ]
    assert parts[0] + parts[1] == parts[2]
    assert 0 <= parts[2] <= sum(spans)


@given(st.permutations([date(2022, 3, 5), date(2022, 3, 7), date(2021, 2, 20), date(2022, 1, 4)]))
def test_what_a_day_is_does_not_depend_on_what_was_asked_before(days: list[date]) -> None:
    """The library fills in years as they are asked for; a fresh one gives the same answer."""
    fresh = LibraryDays()
    assert {day: fresh.is_working("RU", day) for day in days} == {
        date(2022, 3, 5): True,
        date(2022, 3, 7): False,
        date(2021, 2, 20): True,
        date(2022, 1, 4): False,
    }
