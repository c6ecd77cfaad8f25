"""English quantities: which numbers are sums, shares, measures, lengths of time, multiples or counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.languages.english.counts import find_count, refers_back
from communique.languages.english.number_labels import is_label
from communique.languages.english.numerals import find_numerals
from communique.languages.figure_words import Measure, any_of, load_figure_lexicon
from communique.languages.quantities import Context, Passage, Quantity, UnitTable, find_measured

_LEXICON = load_figure_lexicon("communique.languages.english")
_UNITS = UnitTable(_LEXICON)
_MONEY_BEFORE = _UNITS.sign_before
_RATED = (
    r"day|year|month|week|hour|annum|second|capita|person|barrel|tonne|ton|household|kilomet\w+|hectare|unit|dose"
    r"|gallon|thousand cubic met\w+|family|head|bushel"
)
_UNIT_AFTER = re.compile(
    r"(?:-odd)?(?:\s+\[?|[-‑–]|)"
    r"(?:(?:us|u\.s\.|american|additional|more|full|metric|standard|consecutive|straight|whole)\s+)?"
    rf"(?P<form>{_UNITS.pattern})(?:(?:\s+(?:per|an?)\s+|/)(?P<per>{_RATED})\b)?"
)
_PRICED_AFTER = re.compile(rf"\s+(?:per|an?)\s+(?P<per>{_RATED})\b")
_TIMES_AFTER = re.compile(r"[\s-]*times\b")
_MORE_AFTER = re.compile(
    r"\s*(?:over|more|as|higher|larger|greater|bigger|less|lower|fewer|faster|smaller|cheaper|longer|better|the|that"
    r"|what|their|its|compared|than)\b"
)
_OFTEN_AFTER = re.compile(
    r"\s*(?:(?:an?|per|each|every)\s+(?:day|week|month|year)|daily|weekly|monthly|yearly|annually|already|in a row)\b"
)
_GROWING_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.growing'))})(?:\s+\w+){{0,2}}\s*$")
_LASTING_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.lasting'))})(?:\s+(?!ago)[\w’'-]+){{0,4}}\s+$")
_ORDERED_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.ordering'))})\s+$")
_MOMENT_BEFORE = re.compile(
    r"(?<!\w)(?:in|within|after|before|every|until)\s+(?:about\s+|around\s+|just\s+|less than\s+|the\s+)?$"
)
_MOMENT_AFTER = re.compile(
    r"\s+(?:ago|later|earlier|before|after|prior|since|from now|now|away)\b|[’']\s*(?:time|notice)\b"
)
_COMPARED_AFTER = re.compile(r"\s+(?:as|the|more|higher|that|what|over|its|their|our|larger|greater)\b")
_VERB_BEFORE = re.compile(
    r"(?<!\w)(?:to|will|would|could|can|and|nearly|almost|than|should|not|might|may|only|even|also|at least|about)\s+$"
)
_AMBIGUOUS = frozenset({"double", "triple", "quadruple", "treble"})
_WHOLE_AFTER = re.compile(r"\s+of\s+(?:an?\s+|the\s+)?(?P<noun>[\w’'-]+)")
_TIME_NOUN = re.compile(r"century|year|month|hour|day|week|\d{4}")
_PORTION_BEFORE = re.compile(r"(?<!\w)(?:by|almost|nearly|about|over|than|around|up to|at least)\s+$")


def find_quantities(passage: Passage) -> Iterator[Quantity]:
    """Give the numbers of one sentence that measure or count something, in order."""
    numerals = find_numerals(passage.small, passage.start, passage.end)
    return find_measured(passage, numerals=numerals, judge=_quantity)


def _quantity(here: Context) -> Quantity | None:
    if here.numeral.multiple:
        return _multiple(here)
    unit = here.after(_UNIT_AFTER)
    if is_label(here, measured=unit is not None):
        return None
    sign = None if here.numeral.spelled else _MONEY_BEFORE.search(here.before)
    if sign is not None:
        return _money(here, sign, unit)
    if here.numeral.unit is not None:
        return _measured(here, here.text[slice(*here.numeral.unit)], None, here.numeral.end)
    if unit is not None:
        return _measured(here, unit["form"], unit["per"], unit.end())
    return _unmeasured(here)


def _unmeasured(here: Context) -> Quantity | None:
    if here.after(_TIMES_AFTER):
        return _times(here)
    return _share(here) if here.numeral.fraction else find_count(here)


def _money(here: Context, sign: re.Match[str], after: re.Match[str] | None) -> Quantity:
    """Give a sum with the currency before it; a code behind a bare dollar sign says which dollar it is."""
    unit, reach = _UNITS.unit(sign[0].strip()), here.numeral.end
    again = _UNITS.unit(after["form"]) if after else None
    if after and again and again.measure is Measure.MONEY:
        unit, reach = (again if sign[0].strip() == "$" else unit), after.end("form")
    price = _PRICED_AFTER.match(here.small, reach, here.end)
    if price is not None:
        return here.quantity(unit.measure, f"{unit.name} per {price['per']}", price.end(), sign=len(sign[0]))
    return here.quantity(unit.measure, unit.name, reach, sign=len(sign[0]))


def _measured(here: Context, form: str, per: str | None, reach: int) -> Quantity | None:
    unit = _UNITS.unit(form)
    if unit.measure is Measure.TIME and not _is_length(here, unit.name, reach):
        return None
    if unit.measure in {Measure.SIZE, Measure.MONEY} and here.numeral.number == 1.0 and here.numeral.spelled:
        return None
    return here.quantity(unit.measure, f"{unit.name} per {per}" if per else unit.name, reach)


def _is_length(here: Context, unit: str, reach: int) -> bool:
    """Tell whether a number of hours or years is how long something lasts; else it is a period, a date or an age."""
    if here.numeral.number == 1.0 or here.follows(_ORDERED_BEFORE) or _MOMENT_AFTER.match(here.small, reach, here.end):
        return False
    if unit in {"hours", "minutes"}:
        compound = here.text[here.numeral.end] == "-"
        return compound or not here.follows(_MOMENT_BEFORE)
    return here.follows(_LASTING_BEFORE)


def _multiple(here: Context) -> Quantity | None:
    word = here.words.lower()
    compared = here.after(_COMPARED_AFTER) is not None
    if word in _AMBIGUOUS and not (compared or here.follows(_VERB_BEFORE)):
        return None
    if word == "twice" and not compared:
        return None
    return here.quantity(Measure.TIMES, "times", here.numeral.end)


def _times(here: Context) -> Quantity | None:
    """Take "N times" where it multiplies; "met three times" counts occasions."""
    match = here.after(_TIMES_AFTER)
    if match is None or _OFTEN_AFTER.match(here.small, match.end(), here.end):
        return None
    if here.follows(_GROWING_BEFORE) or _MORE_AFTER.match(here.small, match.end(), here.end):
        return here.quantity(Measure.TIMES, "times", match.end())
    return None


def _share(here: Context) -> Quantity | None:
    if refers_back(here):
        return None
    whole = here.after(_WHOLE_AFTER)
    if whole and _TIME_NOUN.match(whole["noun"]):
        return None
    if whole or here.follows(_PORTION_BEFORE):
        return here.quantity(Measure.SHARE, "share", here.numeral.end)
    return None
