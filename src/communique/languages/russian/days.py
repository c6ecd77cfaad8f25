"""Days named in Russian: "5 марта", "7–10 мая 2025 года"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from communique.model import Span

_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ),
        start=1,
    )
}
_DAY = re.compile(
    rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:\s*[–−—-]\s*\d{{1,2}})?\s+(?P<month>{'|'.join(_MONTHS)})(?!\w)(?:\s+(?P<year>\d{{4}})(?:\s+(?:года|г\.))?)?",
    re.IGNORECASE,
)
_NEVER_OURS = re.compile(
    r"(?:(?<!\w)(?:к|ко|с|со|от|до|после|по|на|о|об|за|начиная с)|\w+(?:ию|ии|ах|ями|ом|ого|ой|ости|ий))\s+\Z",
    re.IGNORECASE,
)


def find_days(text: str, span: Span, issued: date | None) -> Iterator[tuple[Span, date]]:
    """
    Give the days named in a stretch of text; of a range the first.

    A day without a year is the one nearest to the day of issue; without a day of issue it is no day.

    >>> [d.isoformat() for _, d in find_days("7–10 мая состоится визит", Span(0, 24), date(2025, 5, 4))]
    ['2025-05-07']
    """
    for match in _DAY.finditer(text, span.start, span.end):
        day = _day(match, issued)
        if day is not None:
            yield Span(match.start(), match.end(), span.part), day


def find_event_days(text: str, span: Span, issued: date | None) -> Iterator[tuple[Span, date]]:
    """Give the days that stand on their own before or after a verb, not those of anniversaries and earlier events."""
    for found, day in find_days(text, span, issued):
        if not _NEVER_OURS.search(text[span.start : found.start]):
            yield found, day


def _day(match: re.Match[str], issued: date | None) -> date | None:
    month, number = _MONTHS[match["month"].lower()], int(match["day"])
    years = (
        (int(match["year"]),) if match["year"] else (issued.year, issued.year - 1, issued.year + 1) if issued else ()
    )
    days = [day for year in years if (day := _made(year, month, number))]
    if issued is None or match["year"]:
        return days[0] if days else None
    return min(days, key=lambda day: abs((day - issued).days), default=None)


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
