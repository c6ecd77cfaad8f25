"""The manner of Kazakh sentences by endings: predicates at the end of clauses, plural nouns, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.languages.kazakh.words import PACKAGE
from communique.languages.manner_amounts import AmountGrammar, find_amounts
from communique.languages.manner_lexicon import load_manner_lexicon
from communique.languages.manner_words import OPEN, Amount, Time, Word
from communique.languages.numerals import Numeral, compose, number_of, rounded
from communique.model import Span
from communique.text.tables import load_toml

_MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d., ]*\d|\d|[^\w\s]")
# "-ады" is the present of a stem in a consonant (келеді) and the past of one in a vowel (бастады): known stems tell.
_ROOTS = (
    "бол|ал|кел|қал|біл|айт|ет|өт|жет|кет|күт|ат|таб|бар|бер|көр|тұр|түс|кір|жүр|аш|жаз|сал|құр|арт|ұсын|қайт|жібер"
    "|бөл|шық|көш|жүз|өс|қарал|аяқтал|басталыс|жинал|орындал"
)
_SUFFIXES = r"\w{2,}(?:[ыі][лнр]|[кқгғ][ыіа]з|[тд][ыі]р|л[аеы]с|[аыіе]н)"
_AHEAD = re.compile(
    rf"(?:(?:{_ROOTS}|{_SUFFIXES})[ае]д[ыі]|\w+(?:яд[ыі]|[аеыі]йд[ыі]|[мпб][ае][қк]|[аей](?:мыз|міз|мын|мін)|[аейи]тын\w*|[аейи]тін\w*))\Z"
)
_VOWEL = re.compile(
    r"(?:талқыла|баста|сұра|жаса|қара|ойла|сөйле|тыңда|мәлімде|хабарла|қабылда|қолда|құпта|айыпта|шабуылда|жарияла"
    r"|аяқта|мойында|құттықта|тағайында|азай|ұлғай|көбей|кеңей|күшей|қой|жай)д[ыі]\Z"
)
_DONE = re.compile(r"\w{2,}(?:(?<![аейя])(?:[дт][ыі][қкмң]?)|[ғқ]ан(?:ын\w*|дығын\w*)?|[гк]ен(?:ін\w*|дігін\w*)?)\Z")
_MIXED = re.compile(r"\w{2,}[ае]д[ыі]\Z")
_NOW = re.compile(r"(?:отыр|жатыр|тұр|жүр)(?:мыз|міз)?\Z|.{2,}(?:уда|уде)\Z")
_NOMINAL = re.compile(
    r".{2,}(?:[аейи]тын(?:ын|дығын)\w*|[аейи]тін(?:ін|дігін)\w*|[ғқ]ан(?:ын|дығын)\w*|[гк]ен(?:ін|дігін)\w*)\Z"
)
_PLURAL = re.compile(r"(?:лар|лер|дар|дер|тар|тер)(?:[ыіғгқкдтнмпбсш]\w*)?\Z")
_CASE = re.compile(
    r"(?:ы|і|сы|сі)?(?:н|ны|ні|ды|ді|ты|ті|ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|нда|нде|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|пен|бен)?\Z"
)
_DIGITS = r"\d{1,3}(?:[  ]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"


@cache
def _values() -> dict[str, float]:
    table = load_toml(PACKAGE, "manner.toml")
    return {**table["numbers"], **table["magnitudes"]}


@cache
def _numeral_pattern() -> re.Pattern[str]:
    magnitudes = "|".join(load_toml(PACKAGE, "manner.toml")["magnitudes"])
    words = "|".join(sorted(_values(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<digits>{_DIGITS})(?:\s+(?P<magnitude>{magnitudes})\w{{0,5}}(?!\w))?|(?P<words>(?:{words})(?:\s+(?:{words}))*)(?!\w))"
    )


def find_numerals(small: str, start: int, end: int) -> Iterator[Numeral]:
    """
    Give the numbers between two places of a Kazakh text in small letters, in order.

    >>> [n.number for n in find_numerals("3,4 миллиард доллар, жиырма бес бекет", 0, 37)]
    [3400000000.0, 25.0]
    """
    for match in _numeral_pattern().finditer(small, start, end):
        if match["digits"]:
            times = _values()[match["magnitude"]] if match["magnitude"] else 1.0
            number = rounded(number_of(match["digits"], decimal=",") * times)
            yield Numeral(start=match.start(), end=match.end(), number=number, magnitude=times)
            continue
        values = [_values()[word] for word in match["words"].split()]
        number, _ = compose(values)
        big = max((value for value in values if value >= 100), default=1.0)  # noqa: PLR2004 - a hundred is a magnitude
        yield Numeral(start=match.start(), end=match.end(), number=number, magnitude=big, spelled=True)


_AMOUNTS = AmountGrammar(
    numerals=find_numerals,
    day=re.compile(rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:\s*[–-]\s*\d{{1,2}})?\s+(?P<month>{'|'.join(_MONTHS)})\w*"),
    months={name: number for number, name in enumerate(_MONTHS, start=1)},
    clock=re.compile(r"(?<![\d:.,])(?P<hour2>\d{1,2}):(?P<minute2>\d\d)(?![\d:])"),
    ordinal=re.compile(
        r"(?<![\w-])(?:(?P<digits>\d{1,3})-(?:ші|шы|інші|ыншы)|"
        r"(?P<word>екінші|үшінші|төртінші|бесінші|алтыншы|жетінші|сегізінші|тоғызыншы|оныншы))(?!\w)"
    ),
    ordinals=load_manner_lexicon(PACKAGE).ordinals,
)


class KazakhGrammar:
    """What Kazakh gives for its manner: it has no parser, so only clear endings count."""

    def find_words(self, text: str, sentences: Sequence[Span]) -> Sequence[tuple[Word, ...]]:
        """Read the words of each sentence."""
        return [tuple(_words(text, sentence)) for sentence in sentences]

    def find_amounts(self, text: str, sentence: Span) -> Sequence[Amount]:
        """Give the numbers of a sentence, in order."""
        return find_amounts(_AMOUNTS, text, sentence)


def _words(text: str, sentence: Span) -> Iterator[Word]:
    tokens = tuple(_TOKEN.finditer(text, sentence.start, sentence.end))
    for i, token in enumerate(tokens):
        if not token.group()[0].isalnum():
            continue
        low = token.group().lower()
        closing = i + 1 == len(tokens) or tokens[i + 1].group() in {".", "!", "?", ";", "»", "”"}
        stem, plural = _noun(low)
        yield Word(
            start=token.start(),
            end=token.end(),
            lower=low,
            lemmas=frozenset({low, *stem}),
            verb=True,
            noun=True,
            plural=plural,
            times=_times(low, closing=closing),
            number=low[0].isdigit() or low in _values(),
        )


def _noun(low: str) -> tuple[frozenset[str], bool | None]:
    """
    Give the stems that a noun may have, and True where it has the ending of the plural.

    A noun without it may mean several, so its number stays open.
    """
    plural = _PLURAL.search(low)
    if plural is not None and plural.start() > 1:
        return frozenset({low[: plural.start()]}), True
    stems = {low[:end] for end in range(2, len(low)) if _CASE.fullmatch(low, end)}
    return frozenset(stems), None


def _times(low: str, *, closing: bool) -> frozenset[Time] | None:
    if any(low.startswith(word.rstrip("*")) for word in load_manner_lexicon(PACKAGE).dated):
        return frozenset({Time.AHEAD})
    if not closing and _NOMINAL.match(low) is None:
        return None
    if _NOW.search(low):
        return frozenset({Time.NOW})
    if _VOWEL.match(low) or _DONE.match(low):
        return frozenset({Time.DONE})
    if _AHEAD.match(low):
        return frozenset({Time.AHEAD, Time.NOW})
    return OPEN if _MIXED.match(low) else None
