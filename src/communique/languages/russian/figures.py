"""Russian figures: sums, shares, measures, lengths of time and counts that a release states."""

from __future__ import annotations

import re

from communique.languages.figure_words import (
    HedgePlace,
    Measure,
    any_of,
    direction_pattern,
    hedge_pattern,
    load_figure_lexicon,
    trigger_pattern,
)
from communique.languages.figures import FigureGrammar, find_figures_by
from communique.languages.quantities import Quantity
from communique.languages.russian.quantities import find_quantities
from communique.model.figures import FigureWords
from communique.model.spans import Span

_LEXICON = load_figure_lexicon("communique.languages.russian")
_TIME_NOUN = (
    r"(?:год\w*|лет|месяц\w*|квартал\w*|недел\w*|полугоди\w*|десятилети\w*|дн(?:я|ей|и|ям)|период\w*|сезон\w*"
    r"|сут(?:ки|ок|кам)|пятилетк\w+)"
)
_SMALL = any_of(entry.word for entry in _LEXICON.numbers if entry.number <= 20)  # noqa: PLR2004 - spans of time
_HOW_MANY = rf"(?:(?:\d+(?:\s*[-–]\s*\d+)?|{_SMALL}|несколько)\s+)?"
_WHICH = (
    r"(?:(?:это[мт]\w*|прошл\w+|текущ\w+|следующ\w+|последн\w+|предыдущ\w+|перв\w+|втор\w+|ближайш\w+|минувш\w+"
    r"|нынешн\w+|тот же|этот же|весь|сравнении с|допандемийн\w+|конц\w+|начал\w+)\s+){0,3}"
)
_HEADS = (
    r"(?:начиная\s+)?(?:в|во|за|с|со|к|ко|до|по|на|от|по итогам|по сравнению с|в течение|на протяжении|к концу"
    r"|до конца|в конце|с начала|в начале|в первом|по состоянию на)"
)
_YEARS = r"\d{4}(?:\s*[-–]\s*\d{4})?(?:-?\w+)?\s+год\w*"
_SPELL = (
    rf"{_HEADS}\s+{_WHICH}{_HOW_MANY}(?:{_YEARS}|{_TIME_NOUN}(?:\s+\d{{4}}\s+года)?)"
    r"(?:\s+этого\s+года|\s+текущего\s+года)?"
)
_NOW = (
    r"\d{4}\s+год\w*|ежегодно|к настоящему времени|сейчас|сегодня|на сегодняшний день|на сегодня|теперь"
    r"|на данный момент"
)
_PERIOD = re.compile(rf"(?<!\w)(?:{_SPELL}|{_NOW}|(?P<loose>уже))(?!\w)")

_DASH = r"\s*[-–—−]\s*"
_ROUNDING = any_of(
    ("около", "почти", "примерно", "более чем", "более", "порядка", "практически", "где-то", "уже", "даже")
)
_ROUNDED = rf"(?:(?:{_ROUNDING})\s+)?"
_SPELL_BETWEEN = r"(?:\s+в\s+\d{4}(?:-м)?\s+году|\s+в\s+прошлом\s+году|\s+в\s+год)?"
_REACHED = re.compile(
    r"(?<!\w)(?:выр[оа]с|увелич|сниз|снижа|сокра[тщ]|повы[сш]|подн[яи]|дове[сд]|дов[её]л|возр[оа]с|до[шй]|дости|нара[сщ]"
    r"|нарос|расшир|уменьш|прод[лв]|подрос|раст)\w*[^.;:]*(?<!\w)до\s+$"
    r"|(?<!\w)(?:с|со|от)\s+\S+[^.;:]{0,40}(?<!\w)до\s+$"
)

