"""English numbers that measure nothing: dates, clock times, ranks, ages, numbers of articles, names with a number."""

from __future__ import annotations

import re

from communique.languages.figure_words import any_of, load_figure_lexicon
from communique.languages.quantities import Context

_LEXICON = load_figure_lexicon("communique.languages.english")
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"


def _cue(name: str) -> str:
    return any_of(_LEXICON.words(f"cues.{name}"))


_MONTHS = any_of(word for word in _LEXICON.words("cues.dating") if not word.endswith("day"))
_SERIES = r"(?:,\s*(?:and\s+)?|\s*[-–—−]\s*|\s+and\s+|\s+to\s+|\s+or\s+)"
_DATE_BEFORE = re.compile(rf"(?:{_cue('dating')})\.?,?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?{_SERIES})*$")
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s*(?:[-–—−,]|and|to)\s*\d{{1,2}})*,?\s+(?:of\s+)?(?:{_MONTHS})"
    r"(?!\s+(?:be|have|face|need|also|not|see|lose)\b)"
)
_CLOCK_AFTER = re.compile(r":\d|\s*(?:[ap]\.?m\b|o[’']clock)|/\d|\s+(?:gmt|est|edt|et)\b")
_CITED_AFTER = re.compile(r"\s+(?:U\.S\.C|C\.?F\.?R|Stat\.|Fed\.)")
_RANK_AFTER = re.compile(r"(?:st|nd|rd|th|s|d)\b|\s(?:st|nd|rd|th)\b|[-‑](?:th|st|nd|rd)\b")
_NAMING_BEFORE = re.compile(rf"(?:{_cue('naming')})\s*(?:\d+(?:\.\d+)*(?:\(\w+\))*{_SERIES})*[(#№]?\s*$")
_NAME_BEFORE = re.compile(
    rf"(?:^|[\s(“\"‘'«-])(?P<word>[A-Z][\w’'&.]*)(?:\s|\s?[-–‑])(?:\d{{1,3}}{_SERIES})*$",
)
_PLACE_BEFORE = re.compile(r"(?<!\w)(?:[Ii]n|[Aa]t|[Ff]rom|[Ff]or|[Aa]cross)\s+[A-Z][a-z]+\s$")
_RATE_BEFORE = re.compile(rf"(?:{_cue('rates')})\s+(?:the\s+)?$")
_AGE_OR_VAGUE_BEFORE = re.compile(
    rf"(?:{_cue('ages')})(?:\s+(?:of|from|between|is|was|up to))?\s+(?:\d+\s*(?:[-–]|to|and)\s*)?$"
    rf"|(?:{_cue('people')})\s+(?:\w+\s+)?(?:{_cue('limits')})\s+$"
    rf"|(?:{_cue('vague')})\s+$"
    rf"|(?<!\w)(?:(?:{_SMALL}|\d+)\s+in|out\s+of)\s+(?:every\s+)?$"
)
_AGE_AFTER = re.compile(r"[\s-]*(?:year|month)s?[\s-]+(?:old|of\s+age)\b|\s+years?\s+young")
_RATIO_AFTER = re.compile(
    rf"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d{{1,3}}|{_SMALL}|twenty)\b"
    r"(?!\s*(?:%|percent|years|months|days|weeks|hours|minutes))"
)
_HYPHENED_BEFORE = re.compile(r"\w[-‑]$")
_COMPOUND_AFTER = re.compile(r"[-‑][a-z]")
_SPECIFIC_BEFORE = re.compile(r"(?<!\w)(?:the|that|over|about|nearly|almost|to|of|than|quarter)\s+$")
_GLUED_BEFORE = re.compile(
    r"[\d)][\s-]\d{3}[-–]$|(?:19|20)\d\d[-–]$|[\w/@=&#№§%]$|[A-Za-z)][-‑–]$|\d[.,:/]$|[a-z]\.$|^[-–]$"
)
_UNUSUAL_AFTER = re.compile(
    r"[-–]\d{4}(?!\d)(?!\s+[a-z])|\(\w{1,3}\)|[^\W\d_]|\.\d|,\d|:\d|/|[-‑](?!odd\b)(?:[^\W\d]|\d{2,}-)|°",
)
_LINE_HEAD = re.compile(r"(?:^|\n|[;:,]\s(?:and\s)?)\s*(?:[-*•]\s*)?\(?$")
_LINE_MARK = re.compile(r"[.)](?:\s|$)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_FUNCTION = frozenset(_LEXICON.words("nouns.function"))
_YEAR_LENGTH = 4


def is_label(here: Context, *, measured: bool) -> bool:
    """Tell whether a number names, dates, ranks or numbers something; ``measured`` tells that a unit follows it."""
    if here.numeral.spelled:
        return _is_loose_word(here) or _is_age_or_ratio(here)
    if here.follows(_GLUED_BEFORE) or here.follows(_RATE_BEFORE):
        return True
    if here.numeral.magnitude == 1.0 and _is_number_of_something(here, measured=measured):
        return True
    return here.words == "0" or _is_age_or_ratio(here)


def is_year(here: Context) -> bool:
    """Tell whether a number looks like a year of our time."""
    return not here.numeral.spelled and here.numeral.magnitude == 1.0 and _YEAR.fullmatch(here.words) is not None


def is_numbered_name(here: Context) -> bool:
    """Tell whether digits belong to the name before them ("Harbour Stream 2")."""
    if here.numeral.spelled or "," in here.words:
        return False
    if here.exactly_follows(_PLACE_BEFORE):
        return False
    name = _NAME_BEFORE.search(here.before)
    return name is not None and name["word"].lower() not in _FUNCTION and name.start("word") > 0


def _is_age_or_ratio(here: Context) -> bool:
    if here.after(_AGE_AFTER) or here.after(_RATIO_AFTER):
        return True
    return here.follows(_AGE_OR_VAGUE_BEFORE)


def _is_loose_word(here: Context) -> bool:
    """Tell whether a number word is zero, part of a compound, or a bare magnitude ("billion-mark note")."""
    if here.numeral.number == 0.0 or here.follows(_HYPHENED_BEFORE) or here.follows(_RATE_BEFORE):
        return True
    if here.numeral.magnitude == 1.0 or here.numeral.number != here.numeral.magnitude:
        return False
    alone = " " not in here.words and not here.follows(_SPECIFIC_BEFORE)
    return alone or here.after(_COMPOUND_AFTER) is not None


def _is_number_of_something(here: Context, *, measured: bool) -> bool:
    if here.after(_CLOCK_AFTER) or here.after(_RANK_AFTER) or here.exactly_follows(_NAMING_BEFORE):
        return True
    if measured:
        return False
    if here.exactly_after(_CITED_AFTER):
        return True
    if len(here.words) <= _YEAR_LENGTH and (here.exactly_follows(_DATE_BEFORE) or here.exactly_after(_DATE_AFTER)):
        return True
    return here.after(_UNUSUAL_AFTER) is not None or (here.after(_LINE_MARK) is not None and here.follows(_LINE_HEAD))
