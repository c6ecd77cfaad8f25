"""Which English numbers measure or count something, and what: the rest are dates, names, ranks, ages and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.languages.english.numerals import find_numerals
from communique.languages.figure_words import Measure, Unit, any_of, load_figure_lexicon
from communique.languages.quantities import Context, Quantity, UnitTable, find_measured

_LEXICON = load_figure_lexicon("communique.languages.english")
_UNITS = UnitTable(_LEXICON)


def _list(name: str) -> frozenset[str]:
    return frozenset(_LEXICON.words(name))


_SIDES, _ABSTRACT, _WEIGHTY = _list("nouns.sides"), _list("nouns.abstract"), _list("nouns.weighty")
_IRREGULAR, _SINGULAR, _FUNCTION = _list("nouns.irregular"), _list("nouns.singular"), _list("nouns.function")

_MONEY_BEFORE = _UNITS.sign_before
_UNIT_AFTER = re.compile(
    rf"(?:-odd)?(?:\s+\[?|[-‑–]|)(?:(?:US|U\.S\.|American|additional|more|full|metric|standard|consecutive|straight|whole)\s+)?"
    rf"(?P<form>{_UNITS.pattern})(?P<per>(?:\s+(?:per|an?)\s+|/)(?:day|year|month|week|hour|annum|second|capita|person|barrel|tonne|ton|household|kilomet\w+|hectare|unit|dose|gallon|thousand cubic metres|family)\b)?",
    re.IGNORECASE,
)
_PER_PRICE = re.compile(r"\s+(?:per|an?)\s+(?:barrel|tonne|ton|gallon|thousand cubic met\w+|dose|month|year|day|week|hour|person|family|household|head|hectare|unit|bushel)\b|/\w+", re.I)
_TIMES_AFTER = re.compile(r"[\s-]*(?P<form>times)\b", re.IGNORECASE)
_MULTIPLIES_AFTER = re.compile(
    r"\s*(?:over|more|as|higher|larger|greater|bigger|less|lower|fewer|faster|smaller|cheaper|longer|better|the|that|what|their|its|compared|than|in|,|\.|$)", re.IGNORECASE
)
_OFTEN_AFTER = re.compile(r"\s*(?:an?|per|each|every)\s+(?:day|week|month|year)|\s*(?:daily|weekly|monthly|yearly|annually|already|in a row)", re.I)
_GROWING = re.compile(rf"(?:{any_of(_LEXICON.words('cues.growing'))})(?:\s+\w+){{0,2}}\s*$", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.dating'))})\.?,?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,\s*|\s*[-–—−]\s*|\s+and\s+|\s+to\s+|\s+or\s+))*$")
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s*(?:[-–—−,]|and|to)\s*\d{{1,2}})*,?\s+(?:of\s+)?(?:{any_of([w for w in _LEXICON.words('cues.dating') if not w.endswith('day')])})(?!\s+(?:be|have|face|need|also|not|see|lose)\b)"
)
_NAMING_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.naming'))})\s*(?:\d+(?:\.\d+)*(?:\(\w+\))*(?:,\s*(?:and\s+)?|\s*[-–]\s*|\s+and\s+|\s+to\s+|\s+or\s+))*[(#№]?\s*$")
_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"‘'«-])(?P<word>[A-Z][\w’'&.]*)(?:\s|\s?[-–‑])(?:\d{1,3}(?:,\s*|\s+and\s+|\s*[-–]\s*))*$")
_RATE_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.rates'))})\s+(?:the\s+)?$", re.IGNORECASE)
_DEFINITE_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.definite'))}|\w[’']s?)\s+(?:\w+ly\s+|first\s+|last\s+|next\s+|other\s+|past\s+|new\s+|only\s+)?$", re.IGNORECASE)
_ORDERED_BEFORE = re.compile(r"\b(?:first|last|next|past|previous|following|coming|preceding|final|recent|another|top|other|only|remaining|initial|latest|upcoming)\s+$", re.IGNORECASE)
_LASTING_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.lasting'))})(?:\s+(?!ago)[\w’'-]+){{0,4}}\s+$", re.IGNORECASE)
_AGE_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.ages'))})(?:\s+(?:of|from|between|is|was))?\s+(?:\d+\s*(?:[-–]|to|and)\s*)?$", re.IGNORECASE)
_COMPARED_AFTER = re.compile(r"\s+(?:as|the|more|higher|that|what|over|its|their|our|larger|greater)\b")
_VERB_BEFORE = re.compile(r"\b(?:to|will|would|could|can|and|nearly|almost|than|should|not|might|may|only|even|also|at least|about)\s+$")
_AGED_BEFORE = re.compile(
    r"\b(?:people|persons|children|citizens|youth|those|women|men|adults|anyone|everyone|specialists|scientists|kids|voters|Americans|Russians|Ukrainians)\s+(?:\w+\s+)?(?:under|over|above|below|younger than|older than)\s+$",
    re.IGNORECASE,
)
_HYPHENED_BEFORE = re.compile(r"\w[-‑]$")
_SPECIFIC_BEFORE = re.compile(r"\b(?:the|that|over|about|nearly|almost|to|of|than|quarter)\s+$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[\s-]*(?:year|month)s?[\s-]+(?:old|of\s+age)\b|\s+years?\s+young", re.IGNORECASE)
_PART_OF_OURS_AFTER = re.compile(rf"\s+(?:{any_of(_LEXICON.words('cues.partitive'))})\s+", re.IGNORECASE)
_PARTITIVE_AFTER = re.compile(
    rf"\s+(?:{any_of([*_LEXICON.words('cues.partitive'), *_LEXICON.words('cues.partitive_many')])})\s+", re.IGNORECASE
)
_RANK_AFTER = re.compile(r"(?:st|nd|rd|th|s|D)\b|\s(?:st|nd|rd|th)\b|[-‑](?:th|st|nd|rd)\b")
_CLOCK_AFTER = re.compile(r":\d|\s*(?:[ap]\.?m\b|o[’']clock)|/\d|\s+(?:percent|per cent)?\s*(?:GMT|EST|EDT|ET)\b", re.IGNORECASE)
_MOMENT_BEFORE = re.compile(r"\b(?:in|within|after|before|every|until)\s+(?:about\s+|around\s+|just\s+|less than\s+|the\s+)?$", re.IGNORECASE)
_MOMENT_AFTER = re.compile(r"\s+(?:ago|later|earlier|before|after|prior|since|from now|now|away)\b|[’']\s*(?:time|notice)\b", re.IGNORECASE)
_HEDGED_BEFORE = re.compile(
    r"(?:more than|over|at least|nearly|almost|about|around|approximately|some|up to|less than|fewer than|roughly|as many as|total of|under|above|below|estimated|exceed\w*|no less than|another)\s+(?:an?\s+)?$", re.IGNORECASE
)
_REACH_BEFORE = re.compile(
    r"(?:\b(?:to|from|by|at|reach\w*|total\w*|number\w*|is|was|are|were|stood at|equals?|seats?|plus|hit|employs?|of|between|and|or|only|just|now|already|about)|[,–—-])\s+$|\d\s*[-–—]\s*$", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_WORD = re.compile(r"(?P<gap>\s+(?:\([^)]{1,12}\)\s+)?|[-‑])(?P<word>[^\W\d_][\w’'&.-]*)(?P<comma>,?)")
_LINE_HEAD = re.compile(r"(?:^|\n|[;:,]\s(?:and\s)?)\s*(?:[-*•]\s*)?\(?$")
_LINE_MARK = re.compile(r"[.)](?:\s|$)")
_TITLE_BEFORE = re.compile(r"[a-z]\s*[\"“«‘]$")
_VAGUE_BEFORE = re.compile(rf"(?:{any_of(_LEXICON.words('cues.vague'))})\s+$", re.IGNORECASE)
_RATIO_BEFORE = re.compile(r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine)|\d)\s+in\s+(?:every\s+)?$|\bout\s+of\s+(?:every\s+)?$", re.IGNORECASE)
_RATIO_AFTER = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty)\b(?!\s*(?:percent|years|months|days|weeks|hours|minutes))", re.IGNORECASE)
_RANGE_AFTER = re.compile(r"\s*[-–—−]\s*\d")
_LISTED_AFTER = re.compile(r"\s+[a-z]+(?:,|\s+and)\s+\d")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_GLUED_BEFORE = re.compile(r"\)\s\d{3}-$|[\w/@=&#№§]$|[A-Za-z)][-‑–]$|\d[.,:/]$|[a-z]\.$|^[-–]$")
_UNUSUAL_AFTER = re.compile(r"-\d{4}(?!\d)|\(\w{1,3}\)|[^\W\d_]|\.\d|,\d|:\d|/|[-‑](?!odd\b)(?:[^\W\d]|\d{2,}-)|°")
_FEW, _DOZEN, _TINY = 10.0, 12.0, 3.0
_YEAR_LENGTH = 4
_NOUN_REACH = 9


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Give the numbers of one sentence that measure or count something, in order."""
    return find_measured(text, start, end, numerals=find_numerals(text, start, end), judge=_quantity)