_TOPIC_AFTER = re.compile(
    r"\s+(?P<topic>(?!\w+(?:ены|аны|яты|или|али)\b)(?:[а-яё-]+(?:[ыи]х|ого|его|ой|ей)\s+){0,3}"
    r"[а-яё-]+(?:[аяыи]|ов|ев|ей|ий|ия))(?=[\s.,;:–—]|$)"
)
_NO_TOPIC = r"(?:мы|вы|я|они|он|она|оно|это|нам|вам|что|в|на|за|у|по|с|к|из|для|если|как)"
_VERBS = (
    r"(?:вырос\w*|увеличил\w*|снизил\w*|сократил\w*|упал\w*|подрос\w*|возрос\w*|поднял\w*|составля\w+|составил\w*"
    r"|достиг\w*|длил\w*|превыси\w+|превыша\w+|прибавил\w*|растёт|растет)"
)
_TOPIC_BEFORE = re.compile(
    rf"(?:[а-яё]\.[а-яё]\w+:\s+)?(?:(?:и|а|но|что|это|также|так|кроме того)\s+)*(?:(?:{_SPELL}|{_NOW})\s+)?"
    rf"(?P<topic>(?!{_NO_TOPIC}\s)(?:[\w-]+\s+){{0,4}}?[\w-]+)\s+"
    rf"(?:(?:у\s+нас|уже|сейчас|почти|стабильно|также|снова)\s+)*{_VERBS}(?!\w)"
)


def find_figures(text: str, sentences: tuple[Span, ...]) -> tuple[FigureWords, ...]:
    """
    Give the quantities that the sentences state, in order; dates, ranks, ages, names and references are none.

    >>> text = "Товарооборот вырос более чем на 12,5 процента."
    >>> [(f.number, f.unit, f.hedge.span.of(text)) for f in find_figures(text, (Span(0, len(text)),))]
    [((12.5,), 'percent', 'более чем')]
    """
    return find_figures_by(_GRAMMAR, text, sentences)


def _topic(small: str, quantity: Quantity, start: int, end: int) -> tuple[int, int] | None:
    """Give a short phrase on what is measured: the subject of the clause, else a genitive that follows."""
    before = _TOPIC_BEFORE.match(small, start, quantity.start)
    if before is not None:
        return before.span("topic")
    if quantity.measure in {Measure.SHARE, Measure.MONEY}:
        after = _TOPIC_AFTER.match(small, quantity.reach, end)
        return after.span("topic") if after is not None else None
    return None


_GRAMMAR = FigureGrammar(
    trigger=trigger_pattern(_LEXICON),
    quantities=find_quantities,
    between=re.compile(rf"{_DASH}|\s+до\s+{_ROUNDED}"),
    either=re.compile(rf",?\s+(?:или|либо)\s+{_ROUNDED}"),
    change=re.compile(rf"{_SPELL_BETWEEN},?\s+(?:до|на|к)\s+{_ROUNDED}"),
    opens=re.compile(r"(?<!\w)(?:с|со|от)\s+(?:[а-яё-]+\s+)?$"),
    again=re.compile(r",?\s*[(–—-]?\s*(?:то есть|т\.\s?е\.|иными словами|или)\s+(?:\w+\s+){0,2}"),
    goal=_REACHED,
    before=hedge_pattern(
        _LEXICON,
        HedgePlace.BEFORE,
        tail=r"\s*(?:(?:рост|прирост|увеличение|снижение|сокращение|падение)\s+)?(?:(?:в|на|до|с|за|к)\s+)?$",
    ),
    after=hedge_pattern(_LEXICON, HedgePlace.AFTER, head=r"[\s,–—-]*"),
    clause=hedge_pattern(_LEXICON, HedgePlace.CLAUSE, tail=r"[^.;:!?]*$"),
    modal=hedge_pattern(_LEXICON, HedgePlace.MODAL, tail=r"(?:\s+[\w-]+){1,3}\s*$"),
    directions=direction_pattern(_LEXICON),
    by=re.compile(rf"(?:(?<!\w)(?:на|в)|[–—])\s+{_ROUNDED}$"),
    period=_PERIOD,
    topic=_topic,
)
