"""Between whom a document stands: states, governments, ministries, firms, by its words and its parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.languages.instrument_lexicon import InstrumentLexicon
from communique.languages.instrument_lists import ListedDocument
from communique.model.instruments import InstrumentClass, Level
from communique.model.spans import Span

OF_STATES = frozenset({InstrumentClass.TREATY, InstrumentClass.DECLARATION, InstrumentClass.STATEMENT})
_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentGrammar:
    """
    What one language tells of level and binding beside its lexicon.

    ``between`` fits the words on who a document is between, the parties in its groups ``first`` and ``rest``;
    ``joint`` parts one party from the next. ``persons`` fits signers who are named as persons, ``loan`` titles of
    lending; ``binding`` and ``unbinding`` are operative words; ``sum`` fits a sum of money.
    """

    lexicon: InstrumentLexicon
    between: re.Pattern[str]
    joint: re.Pattern[str]
    persons: re.Pattern[str]
    loan: re.Pattern[str]
    binding: re.Pattern[str]
    unbinding: re.Pattern[str]
    sum: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedDocument:
    """A listed document with its sentence, the word of signing, those said to sign, and when that was."""

    listed: ListedDocument
    sentence: Span
    cue: Span | None
    signers: tuple[int, int] | None = None
    date: Span | None = None
    whole_release: bool = False


@dataclass(frozen=True, slots=True)
class ToldLevel:
    """A level and the words that tell it."""

    level: Level
    words: tuple[tuple[int, int], ...] = ()


_UNTOLD = ToldLevel(Level.UNCLEAR)


def find_level(
    text: str,
    found: SignedDocument,
    grammar: InstrumentGrammar,
    countries: frozenset[str],
    parties: Sequence[tuple[int, int]],
) -> ToldLevel:
    """
    Give the level of a document: by its name, by those it is between, by those who sign, by what announced it.

    Treaties, declarations and statements without such words are read as those of states.
    """
    listed, levels = found.listed, grammar.lexicon.levels
    own = _merged(_levels_in(text, listed.phrase.start, listed.phrase.end, levels))
    if own.level is not Level.UNCLEAR:
        return own
    between = grammar.between.search(text, listed.start, listed.end) is not None
    by_party = _of_parties(text, parties, grammar, countries, between=between)
    if between and by_party.level is not Level.UNCLEAR:
        return by_party
    inside = [hit for hit in _levels_in(text, listed.start, listed.end, levels) if hit[0] is Level.GOVERNMENT]
    if inside:
        return _merged(inside)
    if by_party.level is not Level.UNCLEAR:
        return by_party
    if listed.umbrella is not None:
        shared = _merged(_levels_in(text, listed.umbrella.start, listed.umbrella.end, levels))
        if shared.level is not Level.UNCLEAR:
            return shared
    return ToldLevel(Level.STATE) if listed.phrase.kind in OF_STATES else _UNTOLD


def _levels_in(text: str, start: int, end: int, levels: re.Pattern[str]) -> list[tuple[Level, tuple[int, int]]]:
    return [(Level(str(match.lastgroup)), match.span()) for match in levels.finditer(text, start, end)]


def _merged(hits: Sequence[tuple[Level, tuple[int, int]]]) -> ToldLevel:
    kinds = {level for level, _ in hits}
    if not kinds:
        return _UNTOLD
    return ToldLevel(kinds.pop() if len(kinds) == 1 else Level.MIXED, tuple(place for _, place in hits))


def _of_parties(
    text: str,
    parties: Sequence[tuple[int, int]],
    grammar: InstrumentGrammar,
    countries: frozenset[str],
    *,
    between: bool,
) -> ToldLevel:
    """Give the level of all parties together; those a document is between may be firms known by name alone."""
    told = [hit for party in parties for hit in _levels_in(text, *party, grammar.lexicon.levels)[:1]]
    others = [party for party in parties if not grammar.lexicon.levels.search(text, *party)]
    if not between:
        persons = [party for party in others if grammar.persons.fullmatch(text[slice(*party)])]
        return _merged([*told, *((Level.STATE, party) for party in persons)])
    if len(told) < _SEVERAL and countries:
        told += [
            (Level.STATE if _is_country(text[slice(*party)], countries) else Level.COMPANY, party)
            for party in others
            if text[party[0] : party[1]].removeprefix("the ")[:1].isupper()
        ]
    return _merged(told)


def _is_country(words: str, countries: frozenset[str]) -> bool:
    plain = words.strip().lower().removeprefix("the ")
    return plain in countries
