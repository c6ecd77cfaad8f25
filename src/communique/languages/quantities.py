"""A number in its sentence, and what it measures: what the languages share when they tell quantities from labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from communique.languages.figure_words import FigureLexicon, Measure, Unit, any_of
from communique.languages.numerals import Numeral

_WINDOW = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """
    A number and what it measures, before its surroundings are read.

    ``start`` and ``end`` bound the number words with sign and magnitude, ``reach`` is where unit or counted noun
    ends; ``what`` is the place of the counted noun with its attributes. ``number`` holds two numbers for a range or a
    change; ``alternatives`` are the numbers as offered where the text leaves open which one holds. ``repeats`` are the
    places (start, end) where the sentence says the same figure again. ``opens`` marks a bare number that counts only as
    the first end of a range ("10" in "10 to 15 percent").
    """

    start: int
    end: int
    reach: int
    number: tuple[float, ...]
    measure: Measure
    unit: str = ""
    magnitude: float = 1.0
    what: tuple[int, int] | None = None
    alternatives: tuple[float, ...] = ()
    repeats: tuple[tuple[int, int], ...] = ()
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence of a text: where it starts and ends; ``small`` is the whole text in small letters."""

    text: str
    small: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """
    A number in its sentence, which ends at ``end``.

    ``before`` holds the words of the sentence right before the number. Rules look at small letters (``small``,
    ``small_before``), except those named exact, which tell "May" from "may".
    """

    text: str
    small: str
    numeral: Numeral
    before: str
    small_before: str
    end: int

    @property
    def words(self) -> str:
        """The number as written."""
        return self.text[self.numeral.start : self.numeral.end]

    def after(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern right behind the number, inside the sentence."""
        return pattern.match(self.small, self.numeral.end, self.end)

    def exactly_after(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern right behind the number, capitals as written."""
        return pattern.match(self.text, self.numeral.end, self.end)

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether words fit that end right before the number (the pattern ends in ``$``)."""
        return pattern.search(self.small_before) is not None

    def exactly_follows(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether words fit that end right before the number, capitals as written."""
        return pattern.search(self.before) is not None

    def quantity(
        self, measure: Measure, unit: str, reach: int, *, sign: int = 0, what: tuple[int, int] | None = None
    ) -> Quantity:
        """Make a quantity of the number; ``sign`` is the length of a currency sign before it."""
        return Quantity(
            start=self.numeral.start - sign,
            end=self.numeral.end,
            reach=reach,
            number=(self.numeral.number,),
            measure=measure,
            unit=unit,
            magnitude=self.numeral.magnitude,
            what=what,
        )


def find_measured(
    passage: Passage, *, numerals: Iterable[Numeral], judge: Callable[[Context], Quantity | None]
) -> Iterator[Quantity]:
    """Give the numbers of one sentence that measure or count something, in order, as a language judges them."""
    reach = passage.start
    for numeral in numerals:
        if numeral.start >= reach:
            quantity = judge(_context(passage, numeral))
            if quantity is not None:
                reach = quantity.reach
                yield quantity


def _context(passage: Passage, numeral: Numeral) -> Context:
    start = max(passage.start, numeral.start - _WINDOW)
    return Context(
        text=passage.text,
        small=passage.small,
        numeral=numeral,
        before=passage.text[start : numeral.start],
        small_before=passage.small[start : numeral.start],
        end=passage.end,
    )


class UnitTable:
    """The units of one language, looked up by any of their forms."""

    def __init__(self, lexicon: FigureLexicon) -> None:
        self._units = {form.lower().rstrip("*"): unit for unit in lexicon.units for form in unit.forms}
        self.pattern = any_of(form.lower() for unit in lexicon.units for form in unit.forms)
        money = [form for unit in lexicon.units if unit.measure is Measure.MONEY for form in unit.forms]
        self._signs = sorted(
            (form for form in money if not form[-1].isalpha() and "." not in form and form[-1] != "*"),
            key=len,
            reverse=True,
        )
        self._codes = [form for form in money if re.fullmatch("[A-Z]{3}", form)]

    @property
    def sign_before(self) -> re.Pattern[str]:
        """A currency sign or code that stands right before digits."""
        signs, codes = "|".join(map(re.escape, self._signs)), "|".join(self._codes)
        return re.compile(rf"(?:{signs})\s?$|\b(?:{codes})\s?$")

    def unit(self, form: str) -> Unit:
        """Give the unit that a matched form names."""
        key = " ".join(form.lower().split())
        while key not in self._units:
            key = key[:-1]
        return self._units[key]
