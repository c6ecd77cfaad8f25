"""When something was, as exactly as it is known and no more, in EDTF (ISO 8601-2:2019)."""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from math import isinf
from time import struct_time
from typing import Any

from communique.errors import ModelError

_DAY = timedelta(days=1)
_DECEMBER = 12
_TO_THE_MINUTE = re.compile(r"T\d\d:\d\d(?=$|[Z+-])")
_UNSURE = re.compile(r"[~?%]")
_REMEDY = "write it as 2022-02-10, 2022-02, 2022-02~, 2022-02-10T17:45, 2021-12-28/2022-03"


class Precision(StrEnum):
    """How exactly a moment is known; a span is anything from one named day or month to another."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """
    A time, a day, or the stretch of days in which something was.

    ``edtf`` is the normal form; ``first`` and ``last`` are the days it may be, both in, ``last`` None where it is open.
    ``approximate`` is true where the writing says "about" or "perhaps" (~ ? %). ``clock`` is the time of day as
    printed, with its zone where one was given; None where no time is known.
    """

    edtf: str
    precision: Precision
    first: date
    last: date | None
    approximate: bool = False
    clock: datetime | None = None

    def __str__(self) -> str:
        return self.edtf

    @property
    def is_exact(self) -> bool:
        """Whether the day is known."""
        return self.precision in {Precision.TIME, Precision.DAY} and not self.approximate

    @property
    def is_zoned(self) -> bool:
        """Whether a time is known together with its zone, so that it can be set beside times of other zones."""
        return self.clock is not None and self.clock.tzinfo is not None

    @property
    def place(self) -> tuple[datetime, datetime]:
        """
        The earliest and the latest instant it may be, to order by.

        A time without a zone, and a day, are taken as of Greenwich: the order beside zoned times is then one of days.
        """
        if self.clock is not None:
            instant = self.clock if self.clock.tzinfo else self.clock.replace(tzinfo=UTC)
            return instant.astimezone(UTC), instant.astimezone(UTC)
        return _midnight(self.first), _midnight(self.last) + _DAY if self.last else datetime.max.replace(tzinfo=UTC)


def parse_when(words: str) -> When:
    """
    Give the moment that a string in EDTF means; a time may do without seconds.

    >>> parse_when("2022-02").last, parse_when("2022-02-10T17:45").edtf, parse_when("2021-12-28/2022-03").precision
    (datetime.date(2022, 2, 28), '2022-02-10T17:45:00', <Precision.SPAN: 'span'>)

    Raises:
        ModelError: it is not EDTF, or lies outside the years 1 to 9999.
    """
    edtf = _TO_THE_MINUTE.sub(r"\g<0>:00", words.strip())
    try:
        told = _told(edtf)
        first, last = _day_of(told.lower_strict()), _day_of(told.upper_strict())
        clock = datetime.fromisoformat(edtf) if "T" in edtf and "/" not in edtf else None
    except Exception as error:  # the grammar raises whatever its parser generator does
        raise ModelError(wanted="a date in EDTF (ISO 8601-2)", got=f"“{words}”", remedy=_REMEDY) from error
    if first is None or (last is not None and last < first):
        raise ModelError(wanted="a date in EDTF whose first day is known", got=f"“{words}”", remedy=_REMEDY)
    return When(
        edtf=edtf,
        precision=_precision(told, clock),
        first=first,
        last=last,
        approximate=bool(_UNSURE.search(edtf)),
        clock=clock,
    )


def when_of_day(day: date) -> When:
    """Give a day."""
    return When(edtf=day.isoformat(), precision=Precision.DAY, first=day, last=day)


def when_of_time(printed: datetime) -> When:
    """
    Give a time as an issuer prints it; midnight on the second is taken for a day alone, for want of a time.

    >>> str(when_of_time(datetime(2022, 2, 10)))
    '2022-02-10'
    """
    day = printed.date()
    if printed.time().replace(microsecond=0).isoformat() == "00:00:00":
        return when_of_day(day)
    exact = printed.replace(microsecond=0)
    return When(edtf=exact.isoformat(), precision=Precision.TIME, first=day, last=day, clock=exact)


def when_of_days(first: date, last: date) -> When:
    """
    Give a stretch of days, both in, in the shortest form that means just these.

    >>> str(when_of_days(date(2022, 1, 1), date(2022, 4, 30))), str(when_of_days(date(2022, 6, 1), date(2022, 6, 30)))
    ('2022-01/2022-04', '2022-06')
    """
    if first == last:
        return when_of_day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if first.month == 1 and last.month == _DECEMBER and first.year == last.year:
            return parse_when(f"{first.year:04}")
        start, end = first.isoformat()[:7], last.isoformat()[:7]
        return parse_when(start if start == end else f"{start}/{end}")
    return parse_when(f"{first.isoformat()}/{last.isoformat()}")


@lru_cache(maxsize=1024)
def _told(edtf: str) -> Any:  # noqa: ANN401 - the grammar's nouns share no type but what is asked of them here
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the grammar was written for an older parser generator
        from edtf import parse_edtf  # noqa: PLC0415 - loads when the first date is read

        return parse_edtf(edtf)


def _day_of(found: struct_time | float) -> date | None:
    """Give a day as the grammar tells it; infinity is an open end."""
    if isinstance(found, float):
        if isinf(found):
            return None
        raise ModelError(wanted="a day", got=f"{found}")
    return date(found.tm_year, found.tm_mon, found.tm_mday)


def _precision(told: Any, clock: datetime | None) -> Precision:  # noqa: ANN401 - as above
    if clock is not None:
        return Precision.TIME
    inner = getattr(told, "date", None) or told
    if "Season" in type(inner).__name__:
        return Precision.SEASON
    named = getattr(inner, "precision", None)
    single = type(inner).__name__ == "Date"
    return Precision(named) if single and named in set(Precision) else Precision.SPAN


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
