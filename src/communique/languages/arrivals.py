"""Words by which a release tells who met a guest on arrival, who saw the guest off, when the guest came and went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.languages.phrases import lowered
from communique.languages.word_tables import NEVER, any_of, load_table, whole_words
from communique.model import Span

MOST_NAMED = 160
"""Characters in which whoever met the guest is named."""


BEFORE = 24
"""Characters before a verb in which a passive without an agent shows ("was ceremonially welcomed at …")."""

_LEAD = re.compile(r"(?:at|on|in|upon|near)\s[^,]{0,80}?\b(?:airport|airfield|base|station|arrival|port)\b,?")
_CLAUSE = re.compile(r",\s*(?:where|when|and|then|so)\s+")


class Farewell(StrEnum):
    """Whether somebody met a guest on arrival, or saw the guest off."""

    MET = "met on arrival"
    SAW_OFF = "saw off"


@dataclass(frozen=True, slots=True, kw_only=True)
class GreetingWords:
    """
    Words of one sentence on who met a guest or saw one off.

    ``who`` marks those who did, None where word order does not tell (the names in the sentence then do); ``whom`` marks
    the guest likewise; ``cue`` is the verb.
    """

    farewell: Farewell
    cue: Span
    who: Span | None = None
    whom: Span | None = None


class Leg(StrEnum):
    """Arrival or departure."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArrivalLexicon:
    """One language's words, made into patterns; all are for text in small letters."""

    place: re.Pattern[str]
    passive: re.Pattern[str]
    active: re.Pattern[str]
    off_passive: re.Pattern[str]
    off_active: re.Pattern[str]
    be: re.Pattern[str]
    untold: re.Pattern[str]
    stops: re.Pattern[str]
    arrived: re.Pattern[str]
    departed: re.Pattern[str]
    free_order: bool
    off_needs_place: bool


def find_greetings(text: str, sentence: Span, language: str) -> tuple[GreetingWords, ...]:
    """
    Give the words of a sentence on who met a guest at a place of arrival, or saw one off; none where it is to come.

    >>> text = "At the airport the King was met by Prime Minister Adela Korin."
    >>> [found.who.of(text) for found in find_greetings(text, Span(0, len(text)), "en") if found.who]
    ['Prime Minister Adela Korin']
    """
    lexicon = arrival_lexicon(language)
    if lexicon is None:
        return ()
    small = lowered(text)
    words = small[sentence.start : sentence.end]
    if lexicon.untold.search(words):
        return ()
    placed = lexicon.place.search(words) is not None
    met = _find_one(small, sentence, lexicon, Farewell.MET) if placed else None
    off = _find_one(small, sentence, lexicon, Farewell.SAW_OFF) if placed or not lexicon.off_needs_place else None
    return tuple(item for item in (met, off) if item is not None)


def find_legs(text: str, sentence: Span, language: str) -> Iterator[tuple[Leg, Span]]:
    """Give the words of a sentence that tell of an arrival or a departure as a fact."""
    lexicon = arrival_lexicon(language)
    if lexicon is None:
        return
    small = lowered(text)
    if lexicon.untold.search(small, sentence.start, sentence.end):
        return
    for leg, pattern in ((Leg.ARRIVAL, lexicon.arrived), (Leg.DEPARTURE, lexicon.departed)):
        match = pattern.search(small, sentence.start, sentence.end)
        if match:
            yield leg, Span(match.start(), match.end(), sentence.part)


def _find_one(text: str, sentence: Span, lexicon: ArrivalLexicon, farewell: Farewell) -> GreetingWords | None:
    arrives = farewell is Farewell.MET
    passive = (lexicon.passive if arrives else lexicon.off_passive).search(text, sentence.start, sentence.end)
    if passive:
        cue = Span(passive.start(), passive.end(), sentence.part)
        who = _named_after(text, passive.end(), sentence, lexicon)
        return GreetingWords(farewell=farewell, cue=cue, who=who, whom=_named_before(text, passive.start(), sentence))
    active = (lexicon.active if arrives else lexicon.off_active).search(text, sentence.start, sentence.end)
    if active is None or lexicon.be.search(text[max(sentence.start, active.start() - BEFORE) : active.start()]):
        return None
    cue = Span(active.start(), active.end(), sentence.part)
    if lexicon.free_order:
        return GreetingWords(farewell=farewell, cue=cue)
    who = _named_before(text, active.start(), sentence)
    if who is None:
        return None
    return GreetingWords(farewell=farewell, cue=cue, who=who, whom=_named_after(text, active.end(), sentence, lexicon))


def _named_after(text: str, start: int, sentence: Span, lexicon: ArrivalLexicon) -> Span | None:
    """Give the words after a place, up to where a place, a time or a new clause begins."""
    end = min(sentence.end, start + MOST_NAMED)
    stop = lexicon.stops.search(text, start, end)
    return _tight(text, start, stop.start() if stop else end, sentence)


def _named_before(text: str, end: int, sentence: Span) -> Span | None:
    """Give the words before a verb: of its own clause, and not those that say where."""
    start = sentence.start
    lead = _LEAD.match(text, start, end)
    clauses = list(_CLAUSE.finditer(text, start, end))
    return _tight(text, max((found.end() for found in (lead, *clauses) if found), default=start), end, sentence)


def _tight(text: str, start: int, end: int, sentence: Span) -> Span | None:
    words = text[start:end]
    left, right = len(words) - len(words.lstrip(" ,\t\n")), len(words.rstrip(" ,.;:\t\n"))
    return Span(start + left, start + right, sentence.part) if left < right else None


@cache
def arrival_lexicon(language: str) -> ArrivalLexicon | None:
    """Give the words of a language, None where it has no table."""
    table = load_table(language, "arrivals.toml")
    if table is None:
        return None
    return ArrivalLexicon(
        place=whole_words(table["place"]),
        passive=_passive(table["be"], table["met_passive"], table["by"]),
        active=whole_words(table["met_active"]),
        off_passive=_passive(table["be"], table["off_passive"], table["by"]),
        off_active=_active_off(table["off_active"]),
        be=re.compile(rf"(?<!\w){any_of(table['be'])}(?:\s+\w+ly)?\s+$"),
        untold=whole_words(table["untold"]),
        stops=re.compile(rf"\s+{any_of(table['stops'])}(?!\w)|[.;:!?]") if table["stops"] else re.compile(NEVER),
        arrived=whole_words(table["arrived"]),
        departed=whole_words(table["departed"]),
        free_order=table["free_order"],
        off_needs_place=table["off_needs_place"],
    )


def _passive(be: list[str], verbs: list[str], by: list[str]) -> re.Pattern[str]:
    """Give the pattern of "was warmly met at the airport by", up to the word after which the names stand."""
    if not verbs:
        return re.compile(NEVER)
    words = r"(?:\s+[^\s.;:!?]+)"
    return re.compile(rf"(?<!\w){any_of(be)}{words}{{0,2}}?\s+{any_of(verbs)}{words}{{0,8}}?\s+{any_of(by)}\s+")


def _active_off(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(phrases)}(?!\w)")