def _quantity(here: Context) -> Quantity | None:
    if here.numeral.multiple:
        return _multiple(here)
    if _is_label(here):
        return None
    money = None if here.numeral.spelled else _MONEY_BEFORE.search(here.before)
    if money:
        return _money(here, money)
    unit = _unit(here)
    if unit is not None:
        return _measured(here, *unit)
    if here.after(_TIMES_AFTER):
        return _times(here)
    if here.numeral.fraction:
        return _share(here)
    return _counted(here)


def _is_label(here: Context) -> bool:
    """Tell whether the number names, dates, ranks or numbers something instead of measuring it."""
    if here.after(_AGE_AFTER) or here.follows(_AGE_BEFORE) or here.follows(_AGED_BEFORE) or here.follows(_VAGUE_BEFORE):
        return True
    if here.follows(_RATIO_BEFORE) or here.after(_RATIO_AFTER):
        return True
    if here.numeral.number == 0.0:
        return here.numeral.spelled or here.words == "0"
    if here.numeral.spelled:
        return here.follows(_RATE_BEFORE) or here.follows(_HYPHENED_BEFORE) or _is_loose_magnitude(here)
    if here.numeral.magnitude > 1.0:
        return here.follows(_GLUED_BEFORE) or here.follows(_RATE_BEFORE)
    return _is_date(here) or _is_name(here)


