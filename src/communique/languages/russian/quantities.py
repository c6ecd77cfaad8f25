"""Which Russian numbers measure or count something, and what: the rest are dates, names, ranks, ages and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.languages.figure_words import Measure, Unit, any_of, load_figure_lexicon
from communique.languages.quantities import Context, Quantity, UnitTable, find_measured
from communique.languages.russian.numerals import find_numerals

_LEXICON = load_figure_lexicon("communique.languages.russian")
_UNITS = UnitTable(_LEXICON)


def _pattern(name: str, *, head: str = "", tail: str = "") -> re.Pattern[str]:
    return re.compile(f"{head}(?:{any_of(_LEXICON.words(name))}){tail}", re.IGNORECASE)


_MONEY_BEFORE = _UNITS.sign_before
_UNIT_AFTER = re.compile(
    rf"(?:\s+\[?|)(?:(?:с\s+лишним|с\s+небольшим|с\s+половиной|дополнительных|полных|погонных|условных)\s+)?(?P<form>{_UNITS.pattern})"
    r"(?P<per>\s+(?:в\s+(?:год|сутки|день|месяц|час|неделю)|на\s+(?:душу|человека)|за\s+(?:баррель|тонну|тысячу))(?!\w))?",
    re.IGNORECASE,
)
_MONTH = any_of(_LEXICON.words("cues.dating"))
_DATE_AFTER = re.compile(rf"(?:-?г?о?)?(?:\s*(?:[-–—−,]|и|по|до)\s*\d{{1,2}})*\s+(?:{_MONTH})", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"(?:{_MONTH})\s+$", re.IGNORECASE)
_CLOCK = re.compile(r"[0-2]?\d\.[0-5]\d")
_CLOCK_AFTER = re.compile(r":\d|/\d|\.\d\d\.\d")
_CLOCK_BEFORE = re.compile(r"\b(?:в|к|до|с)\s+$", re.IGNORECASE)
_NAMING_BEFORE = _pattern("cues.naming", tail=r"\s*(?:\d+(?:\s*[-–,и]\s*))*$")
_AGE_BEFORE = _pattern("cues.ages", tail=r"(?:\s+\w+){0,2}\s+(?:от\s+|до\s+|\d+\s+до\s+)?$")
_AGE_AFTER = re.compile(r"[\s-]*(?:летн|летия|летие|лети|лет\s+от\s+роду)", re.IGNORECASE)
_RATE_BEFORE = _pattern("cues.rates", tail=r"\s+$")
_DEFINITE_BEFORE = _pattern("cues.definite", tail=r"\s+(?:\w+[ыи][хе]\s+)?$")
_ALL_BEFORE = re.compile(r"\b(?:все|всех|всеми|всем)\s+$", re.IGNORECASE)
_ORDERED_BEFORE = re.compile(r"\b(?:перв|последн|следующ|ближайш|предыдущ|прошл|прошедш|минувш|предстоящ|текущ|остальн|друг)\w*\s+$", re.IGNORECASE)
_LASTING_BEFORE = _pattern("cues.lasting", tail=r"(?:\s+[\w-]+){0,4}\s+$")
_FOR_BEFORE = re.compile(r"\bна\s+$", re.IGNORECASE)
_COMPARED_AFTER = re.compile(r"\s+(?:раньше|позже|позднее|впер[её]д|старше|младше|моложе|назад|больше|меньше)\b", re.IGNORECASE)
_MOMENT_BEFORE = re.compile(r"\b(?:через|спустя|после|каждые|каждый|за последние|до|к)\s+$", re.IGNORECASE)
_MOMENT_AFTER = re.compile(r"\s+(?:назад|спустя|тому|утра|вечера|дня|ночи)\b", re.IGNORECASE)
_TIMES_AFTER = re.compile(r"\s+раза?(?!\w)", re.IGNORECASE)
_TIMES_BEFORE = re.compile(r"(?:\bво?\s+(?:[а-яё-]+\s+){0,2}|[-–—]\s*)$", re.IGNORECASE)
_PARTITIVE_AFTER = _pattern("cues.partitive", head=r"\s+", tail=r"\s+")
_HEDGED_BEFORE = re.compile(
    r"(?:более(?:\s+чем)?|больше(?:\s+чем)?|свыше|около|порядка|примерно|почти|не\s+менее|не\s+меньше|менее|меньше|до|практически|приблизительно|как\s+минимум|где-то|по\s+меньшей\s+мере|превыша\w+|всего)\s+(?:чем\s+)?(?:в\s+|на\s+)?$",
    re.IGNORECASE,
)
_REACH_BEFORE = re.compile(
    r"(?:\b(?:до|с|со|от|на|составил\w*|составля\w*|достиг\w*|было|был|стало|уже|и|или|это|плюс|минус|всего|будет|только|сейчас|сегодня|в\s+районе)|[–—-])\s+$|\d\s*[-–—]\s*$",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(r"\s*[-–—−]\s*\d")
_NAME_BEFORE = re.compile(r"[\w»”\"]\s[«“\"]?(?P<word>[А-ЯЁA-Z][\w-]*)(?:\s|[-–‑])$")
_GLUED_BEFORE = re.compile(r"[\w/@=&#№§]$|[^\W\d][-‑–]$|\d[.,:/]$|№\s*$")
_UNUSUAL_AFTER = re.compile(r"[^\W\d_]|\.\d|,\d|:\d|/|[-‑][^\W\d]")
_LINE_HEAD = re.compile(r"(?:^|\n|[.;:]\s)\s*(?:[-*•–]\s*)?\(?$")
_LINE_MARK = re.compile(r"[.)](?:\s|$)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_AFTER = re.compile(r"(?:\s*[-–—/]\s*\d{2,4})?\s+(?:год|г\.|гг\.)|\s*[-–/]\s*(?:20)?\d\d(?!\d)", re.IGNORECASE)
_WORD = re.compile(r"\s+(?P<word>[^\W\d_][\w-]*)")
_ATTRIBUTE = re.compile(r"\w*(?:[ыи]х|[ыи]е|ого|его|ая|яя|ую|юю|[ыо]й|[ыи]м|[ыи]ми|ому|ему)$", re.IGNORECASE)
_VERB = re.compile(r"\w*(?:лись|лась|лось|ться|[аеиуюя]тся|[аеиоуыя]ть|[аеи]ет|уют|[аи]ли|[аи]ла|ило|[аеи]ем|ют|ят)$", re.IGNORECASE)
_FILE_SIZES = frozenset({"кб", "мб", "гб", "pdf", "kb", "mb"})
_FUNCTION = frozenset(_LEXICON.words("nouns.function"))
_SIDES = frozenset(_LEXICON.words("nouns.sides"))
_ABSTRACT = _pattern("nouns.abstract")
_WEIGHTY = _pattern("nouns.weighty")
_ABBREVIATED = frozenset({"тыс", "млн", "млрд", "трлн"})
_FEW, _DOZEN, _TINY, _HOURS_A_DAY = 10.0, 12.0, 3.0, 24.0
_NOUN_REACH = 5


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Give the numbers of one sentence that measure or count something, in order."""
    return find_measured(text, start, end, numerals=find_numerals(text, start, end), judge=_quantity)


