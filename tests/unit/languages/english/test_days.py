"""Days that English words name, read against the day of issue."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.days import MONTHS, find_days
from communique.model import Span

WEDNESDAY = date(2021, 6, 16)


def days(text: str, issued: date | None = WEDNESDAY) -> list[tuple[str, date]]:
    """Give the words and the day of each date in a sentence."""
    return [(span.of(text), day) for span, day in find_days(text, Span(0, len(text)), issued)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They met on June 14.", "June 14", date(2021, 6, 14)),
        ("They met on 14 June.", "14 June", date(2021, 6, 14)),
        ("They met on 14 June 2020.", "14 June 2020", date(2020, 6, 14)),
        ("They met on June 14, 2020.", "June 14, 2020", date(2020, 6, 14)),
        ("They met on June 14th.", "June 14th", date(2021, 6, 14)),
        ("They met on the 14th of June.", "the 14th of June", date(2021, 6, 14)),
        ("They met on Monday, June 14.", "Monday, June 14", date(2021, 6, 14)),
        ("They met on Monday, 14 June 2021.", "Monday, 14 June 2021", date(2021, 6, 14)),
        ("He will stay on June 20–22.", "June 20–22", date(2021, 6, 20)),
        ("He will stay on 20–22 June.", "20–22 June", date(2021, 6, 20)),
        ("He will stay from June 30 to July 2.", "June 30", date(2021, 6, 30)),
        ("They met today.", "today", WEDNESDAY),
        ("Earlier today, they met.", "Earlier today", WEDNESDAY),
        ("This morning they met.", "This morning", WEDNESDAY),
        ("They met yesterday.", "yesterday", date(2021, 6, 15)),
        ("They spoke last night.", "last night", date(2021, 6, 15)),
        ("They will meet tomorrow.", "tomorrow", date(2021, 6, 17)),
        ("They met on Monday.", "Monday", date(2021, 6, 14)),
        ("They met on Wednesday.", "Wednesday", WEDNESDAY),
        ("They met on Thursday.", "Thursday", date(2021, 6, 10)),
        ("They will meet on Friday.", "Friday", date(2021, 6, 18)),
    ],
)
def test_days_against_the_day_of_issue(text: str, words: str, day: date) -> None:
    """Dates, relative days and weekdays are those nearest to the day of issue."""
    assert days(text)[0] == (words, day)


@pytest.mark.parametrize(
    ("text", "issued", "day"),
    [
        ("They met on December 31.", date(2022, 1, 2), date(2021, 12, 31)),
        ("They will meet on January 3.", date(2021, 12, 30), date(2022, 1, 3)),
        ("They met yesterday.", date(2022, 1, 1), date(2021, 12, 31)),
        ("They will meet tomorrow.", date(2021, 12, 31), date(2022, 1, 1)),
        ("They met on Friday.", date(2022, 1, 1), date(2021, 12, 31)),
        ("They met on February 29.", date(2020, 3, 2), date(2020, 2, 29)),
        ("They met on 29 December 2021.", date(2022, 1, 2), date(2021, 12, 29)),
    ],
)
def test_the_end_of_a_year(text: str, issued: date, day: date) -> None:
    """Around New Year and leap days the nearest such day is meant."""
    assert [found for _, found in days(text, issued)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty of 2001 holds.",
        "It may be 14.",
        "Trade grew in June.",
        "On June 31 nothing was.",
        "The Monday group met.",
        "Under resolution 14 of the March committee.",
    ],
)
def test_no_day_is_named(text: str) -> None:
    """Months, years and numbers alone are no day, nor is a day that the calendar has not."""
    assert days(text) == []


def test_without_a_day_of_issue_only_full_dates_count() -> None:
    """A date needs its year where nobody knows when the text was issued."""
    assert days("On 14 June 2021 they met; today and on 3 May they spoke.", None) == [
        ("14 June 2021", date(2021, 6, 14))
    ]


@given(st.dates(date(1999, 1, 1), date(2030, 12, 31)), st.booleans())
def test_a_full_date_is_read_as_written(day: date, american: bool) -> None:  # noqa: FBT001 - drawn
    """Either order of day and month gives the day, whatever the day of issue."""
    month = MONTHS[day.month - 1].capitalize()
    written = f"{month} {day.day}, {day.year}" if american else f"{day.day} {month} {day.year}"
    assert days(f"They met on {written}.") == [(written, day)]


@given(st.dates(date(1999, 1, 1), date(2030, 12, 31)), st.dates(date(1999, 1, 1), date(2030, 12, 31)))
def test_a_date_without_a_year_is_near(day: date, issued: date) -> None:
    """A day and month without a year lie within half a year of the issue, leap days within four."""
    found = days(f"They met on {MONTHS[day.month - 1].capitalize()} {day.day}.", issued)
    assert all(abs((one - issued).days) <= 184 for _, one in found if (one.month, one.day) != (2, 29))
    assert (day.month, day.day) == (2, 29) or len(found) == 1
