"""Russian numbers that measure nothing: dates, clock times, ranks, ages, numbers of articles, names with a number."""

from __future__ import annotations

import re

from communique.languages.figure_words import any_of, load_figure_lexicon
from communique.languages.quantities import Context

_LEXICON = load_figure_lexicon("communique.languages.russian")


def _cue(name: str) -> str:
    return any_of(_LEXICON.words(f"cues.{name}"))


_MONTH = _cue("dating")
_DATE_AFTER = re.compile(rf"(?:-?г?о?)?(?:\s*(?:[-–—−,]|и|по|до)\s*\d{{1,2}})*\s+(?:{_MONTH})")
_DATE_BEFORE = re.compile(rf"(?:{_MONTH})\s+$")
_CLOCK = re.compile(r"[0-2]?\d\.[0-5]\d")
_CLOCK_AFTER = re.compile(r":\d|/\d|\.\d\d\.\d")
_NAMING_BEFORE = re.compile(rf"(?:{_cue('naming')})\s*(?:\d+(?:\s*[-–,и]\s*))*$")
_AGE_BEFORE = re.compile(rf"(?:{_cue('ages')})(?:\s+\w+){{0,2}}\s+(?:от\s+|до\s+|\d+\s+до\s+)?$")
_AGE_AFTER = re.compile(r"[\s-]*(?:летн|летия|летие|лети|лет\s+от\s+роду)")
_RATE_BEFORE = re.compile(rf"(?:{_cue('rates')})\s+$")
_NAME_BEFORE = re.compile(r"[\w»”\"]\s[«“\"]?[А-ЯЁA-Z][\w-]*(?:\s|[-–‑])$")
_PLACE_BEFORE = re.compile(r"(?<!\w)(?:[Вв]о?|[Нн]а|[Ии]з|[Пп]о|[Уу])\s+[А-ЯЁ][а-яё]+\s$")
_GLUED_BEFORE = re.compile(r"[\w/@=&#№§]$|[^\W\d][-‑–]$|\d[.,:/]$|№\s*$")
_RANGE_BEFORE = re.compile(r"(?<!\w)(?:дв|тр|четы|пят|шест|сем|вос|дев|дес)\w+[-–]$")
_UNUSUAL_AFTER = re.compile(r"[^\W\d_]|\.\d|,\d|:\d|/|[-‑][^\W\d]")
_LINE_HEAD = re.compile(r"(?:^|\n|[.;:]\s)\s*(?:[-*•–]\s*)?\(?$")
_LINE_MARK = re.compile(r"[.)](?:\s|$)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_AFTER = re.compile(r"(?:\s*[-–—/]\s*\d{2,4})?\s+(?:год|г\.|гг\.)|\s*[-–/]\s*(?:20)?\d\d(?!\d)")
_ABBREVIATED = frozenset({"тыс", "млн", "млрд", "трлн"})


def is_label(here: Context, *, measured: bool) -> bool:
    """Tell whether a number names, dates, ranks or numbers something; ``measured`` tells that a unit follows it."""
    if here.numeral.spelled and here.follows(_RANGE_BEFORE):
        return False
    if here.numeral.number == 0.0 or here.follows(_GLUED_BEFORE) or here.follows(_RATE_BEFORE):
        return True
    if here.after(_AGE_AFTER) or here.follows(_AGE_BEFORE):
        return True
    if here.numeral.spelled or here.numeral.magnitude > 1.0:
        return here.words.lower() in _ABBREVIATED
    return _is_date(here) or _is_number_of_something(here, measured=measured)


def is_year(here: Context) -> bool:
    """Tell whether a number looks like a year of our time."""
    return not here.numeral.spelled and here.numeral.magnitude == 1.0 and _YEAR.fullmatch(here.words) is not None


def is_numbered_name(here: Context) -> bool:
    """Tell whether digits belong to the name before them."""
    return not here.numeral.spelled and here.numeral.magnitude == 1.0 and _bears_number(here)


def _bears_number(here: Context) -> bool:
    return here.exactly_follows(_NAME_BEFORE) and not here.exactly_follows(_PLACE_BEFORE)


def _is_date(here: Context) -> bool:
    if here.after(_CLOCK_AFTER) or here.after(_DATE_AFTER) or _CLOCK.fullmatch(here.words):
        return True
    return here.follows(_DATE_BEFORE) or (is_year(here) and here.after(_YEAR_AFTER) is not None)


def _is_number_of_something(here: Context, *, measured: bool) -> bool:
    if here.follows(_NAMING_BEFORE) or (not measured and here.after(_UNUSUAL_AFTER)):
        return True
    return here.after(_LINE_MARK) is not None and here.follows(_LINE_HEAD)
