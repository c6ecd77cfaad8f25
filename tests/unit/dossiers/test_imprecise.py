"""Days and times as exactly as they are known, in EDTF."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.imprecise import Precision, parse_when, when_of_day, when_of_days, when_of_time
from communique.errors import ModelError

READ = (
    ("2022-02-10", Precision.DAY, date(2022, 2, 10), date(2022, 2, 10), False),
    ("2022-02", Precision.MONTH, date(2022, 2, 1), date(2022, 2, 28), False),
    ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29), False),
    ("2022", Precision.YEAR, date(2022, 1, 1), date(2022, 12, 31), False),
    ("2022-02~", Precision.MONTH, date(2022, 2, 1), date(2022, 2, 28), True),
    ("2022-02-10?", Precision.DAY, date(2022, 2, 10), date(2022, 2, 10), True),
    ("2022-21", Precision.SEASON, date(2022, 3, 1), date(2022, 5, 31), False),
    ("2021-12-28/2022-03", Precision.SPAN, date(2021, 12, 28), date(2022, 3, 31), False),
    ("2021-12-28/..", Precision.SPAN, date(2021, 12, 28), None, False),
    ("202X", Precision.SPAN, date(2020, 1, 1), date(2029, 12, 31), False),
    ("2022-02-10T17:45", Precision.TIME, date(2022, 2, 10), date(2022, 2, 10), False),
    ("2022-02-10T17:45:00+03:00", Precision.TIME, date(2022, 2, 10), date(2022, 2, 10), False),
)


@pytest.mark.parametrize(("words", "precision", "first", "last", "approximate"), READ)
def test_a_moment_is_read_no_more_exactly_than_it_is_written(
    words: str, precision: Precision, first: date, last: date | None, *, approximate: bool
) -> None:
    """Precision, first and last day are those of the writing."""
    when = parse_when(words)
    assert (when.precision, when.first, when.last, when.approximate) == (precision, first, last, approximate)


@pytest.mark.parametrize(
    "words", ["", "yesterday", "10.02.2022", "2022-02-30", "2022-13", "..", "../2022", "2022/2021"]
)
def test_what_is_no_date_is_refused_with_a_remedy(words: str) -> None:
    """The error says what was got and how a date is written."""
    with pytest.raises(ModelError, match="EDTF") as caught:
        parse_when(words)
    assert "2022-02-10" in caught.value.remedy


def test_only_a_known_day_is_exact() -> None:
    """A time and a day are exact; a month, a span and an approximate day are not."""
    exact = [parse_when(edtf).is_exact for edtf in ("2022-02-10T17:45", "2022-02-10", "2022-02-10~", "2022-02", "2022")]
    assert exact == [True, True, False, False, False]


def test_midnight_on_the_second_is_a_day() -> None:
    """Sources without a time of day give midnight, which is no time."""
    assert when_of_time(datetime(2021, 6, 16)).precision is Precision.DAY  # noqa: DTZ001 - as such a source gives it
    assert when_of_time(datetime(2021, 6, 16, 0, 1)).precision is Precision.TIME  # noqa: DTZ001 - likewise


def test_times_of_two_zones_are_compared_as_instants() -> None:
    """18:30 one hour east of Greenwich is later than 18:00 three hours east."""
    host = when_of_time(datetime(2021, 6, 16, 18, 0, tzinfo=timezone(timedelta(hours=3))))
    guest = when_of_time(datetime(2021, 6, 16, 16, 30, tzinfo=timezone(timedelta(hours=1))))
    assert host.place < guest.place
    assert host.first == guest.first


@given(day=st.dates(min_value=date(1, 1, 2), max_value=date(9990, 1, 1)), length=st.integers(0, 800))
def test_a_stretch_of_days_comes_back_as_it_was(day: date, length: int) -> None:
    """The shortest form of a stretch of days means just these days."""
    last = day + timedelta(days=length)
    when = when_of_days(day, last)
    assert (when.first, when.last) == (day, last)
    assert parse_when(when.edtf) == when


@given(st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.one_of(st.none(), st.timezones())))  # noqa: DTZ001 - a bound
def test_a_printed_time_comes_back_as_it_was(printed: datetime) -> None:
    """A time survives being written in EDTF, to the second."""
    when = when_of_time(printed)
    if when.clock is None:
        assert when == when_of_day(printed.date())
    else:
        assert when.clock.replace(tzinfo=None) == printed.replace(tzinfo=None, microsecond=0)
        assert when.is_zoned == (printed.tzinfo is not None)
