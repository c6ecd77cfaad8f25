"""Numbers in words and digits, as far as languages share their arithmetic."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

HUNDRED = 100
THOUSAND = 1000
TEN = 10
DOZEN = 12
TWENTY = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """
    One number as it stands in a text, half-open range first.

    ``number`` is in base units (billions multiplied out), ``magnitude`` the largest magnitude word in it (1 where there
    is none). ``spelled`` tells that no digit is in it, ``fraction`` that it is a part of something ("a third"),
    ``multiple`` that it multiplies ("doubled", "eight-fold"). ``unit`` is the place of a unit that stands inside ("an
    hour and a half").
    """

    start: int
    end: int
    number: float
    magnitude: float = 1.0
    spelled: bool = False
    fraction: bool = False
    multiple: bool = False
    unit: tuple[int, int] | None = None


def compose(values: Sequence[float]) -> tuple[float, int]:
    """
    Give the number that a row of number words names, and how many of the words belong to it.

    Words that cannot go on a number end it: "two three" is 2.

    >>> compose([2, 100, 1000, 30, 5]), compose([2, 3]), compose([1.5, 1e9]), compose([2, 12])
    ((200035.0, 5), (2.0, 1), (1500000000.0, 2), (24.0, 2))
    """
    total = current = 0.0
    room, last = math.inf, math.inf
    used = 0
    for value in values:
        if THOUSAND <= value < last:
            total, current, last, room = total + (current or 1.0) * value, 0.0, value, math.inf
        elif value == HUNDRED and 0 < current < HUNDRED:
            current, room = current * HUNDRED, HUNDRED
        elif value == DOZEN and 0 < current <= TEN:
            current, room = current * DOZEN, 0
        elif value < min(room, THOUSAND):
            current, room = current + value, _room(value)
        else:
            break
        used += 1
    return total + current, used


def _room(value: float) -> float:
    """Give below which number a further word may be added to one just read; 0 where none may."""
    if value != int(value) or value < TWENTY or value % TEN:
        return 0
    return HUNDRED if value >= HUNDRED else TEN


def number_of(digits: str, *, decimal: str) -> float:
    """
    Give the number that digits with group marks stand for; ``decimal`` is the language's decimal mark.

    >>> number_of("1,300,000.5", decimal="."), number_of("26,5", decimal=",")
    (1300000.5, 26.5)
    """
    kept = "".join(mark for mark in digits if mark.isdigit() or mark == decimal)
    return float(kept.replace(decimal, "."))


def rounded(number: float) -> float:
    """
    Give the number without the dust of binary arithmetic.

    >>> rounded(6.2 * 1e6)
    6200000.0
    """
    return float(f"{number:.12g}")


def lowered(text: str) -> str:
    """
    Give the text in small letters, character for character, so that places stay what they were.

    >>> lowered("İstanbul: Two") == "İstanbul: two"[0] + "stanbul: two"
    True
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
