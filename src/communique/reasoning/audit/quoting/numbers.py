"""The numbers of a quotation beside those of the passage it renders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.languages.english.numerals import find_numerals
from communique.languages.numerals import lowered
from communique.model import Span
from communique.reasoning.audit.quoting.kinds import DifferenceKind, WordDifference
from communique.reasoning.audit.quoting.words import Term, terms_of

_SMALL = 1.0
_DUST = 1e-9
_MAGNITUDES = (1.0, 1e3, 1e6, 1e9)


@dataclass(frozen=True, slots=True)
class _Number:
    number: float
    start: int
    end: int
    bare: bool = False


_DECIMAL_COMMA = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,])")


def numbers_of(text: str, start: int, end: int) -> tuple[tuple[float, int, int], ...]:
    """
    Give the numbers between two places of a text with their places; decimal commas are read, "one" is none.

    >>> [number for number, _, _ in numbers_of("19,7% or seven ships, no one of them", 0, 30)]
    [19.7, 7.0]
    """
    small = _DECIMAL_COMMA.sub(lambda found: found[0].replace(",", "."), lowered(text))
    return tuple(
        (numeral.number, numeral.start, numeral.end)
        for numeral in find_numerals(small, start, end)
        if not (numeral.spelled and (numeral.number <= _SMALL or numeral.fraction))
    )


def compare_numbers(quoted: str, text: str, span: Span) -> Iterator[WordDifference]:
    """Give the numbers that differ, and those of which the source leaves open which holds."""
    ours = [_number(quoted, *found) for found in numbers_of(quoted, 0, len(quoted))]
    theirs = [_number(text, *found) for found in numbers_of(text, span.start, span.end)]
    spare = [number for number in theirs if not any(_equal(number, one) for one in ours)]
    for here in ours:
        same = next((number for number in theirs if _equal(here, number)), None)
        if same is None:
            there = next((number for number in spare if _same_place(quoted, here, text, number)), None)
            if there is not None:
                spare.remove(there)
            kind = DifferenceKind.FIGURE if there else DifferenceKind.ADDED
            yield _told(kind, quoted, here, text, there)
            continue
        either = next((number for number in spare if _either(text, same, number)), None)
        if either is not None:
            spare.remove(either)
            first, last = sorted((same, either), key=lambda number: number.start)
            whole = _Number(0.0, first.start, last.end)
            yield _told(DifferenceKind.OPEN_FIGURE, quoted, here, text, whole)
    for there in spare:
        yield _told(DifferenceKind.LEFT_OUT, quoted, None, text, there)


def _number(text: str, number: float, start: int, end: int) -> _Number:
    """Give a number with its place; ``bare`` tells that no word for thousands or millions belongs to it."""
    return _Number(number, start, end, bare=not any(letter.isalpha() for letter in text[start:end]))


def _same_place(quoted: str, here: _Number, text: str, there: _Number) -> bool:
    """Tell whether two numbers count the same: the content word before or behind them is the same."""
    ours, theirs = ([t for t in terms_of(words, "en") if not t.number] for words in (quoted, text))
    before = [_before(terms, number.start) for terms, number in ((ours, here), (theirs, there))]
    behind = [_behind(terms, number.end) for terms, number in ((ours, here), (theirs, there))]
    return any(first and first == second for first, second in (before, behind))


def _before(terms: Sequence[Term], at: int) -> str:
    return next((term.key for term in reversed(terms) if term.end <= at), "")


def _behind(terms: Sequence[Term], at: int) -> str:
    return next((term.key for term in terms if term.start >= at), "")


def _equal(one: _Number, other: _Number) -> bool:
    """Tell whether two numbers are one, be it that one leaves its magnitude to the words beside it ("20 $ bln")."""
    if not (one.number and other.number):
        return one.number == other.number
    small, large = sorted((one, other), key=lambda number: number.number)
    ratio = large.number / small.number
    scales = _MAGNITUDES if small.bare else _MAGNITUDES[:1]
    return any(abs(ratio / scale - 1) < _DUST for scale in scales)


def _either(text: str, one: _Number, other: _Number) -> bool:
    first, last = sorted((one, other), key=lambda number: number.start)
    return text[first.end : last.start].strip().lower() in {"or", "to", "-", "–", "или"}


def _told(kind: DifferenceKind, quoted: str, here: _Number | None, text: str, there: _Number | None) -> WordDifference:
    return WordDifference(
        kind=kind,
        essay=quoted[here.start : here.end] if here else "",
        source=text[there.start : there.end] if there else "",
        here=Span(here.start, here.end) if here else None,
        there=Span(there.start, there.end) if there else None,
    )
