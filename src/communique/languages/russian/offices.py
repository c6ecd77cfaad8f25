"""The name of an office in Russian: its head with what goes before it and what it governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.languages.russian.lexicon import load_offices
from communique.languages.russian.scan import Class, Unit
from communique.languages.russian.words import cases_of, is_known, lemmas_of, read_word

_PREPOSITIONS = frozenset({"по", "в", "при", "на", "для", "от", "за"})
_LONGEST = 26
_QUOTE = 14
_ADJECTIVES = ("ADJF", "PRTF")
_GENITIVE = frozenset({"gen"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office by its units: where it begins, where it ends, its head, the cases it may stand in."""

    start: int
    end: int
    head: int
    name: int
    cases: frozenset[str]
    plural: bool
    former: bool


def office_at(units: Sequence[Unit], i: int, name_end: object) -> OfficePhrase | None:
    """
    Read the office whose name begins at a unit; ``name`` is where a personal name follows, 0 where none does.

    ``name_end`` gives for an index where a personal name that begins there ends.
    """
    head = _head(units, i)
    if head is None:
        return None
    plural = units[head].plural
    cases = _cases(units[head], plural=plural)
    end, name = _governed(units, head, cases, name_end)
    before = {lemma for u in units[i : head + 1] for lemma in (u.lemma, *lemmas_of(u.words, *_ADJECTIVES))}
    return OfficePhrase(i, end, head, name, cases, plural, bool(before & load_offices().former))


def _head(units: Sequence[Unit], i: int) -> int | None:
    """Find the head of an office that begins at ``i`` with adjectives: none may be missing between."""
    j = i
    while j < len(units) and j - i < 6:  # noqa: PLR2004 - more adjectives than any office has
        unit = units[j]
        if unit.kind is Class.HEAD:
            return j
        modifying = unit.adjective or bool(lemmas_of(unit.words, *_ADJECTIVES) & load_offices().modifiers) or unit.lower in load_offices().modifiers
        if not modifying and not (j > i and unit.lower in {"и", "обязанности", "временно", "полномочный"}) and not (j == i and unit.lower == "временно"):
            return None
        j += 1
    return None


def _cases(unit: Unit, *, plural: bool) -> frozenset[str]:
    readings = [r for r in read_word(unit.words) if r.pos == "NOUN" and r.plural == plural and r.case]
    return frozenset(r.case for r in readings if r.case) or cases_of(unit.words)


def _governed(units: Sequence[Unit], head: int, cases: frozenset[str], name_end: object) -> tuple[int, int]:
    """Walk over what an office governs; give its end, and where a personal name follows it."""
    j = head + 1
    end = j
    sure = True
    while j < len(units) and j - head < _LONGEST:
        if _is_name(units, j, cases, name_end):
            return j, j
        step = _step(units, j, cases)
        if not step:
            break
        if units[j].lower in _PREPOSITIONS or units[j].lower in {",", "–", "-"}:
            sure = False
        j += step
        if sure:
            end = j
    return end, 0


def _is_name(units: Sequence[Unit], j: int, cases: frozenset[str], name_end: object) -> bool:
    unit = units[j]
    if unit.kind is not Class.NAME or not callable(name_end):
        return False
    end = name_end(units, j)
    if end <= j:
        return False
    return any(_agrees(units[k].words, cases) for k in range(j, end))


def _agrees(word: str, cases: frozenset[str]) -> bool:
    if word.endswith("."):
        return True
    found = cases_of(word)
    return bool(found & cases) or not found or (not is_known(word) and word[-1] in "оуиэюе")


def _step(units: Sequence[Unit], j: int, cases: frozenset[str]) -> int:
    """Give how many units at ``j`` the office takes in; 0 where it ends."""
    unit = units[j]
    if unit.lower == "«":
        closed = next((k for k in range(j + 1, min(len(units), j + _QUOTE)) if units[k].lower == "»"), None)
        return closed - j + 1 if closed else 0
    if unit.kind is Class.SIDE or unit.kind is Class.CITY:
        return 1
    if unit.kind is Class.HEAD:
        return 1 if _GENITIVE & cases_of(unit.words) or unit.lower in {"директоров", "министров"} else 0
    if unit.kind is Class.BODY:
        return 1
    if unit.lower in _PREPOSITIONS:
        return 1 if j + 1 < len(units) and (units[j + 1].kind is not Class.MARK or units[j + 1].lower == "«") else 0
    if unit.lower in {"и", "–", ",", "-"}:
        return _over_link(units, j, cases)
    if unit.kind in (Class.WORD, Class.CAPITAL):
        return _word_step(unit)
    return 1 if unit.kind is Class.NAME and unit.capital and not cases & cases_of(unit.words) and bool(_GENITIVE & cases_of(unit.words)) else 0


def _word_step(unit: Unit) -> int:
    readings = read_word(unit.words)
    parts = {r.pos for r in readings[:2]}
    if parts & {"VERB", "INFN", "GRND", "PRTS", "ADVB", "CONJ", "PREP", "NPRO", "PRED"}:
        return 0
    return 1 if cases_of(unit.words) & {"gen", "dat", "loc", "ins"} else 0


def _over_link(units: Sequence[Unit], j: int, cases: frozenset[str]) -> int:
    """Go over "and", a comma or a dash between two offices of one holder, or two things governed."""
    k = j + 1
    if k >= len(units):
        return 0
    head = _head(units, k)
    if head is not None:
        return head - j + 1 if _cases(units[head], plural=units[head].plural) & cases and units[j].lower != "и" else 0
    if units[j].lower in {",", "и"} and units[k].kind in (Class.WORD, Class.BODY, Class.CAPITAL) and _word_step(units[k]):
        return 1
    return 0
