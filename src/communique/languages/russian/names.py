"""Personal names in running Russian: where they end, and the cases in which their words agree."""

from __future__ import annotations

from collections.abc import Sequence

from communique.languages.russian.lexicon import load_offices
from communique.languages.russian.scan import Class, Unit, opens_name
from communique.languages.russian.words import is_given_name, is_named, lemmas_of, singular_cases

ANY_CASE = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
_LONGEST_NAME = 7
_SHORT = 4
_SURNAMES = ("ов", "ова", "ову", "овым", "ове", "овой", "ев", "ева", "еву", "евым", "еве", "евой", "ин", "ина", "ину", "иным", "ине", "иной", "ский", "ского", "скому", "ским", "ском", "енко", "чук")
_BARE = frozenset({"nom"})
# The endings of masculine and feminine surnames and foreign names; "о", "э", "и" and "у" may also be undeclined.
_ENDINGS = (
    ("ского", "gen acc"), ("цкого", "gen acc"), ("скому", "dat"), ("цкому", "dat"), ("ским", "ins"), ("цким", "ins"), ("ском", "loc"), ("ской", "gen dat ins loc"), ("скую", "acc"),
    ("овым", "ins"), ("евым", "ins"), ("ёвым", "ins"), ("иным", "ins"), ("овой", "gen dat ins loc"), ("евой", "gen dat ins loc"), ("иной", "gen dat ins loc"),
    ("ом", "ins"), ("ем", "ins"), ("ём", "ins"), ("ым", "ins nom"), ("им", "ins nom"), ("ой", "ins gen dat loc nom"), ("ей", "ins nom gen dat"),
    ("а", "nom gen acc"), ("я", "nom gen acc"), ("у", "nom gen dat acc ins loc"), ("ю", "dat acc"), ("е", "nom gen dat acc ins loc"), ("ы", "gen nom"), ("и", "nom gen dat acc ins loc"), ("о", "nom gen dat acc ins loc"), ("э", "nom gen dat acc ins loc"),
)  # fmt: skip


def name_end(units: Sequence[Unit], i: int) -> int:
    """Give where a personal name that begins at ``i`` ends; ``i`` itself where none begins."""
    if not opens_name(units, i):
        return i
    j = i + 1
    while j < len(units) and j - i < _LONGEST_NAME and _goes_on(units, i, j):
        j += 1
    return i if all(u.words.endswith(".") or (len(u.words) == 1 and u is not units[i]) for u in units[i:j]) and units[i].words.endswith(".") else j


def _goes_on(units: Sequence[Unit], i: int, j: int) -> bool:
    unit, before = units[j], units[j - 1]
    if unit.start - before.end > 1 or (unit.start == before.end and not before.words.endswith(".")):
        return False
    if unit.kind is Class.NAME:
        return not (unit.words.endswith(".") and not before.words.endswith("."))
    if unit.lower in load_offices().particles and (unit.lower != "и" or unit.capital):
        return unit.capital or (j + 1 < len(units) and units[j + 1].capital)
    if not unit.capital or unit.kind not in (Class.CAPITAL, Class.BODY, Class.CITY) or (unit.words.isupper() and len(unit.words) > 1):
        return False
    if before.words.endswith("."):
        return True
    if unit.kind is not Class.CAPITAL or j - i > 1:
        return False
    if j - i == 1 and is_given_name(before.words) and not lemmas_of(unit.words, "ADJF", "PREP", "CONJ", "VERB"):
        return True
    if len(before.words) <= _SHORT or unit.lower.endswith(_SURNAMES):
        return True
    return bool(lemmas_of(unit.words, "NOUN")) and bool(singular_cases(before.words) & singular_cases(unit.words))


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
    low = word.lower()
    return next((frozenset(cases.split()) for ending, cases in _ENDINGS if low.endswith(ending)), _BARE)
