"""Days named in Kazakh: "2025 жылғы 5 наурыз", "5 наурызда", "2025 жылдың 5 наурызында"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from communique.model import Span

_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "қаңтар",
            "ақпан",
            "наурыз",
            "сәуір",
            "мамыр",
            "маусым",
            "шілде",
            "тамыз",
            "қыркүйек",
            "қазан",
            "қараша",
            "желтоқсан",
        ),
        start=1,
    )
}
_DAY = re.compile(
    rf"(?:(?P<year>\d{{4}})\s+(?:жылғы|жылдың|ж\.)\s+)?(?<!\d)(?P<day>\d{{1,2}})(?:\s*[–-]\s*\d{{1,2}})?\s+(?P<month>{'|'.join(_MONTHS)})\w*",
    re.IGNORECASE,
)


def find_days(text: str, span: Span, issued: date | None) -> Iterator[tuple[Span, date]]:
    """
    Give the days named in a stretch of text; one without a year is the nearest to the day of issue.

    >>> [d.isoformat() for _, d in find_days("2025 жылғы 5 наурыз", Span(0, 19), None)]
    ['2025-03-05']
    """
    for match in _DAY.finditer(text, span.start, span.end):
        day = _day(match, issued)
        if day is not None:
            yield Span(match.start(), match.end(), span.part), day


def _day(match: re.Match[str], issued: date | None) -> date | None:
    month, number = _MONTHS[match["month"].lower()], int(match["day"])
    if match["year"]:
        return _made(int(match["year"]), month, number)
    if issued is None:
        return None
    days = (_made(issued.year + shift, month, number) for shift in (0, -1, 1))
    return min((d for d in days if d), key=lambda d: abs((d - issued).days), default=None)


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
