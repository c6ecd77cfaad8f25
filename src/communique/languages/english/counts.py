"""English counts: the plural noun that a number counts, and whether the count is said for its own sake."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.languages.english.number_labels import is_numbered_name, is_year
from communique.languages.figure_words import Measure, any_of, load_figure_lexicon
from communique.languages.quantities import Context, Quantity

_LEXICON = load_figure_lexicon("communique.languages.english")


def _nouns(name: str) -> frozenset[str]:
    return frozenset(_LEXICON.words(f"nouns.{name}"))


def _cue(*names: str) -> str:
    return any_of(word for name in names for word in _LEXICON.words(f"cues.{name}"))


_SIDES, _ABSTRACT, _WEIGHTY = _nouns("sides"), _nouns("abstract"), _nouns("weighty")
_IRREGULAR, _SINGULAR, _FUNCTION = _nouns("irregular"), _nouns("singular"), _nouns("function")
_SPELLS = _nouns("spells")
_STOPS = _FUNCTION | {entry.word for entry in _LEXICON.numbers}
_PLURAL_ENDS = ("children", "smen", "omen", "people")
_NO_PLURAL_ENDS = ("ss", "ous", "’s", "'s")

_DEFINITE_BEFORE = re.compile(
    rf"(?:{_cue('definite')}|\w[’']s?)\s+(?:\w+ly\s+|(?:first|last|next|other|past|new|only)\s+)?$"
)
_ORDERED_BEFORE = re.compile(rf"(?:{_cue('ordering')})\s+$")
_PART_OF_OURS_AFTER = re.compile(rf"\s+(?:{_cue('partitive')})\s+")
_PARTITIVE_AFTER = re.compile(rf"\s+(?:{_cue('partitive', 'partitive_many')})\s+")
_ROUNDED_BEFORE = re.compile(rf"(?:{_cue('rounding')})\s+(?:an?\s+)?$")
_REACHED_BEFORE = re.compile(rf"(?:(?:{_cue('reaching')})|[,–—-])\s+$|\d\s*[-–—]\s*$")
_OR_MORE_AFTER = re.compile(r"\s+(?:or|and)\s+(?:even\s+)?(?:more|so|fewer|less)\s")
_TITLE_BEFORE = re.compile(r"[a-z]\s*[\"“«‘]$")
_RANGE_AFTER = re.compile(
    r"\s*[-–—−]\s*\d|\s+(?:or|to|and)\s+(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b)"
)
_NAME_AFTER = re.compile(r"\s+[A-Z]")
_LISTED_AFTER = re.compile(r"\s+[a-z]+(?:,|\s+and)\s+\d")
_ATTRIBUTE_AFTER = re.compile(r",\s*(?!(?:and|or|but|which|who|the|a|in|of)\s)[a-z][\w-]+\s")
_PLURAL_NAME = re.compile(r"(?:United States|Emirates|Netherlands|Philippines)$")
_LONGEST_NAME = 13
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_WORD = re.compile(r"(?P<gap>\s+(?:\([^)]{1,12}\)\s+)?|[-‑])(?P<word>[^\W\d_][\w’'&.-]*)(?P<comma>,?)")
_FEW, _DOZEN, _TINY = 10.0, 12.0, 3.0
_NOUN_REACH = 9
_SHORTEST_PLURAL = 4


def find_count(here: Context) -> Quantity | None:
    """Give the count that a number without unit states, or the bare amount; None where it is neither."""
    found = _noun(here)
    rounded = here.follows(_ROUNDED_BEFORE) or here.after(_OR_MORE_AFTER) is not None
    if found is None:
        return _bare(here, rounded=rounded)
    noun, start, end = found
    if not _counts(here, noun.lower(), rounded=rounded):
        return None
    return here.quantity(Measure.COUNT, noun, end, what=(start, end))


def refers_back(here: Context) -> bool:
    """Tell whether the words before a number make it point to something known ("the", "our", "last")."""
    return here.follows(_DEFINITE_BEFORE) or here.follows(_ORDERED_BEFORE)


def _counts(here: Context, noun: str, *, rounded: bool) -> bool:
    """Tell whether a count of things is said for its own sake; else it refers back, or counts talk or the parties."""
    number = here.numeral.number
    if number == 1.0 or noun in _SPELLS or (is_year(here) and (not rounded or noun in _ABSTRACT)):
        return False
    if not rounded and _points(here, noun):
        return False
    if here.after(_PARTITIVE_AFTER):
        return number > _TINY or rounded or here.after(_PART_OF_OURS_AFTER) is not None
    if (noun in _SIDES and number <= (_TINY if rounded else _FEW)) or (noun in _ABSTRACT and number < _FEW):
        return False
    return number >= _TINY or rounded or noun in _WEIGHTY


def _points(here: Context, noun: str) -> bool:
    """Tell whether the number belongs to a name or a title, or points to things known ("the four zones")."""
    if is_numbered_name(here) or here.follows(_TITLE_BEFORE):
        return True
    return (here.numeral.number <= _DOZEN or noun in _SIDES) and refers_back(here)


def _bare(here: Context, *, rounded: bool) -> Quantity | None:
    """Take a number without unit where its size, or a word before it, shows that it is an amount."""
    number = here.numeral.number
    if number == 1.0 or is_year(here) or (not rounded and is_numbered_name(here)):
        return None
    large = here.numeral.magnitude > 1.0 or "," in here.words or not number.is_integer()
    if large or (rounded and number > _TINY) or (not here.numeral.spelled and _is_reached(here)):
        return here.quantity(Measure.BARE, "", here.numeral.end)
    if here.after(_RANGE_AFTER):
        return replace(here.quantity(Measure.BARE, "", here.numeral.end), opens=True)
    return None


def _is_reached(here: Context) -> bool:
    if here.after(_RANGE_AFTER) or here.exactly_after(_NAME_AFTER):
        return False
    return here.follows(_REACHED_BEFORE) or here.after(_LISTED_AFTER) is not None


def _noun(here: Context) -> tuple[str, int, int] | None:
    """Give the plural noun that the number counts, with the place of the noun and its attributes."""
    partitive = here.after(_PARTITIVE_AFTER) or here.after(_OR_MORE_AFTER)
    place = start = (partitive.end() - 1) if partitive else here.numeral.end
    for _ in range(_NOUN_REACH):
        match = _WORD.match(here.text, place, here.end)
        if match is None or match["word"].lower() in _STOPS:
            return None
        word = match["word"].rstrip(".-’'")
        end = match.start("word") + len(word)
        if _is_plural(word.lower()) and not _goes_on(here, end):
            return word, start + 1, end
        if _ends_phrase(here, match):
            return None
        place = match.end()
    return None


def _ends_phrase(here: Context, match: re.Match[str]) -> bool:
    if match["word"].endswith("."):
        return _INITIALS.fullmatch(match["word"]) is None
    return bool(match["comma"]) and _ATTRIBUTE_AFTER.match(here.text, match.end("word"), here.end) is None


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR or word.endswith(_PLURAL_ENDS):
        return True
    regular = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(_NO_PLURAL_ENDS)
    return regular and word not in _SINGULAR


def _goes_on(here: Context, place: int) -> bool:
    """Tell whether a further plural follows at once ("arms systems"), or the plural is a name used as attribute."""
    match = _WORD.match(here.text, place, here.end)
    if match is None or not match["gap"].isspace():
        return False
    if _PLURAL_NAME.search(here.text[max(0, place - _LONGEST_NAME) : place]):
        return match["word"].lower() not in _STOPS
    return _is_plural(match["word"].lower()) and not match["word"].endswith("ses")
