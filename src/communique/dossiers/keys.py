"""The keys of a dossier's tables: what each takes from a file, and how it is written there."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from communique.dossiers.imprecise import parse_when
from communique.errors import ModelError
from communique.model import Admiralty, Credibility, Reliability

DAY_WORDS = "a day as in 2020-03-07"
GRADE_WORDS = "a grade on the Admiralty scale: A to F for the source, 1 to 6 for the item, as in B2"
_GRADE = re.compile(r"([A-F])([1-6])")


class UnfitError(ValueError):
    """A value that a key does not take; its words say what else could be done, empty where that is plain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """
    One key of a table: its name, what it takes in words, how a value is taken, and how it is written.

    ``field`` is that of the noun, where it has another name than the key. ``write`` gives what stands in the file, None
    for nothing.
    """

    name: str
    wanted: str
    take: Callable[[object], object]
    write: Callable[[Any], object]
    required: bool = False

    def of(self, noun: object) -> object:
        """Give what a file writes for a noun's value of this key, None for nothing."""
        return self.write(getattr(noun, self.name))


def text(name: str, *, required: bool = False) -> Key:
    """Give a key that takes text; one that must be there is never empty, any other is left out where it is."""
    if required:
        return Key(name=name, wanted="text in quotation marks", take=_words, write=_as_it_is, required=True)
    return Key(name=name, wanted="text in quotation marks", take=_text, write=_unless_empty)


def codes(name: str) -> Key:
    """Give a key that takes a list of codes."""
    return Key(name=name, wanted='a list of codes, as in ["XA", "XV"]', take=_codes, write=list)


def day(name: str, *, required: bool = False) -> Key:
    """Give a key that takes a day, written without quotation marks; with them it is taken too."""
    return Key(name=name, wanted=DAY_WORDS, take=_day, write=_as_it_is, required=required)


def number(name: str, wanted: str, *, required: bool = False, usual: float | None = None) -> Key:
    """Give a key that takes a number; left out where it is the usual one."""

    def write(value: float) -> object:
        return None if value == usual else value

    return Key(name=name, wanted=wanted, take=_number, write=write, required=required)


def count(name: str) -> Key:
    """Give a key that takes a count."""
    return Key(name=name, wanted="a whole number from 0", take=_count, write=_as_it_is)


def truth(name: str, *, usual: bool | None) -> Key:
    """Give a key that takes true or false; left out where it is the usual one."""

    def write(value: object) -> object:
        return None if value is usual else value

    return Key(name=name, wanted="true or false, without quotation marks", take=_truth, write=write)


def choice(name: str, kinds: type[StrEnum], *, required: bool = False) -> Key:
    """Give a key that takes one of some words; always written."""
    words = ", ".join(kind.value for kind in kinds)

    def take(value: object) -> object:
        found = next((kind for kind in kinds if kind.value == value), None)
        if found is None:
            raise UnfitError
        return found

    return Key(name=name, wanted=f"one of {words}", take=take, write=str, required=required)


def imprecise_day(name: str) -> Key:
    """Give a key that takes a day as precise as it is known; left out where it is empty."""
    wanted = 'a day in EDTF, as in "2022-02-10", "2022-02", "2022-02~"'
    return Key(name=name, wanted=wanted, take=_edtf, write=_unless_empty)


def grade_words(name: str = "grade") -> Key:
    """Give a key that takes a grade and keeps it as words; left out where it is empty."""
    return Key(name=name, wanted=GRADE_WORDS, take=_grade_text, write=_unless_empty)


def grade(name: str = "grade", *, required: bool = False) -> Key:
    """Give a key that takes a grade of source and item together."""
    return Key(name=name, wanted=GRADE_WORDS, take=take_grade, write=_grade_words, required=required)


def take_grade(value: object) -> Admiralty | None:
    """
    Give the grade that words name, None for empty words.

    >>> str(take_grade("B2"))
    'B2'

    Raises:
        UnfitError: they name none.
    """
    if value == "":
        return None
    found = _GRADE.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise UnfitError
    return Admiralty(source=Reliability(found[1]), item=Credibility(found[2]))


def _grade_text(value: object) -> str:
    return str(take_grade(value) or "")


def _edtf(value: object) -> str:
    """Take a day that may be imprecise (EDTF, ISO 8601-2)."""
    if type(value) is date:
        return value.isoformat()
    words = _text(value)
    if words:
        try:
            parse_when(words)
        except ModelError as error:
            raise UnfitError(error.remedy) from error
    return words


def _text(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    raise UnfitError("set it in quotation marks" if isinstance(value, int | float | date) else "")


def _words(value: object) -> str:
    words = _text(value)
    if not words.strip():
        raise UnfitError
    return words


def _codes(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise UnfitError("set it in square brackets" if isinstance(value, str) else "")
    return tuple(_text(item) for item in value)


def _day(value: object) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise UnfitError from error
    if not isinstance(value, date) or isinstance(value, datetime):
        raise UnfitError("leave the time out" if isinstance(value, datetime) else "")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UnfitError("leave out the quotation marks" if isinstance(value, str) else "")
    return float(value)


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UnfitError
    return int(value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise UnfitError
    return value


def _unless_empty(value: str) -> object:
    return value or None


def _as_it_is(value: object) -> object:
    return value


def _grade_words(value: Admiralty | None) -> object:
    return None if value is None else str(value)