def _is_loose_magnitude(here: Context) -> bool:
    """Tell whether a magnitude word stands alone ("billion-dollar plan"), with nothing that makes it one."""
    alone = here.numeral.magnitude > 1.0 and " " not in here.words and "-" not in here.words
    return alone and not here.follows(_SPECIFIC_BEFORE)


def _is_date(here: Context) -> bool:
    if here.after(_CLOCK_AFTER) or here.after(_RANK_AFTER):
        return True
    if here.follows(_DATE_BEFORE) or here.after(_DATE_AFTER):
        return not here.after(_UNIT_AFTER) and len(here.words) <= _YEAR_LENGTH
    return False


def _is_name(here: Context) -> bool:
    if here.follows(_GLUED_BEFORE) or here.follows(_NAMING_BEFORE) or here.follows(_RATE_BEFORE):
        return True
    if here.after(_UNUSUAL_AFTER) and not here.after(_UNIT_AFTER):
        return True
    return here.follows(_LINE_HEAD) and here.after(_LINE_MARK) is not None


def _money(here: Context, sign: re.Match[str]) -> Quantity:
    unit = _UNITS.unit(sign[0].strip())
    reach = here.numeral.end
    again = here.after(_UNIT_AFTER)
    if again and _UNITS.unit(again["form"]).measure is Measure.MONEY:
        reach = again.end("form")
        unit = _UNITS.unit(again["form"]) if sign[0].strip() == "$" else unit
    price = _PER_PRICE.match(here.text, reach, here.end)
    name = unit.name + (" per " + price[0].split()[-1] if price and price[0].strip()[0] != "/" else "")
    return here.quantity(unit.measure, name, price.end() if price else reach, sign=len(sign[0]))


def _unit(here: Context) -> tuple[Unit, str, int] | None:
    """Give the unit behind the number (or inside it), its words for "per …", and where it ends."""
    if here.numeral.unit is not None:
        return _UNITS.unit(here.text[slice(*here.numeral.unit)]), "", here.numeral.end
    match = here.after(_UNIT_AFTER)
    if match is None:
        return None
    per = " per " + match["per"].split()[-1].lstrip("/") if match["per"] else ""
    return _UNITS.unit(match["form"]), per, match.end()


def _measured(here: Context, unit: Unit, per: str, reach: int) -> Quantity | None:
    if unit.measure is Measure.TIME and not _is_length(here, unit, reach):
        return None
    if unit.measure in {Measure.SIZE, Measure.MONEY} and here.numeral.number == 1.0 and here.numeral.spelled:
        return None
    return here.quantity(unit.measure, unit.name + per, reach)


def _is_length(here: Context, unit: Unit, reach: int) -> bool:
    """Tell whether a number of hours or years is how long something lasts; else it is a period, a date or an age."""
    if here.follows(_ORDERED_BEFORE) or _MOMENT_AFTER.match(here.text, reach, here.end):
        return False
    if unit.name in {"hours", "minutes"}:
        compound = here.text[here.numeral.end] == "-"
        return here.numeral.number != 1.0 and (compound or not here.follows(_MOMENT_BEFORE))
    return here.numeral.number != 1.0 and here.follows(_LASTING_BEFORE)


def _multiple(here: Context) -> Quantity | None:
    word = here.words.lower()
    compared = here.after(_COMPARED_AFTER) is not None
    if word in {"double", "triple", "quadruple", "treble"} and not (compared or here.follows(_VERB_BEFORE)):
        return None
    if word == "twice" and not compared:
        return None
    return here.quantity(Measure.TIMES, "times", here.numeral.end)