def _quantity(here: Context) -> Quantity | None:
    if here.numeral.multiple:
        return here.quantity(Measure.TIMES, "times", here.numeral.end)
    if _is_label(here):
        return None
    money = None if here.numeral.spelled else _MONEY_BEFORE.search(here.before)
    if money:
        return here.quantity(Measure.MONEY, _UNITS.unit(money[0].strip()).name, here.numeral.end, sign=len(money[0]))
    times = here.after(_TIMES_AFTER)
    if times:
        return here.quantity(Measure.TIMES, "times", times.end()) if _multiplies(here) else None
    unit = here.after(_UNIT_AFTER)
    if unit is not None:
        return _measured(here, unit)
    return _share(here) if here.numeral.fraction else _counted(here)


def _multiplies(here: Context) -> bool:
    """Tell whether "раз" multiplies ("в три раза", also "вырос 2,3 раза"); else it counts occasions."""
    return here.follows(_TIMES_BEFORE) or not here.numeral.number.is_integer()


def _is_label(here: Context) -> bool:
    """Tell whether the number names, dates, ranks or numbers something instead of measuring it."""
    if here.numeral.number == 0.0 or here.words.lower() in _ABBREVIATED or here.follows(_RATE_BEFORE):
        return True
    if here.after(_AGE_AFTER) or here.follows(_AGE_BEFORE):
        return True
    if here.numeral.spelled or here.numeral.magnitude > 1.0:
        return here.follows(_GLUED_BEFORE)
    return _is_date(here) or _is_name(here)


def _is_date(here: Context) -> bool:
    if here.after(_CLOCK_AFTER) or here.after(_DATE_AFTER) or _CLOCK.fullmatch(here.words):
        return True
    return here.follows(_DATE_BEFORE) or (_is_year(here) and here.after(_YEAR_AFTER) is not None)


def _is_name(here: Context) -> bool:
    if here.follows(_GLUED_BEFORE) or here.follows(_NAMING_BEFORE):
        return True
    if here.after(_UNUSUAL_AFTER) and not here.after(_UNIT_AFTER):
        return True
    return here.follows(_LINE_HEAD) and here.after(_LINE_MARK) is not None


def _is_year(here: Context) -> bool:
    return not here.numeral.spelled and here.numeral.magnitude == 1.0 and _YEAR.fullmatch(here.words) is not None


