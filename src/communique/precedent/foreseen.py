"""When an encounter is foreseen, read from the sentence that foresees it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from communique.model import Span

Window = tuple[date, date]
"""The first and the last day on which it may be, both in."""

AROUND = timedelta(days=2)
"""A visit dated by one day may be reported a little before or after it."""

FindDays = Callable[[str, Span, date | None], Iterator[tuple[Span, date]]]
"""Text, sentence and day of issue in; the days that the sentence names, each with its words, out."""

_READ = frozenset({"en", "ru"})
_MONTHS = {
    "en": "january february march april may june july august september october november december".split(),
    "ru": "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split(),
}
_MONTH = {
    "en": re.compile(
        r"\b(?:in|this|next|early|late|mid-?|of|for|until|coming)\s+(?:the\s+\w+\s+of\s+)?"
        rf"(?P<month>{'|'.join(name.capitalize() for name in _MONTHS['en'])})\b(?!\s+\d{{1,2}}\b)"
        r"(?:,?\s+(?P<year>\d{4}))?"
    ),
    "ru": re.compile(
        rf"(?<!\w)(?:в|во|на|конц[еу]|начал[еу]|середин[еу])\s+(?P<month>{'|'.join(_MONTHS['ru'])})(?:[аяеь]|те|ту|й)?"
        r"(?!\w)(?:\s+(?P<year>\d{4}))?",
        re.IGNORECASE,
    ),
}
_YEAR = {
    "en": re.compile(
        r"\b(?P<early>early\s+|first half of\s+)?(?:the\s+)?(?:(?P<next>next|coming)|"
        r"(?P<this>this|the current|current))\s+year\b|\b(?:in|of|during)\s+(?P<year>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"(?P<early>начал[еу]\s+)?(?:(?P<next>следующ\w+|будущ\w+)|(?P<this>эт\w+|нынешн\w+|текущ\w+))\s+год\w*|"
        r"(?<!\w)в\s+(?P<year>(?:19|20)\d\d)\s+год",
        re.IGNORECASE,
    ),
}
_SEASON = {
    "en": re.compile(r"\b(?:this|next|in the|coming)\s+(?P<season>spring|summer|autumn|fall|winter)\b", re.IGNORECASE),
    "ru": re.compile(r"(?<!\w)(?P<season>весной|летом|осенью|зимой)(?!\w)", re.IGNORECASE),
}
_SEASONS = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14),
    "весной": (3, 5), "летом": (6, 8), "осенью": (9, 11), "зимой": (12, 14),
}  # fmt: skip
_SOON = {
    "en": re.compile(
        r"\b(?:(?P<tomorrow>tomorrow)|(?P<week>(?:next|this|the coming) week|(?:coming|next few) days|"
        r"(?:this|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?P<month>(?:next|this) month))\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:(?P<tomorrow>завтра)|(?P<week>на (?:следующей|будущей|этой) неделе|ближайшие дни)|"
        r"(?P<month>(?:следующем|будущем) месяце))(?!\w)",
        re.IGNORECASE,
    ),
}
_SOON_DAYS = {"tomorrow": 1, "week": 13, "month": 62}
_EARLY_MONTHS = 4
_YEAR_MONTHS = 12


def find_window(text: str, sentence: Span, language: str, issued: date) -> Window | None:
    """
    Give the days in which a sentence of an issue day foresees something; None where it does not date it.

    A day is taken with two days around it, as reports come late and visits last; else a month, a season or a year
    named is taken whole. Words that date something past are passed over.

    >>> find_window("He was invited for early next year.", Span(0, 35), "en", date(2021, 12, 28))
    (datetime.date(2022, 1, 1), datetime.date(2022, 4, 30))
    """
    if language not in _READ:
        return None
    for window in _windows(text, sentence, language, issued):
        if window[1] > issued:
            return max(window[0], issued), window[1]
    return None


@cache
def _finder(language: str) -> FindDays:
    """Give what finds days in a language; its package loads when the first notice in it is read."""
    if language == "ru":
        from communique.languages.russian.days import find_days as find_russian_days  # noqa: PLC0415

        return find_russian_days
    from communique.languages.english.days import find_days as find_english_days  # noqa: PLC0415

    return find_english_days


def _windows(text: str, sentence: Span, language: str, issued: date) -> Iterator[Window]:
    words = sentence.of(text)
    for _, day in _finder(language)(text, sentence, issued):
        if day > issued:
            yield day - AROUND, day + AROUND
    for match in _SOON[language].finditer(words):
        yield issued, issued + timedelta(days=_SOON_DAYS[match.lastgroup or "month"])
    for match in _MONTH[language].finditer(words):
        month = _MONTHS[language].index(match["month"].lower()) + 1
        yield _months(*_coming(match["year"], month, issued), 1)
    for match in _SEASON[language].finditer(words):
        first, last = _SEASONS[match["season"].lower()]
        yield _months(*_coming(None, first, issued), last - first + 1)
    for match in _YEAR[language].finditer(words):
        year = int(match["year"]) if match["year"] else issued.year + bool(match["next"])
        yield _months(year, 1, _EARLY_MONTHS if match["early"] else _YEAR_MONTHS)


def _coming(year: str | None, month: int, issued: date) -> tuple[int, int]:
    """Give the year and month meant: without a year, the first such month that is not over."""
    return (int(year), month) if year else (issued.year + (month < issued.month), month)


def _months(year: int, month: int, how_many: int) -> Window:
    last = year * _YEAR_MONTHS + month - 1 + how_many - 1
    last_year, last_month = divmod(last, _YEAR_MONTHS)
    return date(year, month, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
