"""English numbers: digits with magnitudes, number words, halves, fractions and multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod

from communique.languages.figure_words import any_of, load_figure_lexicon
from communique.languages.numerals import Numeral, compose, number_of, rounded

_LEXICON = load_figure_lexicon("communique.languages.english")
_NUMBERS = {entry.word: entry.number for entry in _LEXICON.numbers}
_MAGNITUDES = {entry.word: entry.number for entry in _LEXICON.magnitudes}
_SINGLE_LETTERS = {"m", "mn", "bn", "tn"}
_WORD_MAGNITUDES = [word for word in _MAGNITUDES if word not in _SINGLE_LETTERS]
_FRACTIONS = {entry.word: entry.number for entry in _LEXICON.fractions}
_MULTIPLES = [(re.compile(any_of([entry.word]), re.IGNORECASE), entry.number) for entry in _LEXICON.multiples]

_MAGNITUDE = "|".join(sorted(_WORD_MAGNITUDES, key=len, reverse=True))
_GLUED = "|".join(sorted(_MAGNITUDES, key=len, reverse=True))
_WORD = "|".join(sorted([*_NUMBERS, *_WORD_MAGNITUDES], key=len, reverse=True))
_SMALL = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
_PART = "|".join(_FRACTIONS)

# What a number may begin with, looked at before anything else: it rules out most words at once.
_HEAD = (
    r"(?=\d|an?\s|one|t(?:w|h(?:ree|irt|ous)|en|ri[lp]|reb)|f(?:our|i|or)|s(?:ix|ev)|eig|nin|ele|hun|m"
    r"|bi|bl|ze|ha|qua|qui|do[uz]|red)"
)
_FOLD = r"(?:[\s-]?fold(?!\w))"
_DIGITAL = (
    rf"(?P<digits>{_DIGITS})(?:[\s-]?(?P<magnitudes>(?:{_GLUED})(?:\s+(?:{_MAGNITUDE}))*)(?!\w))?"
    rf"(?P<digits_half>\s+and\s+a\s+half(?!\w))?(?P<fold>{_FOLD})?"
)
_HALVED = (
    rf"half\s+(?:an?\s+)?(?P<half_of>{_MAGNITUDE})\b"
    rf"|half\s+an?\s+(?P<half_an>hour|day|year|month|century|kilomet(?:re|er)|mile|degree)\b"
    rf"|(?P<bare_half>half)(?=\s+(?:of|the|its|their|our|all)\b)"
    rf"|an?\s+(?P<half_unit>hour|day|week|month|year|decade|century|million|billion|trillion)\s+and\s+a\s+half\b"
)
_PARTED = (
    rf"(?P<parts>an?|{_SMALL})[\s-]+(?P<part>{_PART})\b"
    rf"(?!\s+(?:part|countr|time|person|state|world|generation|round|term|way|day|option|place|largest|biggest))"
    rf"(?:\s+of\s+an?\s+(?P<part_of>{_MAGNITUDE})\b)?"
)
_WORDED = (
    rf"(?P<words>(?:an?\s+(?=(?:{_MAGNITUDE})\b))?(?:{_WORD})(?:(?:-|\s+and\s+|\s+)(?:{_WORD}))*)\b"
    rf"(?P<words_half>\s+and\s+a\s+half\b)?(?P<words_of>\s+(?:{_MAGNITUDE})\b)?(?P<words_fold>[\s-]fold\b)?"
)
_MULTIPLIED = (
    rf"(?P<multiple>doubl(?:ed?|es|ing)|redoubled|tripl(?:ed?|es|ing)|trebl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)"
    rf"|quintupl(?:ed?|es|ing)|twice|(?:{_SMALL})fold)\b"
)
NUMERAL = re.compile(rf"(?<!\w){_HEAD}(?:{_DIGITAL}|{_HALVED}|{_PARTED}|{_WORDED}|{_MULTIPLIED})")
_TOKEN = re.compile(r"\w+")
_HALF = 0.5


def find_numerals(small: str, start: int, end: int) -> Iterator[Numeral]:
    """
    Give the numbers between two places of a text in small letters, in order, whatever they count.

    >>> [n.number for n in find_numerals("six million in an hour and a half, half a billion", 0, 49)]
    [6000000.0, 1.5, 500000000.0]
    """
    while (match := NUMERAL.search(small, start, end)) is not None:
        numeral = _numeral(small, match)
        if numeral is not None:
            yield numeral
        start = max(numeral.end if numeral else match.end(), match.start() + 1)


def _numeral(text: str, match: re.Match[str]) -> Numeral | None:
    if match["digits"]:
        return _digits(match)
    if match["words"]:
        return _words(text, match)
    if match["multiple"]:
        return _multiple(match)
    if match["half_unit"]:
        return _unit_and_half(match)
    return _fraction(match)


def _digits(match: re.Match[str]) -> Numeral | None:
    words = [_MAGNITUDES[word] for word in (match["magnitudes"] or "").split()]
    number = number_of(match["digits"], decimal=".") + (_HALF if match["digits_half"] else 0.0)
    return Numeral(
        start=match.start(),
        end=match.end(),
        number=rounded(number * prod(words)),
        magnitude=prod(words),
        multiple=bool(match["fold"]),
    )


def _words(text: str, match: re.Match[str]) -> Numeral | None:
    first, last = match.span("words")
    tokens = [token for token in _TOKEN.finditer(text, first, last) if token[0] not in {"a", "an", "and"}]
    values = [_NUMBERS.get(token[0]) or _MAGNITUDES.get(token[0], 0.0) for token in tokens]
    number, used = compose(values)
    end, whole = tokens[used - 1].end(), used == len(tokens)
    magnitudes = [_MAGNITUDES[token[0]] for token in tokens[:used] if token[0] in _MAGNITUDES]
    if whole and match["words_half"]:
        of = _MAGNITUDES[match["words_of"].strip()] if match["words_of"] else 1.0
        number = (number + _HALF) * of if of > 1 else number + _HALF * (magnitudes[-1] if magnitudes else 1.0)
        end, magnitudes = match.end(), [*magnitudes, of]
    fold = whole and match["words_fold"] is not None
    return Numeral(
        start=first,
        end=match.end() if fold else end,
        number=rounded(number),
        magnitude=max(magnitudes, default=1.0),
        spelled=True,
        multiple=fold,
    )


def _multiple(match: re.Match[str]) -> Numeral | None:
    for pattern, number in _MULTIPLES:
        if pattern.fullmatch(match["multiple"]):
            return Numeral(start=match.start(), end=match.end(), number=number, spelled=True, multiple=True)
    return None


def _unit_and_half(match: re.Match[str]) -> Numeral:
    magnitude = _MAGNITUDES.get(match["half_unit"], 1.0)
    return Numeral(
        start=match.start(),
        end=match.end(),
        number=rounded(1.5 * magnitude),
        magnitude=magnitude,
        spelled=True,
        unit=None if magnitude > 1 else match.span("half_unit"),
    )


def _fraction(match: re.Match[str]) -> Numeral:
    whole = _MAGNITUDES.get((match["half_of"] or match["part_of"] or ""), 1.0)
    parts = match["parts"] or "a"
    share = _FRACTIONS[match["part"]] if match["part"] else _HALF
    return Numeral(
        start=match.start(),
        end=match.end(),
        number=rounded((1.0 if parts in {"a", "an"} else _NUMBERS[parts]) * share * whole),
        magnitude=whole,
        spelled=True,
        fraction=whole == 1.0 and not match["half_an"],
        unit=match.span("half_an") if match["half_an"] else None,
    )
