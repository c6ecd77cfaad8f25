"""Days that a passage names, in any of the languages, with both ends where it names several in a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypeAlias

from communique.model.spans import Span

_FindDays: TypeAlias = Callable[[str, Span, date | None], Iterator[tuple[Span, date]]]
_RANGE = re.compile(r"(?<!\d)(\d{1,2})\s*[–—−-]\s*(\d{1,2})(?!\d)")
_LONGEST = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """Words for a day, or for the first and last of several."""

    span: Span
    first: date
    last: date

    def meets(self, other: NamedDay) -> bool:
        """Tell whether one day may be meant by both."""
        return self.first <= other.last and other.first <= self.last


def find_named_days(text: str, passage: Span, issued: date | None, language: str) -> tuple[NamedDay, ...]:
    """
    Give the days of a passage in order of place; none in a language whose names of days are not read.

    >>> (day,) = find_named_days("The summit is on 3–5 May.", Span(0, 25), date(2022, 4, 1), "en")
    >>> day.first.isoformat(), day.last.isoformat()
    ('2022-05-03', '2022-05-05')
    """
    found = (_named(span.of(text), span, day) for span, day in _finder(language)(text, passage, issued))
    return tuple(sorted(found, key=lambda named: named.span.start))


def _named(words: str, span: Span, day: date) -> NamedDay:
    numbers = _RANGE.search(words)
    length = int(numbers[2]) - int(numbers[1]) if numbers else 0
    last = day + timedelta(days=length) if 0 < length < _LONGEST else day
    return NamedDay(span=span, first=day, last=last)


@cache
def _finder(language: str) -> _FindDays:
    """Give what finds days in a language, loaded when a text is in it."""
    if language == "en":
        from communique.languages.english.days import find_days as find_english  # noqa: PLC0415 - loads when asked

        return find_english
    if language == "ru":
        from communique.languages.russian.days import find_days as find_russian  # noqa: PLC0415 - likewise

        return find_russian
    if language == "kk":
        from communique.languages.kazakh.days import find_days as find_kazakh  # noqa: PLC0415 - likewise

        return find_kazakh
    return _none


def _none(_text: str, _passage: Span, _issued: date | None) -> Iterator[tuple[Span, date]]:
    return iter(())
