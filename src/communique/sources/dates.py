"""Dates as publishers give them: machine-readable, or printed in a form that leaves no doubt. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)? ?(Z|[+-]\d\d:?\d\d)?)?")
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)")
_LINE = re.compile(
    r"(?:[^\W\d]+,? )?(?:"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:de )?(?P<month>[^\W\d]+),? (?P<year>\d{4})"
    r"|(?P<month2>[^\W\d]+) (?P<day2>\d{1,2})(?:st|nd|rd|th)?, (?P<year2>\d{4})"
    r"|(?P<year3>\d{4}) жыл(?:ғы|дың) (?P<day3>\d{1,2}) (?P<month3>[^\W\d]+)"
    r"|(?P<year4>\d{4})-(?P<month4>\d\d)-(?P<day4>\d\d)"
    r")(?: ?(?:года|г\.|року))?(?:,? (?:at |в |о )?(?P<hour>\d{1,2})[:.](?P<minute>\d\d))?\.?"
)
_MONTH_LANGUAGES = ("en", "ru", "uk", "kk", "fr")
_LONGEST_LINE = 60


def parse_machine_date(value: str, zone: ZoneInfo | None = None) -> datetime | None:
    """
    Read a date meant for machines: ISO 8601, or the form of mail headers that feeds use. None for anything else.

    A time without a zone is wall time in ``zone`` where that is known; a day alone is its midnight, without a zone.

    >>> parse_machine_date("2031-04-05T12:10:00+03:00").isoformat()
    '2031-04-05T12:10:00+03:00'
    >>> parse_machine_date("05.04.2031") is None
    True
    """
    text = value.strip()
    iso = _ISO.fullmatch(text)
    try:
        if iso is None:
            return parsedate_to_datetime(text) if "," in text or text[:1].isdigit() else None
        read = datetime.fromisoformat(text.replace(",", ".").replace(" +", "+").replace(" -", "-"))
    except (ValueError, TypeError):
        return None
    if iso[2] is None or read.tzinfo is not None or zone is None:
        return read
    return read.replace(tzinfo=zone)


def parse_clock(value: str) -> time | None:
    """Read a printed time of day ("19:45"), None where there is none or more than one."""
    found = _CLOCK.findall(value)
    return time(int(found[0][0]), int(found[0][1])) if len(found) == 1 else None


def parse_printed_date(
    value: str, pattern: str, zone: ZoneInfo | None = None, language: str | None = None
) -> datetime | None:
    r"""
    Read a printed date by a publisher's own pattern, with the groups day, month, year and, if any, hour and minute.

    >>> parse_printed_date("Tarsk, 5 April 2031", r"(?P<day>\d+) (?P<month>\w+) (?P<year>\d{4})", None, "en")
    datetime.datetime(2031, 4, 5, 0, 0)
    """
    found = re.search(pattern, value)
    if found is None:
        return None
    parts = found.groupdict()
    languages = (language,) if language in _MONTH_LANGUAGES else _MONTH_LANGUAGES
    return _moment(parts, languages, zone)


def parse_date_line(line: str, zone: ZoneInfo | None = None) -> datetime | None:
    """
    Read a line that is a date and nothing else; days and months in figures alone ("05.03.2031") are refused as unsure.

    >>> parse_date_line("Monday, 7 April 2031, 16:20")
    datetime.datetime(2031, 4, 7, 16, 20)
    >>> parse_date_line("05.03.2031") is None
    True
    """
    found = _LINE.fullmatch(line.strip()) if len(line) <= _LONGEST_LINE else None
    if found is None:
        return None
    parts = {re.sub(r"\d", "", key): value for key, value in found.groupdict().items() if value is not None}
    return _moment(parts, _MONTH_LANGUAGES, zone)


def _moment(parts: dict[str, str | None], languages: Iterable[str | None], zone: ZoneInfo | None) -> datetime | None:
    month = _month(parts.get("month") or "", languages)
    day, year = parts.get("day"), parts.get("year")
    if month is None or day is None or year is None:
        return None
    clock = parts.get("hour") and parts.get("minute")
    try:
        moment = datetime(int(year), month, int(day), int(parts["hour"] or 0) if clock else 0)  # noqa: DTZ001 - wall time
        moment = moment.replace(minute=int(parts["minute"] or 0)) if clock else moment
    except ValueError:
        return None
    return moment.replace(tzinfo=zone) if clock else moment


def _month(word: str, languages: Iterable[str | None]) -> int | None:
    if word.isdigit():
        return int(word)
    found = {month for language in languages if language and (month := _months(language).get(word.casefold()))}
    return found.pop() if len(found) == 1 else None


@cache
def _months(language: str) -> dict[str, int]:
    """The names of the months of one language, as they stand alone and in dates, full and short."""
    from babel.dates import get_month_names  # noqa: PLC0415 - loaded only when a printed date comes

    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, context=context, locale=language).items():
                names[name.casefold().rstrip(".")] = number
    return names


def combine(day: datetime, clock: time | None, zone: ZoneInfo | None) -> datetime:
    """Put a day and a printed time of day together as wall time; without a time the day stays as it is."""
    if clock is None:
        return day
    return datetime.combine(date(day.year, day.month, day.day), clock, tzinfo=zone)
