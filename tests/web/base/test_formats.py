"""Days as each language of the interface writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

SHOWN = (
    ("en", "DATE_FORMAT", "13 February 2021"),
    ("ru", "DATE_FORMAT", "13 февраля 2021 г."),
    ("kk", "DATE_FORMAT", "2021 жылғы 13 ақпан"),
    ("kk", "DATETIME_FORMAT", "2021 жылғы 13 ақпан, 09:30"),
    ("kk", "YEAR_MONTH_FORMAT", "2021 жылғы ақпан"),
    ("kk", "MONTH_DAY_FORMAT", "13 ақпан"),
    ("kk", "SHORT_DATE_FORMAT", "2021-02-13"),
)
KAZAKH = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"


@pytest.mark.parametrize(("language", "form", "shown"), SHOWN)
def test_a_day(language: str, form: str, shown: str) -> None:
    """A day stands in the order and with the words of its language."""
    with translation.override(language):
        assert date_format(datetime(2021, 2, 13, 9, 30, tzinfo=UTC), form) == shown


def test_kazakh_months_are_small() -> None:
    """Every month of a date is a word like others."""
    with translation.override("kk"):
        assert [date_format(date(2021, month, 1), "E") for month in range(1, 13)] == KAZAKH.split()
