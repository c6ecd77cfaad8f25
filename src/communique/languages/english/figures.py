"""English figures: sums, shares, measures, lengths of time and counts that a release states."""

from __future__ import annotations

import re

from communique.languages.english.quantities import find_quantities
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
from communique.model.figures import FigureWords
from communique.model.spans import Span

_LEXICON = load_figure_lexicon("communique.languages.english")
_MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s*[-–]\s*(?:january|february|march|april|may|june|july|august|september|october|november|december))?"
)
_YEAR = r"(?:19|20)\d\d"
_TIME_NOUN = r"(?:year|month|week|quarter|decade|season|day|period|century|half)s?"
_WHICH = (
    r"(?:(?:the|this|that|last|past|next|first|second|third|fourth|coming|previous|current|early|mid|late|end of"
    r"|start of|beginning of|recent|following|fiscal|calendar|financial|same|half of|whole|of)[\s-]+)*"
)
_HOW_MANY = r"(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several)\s+)?"
_SPELL = (
    rf"(?:{_WHICH}{_HOW_MANY}"
    rf"(?:{_TIME_NOUN}|(?:[\w-]+\s+)?{_YEAR}|{_MONTH}(?:\s+\d{{1,2}})?(?:,?\s+{_YEAR})?))"
)
_PERIOD = re.compile(
    r"\b(?:(?:in|over|during|for|by|since|until|from|within|through|as of|throughout|at)\s+"
    rf"{_SPELL}(?:\s+(?:of|compared to|compared with)\s+{_SPELL}(?:\s+levels)?)?(?:\s+alone)?"
    rf"|(?:this|last|next|each|every)\s+{_TIME_NOUN}(?:\s+(?:and\s+the\s+next\s+year|alone))?"
    rf"|since\s+(?:[\w’'-]+\s+){{0,5}}[\w’'-]+(?=,)|the\s+{_YEAR}\s+(?:\w+\s+)?season"
    r"|to date|so far|annually|yearly|right now|at the moment|at present|currently|today|now|(?P<loose>already))\b"
    r"(?!\s+ago)"
)

_DASH = r"\s*[-–—−]\s*"
_ROUNDING = any_of(
    ("about", "around", "almost", "nearly", "even", "more than", "over", "up to", "perhaps", "as much as", "some")
)
_ROUNDED = rf"(?:(?:{_ROUNDING})\s+)?"
_ABOUT_SAME = r",?\s*(?:a\s+(?:little|bit)|slightly|just)\s+(?:over|under|above|below|more than|less than)\s+"
_SPELL_BETWEEN = rf"(?:\s+(?:in|of|by|per)\s+[\w’'-]+(?:\s+(?:{_YEAR}|year))?)?"

_TOPIC_AFTER = re.compile(
    r"(?:\s+(?:increase|decrease|growth|decline|rise|drop|reduction|share))?\s+(?:of|in|for|worth of)\s+"
    r"(?P<topic>(?:[\w’'-]+\s+){0,5}?[\w’'-]+)"
    r"(?=[.,;:]|\s+(?:in|by|to|from|for|over|during|that|which|and|on|at|with|this|last|since|is|are|was|were|has|have"
    r"|will)\b|$)"
)
_REPORTING = r"(?:said|noted|stressed|added|reported|stated|emphasi[sz]ed|announced|recalled|reminded)"
_NO_TOPIC = (
    r"(?:it|they|we|he|she|i|you|this|that|there|these|which|who|in|on|by|at|to|for|if|as|with|over|since|during|while"
    r"|when|because)"
)
_AUXILIARIES = (
    r"(?:(?:has|have|had|will|would|also|already|could|may|been|is|are|was|were|now|currently|even|substantially|only)"
    r"\s+)*"
)
_VERBS = (
    r"(?:last(?:ed|s|ing)|reach\w*|increas\w*|grew|grow\w*|rose|ris\w+|decreas\w*|declin\w*|fell|fall\w*|dropped"
    r"|exceed\w*|amount\w*|total\w*|stood|stands?|is|was|are|were|comes?|came|account\w*|doubled|tripled)\b"
)
_TOPIC_BEFORE = re.compile(
    rf"(?:(?:[\w’'.-]+\s+){{1,4}}{_REPORTING}\s+(?:that\s+)?)?(?:(?:and|but|that|because|while|as|so)\s+)?"
    rf"(?P<topic>(?!{_NO_TOPIC}\s)(?:[\w’'-]+\s+){{0,7}}?[\w’'-]+?)\s+{_AUXILIARIES}{_VERBS}"
)
_LEADING = re.compile(r"(?:[-–—*•\s]|and\s|but\s)*")


def find_figures(text: str, sentences: tuple[Span, ...]) -> tuple[FigureWords, ...]:
    """
    Give the quantities that the sentences state, in order; dates, ranks, ages, names and references are none.

    Vague amounts ("dozens", "billions of dollars") are left out: they give no number.

    >>> text = "Trade grew by almost 12 percent last year."
    >>> [(f.number, f.unit, f.hedge.span.of(text)) for f in find_figures(text, (Span(0, len(text)),))]
    [((12.0,), 'percent', 'almost')]
    """
    return find_figures_by(_GRAMMAR, text, sentences)


def _topic(small: str, quantity: Quantity, start: int, end: int) -> tuple[int, int] | None:
    """Give a short phrase on what is measured: what follows "of" or "in", else the subject of the clause."""
    if quantity.measure is not Measure.TIME:
        after = _TOPIC_AFTER.match(small, quantity.reach, end)
        if after is not None:
            return after.span("topic")
    lead = _LEADING.match(small, start, quantity.start)
    before = _TOPIC_BEFORE.match(small, lead.end() if lead else start, quantity.start)
    return before.span("topic") if before is not None else None


_GRAMMAR = FigureGrammar(
    trigger=trigger_pattern(_LEXICON),
    quantities=find_quantities,
    between=re.compile(rf"{_DASH}|\s+to\s+{_ROUNDED}"),
    either=re.compile(rf",?\s+or\s+{_ROUNDED}|{_ABOUT_SAME}"),
    change=re.compile(rf"{_SPELL_BETWEEN},?\s+(?:and|to)\s+{_ROUNDED}(?:the\s+)?"),
    opens=re.compile(r"\b(?:from|between)\s+(?:[\w’'-]+\s+){0,2}$"),
    again=re.compile(r",?\s*[(–—-]?\s*(?:that is|that is to say|i\.e\.|in other words|or)\b,?\s+(?:\w+\s+){0,2}"),
    goal=re.compile(r"(?!)"),
    before=hedge_pattern(
        _LEXICON, HedgePlace.BEFORE, tail=r"\s*(?:(?:an?|the|by|to|of|in|its|their|our|is|was|at|for|minus|plus)\s+)?$"
    ),
    after=hedge_pattern(_LEXICON, HedgePlace.AFTER, head=r"[\s,–—-]*"),
    clause=hedge_pattern(_LEXICON, HedgePlace.CLAUSE, tail=r"[^.;:!?]*$"),
    modal=hedge_pattern(_LEXICON, HedgePlace.MODAL, tail=r"(?:\s+[\w’'-]+){1,3}\s*$"),
    directions=direction_pattern(_LEXICON),
    by=re.compile(rf"\bby\s+{_ROUNDED}$"),
    period=_PERIOD,
    topic=_topic,
)
