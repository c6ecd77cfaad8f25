"""Weekends and public holidays of the countries of a dossier, and the working days between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = timedelta(days=1)
_WEEKEND = (5, 6)
_ENGLISH = "en_US"


class PublicDays(Protocol):
    """
    Which days are free in a country, by its ISO 3166-1 alpha-2 code.

    A country that is not known has no holidays and a weekend of Saturday and Sunday; ``knows`` tells that it is so.
    """

    @property
    def source(self) -> str:
        """What the days are taken from, with its version."""
        ...

    def knows(self, country: str, year: int) -> bool:
        """Tell whether the holidays of a country in a year are known."""
        ...

    def is_weekend(self, country: str, day: date) -> bool:
        """Tell whether a day is one of the country's weekend."""
        ...

    def is_working(self, country: str, day: date) -> bool:
        """Tell whether people work on a day: neither holiday nor weekend, or a weekend day worked in exchange."""
        ...

    def names(self, country: str, day: date) -> tuple[str, ...]:
        """Give the names of the public holidays of a day."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryDay:
    """One day in one country; ``known`` tells whether the country's holidays are."""

    country: str
    weekend: bool
    holidays: tuple[str, ...]
    known: bool

    @property
    def is_free(self) -> bool:
        """Whether it is a weekend or a holiday."""
        return self.weekend or bool(self.holidays)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDays:
    """How many working days a country counts from one day to another; ``known`` as of its holidays."""

    country: str
    days: int
    known: bool


class LibraryDays:
    """
    The days that the library ``holidays`` knows: national ones, substituted days and days worked in exchange too.

    Regional and school holidays are not among them.
    """

    @property
    def source(self) -> str:
        """Name and version of the library."""
        from importlib.metadata import version  # noqa: PLC0415 - asked once a report

        return f"holidays {version('holidays')}"

    def knows(self, country: str, year: int) -> bool:
        """Tell whether the library has the country, and the year."""
        calendar = _calendar(country)
        return calendar is not None and calendar.start_year <= year <= calendar.end_year

    def is_weekend(self, country: str, day: date) -> bool:
        """Tell whether a day is one of the country's weekend."""
        calendar = _calendar(country)
        return day.weekday() in _WEEKEND if calendar is None else calendar.is_weekend(day)

    def is_working(self, country: str, day: date) -> bool:
        """Tell whether people work on a day."""
        calendar = _calendar(country)
        if calendar is None:
            return day.weekday() not in _WEEKEND
        calendar.get(day)  # fills in the year, of which a weekend day worked in exchange is known only then
        return calendar.is_working_day(day)

    def names(self, country: str, day: date) -> tuple[str, ...]:
        """Give the names of the public holidays of a day, in English where the library has them."""
        calendar = _calendar(country)
        return () if calendar is None else tuple(sorted(calendar.get_list(day)))


LIBRARY_DAYS = LibraryDays()


def count_working_days(earlier: date, later: date, country: str, public_days: PublicDays) -> WorkingDays:
    """
    Count the working days after one day, up to and with another: 1 means the next working day.

    >>> count_working_days(date(2021, 6, 18), date(2021, 6, 21), "XA", LIBRARY_DAYS).days  # Friday to Monday
    1
    """
    days = _days_after(earlier, later)
    known = all(public_days.knows(country, year) for year in range(earlier.year, later.year + 1))
    return WorkingDays(country=country, days=sum(public_days.is_working(country, day) for day in days), known=known)


def country_days(day: date, countries: Iterable[str], public_days: PublicDays) -> tuple[CountryDay, ...]:
    """Give what a day is in each country."""
    return tuple(
        CountryDay(
            country=country,
            weekend=public_days.is_weekend(country, day),
            holidays=public_days.names(country, day),
            known=public_days.knows(country, day.year),
        )
        for country in countries
    )


def _days_after(earlier: date, later: date) -> Iterable[date]:
    return (earlier + _DAY * number for number in range(1, (later - earlier).days + 1))


@cache
def _calendar(country: str) -> HolidayBase | None:
    """Give the library's calendar of a country; it fills in years as they are asked for."""
    from holidays import country_holidays, list_supported_countries  # noqa: PLC0415 - loads when the first day is asked

    if country not in list_supported_countries():
        return None
    named = country_holidays(country)
    spoken = getattr(named, "supported_languages", ())
    return country_holidays(country, language=_ENGLISH) if _ENGLISH in spoken else named