def _measured(here: Context, match: re.Match[str]) -> Quantity | None:
    unit = _UNITS.unit(match["form"])
    if unit.measure is Measure.TIME and not _is_length(here, unit, match.end()):
        return None
    if unit.measure is Measure.SIZE and here.numeral.number == 1.0 and here.numeral.spelled:
        return None
    return here.quantity(unit.measure, unit.name + _per(match), match.end())


def _per(match: re.Match[str]) -> str:
    return " per " + match["per"].split()[-1] if match["per"] else ""


def _is_length(here: Context, unit: Unit, reach: int) -> bool:
    """Tell whether a number of hours or years is how long something lasts; else it is a period, a date or an age."""
    if here.follows(_ORDERED_BEFORE) or _MOMENT_AFTER.match(here.text, reach, here.end):
        return False
    if here.numeral.number == 1.0 or here.follows(_MOMENT_BEFORE):
        return False
    if unit.name in {"hours", "minutes"}:
        return not (here.follows(_CLOCK_BEFORE) and here.numeral.number <= _HOURS_A_DAY)
    return here.follows(_LASTING_BEFORE) or (here.follows(_FOR_BEFORE) and not _COMPARED_AFTER.match(here.text, reach, here.end))


def _share(here: Context) -> Quantity | None:
    if here.follows(_ORDERED_BEFORE) or here.follows(re.compile(r"\b(?:в|во|на)\s+(?:перв|втор|трет)\w+\s+$", re.IGNORECASE)):
        return None
    if here.follows(re.compile(r"(?:\b(?:на|почти|около|более|больше|свыше|чем|порядка|менее|примерно)|[–—])\s+$", re.IGNORECASE)):
        return here.quantity(Measure.SHARE, "share", here.numeral.end)
    following = here.after(_WORD)
    genitive = following is not None and re.search(r"(?:[аяыи]|ов|ей|[ыи]х|ого|его|ой)$", following["word"].lower())
    if genitive and following is not None and following["word"].lower() not in _FUNCTION | {"века", "года", "дня", "столетия"}:
        return here.quantity(Measure.SHARE, "share", here.numeral.end)
    return None


def _counted(here: Context) -> Quantity | None:
    found = _noun(here)
    hedged = here.follows(_HEDGED_BEFORE)
    if found is None:
        return _bare(here, hedged=hedged)
    noun, start, end = found
    if not _counts(here, noun.lower(), hedged=hedged):
        return None
    return here.quantity(Measure.COUNT, noun, end, what=(start, end))


def _counts(here: Context, noun: str, *, hedged: bool) -> bool:
    """Tell whether a count of things is said for its own sake; else it refers back, or counts talk."""
    number = here.numeral.number
    if number == 1.0 or noun in _FILE_SIZES or _is_named(here) or here.follows(_ALL_BEFORE):
        return False
    refers = here.follows(_DEFINITE_BEFORE) or here.follows(_ORDERED_BEFORE)
    talk = noun in _SIDES or _ABSTRACT.fullmatch(noun) is not None
    if (refers or talk) and number <= _DOZEN:
        return talk is False and hedged
    if here.after(_PARTITIVE_AFTER):
        return True
    return number > _TINY - 1 or hedged or _WEIGHTY.fullmatch(noun) is not None


def _is_named(here: Context) -> bool:
    return not here.numeral.spelled and _NAME_BEFORE.search(here.before) is not None and here.numeral.magnitude == 1.0


def _bare(here: Context, *, hedged: bool) -> Quantity | None:
    """Take a number without unit where its size, or a word before it, shows that it is an amount."""
    if _is_year(here) or _is_named(here) or here.numeral.number == 1.0:
        return None
    large = here.numeral.magnitude > 1.0 or " " in here.words or " " in here.words
    reached = here.follows(_REACH_BEFORE) or here.after(_RANGE_AFTER) is not None
    if large or not here.numeral.number.is_integer() or (hedged and here.numeral.number > _TINY) or (reached and not here.numeral.spelled):
        return here.quantity(Measure.BARE, "", here.numeral.end)
    return None


def _noun(here: Context) -> tuple[str, int, int] | None:
    """Give the noun that the number counts as written, with the place of the noun and its attributes."""
    partitive = here.after(_PARTITIVE_AFTER)
    place = partitive.end() - 1 if partitive else here.numeral.end
    attribute: re.Match[str] | None = None
    first: int | None = None
    for _ in range(_NOUN_REACH):
        match = _WORD.match(here.text, place, here.end)
        if match is not None and match["word"] == "и" and attribute is not None:
            place = match.end()
            continue
        if match is None or match["word"].lower() in _FUNCTION or _VERB.fullmatch(match["word"]):
            break
        first = match.start("word") if first is None else first
        place = match.end()
        if not _ATTRIBUTE.fullmatch(match["word"]) or match["word"].lower() in _SIDES:
            return match["word"], first, place
        attribute = match
    if attribute is None or first is None:
        return None
    return attribute["word"], first, attribute.end()