def _times(here: Context) -> Quantity | None:
    match = here.after(_TIMES_AFTER)
    if match is None or _OFTEN_AFTER.match(here.text, match.end(), here.end):
        return None
    grows = here.follows(_GROWING)
    if grows or (_MULTIPLIES_AFTER.match(here.text, match.end(), here.end) and not _closes(here, match.end())):
        return here.quantity(Measure.TIMES, "times", match.end())
    return None


def _closes(here: Context, place: int) -> bool:
    """Tell whether only the end of a phrase follows, so that "met three times" counts occasions."""
    return re.match(r"\s*(?:[,.]|in\b|$)", here.text[place : here.end]) is not None


def _share(here: Context) -> Quantity | None:
    if here.follows(_ORDERED_BEFORE) or here.follows(_DEFINITE_BEFORE):
        return None
    of_what = here.after(re.compile(r"\s+of\s+(?:an?\s+)?(?:the\s+)?(?P<noun>[\w’'-]+)"))
    if of_what and re.match(r"century|year|month|hour|day|week|\d{4}|2|19", of_what["noun"]):
        return None
    if of_what or re.search(r"\b(?:by|almost|nearly|about|over|than|around|up to|at least|to|for|one)\s+$", here.before):
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
    number, small = here.numeral.number, here.numeral.number <= _DOZEN
    if number == 1.0 or here.follows(_TITLE_BEFORE) or _is_numbered_name(here, hedged=hedged) or (_is_year(here) and not hedged):
        return False
    if here.follows(_DEFINITE_BEFORE) and (small or noun in _SIDES) and not hedged:
        return False
    if here.follows(_ORDERED_BEFORE) and small:
        return False
    if here.after(_PARTITIVE_AFTER):
        return number > _TINY or hedged or here.after(_PART_OF_OURS_AFTER) is not None
    if noun in _SIDES and number <= (_TINY if hedged else _FEW):
        return False
    if noun in _ABSTRACT and number < _FEW:
        return False
    return number > _TINY - 1 or hedged or noun in _WEIGHTY


def _is_numbered_name(here: Context, *, hedged: bool) -> bool:
    if here.numeral.spelled or hedged or "," in here.words:
        return False
    name = _NAME_BEFORE.search(here.before)
    return name is not None and name["word"].lower() not in _FUNCTION and name.start("word") > 0


def _is_year(here: Context) -> bool:
    return not here.numeral.spelled and here.numeral.magnitude == 1.0 and _YEAR.fullmatch(here.words) is not None


def _bare(here: Context, *, hedged: bool) -> Quantity | None:
    """Take a number without unit where its size, or a word before it, shows that it is an amount."""
    if _is_year(here) or _is_numbered_name(here, hedged=hedged) or here.numeral.number == 1.0:
        return None
    large = here.numeral.magnitude > 1.0 or "," in here.words
    reached = here.follows(_REACH_BEFORE) or here.after(_RANGE_AFTER) or here.after(_LISTED_AFTER)
    if large or not here.numeral.number.is_integer() or (hedged and here.numeral.number > _TINY) or (reached and not here.numeral.spelled):
        return here.quantity(Measure.BARE, "", here.numeral.end)
    return None


def _noun(here: Context) -> tuple[str, int, int] | None:
    """Give the plural noun that the number counts, with the place of the noun and its attributes."""
    partitive = here.after(_PARTITIVE_AFTER)
    place = start = (partitive.end() - 1) if partitive else here.numeral.end
    for _ in range(_NOUN_REACH):
        match = _WORD.match(here.text, place, here.end)
        if match is None or (match["word"].lower() in _FUNCTION):
            return None
        place = match.end("word")
        word = match["word"].rstrip(".-’'").lower()
        if _is_plural(word) and not _goes_on(here, place):
            first = start + 1
            end = match.start("word") + len(word)
            return here.text[match.start("word") : end], first, end
        if (match["word"].endswith(".") and not _INITIALS.fullmatch(match["word"])) or (match["comma"] and not _attribute_follows(here, place)):
            return None
        place = match.end()
    return None


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR or word.endswith(("children", "smen", "omen", "people")) or (len(word) > _TINY and word.endswith("s") and word not in _SINGULAR and not word.endswith(("ss", "ous", "’s", "'s")))


def _goes_on(here: Context, place: int) -> bool:
    """Tell whether a further plural follows at once ("arms systems"), which is then the counted noun."""
    match = _WORD.match(here.text, place, here.end)
    return match is not None and match["gap"].isspace() and _is_plural(match["word"].lower()) and not match["word"].endswith("ses")


def _attribute_follows(here: Context, place: int) -> bool:
    match = re.compile(r",\s*[a-z][\w-]+\s").match(here.text, place, here.end)
    return match is not None and not re.match(r",\s*(?:and|or|but|which|who|the|a|in|of)\s", match[0])
