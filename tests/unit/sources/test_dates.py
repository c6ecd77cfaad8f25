"""Dates: machine-readable ones, printed ones by a pattern, and the refusal to guess."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from communique.sources.dates import parse_clock, parse_date_line, parse_machine_date, parse_printed_date


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2031-04-05", "2031-04-05T00:00:00"),
        ("2031-04-05T12:10", "2031-04-05T12:10:00"),
        ("2031-04-05T12:10:30.5Z", "2031-04-05T12:10:30.500000+00:00"),
        ("2031-04-05 12:10:00 +03:00", "2031-04-05T12:10:00+03:00"),
        ("2031-04-05T12:10:00+0300", "2031-04-05T12:10:00+03:00"),
        ("Sat, 05 Apr 2031 12:10:00 +0300", "2031-04-05T12:10:00+03:00"),
        ("05.04.2031", None),
        ("5 мая 2031", None),
        ("2031-13-05", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_machine_dates(value: str, read: str | None) -> None:
    """ISO 8601 and the form of mail headers are read, nothing else."""
    found = parse_machine_date(value)
    assert (found.isoformat() if found else None) == read


def test_a_time_without_a_zone_is_wall_time_of_the_office() -> None:
    """The zone of the publisher is put to a time that has none, and to no other; a day alone has none either."""
    zone = ZoneInfo("Europe/Moscow")
    assert parse_machine_date("2005-07-01T12:10", zone) == datetime(2005, 7, 1, 8, 10, tzinfo=UTC)
    assert parse_machine_date("2005-07-01T12:10Z", zone) == datetime(2005, 7, 1, 12, 10, tzinfo=UTC)
    day = parse_machine_date("2005-07-01", zone)
    assert day is not None
    assert day.tzinfo is None


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("5 April 2031", date(2031, 4, 5)),
        ("April 5, 2031", date(2031, 4, 5)),
        ("Saturday, 5 April 2031, 12:10", date(2031, 4, 5)),
        ("5 апреля 2031 года, 12:10", date(2031, 4, 5)),
        ("5 квітня 2031 року", date(2031, 4, 5)),
        ("2031 жылғы 5 сәуір", date(2031, 4, 5)),
        ("5 avril 2031", date(2031, 4, 5)),
        ("2031-04-05", date(2031, 4, 5)),
        ("05.04.2031", None),
        ("04/05/2031", None),
        ("31 April 2031", None),
        ("The sides met on 5 April 2031 in Tarsk.", None),
    ],
)
def test_lines_that_are_a_date(line: str, read: date | None) -> None:
    """A line that is nothing but a date with the month by name, in five languages, is read; figures alone are not."""
    found = parse_date_line(line)
    assert (found.date() if found else None) == read


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(["en", "ru", "uk", "fr"]))
def test_any_day_written_out_is_read_back(day: date, language: str) -> None:
    """A date as a language writes it in full comes back as the same day."""
    found = parse_date_line(format_date(day, "d MMMM y", locale=language))
    assert found is not None
    assert found.date() == day


@pytest.mark.parametrize(
    ("printed", "pattern", "language", "read"),
    [
        (
            "7 December 2031 - 23:58",
            r"(?P<day>\d+) (?P<month>\w+) (?P<year>\d{4}) - (?P<hour>\d\d):(?P<minute>\d\d)",
            "en",
            "2031-12-07T23:58:00+02:00",
        ),
        ("2031-03-01 10:30", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", "zh", "2031-03-01T00:00:00"),
        ("7 Brumaire 2031", r"(?P<day>\d+) (?P<month>\w+) (?P<year>\d{4})", "fr", None),
    ],
)
def test_printed_dates_follow_the_publishers_pattern(
    printed: str, pattern: str, language: str, read: str | None
) -> None:
    """The groups of the pattern give the date, the zone of the publisher its time."""
    found = parse_printed_date(printed, pattern, ZoneInfo("Europe/Kyiv"), language)
    assert (found.isoformat() if found else None) == read


@pytest.mark.parametrize(
    ("words", "read"), [("19:45", time(19, 45)), ("at 9.05", time(9, 5)), ("19:45–20:15", None), ("noon", None)]
)
def test_printed_times(words: str, read: time | None) -> None:
    """One time of day is read; none or several leave it open."""
    assert parse_clock(words) == read
