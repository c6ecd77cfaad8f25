"""Days that English words name, read against the day of issue: "today", "on October 4", "Monday, January 31"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from communique.model import Span

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH = "|".join(m.capitalize() for m in MONTHS)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NAME = "|".join(d.capitalize() for d in _WEEKDAYS)
_DATE = re.compile(
    rf"\b(?:(?:{_DAY_NAME}),?\s+)?(?:the\s+)?(?:"
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\b(?:\s*[–-]\s*(?:(?:{_MONTH})\s+)?\d{{1,2}})?(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?(?:\s*[–-]\s*\d{{1,2}})?\s+(?:of\s+)?(?P<month2>{_MONTH})\b(?:,?\s+(?P<year2>\d{{4}}))?)"
)
_RELATIVE = re.compile(
    r"\b(?:(?P<today>[Ee]arlier today|[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Tt]onight)|"
    r"(?P<yesterday>[Yy]esterday|[Ll]ast night|[Ll]ast evening)|(?P<tomorrow>[Tt]omorrow))\b"
)
_NAMED_DAY = re.compile(rf"\b[Oo]n\s+(?P<name>{_DAY_NAME})\b(?!,?\s+(?:{_MONTH}))")
_SHIFT = {"today": 0, "yesterday": -1, "tomorrow": 1}
_WEEK = 7


def find_days(text: str, sentence: Span, issued: date | None) -> Iterator[tuple[Span, date]]:
    """
    Give the days named in a sentence, in order of kind: full dates, then relative days, then weekdays.

    A date without a year is taken in the year that brings it nearest to the day of issue; a weekday is the last one
    on or before that day, or the next where the sentence speaks of the future.
    """
    yield from _dates(text, sentence, issued)
    if issued is not None:
        yield from _relative(text, sentence, issued)


def _dates(text: str, sentence: Span, issued: date | None) -> Iterator[tuple[Span, date]]:
    for match in _DATE.finditer(text, sentence.start, sentence.end):
        month = MONTHS.index((match["month"] or match["month2"]).lower()) + 1
        day = int(match["day"] or match["day2"])
        year = match["year"] or match["year2"]
        found = _dated(int(year) if year else None, month, day, issued)
        if found is not None:
            yield Span(match.start(), match.end(), sentence.part), found


def _dated(year: int | None, month: int, day: int, issued: date | None) -> date | None:
    if year is None and issued is None:
        return None
    years = (year,) if year is not None else tuple(issued.year + shift for shift in (-1, 0, 1)) if issued else ()
    days = [d for d in (_made(y, month, day) for y in years) if d is not None]
    if not days:
        return None
    return days[0] if issued is None or year is not None else min(days, key=lambda d: abs((d - issued).days))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(text: str, sentence: Span, issued: date) -> Iterator[tuple[Span, date]]:
    for match in _RELATIVE.finditer(text, sentence.start, sentence.end):
        word = match.lastgroup or "today"
        yield Span(match.start(), match.end(), sentence.part), issued + timedelta(days=_SHIFT[word])
    future = re.search(r"\bwill\b", sentence.of(text)) is not None
    for match in _NAMED_DAY.finditer(text, sentence.start, sentence.end):
        back = (issued.weekday() - _WEEKDAYS.index(match["name"].lower())) % _WEEK
        shift = (_WEEK - back) % _WEEK if future else -back
        yield Span(match.start("name"), match.end("name"), sentence.part), issued + timedelta(days=shift)
