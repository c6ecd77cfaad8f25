"""The manner of Russian sentences: words by morphology, times of predicates, number of nouns, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.languages.manner_amounts import AmountGrammar, find_amounts
from communique.languages.manner_lexicon import load_manner_lexicon
from communique.languages.manner_words import OPEN, Amount, Time, Word
from communique.languages.russian.numerals import find_numerals
from communique.languages.russian.tokens import Token, find_tokens
from communique.languages.russian.words import WordReading, read_word
from communique.model import Span

PACKAGE = "communique.languages.russian"
_MONTHS = {
    name: number
    for number, name in enumerate(
        "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split(), start=1
    )
}
_BE_AHEAD = frozenset("будет будут буду будем будете".split())
_BE_PAST = frozenset("был была было были".split())
_NEAR, _FAR = 3, 5
_CASES_AFTER = {
    preposition: frozenset(cases.split())
    for cases, prepositions in (
        ("gen", "из от до у для без против около после из-за среди вокруг"),
        ("dat", "к ко благодаря"),
        ("ins", "над перед"),
        ("acc", "про через"),
        ("loc", "при"),
        ("acc loc", "в во на о об"),
        ("gen ins acc", "с со"),
        ("dat acc loc", "по"),
        ("acc ins", "за под"),
        ("ins gen", "между"),
    )
    for preposition in prepositions.split()
}
_NOMINAL = frozenset({"ADJF", "PRTF"})
_COUNTED = re.compile(r"\d|тысяч|миллион|миллиард|сот|десят|сколько|много|мало")
_AMOUNTS = AmountGrammar(
    numerals=find_numerals,
    day=re.compile(
        r"(?<![\d.,])(?P<day>\d{1,2})(?:\s*[–−—-]\s*\d{1,2})?\s+"
        r"(?P<month>январ|феврал|март|апрел|ма(?=[йяею]\b)|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*"
    ),
    months=_MONTHS,
    clock=re.compile(r"(?<![\d:.,])(?P<hour2>\d{1,2}):(?P<minute2>\d\d)(?![\d:])"),
    ordinal=re.compile(
        r"(?<![\w-])(?:(?P<digits>\d{1,3})-(?:й|я|е|го|му|м|ю|ой|ая|ое|ый|ий)|"
        r"(?P<word>втор(?:ой|ая|ое|ого|ому|ым|ом|ую)|трет(?:ий|ья|ье|ьего|ьему|ьим|ьем|ью|ьей)|"
        r"(?:четв[её]рт|пят|шест|седьм|восьм|девят|десят)(?:ый|ой|ая|ое|ого|ому|ым|ом|ую)))(?!\w)"
    ),
    ordinals=load_manner_lexicon(PACKAGE).ordinals,
)


class RussianGrammar:
    """What Russian gives for its manner."""

    def find_words(self, text: str, sentences: Sequence[Span]) -> Sequence[tuple[Word, ...]]:
        """Read the words of each sentence."""
        return [_words(_Row(text, sentence)) for sentence in sentences]

    def find_amounts(self, text: str, sentence: Span) -> Sequence[Amount]:
        """Give the numbers of a sentence, in order."""
        return find_amounts(_AMOUNTS, text, sentence)


class _Row:
    """The words and commas of one sentence with their readings."""

    def __init__(self, text: str, sentence: Span) -> None:
        self.tokens: tuple[Token, ...] = find_tokens(text, sentence.start, sentence.end)
        self.readings: tuple[tuple[WordReading, ...], ...] = tuple(
            read_word(token.words) if token.is_word else () for token in self.tokens
        )

    def pos(self, i: int) -> str:
        """Give the likeliest part of speech; a capital inside a sentence begins a name, which has none."""
        if not 0 <= i < len(self.tokens) or not self.readings[i]:
            return ""
        return "" if i > 0 and self.tokens[i].capital and self.tokens[i - 1].is_word else self.readings[i][0].pos

    def lower(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def lemmas(self, i: int) -> frozenset[str]:
        return frozenset(reading.lemma for reading in self.readings[i])


def _words(row: _Row) -> tuple[Word, ...]:
    times = {i: _times(row, i) for i in range(len(row.tokens))}
    return tuple(
        Word(
            start=token.start,
            end=token.end,
            lower=token.lower,
            lemmas=row.lemmas(i) | {token.lower},
            verb=row.pos(i) in {"VERB", "PRTS", "INFN", "GRND", "ADJS"},
            noun=row.pos(i) == "NOUN",
            plural=_plural(row, i) if row.pos(i) == "NOUN" else None,
            times=times[i],
            number=token.lower[0].isdigit() or row.pos(i) == "NUMR" or _COUNTED.match(token.lower) is not None,
        )
        for i, token in enumerate(row.tokens)
        if token.is_word or token.lower[0].isdigit()
    )


def _times(row: _Row, i: int) -> frozenset[Time] | None:
    pos = row.pos(i)
    if pos not in {"VERB", "PRTS", "INFN"}:
        return None
    before = [row.lower(j) for j in range(i - _NEAR, i)]
    if "бы" in {*before[-2:], row.lower(i + 1)}:
        return OPEN
    if row.lower(i) in _BE_AHEAD | _BE_PAST and _heads(row, i):
        return None
    lexicon = load_manner_lexicon(PACKAGE)
    if row.lemmas(i) & lexicon.dated:
        return frozenset({Time.AHEAD})
    if pos == "VERB":
        return _of_verb(row.readings[i][0])
    if _BE_AHEAD & set(before):
        return frozenset({Time.AHEAD})
    if pos == "PRTS":
        return frozenset({Time.DONE})
    planned = any(row.lemmas(j) & lexicon.plans for j in range(max(0, i - _FAR), i))
    return frozenset({Time.AHEAD}) if planned else None


def _heads(row: _Row, i: int) -> bool:
    """Tell whether a form of "быть" only helps the participle or infinitive after it."""
    return any(row.pos(j) in {"PRTS", "INFN"} for j in range(i + 1, i + 1 + _NEAR))


def _of_verb(reading: WordReading) -> frozenset[Time]:
    if reading.has("past"):
        return frozenset({Time.DONE})
    return frozenset({Time.AHEAD}) if reading.has("futr") else frozenset({Time.NOW})


def _plural(row: _Row, i: int) -> bool | None:
    """
    Tell the number of a noun by its form, its adjective and what governs it; None where they leave it open.

    A form that may be a genitive singular or a nominative plural ("банды") is the plural where nothing before it takes
    a genitive.
    """
    readings = {(r.case, r.plural) for r in row.readings[i] if r.pos == "NOUN" and r.case}
    first = i
    while row.pos(first - 1) in _NOMINAL:
        first -= 1
        agreeing = {(r.case, r.plural) for r in row.readings[first] if r.pos in _NOMINAL and r.case}
        readings = readings & agreeing or readings
    if _is_counted(row, first) or _is_distributed(row, first, i):
        return None
    governing = _CASES_AFTER.get(row.lower(first - 1))
    if governing:
        readings = {r for r in readings if r[0] in governing} or readings
    numbers = {plural for _, plural in readings}
    if len(numbers) == 1:
        return numbers.pop()
    takes_genitive = row.pos(first - 1) in {"NOUN", "NUMR", "COMP"} or row.lower(first - 1) in {"не", "нет"}
    genitive = {plural for case, plural in readings if case == "gen"}
    other = {plural for case, plural in readings if case in {"nom", "acc"}}
    chosen = genitive if takes_genitive else other
    return chosen.pop() if len(chosen) == 1 else None


def _is_counted(row: _Row, first: int) -> bool:
    return row.pos(first - 1) == "NUMR" or _COUNTED.match(row.lower(first - 1)) is not None


def _is_distributed(row: _Row, first: int, i: int) -> bool:
    """Tell whether a noun is taken one by one, or stands after two adjectives that part it."""
    lexicon = load_manner_lexicon(PACKAGE)
    before = range(max(0, first - 1), i)
    if any(row.lemmas(j) & lexicon.distributive for j in before):
        return True
    return row.lower(first - 1) in lexicon.joining and row.pos(first - 2) in _NOMINAL
