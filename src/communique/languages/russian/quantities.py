"""Russian quantities: which numbers are sums, shares, measures, lengths of time, multiples or counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.languages.figure_words import Measure, any_of, load_figure_lexicon
from communique.languages.quantities import Context, Passage, Quantity, UnitTable, find_measured
from communique.languages.russian.counts import find_count, is_ordered
from communique.languages.russian.number_labels import is_label
from communique.languages.russian.numerals import find_numerals

_LEXICON = load_figure_lexicon("communique.languages.russian")
_UNITS = UnitTable(_LEXICON)
_MONEY_BEFORE = _UNITS.sign_before
_UNIT_AFTER = re.compile(
    r"(?:\s+\[?|)(?:(?:с\s+лишним|с\s+небольшим|с\s+половиной|дополнительных|полных|погонных|условных)\s+)?"
    rf"(?P<form>{_UNITS.pattern})"
    r"(?:\s+(?:в|на|за)\s+(?P<per>год|сутки|день|месяц|час|неделю|душу|человека|баррель|тонну|тысячу)(?!\w))?"
)
_CLOCK_BEFORE = re.compile(r"(?<!\w)(?:в|к|до|с)\s+$")
_LASTING_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.lasting'))})(?:\s+[\w-]+){{0,4}}\s+$")
_FOR_BEFORE = re.compile(r"(?<!\w)на\s+$")
_COMPARED_AFTER = re.compile(r"\s+(?:раньше|позже|позднее|впер[её]д|старше|младше|моложе|назад|больше|меньше)\b")
_MOMENT_BEFORE = re.compile(r"(?<!\w)(?:через|спустя|после|каждые|каждый|за последние|до|к)\s+$")
_MOMENT_AFTER = re.compile(r"\s+(?:назад|спустя|тому|утра|вечера|дня|ночи)\b")
_TIMES_AFTER = re.compile(r"\s+раза?(?!\w)")
_TIMES_BEFORE = re.compile(r"(?:(?<!\w)во?\s+(?:[а-яё-]+\s+){0,2}|[-–—]\s*)$")
_PORTION_BEFORE = re.compile(r"(?:(?<!\w)(?:на|почти|около|более|больше|свыше|чем|порядка|менее|примерно)|[–—])\s+$")
_WHOLE_AFTER = re.compile(r"\s+(?!года|века|дня|столетия)(?P<noun>\w*(?:[аяыи]|ов|ей|[ыи]х|ого|его|ой))(?!\w)")
_FUNCTION = frozenset(_LEXICON.words("nouns.function"))
_HOURS_A_DAY = 24.0


def find_quantities(passage: Passage) -> Iterator[Quantity]:
    """Give the numbers of one sentence that measure or count something, in order."""
    numerals = find_numerals(passage.small, passage.start, passage.end)
    return find_measured(passage, numerals=numerals, judge=_quantity)


def _quantity(here: Context) -> Quantity | None:
    if here.numeral.multiple:
        return here.quantity(Measure.TIMES, "times", here.numeral.end)
    unit = here.after(_UNIT_AFTER)
    if is_label(here, measured=unit is not None):
        return None
    sign = None if here.numeral.spelled else _MONEY_BEFORE.search(here.before)
    if sign is not None:
        return here.quantity(Measure.MONEY, _UNITS.unit(sign[0].strip()).name, here.numeral.end, sign=len(sign[0]))
    if here.numeral.unit is not None:
        return _measured(here, here.text[slice(*here.numeral.unit)], None, here.numeral.end)
    if unit is not None:
        return _measured(here, unit["form"], unit["per"], unit.end())
    return _unmeasured(here)


def _unmeasured(here: Context) -> Quantity | None:
    times = here.after(_TIMES_AFTER)
    if times is not None:
        return here.quantity(Measure.TIMES, "times", times.end()) if _multiplies(here) else None
    return _share(here) if here.numeral.fraction else find_count(here)


def _multiplies(here: Context) -> bool:
    """Tell whether "раз" multiplies ("в три раза", also "вырос 2,3 раза"); else it counts occasions."""
    return here.follows(_TIMES_BEFORE) or not here.numeral.number.is_integer()


def _measured(here: Context, form: str, per: str | None, reach: int) -> Quantity | None:
    unit = _UNITS.unit(form)
    if unit.measure is Measure.TIME and not _is_length(here, unit.name, reach):
        return None
    if unit.measure is Measure.SIZE and here.numeral.number == 1.0 and here.numeral.spelled:
        return None
    return here.quantity(unit.measure, f"{unit.name} per {per}" if per else unit.name, reach)


def _is_length(here: Context, unit: str, reach: int) -> bool:
    """Tell whether a number of hours or years is how long something lasts; else it is a period, a date or an age."""
    if here.numeral.number == 1.0 or is_ordered(here) or _MOMENT_AFTER.match(here.small, reach, here.end):
        return False
    if here.follows(_MOMENT_BEFORE):
        return False
    if unit in {"hours", "minutes"}:
        return not (here.follows(_CLOCK_BEFORE) and here.numeral.number <= _HOURS_A_DAY)
    compared = _COMPARED_AFTER.match(here.small, reach, here.end) is not None
    return here.follows(_LASTING_BEFORE) or (here.follows(_FOR_BEFORE) and not compared)


def _share(here: Context) -> Quantity | None:
    if is_ordered(here):
        return None
    whole = here.after(_WHOLE_AFTER)
    if here.follows(_PORTION_BEFORE) or (whole and whole["noun"].lower() not in _FUNCTION):
        return here.quantity(Measure.SHARE, "share", here.numeral.end)
    return None
