"""The words of a language for what is called the first, made into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from communique.languages.word_tables import NEVER, any_of, load_table, whole_words

MOST_TAIL = 140
"""Characters that what follows the noun may have: since when, where to, by whom."""

_TAIL_END = r"[^,.;:!?()\[\]\n\r–—]"


class FirstKind(StrEnum):
    """What is called the first; a destination is the first place of a traveller."""

    TRIP = "trip"
    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    DESTINATION = "destination"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FirstLexicon:
    """One language's words, made into patterns; all of them are for text in small letters."""

    phrase: re.Pattern[str]
    timed: re.Pattern[str]
    nouns: tuple[tuple[FirstKind, re.Pattern[str]], ...]
    titles: re.Pattern[str]
    abroad: re.Pattern[str]
    since: re.Pattern[str]
    place: re.Pattern[str]
    tells: re.Pattern[str]
    between: re.Pattern[str]
    of_body: re.Pattern[str]
    before: re.Pattern[str]
    needs_article: bool
    not_: re.Pattern[str]
    one_of: re.Pattern[str]
    recalled: re.Pattern[str]


@cache
def first_lexicon(language: str) -> FirstLexicon | None:
    """Give the words of a language, None where it has no table."""
    table = load_table(language, "first.toml")
    if table is None:
        return None
    tail, context = table["tail"], table["context"]
    since = _since_pattern(tail)
    telling = (*tail["of_whom"], *tail["as"], *(tail["to"] if context["to_is_enough"] else ()))
    return FirstLexicon(
        phrase=_phrase_pattern(table),
        timed=_timed_pattern(table),
        nouns=tuple((FirstKind(kind), re.compile(any_of(words))) for kind, words in table["kinds"].items()),
        titles=whole_words(table["titles"]),
        abroad=whole_words(table["abroad"]),
        since=since,
        place=_place_pattern(tail),
        tells=whole_words(telling),
        between=whole_words(tail["between"]),
        of_body=re.compile(r"\s+of\b"),
        before=re.compile(rf"(?<!\w){any_of(tail.get('before', ()))}\s+(?:[\w-]+\s+){{0,2}}$"),
        needs_article=context["needs_article"],
        not_=_ending_in(context["not"]),
        one_of=_ending_in(context["one_of"]),
        recalled=_ending_in(context["recalled"]),
    )


def _phrase_pattern(table: dict[str, Any]) -> re.Pattern[str]:
    kinds = table["kinds"]
    noun = any_of(word for words in kinds.values() for word in words)
    own, article, first = any_of(table["own"]), any_of(table["article"]), any_of(table["first"])
    genitive = rf"(?P<genitive>(?:[\w.’'-]+\s+){{0,3}}?[\w.-]+{table['genitive']})\s+" if table["genitive"] else ""
    owner = (
        rf"(?:(?P<own>{own})\s+|(?P<article>{article})\s+{f'|{genitive}' if genitive else f'|(?P<genitive>{NEVER})'})?"
    )
    modifiers = rf"(?P<modifiers>(?:\s*,?\s*{any_of(table['modifiers'])}(?!\w)){{0,4}})"
    return re.compile(
        rf"(?<!\w){owner}{first}(?!\w){modifiers}\s+(?P<noun>{noun})(?!\w)(?P<tail>{_tail_pattern(table)})?"
    )


def _tail_pattern(table: dict[str, Any]) -> str:
    tail = table["tail"]
    stop = rf"\s{any_of(tail['stops'])}(?!\w)(?!\s+{any_of(tail['to'])}\s)" if tail["stops"] else NEVER
    return rf"(?:\s+is)?\s+{any_of(tail['joins'])}(?!\w)(?:(?!{stop}){_TAIL_END}){{0,{MOST_TAIL}}}"


def _timed_pattern(table: dict[str, Any]) -> re.Pattern[str]:
    context = table["context"]
    verb, time = any_of(context["verbs"]), any_of(context["time_phrase"])
    tail = _tail_pattern(table)
    return re.compile(
        rf"(?<!\w)(?:(?P<before>{verb})\s+(?:[\w’'.-]+\s+){{0,4}}?)?(?P<time>{time})(?!\w)(?P<tail>{tail}(?=\W|$))?"
        rf"(?(before)|,?\s+(?:[\w’'.-]+\s+){{0,5}}?(?P<after>{verb})(?!\w))"
    )


def _since_pattern(tail: dict[str, Any]) -> re.Pattern[str]:
    since, spell = any_of(tail["since"]), any_of(tail["spell"])
    year = r"(?:in|в)\s+(?:19|20)\d\d"
    return re.compile(rf"(?<!\w)(?:{since}\s+\S{_TAIL_END}*|{spell}(?!\w)|{year}(?!\w))")


def _place_pattern(tail: dict[str, Any]) -> re.Pattern[str]:
    ends = any_of(word for name in ("since", "as", "spell", "of_whom", "stops") for word in tail.get(name, ()))
    return re.compile(rf"(?<=\s){any_of(tail['to'])}\s+(?:(?!{ends}(?!\w))\S+\s*){{1,6}}")


def _ending_in(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){any_of(words)}\s+(?:the\s+|yet\s+|a\s+)?$|{_clitic(words)}")


def _clitic(words: Iterable[str]) -> str:
    """Give a pattern for endings that stick to a verb ("isn’t"), which no word border parts."""
    endings = [re.escape(word) for word in words if not word[:1].isalpha() or "’" in word or "'" in word]
    return rf"(?:{'|'.join(endings)})\s+(?:the\s+)?$" if endings else NEVER


@cache
def periods_of(language: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]] | None:
    """Give the words for the turn of a year and for the twelve months, None for a language without a table."""
    table = load_table(language, "first.toml")
    if table is None:
        return None
    periods = table["periods"]
    return whole_words(periods["new_year"]), tuple(whole_words((month,)) for month in periods["months"])
