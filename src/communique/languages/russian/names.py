"""Personal names in running Russian: where they end, and the cases in which their words agree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.languages.russian.lexicon import PACKAGE, load_offices
from communique.languages.russian.scan import Class, Unit, opens_name
from communique.languages.russian.words import is_named, lemmas_of, singular_cases
from communique.text.tables import load_toml

ANY_CASE = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
_LONGEST_NAME = 7
_SHORT = 4
_FULL = 2
_BARE = frozenset({"nom"})


@cache
def _endings() -> tuple[tuple[str, frozenset[str]], ...]:
    rows = load_toml(PACKAGE, "grammar.toml")["name_endings"]
    return tuple((ending, frozenset(cases.split())) for ending, cases in rows.items())


@cache
def surname_endings() -> tuple[str, ...]:
    """Give the endings by which a word that the dictionary has otherwise may be a surname."""
    return tuple(load_toml(PACKAGE, "grammar.toml")["surname_endings"])


def name_end(units: Sequence[Unit], i: int) -> int:
    """Give where a personal name that begins at ``i`` ends; ``i`` itself where none begins."""
    if not opens_name(units, i):
        return i
    j = i + 1
    while j < len(units) and j - i < _LONGEST_NAME and _goes_on(units, i, j) and not _begins_subject(units, i, j):
        j += 1
    return (
        i
        if all(u.words.endswith(".") or (len(u.words) == 1 and u is not units[i]) for u in units[i:j])
        and units[i].words.endswith(".")
        else j
    )


def _goes_on(units: Sequence[Unit], i: int, j: int) -> bool:
    unit, before = units[j], units[j - 1]
    if unit.start - before.end > 1 or (unit.start == before.end and not before.words.endswith(".")):
        return False
    if unit.kind is Class.NAME or before.words.endswith("."):
        return unit.capital and (before.words.endswith(".") or not unit.words.endswith("."))
    if unit.lower in load_offices().particles and (unit.lower != "и" or unit.capital):
        return unit.capital or (j + 1 < len(units) and units[j + 1].capital)
    shouted = unit.words.isupper() and len(unit.words) > 1
    return j - i == 1 and unit.kind is Class.CAPITAL and not shouted and _may_be_surname(before, unit)


def _begins_subject(units: Sequence[Unit], i: int, j: int) -> bool:
    """Tell whether another full name begins: one in the nominative behind one in another case."""
    if j - i < _FULL or units[j].lower in load_offices().particles or j + 1 >= len(units) or not units[j + 1].capital:
        return False
    return _cases_of(units[j].words) == _BARE and "nom" not in cases_of_name(units, i, j)


def _may_be_surname(before: Unit, unit: Unit) -> bool:
    """Tell whether a word that is also an ordinary one stands as a surname after a first name."""
    if len(before.words) <= _SHORT or unit.lower.endswith(surname_endings()):
        return True
    return not lemmas_of(unit.words, "ADJF", "PREP", "CONJ", "NPRO")


def cases_of_name(units: Sequence[Unit], first: int, last: int) -> frozenset[str]:
    """Give the cases in which the words of a name agree; words that are not declined leave them open."""
    found: frozenset[str] | None = None
    for unit in units[first:last]:
        small = unit.lower in load_offices().particles or len(unit.words) < _SHORT
        cases = ANY_CASE if small else _cases_of(unit.words)
        if cases != ANY_CASE:
            found = cases if found is None else (found & cases) or found
    return found or ANY_CASE


def _cases_of(word: str) -> frozenset[str]:
    """Give the cases of one word of a name: the dictionary's of names that it has, else those of the ending."""
    if is_named(word):
        cases = singular_cases(word)
        return cases | {"acc"} if "gen" in cases else cases
    return cases_by_ending(word)


def cases_by_ending(word: str) -> frozenset[str]:
    """Give the cases that the ending of a name leaves open."""
    low = word.lower()
    return next((cases for ending, cases in _endings() if low.endswith(ending)), _BARE)
