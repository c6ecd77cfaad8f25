"""Contradictions in place: one happening, put in two towns or two states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from communique.collation.clashes.matter import Matter, Passage, is_same_matter, matter_of
from communique.collation.clashes.scenes import are_of_other_days, are_one_happening, days_of
from communique.languages.assertion_lexicon import AssertionLexicon, load_assertion_lexicon, load_concepts
from communique.languages.assertions import Assertion
from communique.languages.lemmas import lemmatise
from communique.model import Clash, ClashKind, Span
from communique.reference import Tables

_NAMED = r"(?:the\s+)?(?P<name>[^\W\d_a-zа-яё][\w’'-]+(?:\s+[^\W\d_a-zа-яё][\w’'-]+){0,3})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """
    A place named after a preposition: its words, and what the tables know of it.

    ``town`` is the town's name in the tables, ``state`` the code of the state it lies in or that is named itself;
    ``code`` the base forms of the words; ``building`` tells that it is a house or a body rather than a town.
    """

    span: Span
    code: str
    town: str = ""
    state: str = ""
    building: bool = False


def find_place_clashes(first: Passage, second: Passage, tables: Tables) -> Iterator[Clash]:
    """
    Give the contradictions in place; a clause that names several places names none for sure.

    Where the passages name other days too, they tell of two happenings, but for the encounter itself.
    """
    if are_of_other_days(first, second) and not are_one_happening(first, second):
        return
    ours, theirs = tuple(_placed(first, tables)), tuple(_placed(second, tables))
    across = first.language != second.language
    for clause, place in ours:
        for other, other_place in theirs:
            if not _part(place, other_place, across=across) or clause.denying or other.denying:
                continue
            if _is_mentioned(place, second) or _is_mentioned(other_place, first):
                continue
            one, two = (
                _told_of(*item, tables, across=across)
                for item in ((clause, place, first), (other, other_place, second))
            )
            if _happens(one, two) and is_same_matter(one, two):
                yield _told(first, place, second, other_place)


def are_of_other_places(first: Passage, second: Passage, tables: Tables) -> bool:
    """Tell whether both passages name places and none of the one is, or lies in, a place of the other."""
    ours, theirs = places_of(first, tables), places_of(second, tables)
    across = first.language != second.language
    return bool(ours and theirs) and all(_part(one, two, across=across) for one in ours for two in theirs)


def places_of(passage: Passage, tables: Tables) -> tuple[Whereabouts, ...]:
    """Give the places of the clauses that name one."""
    return tuple(place for _, place in _placed(passage, tables))


def _placed(passage: Passage, tables: Tables) -> Iterator[tuple[Assertion, Whereabouts]]:
    lexicon = load_assertion_lexicon(passage.language)
    if not lexicon.here:
        return
    text = passage.account.release.part(passage.span.part)
    pattern = _pattern(lexicon.here)
    for clause in passage.clauses:
        found = [
            place
            for match in pattern.finditer(text, clause.span.start, clause.span.end)
            for place in _resolved(match, passage, lexicon, tables)
        ]
        if len(found) == 1:
            yield clause, found[0]


@cache
def _pattern(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    heads = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in prepositions)
    return re.compile(rf"(?<!\w)(?:{heads})\s+{_NAMED}")


def _resolved(
    match: re.Match[str], passage: Passage, lexicon: AssertionLexicon, tables: Tables
) -> Iterator[Whereabouts]:
    lemmas = lemmatise(match["name"], passage.language)
    if not lemmas or set(lemmas) & lexicon.elsewhere:
        return
    span = Span(match.start("name"), match.end("name"), passage.span.part)
    code = " ".join(lemmas)
    town, state = _of_tables(code, passage.language, tables)
    yield Whereabouts(
        span=span,
        code=code,
        town=town,
        state=state,
        building=not town and not state and bool(set(lemmas) & lexicon.buildings),
    )


def _of_tables(code: str, language: str, tables: Tables) -> tuple[str, str]:
    """Give the town and the state that a name stands for, both empty where the tables have it not."""
    state = _states(tables, language).get(code)
    if state is not None:
        return "", state
    rows = _towns(tables, language).get(code[:2], ())
    for names, town, country in rows:
        if any(" ".join(lemmatise(name, language)) == code for name in names):
            return town, country
    return "", ""


@cache
def _states(tables: Tables, language: str) -> dict[str, str]:
    named = (
        (" ".join(lemmatise(name, language)), row.side.code)
        for row in reversed(tables.sides)
        for wording in row.wordings
        if wording.language == language
        for name in wording.names
    )
    return dict(named)


@cache
def _towns(tables: Tables, language: str) -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Give the towns by the first letters of their names, those of capitals first; base forms are read when asked."""
    rows: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in sorted(tables.cities, key=lambda city: not city.capital):
        for wording in row.wordings:
            if wording.language == language and wording.names and row.ambiguous <= int(row.capital):
                for head in _heads(wording.names):
                    rows.setdefault(head, []).append((wording.names, row.name, row.country.code))
    return {head: tuple(found) for head, found in rows.items()}


def _heads(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name[:2].casefold().replace("ё", "е") for name in names)


def _part(one: Whereabouts, two: Whereabouts, *, across: bool) -> bool:
    """Tell whether two names cannot be one place, nor one a part of the other."""
    if one.building or two.building or one.code == two.code:
        return False
    if one.town and two.town:
        return (one.town, one.state) != (two.town, two.state)
    if one.state and two.state:
        return one.state != two.state
    known = one.town or one.state, two.town or two.state
    return not across and not one.state and not two.state and not any(known)


def _is_mentioned(place: Whereabouts, passage: Passage) -> bool:
    words = lemmatise(passage.words(passage.span), passage.language)
    return place.code in " ".join(words)


def _told_of(clause: Assertion, place: Whereabouts, passage: Passage, tables: Tables, *, across: bool) -> Matter:
    apart = (place.span, *(day.span for day in days_of(passage)))
    terms = [term for term in clause.terms if not any(term.span.overlaps(span) for span in apart)]
    return matter_of(terms, passage, tables, across=across)


def _happens(one: Matter, two: Matter) -> bool:
    """Tell whether both speak of a happening that has a place."""
    return bool(one.codes & two.codes & load_concepts().happenings)


def _told(first: Passage, place: Whereabouts, second: Passage, other: Whereabouts) -> Clash:
    told = f"“{first.words(place.span)}” in the first and “{second.words(other.span)}” in the second for one happening"
    return Clash(kind=ClashKind.PLACE, first=place.span, second=other.span, told=told)
