"""The numbers of a sentence, whatever the language: quantities, years, days, times of day, places in a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from communique.languages.manner_words import Amount, AmountKind
from communique.languages.numerals import Numeral, lowered
from communique.model import Span

_YEARS = range(1900, 2101)
_FEWEST = 3
_HOURS, _MINUTES = 12, 60
_LISTED = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_GLUED = re.compile(r"(?<=[^\W\d_])-?(\d{1,4})(?!\d)|(?<!\d)(\d{1,4})(?=-?[^\W\d_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountGrammar:
    """
    How one language writes numbers; all patterns are for small letters.

    ``day`` has the groups ``day`` and ``month`` (or ``day2`` and ``month2``), ``clock`` the groups ``hour``, ``minute``
    and ``half`` ("a" or "p") or ``hour2`` and ``minute2``, ``ordinal`` the groups ``digits`` and ``word``; ``months``
    and ``ordinals`` give the number of each.
    """

    numerals: Callable[[str, int, int], Iterator[Numeral]]
    day: re.Pattern[str]
    months: dict[str, int]
    clock: re.Pattern[str]
    ordinal: re.Pattern[str]
    ordinals: tuple[str, ...] = field(default=())


def find_amounts(grammar: AmountGrammar, text: str, sentence: Span) -> tuple[Amount, ...]:
    """Give the numbers of a sentence in order; those of a list ("2. …") are none."""
    small = lowered(text)
    start = sentence.start
    listed = _LISTED.match(small, start, sentence.end)
    start = listed.end() if listed else start
    named = [*_days(grammar, small, start, sentence), *_clocks(grammar, small, start, sentence)]
    named += _ordinals(grammar, small, start, sentence)
    taken = [amount.span for amount in named]
    plain = [
        _amount(numeral, sentence)
        for numeral in grammar.numerals(small, start, sentence.end)
        if not any(numeral.start < span.end and span.start < numeral.end for span in taken)
    ]
    taken += [amount.span for amount in plain]
    found = [*named, *plain, *_glued(small, start, sentence, taken)]
    return tuple(sorted(found, key=lambda amount: amount.span))


def _days(grammar: AmountGrammar, small: str, start: int, sentence: Span) -> Iterator[Amount]:
    for match in grammar.day.finditer(small, start, sentence.end):
        groups = match.groupdict()
        month = groups.get("month") or groups.get("month2") or ""
        day = int(groups.get("day") or groups.get("day2") or 0)
        number = next(value for name, value in grammar.months.items() if month.startswith(name))
        span = Span(match.start(), match.end(), sentence.part)
        yield Amount(kind=AmountKind.DAY, value=number * 100 + day, span=span)


def _clocks(grammar: AmountGrammar, small: str, start: int, sentence: Span) -> Iterator[Amount]:
    for match in grammar.clock.finditer(small, start, sentence.end):
        groups = match.groupdict()
        hour = int(groups.get("hour") or groups.get("hour2") or 0)
        minute = int(groups.get("minute") or groups.get("minute2") or 0)
        if groups.get("half"):
            hour = hour % _HOURS + (_HOURS if groups["half"] == "p" else 0)
        span = Span(match.start(), match.end(), sentence.part)
        yield Amount(kind=AmountKind.CLOCK, value=hour * _MINUTES + minute, span=span)


def _ordinals(grammar: AmountGrammar, small: str, start: int, sentence: Span) -> Iterator[Amount]:
    for match in grammar.ordinal.finditer(small, start, sentence.end):
        word = match["word"]
        value = int(match["digits"]) if word is None else _place(grammar, word)
        span = Span(match.start(), match.end(), sentence.part)
        yield Amount(kind=AmountKind.ORDINAL, value=value, span=span, firm=False)


def _place(grammar: AmountGrammar, word: str) -> int:
    return max(n for n, ordinal in enumerate(grammar.ordinals) if word[:3] == ordinal.replace("ё", "е")[:3])


def _amount(numeral: Numeral, sentence: Span) -> Amount:
    span = Span(numeral.start, numeral.end, sentence.part)
    if not numeral.spelled and numeral.number in _YEARS and len(span) == len(str(_YEARS[0])):
        return Amount(kind=AmountKind.YEAR, value=numeral.number, span=span, firm=False)
    loose = numeral.fraction or numeral.multiple or (numeral.spelled and numeral.number <= max(_FEWEST - 1, 0))
    bare = numeral.spelled and numeral.number == numeral.magnitude
    return Amount(kind=AmountKind.NUMBER, value=numeral.number, span=span, firm=not (loose or bare))


def _glued(small: str, start: int, sentence: Span, taken: list[Span]) -> Iterator[Amount]:
    """Numbers that belong to a name ("Su-35", "the G20"): they answer a number and raise none."""
    for match in _GLUED.finditer(small, start, sentence.end):
        span = Span(match.start(), match.end(), sentence.part)
        if not any(span.overlaps(other) for other in taken):
            yield Amount(kind=AmountKind.NUMBER, value=float(match[1] or match[2]), span=span, firm=False)
