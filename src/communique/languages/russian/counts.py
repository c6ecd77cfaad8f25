"""Russian counts: the noun that a number counts, and whether the count is said for its own sake."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.languages.figure_words import Measure, any_of, load_figure_lexicon
from communique.languages.quantities import Context, Quantity
from communique.languages.russian.number_labels import is_numbered_name, is_year

_LEXICON = load_figure_lexicon("communique.languages.russian")


def _cue(name: str) -> str:
    return any_of(_LEXICON.words(f"cues.{name}"))


_SIDES, _FUNCTION = frozenset(_LEXICON.words("nouns.sides")), frozenset(_LEXICON.words("nouns.function"))
_SPELLS = frozenset(_LEXICON.words("nouns.spells"))
_ABSTRACT = re.compile(any_of(_LEXICON.words("nouns.abstract")))
_WEIGHTY = re.compile(any_of(_LEXICON.words("nouns.weighty")))
_FILE_SIZES = frozenset({"кб", "мб", "гб", "pdf", "kb", "mb"})

_DEFINITE_BEFORE = re.compile(rf"(?:{_cue('definite')})\s+(?:\w+[ыи][хе]\s+)?$")
_ALL_BEFORE = re.compile(rf"(?:{_cue('all')})\s+$")
_ORDERED_BEFORE = re.compile(rf"(?:{_cue('ordering')})\s+$")
_PARTITIVE_AFTER = re.compile(rf"\s+(?:{_cue('partitive')})\s+")
_ROUNDED_BEFORE = re.compile(rf"(?:{_cue('rounding')})\s+(?:(?:в|на)\s+)?$")
_REACHED_BEFORE = re.compile(rf"(?:(?:{_cue('reaching')})|[–—-])\s+$|\d\s*[-–—]\s*$")
_RANGE_AFTER = re.compile(r"(?:\s*[-–—−]\s*|\s+(?:или|до)\s+)(?:\d|(?:дв|тр|четы|пят|шест|сем|вос|дев|дес)\w+)")
_GROUPED = re.compile(r"\d\s\d")
_WORD = re.compile(r"\s+(?P<word>[^\W\d_][\w-]*)")
_ATTRIBUTE = re.compile(r"\w*(?:[ыи]х|[ыи]е|ого|его|ая|яя|ую|юю|[ыо]й|[ыи]м|[ыи]ми|ому|ему)")
_VERB = re.compile(r"\w*(?:лись|лась|лось|ться|[аеиуюя]тся|[аеиоуыя]ть|[аеи]ет|уют|[аи]ли|[аи]ла|ило|[аеи]ем|ют|ят)")
_DOZEN, _TINY = 12.0, 3.0
_NOUN_REACH = 6


def find_count(here: Context) -> Quantity | None:
    """Give the count that a number without unit states, or the bare amount; None where it is neither."""
    found = _noun(here)
    rounded = here.follows(_ROUNDED_BEFORE)
    if found is None:
        return _bare(here, rounded=rounded)
    noun, start, end = found
    if not _counts(here, noun.lower(), rounded=rounded):
        return None
    return here.quantity(Measure.COUNT, noun, end, what=(start, end))


def is_ordered(here: Context) -> bool:
    """Tell whether a word of order ("последние") stands before the number."""
    return here.follows(_ORDERED_BEFORE)


def _counts(here: Context, noun: str, *, rounded: bool) -> bool:
    """Tell whether a count of things is said for its own sake; else it refers back, or counts talk or the parties."""
    number = here.numeral.number
    if number == 1.0 or noun in _FILE_SIZES | _SPELLS or is_numbered_name(here) or here.follows(_ALL_BEFORE):
        return False
    talk = noun in _SIDES or _ABSTRACT.fullmatch(noun) is not None
    if number <= _DOZEN and (talk or here.follows(_DEFINITE_BEFORE) or is_ordered(here)):
        return rounded and not talk
    if here.after(_PARTITIVE_AFTER):
        return True
    return number >= _TINY or rounded or _WEIGHTY.fullmatch(noun) is not None


def _bare(here: Context, *, rounded: bool) -> Quantity | None:
    """Take a number without unit where its size, or a word before it, shows that it is an amount."""
    number = here.numeral.number
    if number == 1.0 or is_year(here) or is_numbered_name(here):
        return None
    large = here.numeral.magnitude > 1.0 or _GROUPED.search(here.words) or not number.is_integer()
    opens = here.after(_RANGE_AFTER) is not None
    reached = not opens and not here.numeral.spelled and here.follows(_REACHED_BEFORE)
    if large or reached or (rounded and number > _TINY):
        return here.quantity(Measure.BARE, "", here.numeral.end)
    return replace(here.quantity(Measure.BARE, "", here.numeral.end), opens=True) if opens else None


def _noun(here: Context) -> tuple[str, int, int] | None:
    """Give the noun that the number counts as written, with the place of the noun and its attributes."""
    partitive = here.after(_PARTITIVE_AFTER)
    place = partitive.end() - 1 if partitive else here.numeral.end
    words: list[re.Match[str]] = []
    for _ in range(_NOUN_REACH):
        match = _WORD.match(here.text, place, here.end)
        if match is None or _ends_phrase(match["word"].lower(), joined=bool(words)):
            break
        place = match.end()
        if match["word"] != "и":
            words.append(match)
            if not _ATTRIBUTE.fullmatch(match["word"].lower()) or match["word"].lower() in _SIDES:
                break
    if not words:
        return None
    return words[-1]["word"], words[0].start("word"), words[-1].end()


def _ends_phrase(word: str, *, joined: bool) -> bool:
    """Tell whether a word cannot belong to the counted phrase; "и" may join two attributes."""
    if word == "и":
        return not joined
    return word in _FUNCTION or _VERB.fullmatch(word) is not None
