"""Russian numbers: digits with magnitudes, number words in any case, halves, fractions and multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod

from communique.languages.figure_words import any_of, load_figure_lexicon
from communique.languages.numerals import HUNDRED, THOUSAND, Numeral, compose, number_of, rounded

_LEXICON = load_figure_lexicon("communique.languages.russian")
_NUMBERS = {entry.word: entry.number for entry in _LEXICON.numbers}
_MAGNITUDES = {entry.word: entry.number for entry in _LEXICON.magnitudes}
_FRACTIONS = {entry.word: entry.number for entry in _LEXICON.fractions}
_MULTIPLES = [(re.compile(any_of([entry.word])), entry.number) for entry in _LEXICON.multiples]

_DIGITS = r"\d{1,3}(?:[  ,]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
_MAGNITUDE = "|".join(sorted(_MAGNITUDES, key=len, reverse=True))
_WORD = "|".join(sorted([*_NUMBERS, *_MAGNITUDES], key=len, reverse=True))
_SMALL = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_PART = "|".join(_FRACTIONS)
_HALVED = rf"пол(?:(?P<half_of>{_MAGNITUDE})\b|(?P<half_unit>часа|года|процента|километра|тонны|метра)\b)"

# What a number may begin with, looked at before anything else: it rules out most words at once.
_HEAD = r"(?=\d|од[ни]|дв|т[рыеё]|четв|четы|п[яо][тл]|ш[её]с|сем|вос|дев|дес|сор|ст[оа]|м[ил]|вд|вт|вч|вп|уд|ут)"
_DIGITAL = (
    rf"(?P<digits>{_DIGITS})"
    rf"(?:(?:\s+с\s+(?:небольшим|лишним))?[\s-]?\[?(?P<magnitudes>(?:{_MAGNITUDE})(?:\s+(?:{_MAGNITUDE}))*)(?!\w))?"
)
_PARTED = (
    rf"(?:(?P<parts>одна|одну|одной|две|двух|три|трёх|трех)\s+)?(?P<part>{_PART})\b(?!\s+(?:год|месяц|сентябр|из))"
)
_WORDED = (
    rf"(?P<words>(?:{_WORD})(?:\s+(?:{_WORD}))*)\b"
    rf"(?P<with_half>\s+с\s+половиной\b)?(?:\s+с\s+(?:лишним|небольшим)(?=\s+(?:{_MAGNITUDE})\b))?(?P<words_of>\s+(?:{_MAGNITUDE})\b)?"
)
_MULTIPLIED = rf"(?P<multiple>(?:{any_of([entry.word for entry in _LEXICON.multiples])}))"
NUMERAL = re.compile(rf"(?<!\w){_HEAD}(?:{_DIGITAL}|(?P<half>{_HALVED})|{_PARTED}|{_WORDED}|{_MULTIPLIED})")
_TOKEN = re.compile(r"\w+")
_HALF = 0.5
_JOINT = re.compile(r"\s+(?:и\s+)?")


def find_numerals(small: str, start: int, end: int) -> Iterator[Numeral]:
    """
    Give the numbers between two places of a text in small letters, in order, whatever they count.

    >>> [n.number for n in find_numerals("почти 5 миллиардов 200 миллионов, полтора часа, 26,5 млрд", 0, 57)]
    [5200000000.0, 1.5, 26500000000.0]
    """
    waiting: Numeral | None = None
    for numeral in _single(small, start, end):
        summed = _summed(small, waiting, numeral)
        if summed is None and waiting is not None:
            yield waiting
        waiting = summed or numeral
    if waiting is not None:
        yield waiting


def _single(small: str, start: int, end: int) -> Iterator[Numeral]:
    while (match := NUMERAL.search(small, start, end)) is not None:
        numeral = _numeral(small, match)
        if numeral is not None:
            yield numeral
        start = max(numeral.end if numeral else match.end(), match.start() + 1)


def _summed(text: str, first: Numeral | None, second: Numeral) -> Numeral | None:
    """Give the sum of two numbers said as one ("5 миллиардов 200 миллионов"), None where they are two."""
    if first is None or not second.magnitude < first.magnitude:
        return None
    if second.magnitude == 1.0 and (first.magnitude > THOUSAND or not HUNDRED <= second.number < THOUSAND):
        return None
    if not text[first.end : second.start].isspace() or second.number >= first.magnitude:
        return None
    return Numeral(
        start=first.start,
        end=second.end,
        number=rounded(first.number + second.number),
        magnitude=first.magnitude,
        spelled=first.spelled and second.spelled,
    )


def _numeral(text: str, match: re.Match[str]) -> Numeral | None:
    if match["digits"]:
        words = [_MAGNITUDES[word] for word in (match["magnitudes"] or "").split()]
        number = rounded(_digits(match["digits"]) * prod(words))
        return Numeral(start=match.start(), end=match.end(), number=number, magnitude=float(prod(words)))
    if match["words"]:
        return _words(text, match)
    if match["multiple"]:
        number = next(number for pattern, number in _MULTIPLES if pattern.fullmatch(match["multiple"]))
        return Numeral(start=match.start(), end=match.end(), number=number, spelled=True, multiple=True)
    return _fraction(match)


def _digits(digits: str) -> float:
    """Read digits; a full stop is a decimal mark too where the text was typed so ("44.8")."""
    return number_of(digits.replace(".", ","), decimal=",")


def _words(text: str, match: re.Match[str]) -> Numeral | None:
    first, last = match.span("words")
    tokens = list(_TOKEN.finditer(text, first, last))
    names = [token[0] for token in tokens]
    values = [_NUMBERS.get(name) or _MAGNITUDES[name] for name in names]
    number, used = compose(values)
    magnitudes = [_MAGNITUDES[name] for name in names[:used] if name in _MAGNITUDES]
    if used == 1 and magnitudes and names[0].endswith(("ы", "ов", "и", "ами", "ах", "ам", "яч")):
        return None
    end = tokens[used - 1].end()
    if used == len(tokens) and (match["with_half"] or match["words_of"]):
        of = _MAGNITUDES[match["words_of"].strip()] if match["words_of"] else 1.0
        number, end = (number + (_HALF if match["with_half"] else 0.0)) * of, match.end()
        magnitudes = [*magnitudes, of]
    return Numeral(start=first, end=end, number=rounded(number), magnitude=max(magnitudes, default=1.0), spelled=True)


def _fraction(match: re.Match[str]) -> Numeral:
    if match["half"]:
        whole = _MAGNITUDES.get((match["half_of"] or ""), 1.0)
        unit = match.span("half_unit") if match["half_unit"] else None
        start, end = match.span()
        return Numeral(start=start, end=end, number=_HALF * whole, magnitude=whole, spelled=True, unit=unit)
    count = _NUMBERS[match["parts"]] if match["parts"] else 1.0
    number = rounded(count * _FRACTIONS[match["part"]])
    return Numeral(start=match.start(), end=match.end(), number=number, spelled=True, fraction=True)
