"""The words of quantities of one language: read from the table beside it, and made into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from communique.errors import ReferenceTableError
from communique.model.figures import HedgeKind

_HEAD = 3


class Measure(StrEnum):
    """What a unit measures."""

    MONEY = "money"
    SHARE = "share"
    TIME = "time"
    SIZE = "size"
    COUNT = "count"
    TIMES = "times"
    BARE = "bare"


class HedgePlace(StrEnum):
    """Where a hedge stands: right before the number, right after it, earlier in the clause, or as a verb before it."""

    BEFORE = "before"
    AFTER = "after"
    CLAUSE = "clause"
    MODAL = "modal"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord:
    """A word and the number it stands for."""

    word: str
    number: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit: its name in reports, what it measures, and how texts write it."""

    name: str
    measure: Measure
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeWords:
    """The hedges of one kind that stand in one place."""

    kind: HedgeKind
    place: HedgePlace
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Words that play one part ("nouns.abstract")."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLexicon:
    """All words of quantities of one language, with the works they rest on."""

    source: str
    numbers: tuple[NumberWord, ...]
    magnitudes: tuple[NumberWord, ...]
    fractions: tuple[NumberWord, ...]
    multiples: tuple[NumberWord, ...]
    units: tuple[Unit, ...]
    hedges: tuple[HedgeWords, ...]
    rise: tuple[str, ...]
    fall: tuple[str, ...]
    lists: tuple[WordList, ...]

    def words(self, name: str) -> tuple[str, ...]:
        """
        Give the words of one list.

        Raises:
            ReferenceTableError: the table has no such list.
        """
        for entry in self.lists:
            if entry.name == name:
                return entry.words
        raise ReferenceTableError(wanted=f"a list {name}", got=", ".join(entry.name for entry in self.lists))


@cache
def load_figure_lexicon(package: str) -> FigureLexicon:
    """
    Read ``figures.toml`` of a language's package, once.

    Raises:
        ReferenceTableError: a part of the table is missing.
    """
    table = tomllib.loads((files(package) / "figures.toml").read_text(encoding="utf-8"))
    try:
        return FigureLexicon(
            source=table["source"],
            numbers=_numbers(table["numbers"]),
            magnitudes=_numbers(table["magnitudes"]),
            fractions=_numbers(table["fractions"]),
            multiples=_numbers(table["multiples"]),
            units=tuple(
                Unit(name=name, measure=Measure(measure), forms=tuple(forms))
                for measure, units in table["units"].items()
                for name, forms in units.items()
            ),
            hedges=tuple(
                HedgeWords(kind=HedgeKind(kind), place=HedgePlace(place), phrases=tuple(phrases))
                for kind, places in table["hedges"].items()
                for place, phrases in places.items()
            ),
            rise=tuple(table["directions"]["rise"]),
            fall=tuple(table["directions"]["fall"]),
            lists=tuple(
                WordList(name=f"{part}.{name}", words=tuple(words))
                for part in ("nouns", "cues")
                for name, words in table[part].items()
            ),
        )
    except (KeyError, ValueError) as missing:
        raise ReferenceTableError(
            wanted=f"a whole table of quantities in {package}", got=f"none for {missing}"
        ) from None


def _numbers(table: dict[str, float]) -> tuple[NumberWord, ...]:
    return tuple(NumberWord(word=word, number=float(number)) for word, number in table.items())


def hedge_pattern(lexicon: FigureLexicon, place: HedgePlace, *, head: str = "", tail: str = "") -> re.Pattern[str]:
    """Give the pattern of all hedges that stand in one place; the name of the group that fits is the kind."""
    kinds = [(entry.kind, any_of(map(str.lower, entry.phrases))) for entry in lexicon.hedges if entry.place is place]
    body = "|".join(f"(?P<{kind}>{phrases})" for kind, phrases in kinds)
    return re.compile(f"{head}(?:{body or '(?!)'}){tail}")


def direction_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    """Give the pattern of words that say rise or fall, in groups of those names."""
    return re.compile(f"(?P<rise>{any_of(lexicon.rise)})|(?P<fall>{any_of(lexicon.fall)})")


def trigger_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    """Give a quick pattern that fits wherever a number may begin: a digit, or the first letters of a number word."""
    entries = (*lexicon.numbers, *lexicon.magnitudes, *lexicon.fractions, *lexicon.multiples)
    heads = {entry.word.rstrip("*")[:_HEAD] for entry in entries if len(entry.word) >= _HEAD}
    return re.compile(rf"\d|(?<!\w)(?:{'|'.join(sorted(heads))})")


def any_of(phrases: Iterable[str]) -> str:
    r"""
    Give a pattern for any of the phrases, the longest first; ``*`` stands for any ending, a blank for any white space.

    >>> bool(re.fullmatch(any_of(["grow*", "up to"]), "up  to")), bool(re.fullmatch(any_of(["grow*"]), "growing"))
    (True, True)
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    worded = [_pattern(phrase) for phrase in ordered if phrase[0].isalnum()]
    marked = [_pattern(phrase) for phrase in ordered if not phrase[0].isalnum()]
    # One look behind for all words: inside a word every alternative then fails at once.
    return "|".join([*marked, rf"(?<!\w)(?:{'|'.join(worded)})"] if worded else marked)


def _pattern(phrase: str) -> str:
    words = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
    return f"{words}(?!\\w)" if phrase[-1].isalnum() else words
