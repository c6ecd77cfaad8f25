"""The name of an office in Russian: its head with what goes before it and what it governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.languages.russian.lexicon import load_offices
from communique.languages.russian.names import cases_of_name, name_end
from communique.languages.russian.scan import Class, Unit, opens_name
from communique.languages.russian.words import cases_of, lemmas_of, read_word

_PREPOSITIONS = frozenset({"по", "в", "при", "на", "для", "от", "за"})
_PLACED = frozenset({"в", "при"})
_LINKS = frozenset({"и", "–", ",", "-"})
_PATRIARCHAL = 4
_LONGEST = 26
_QUOTE = 14
_ADJECTIVES = ("ADJF", "PRTF")
_SUBJECT = frozenset({"nom"})
_GENITIVE = frozenset({"gen"})
_GOVERNED = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """
    An office by its units: where it begins, where it ends, its head, the cases it may stand in.

    Sides named before ``served`` are those served; later ones are where the office is held ("посол … в …").
    """

    start: int
    end: int
    head: int
    name: int
    cases: frozenset[str]
    served: int
    plural: bool
    former: bool


def office_at(units: Sequence[Unit], i: int) -> OfficePhrase | None:
    """Read the office whose name begins at a unit; ``name`` is where a personal name follows, 0 where none does."""
    head = _head(units, i)
    if head is None:
        return None
    plural = units[head].plural
    cases = _cases(units[head], plural=plural)
    end, name = _governed(units, head, cases)
    before = {lemma for u in units[i : head + 1] for lemma in (u.lemma, *lemmas_of(u.words, *_ADJECTIVES))}
    served = next((k for k in range(head + 1, end) if units[k].lower in _PLACED), end)
    return OfficePhrase(i, end, head, name, cases, served, plural, bool(before & load_offices().former))


def _head(units: Sequence[Unit], i: int) -> int | None:
    """Find the head of an office that begins at ``i`` with adjectives: none may be missing between."""
    j = i
    while j < len(units) and j - i < 6:  # noqa: PLR2004 - more adjectives than any office has
        unit = units[j]
        if unit.kind is Class.HEAD:
            return j
        modifying = (
            unit.adjective
            or bool(lemmas_of(unit.words, *_ADJECTIVES) & load_offices().modifiers)
            or unit.lower in load_offices().modifiers
        )
        if (
            not modifying
            and not (j > i and unit.lower in {"и", "обязанности", "временно", "полномочный"})
            and not (j == i and unit.lower == "временно")
        ):
            return None
        j += 1
    return None


def _cases(unit: Unit, *, plural: bool) -> frozenset[str]:
    readings = [r for r in read_word(unit.words) if r.pos == "NOUN" and r.plural == plural and r.case]
    return frozenset(r.case for r in readings if r.case) or cases_of(unit.words)


def _governed(units: Sequence[Unit], head: int, cases: frozenset[str]) -> tuple[int, int]:
    """Walk over what an office governs; give its end, and where a personal name follows it."""
    j = head + 1
    end = j
    sure = True
    while j < len(units) and j - head < _LONGEST:
        if _is_name(units, j, cases):
            return j, j
        step = _step(units, j, cases, placed=not sure)
        if not step:
            break
        if units[j].lower in _PREPOSITIONS or units[j].lower in {",", "–", "-"}:
            sure = False
        j += step
        if sure:
            end = j
    return end, 0


def _is_name(units: Sequence[Unit], j: int, cases: frozenset[str]) -> bool:
    if units[j].kind not in (Class.NAME, Class.CAPITAL) or _is_patriarchal(units, j):
        return False
    end = name_end(units, j)
    found = cases_of_name(units, j, end) if end > j else frozenset()
    # A name in the nominative after an office in another case is the subject of what follows; other endings of
    # foreign names are read by guess and prove nothing.
    return end > j and (bool(found & cases) or found != _SUBJECT)


def _step(units: Sequence[Unit], j: int, cases: frozenset[str], *, placed: bool) -> int:
    """Give how many units at ``j`` the office takes in; 0 where it ends."""
    unit = units[j]
    if unit.kind is Class.MARK or unit.lower == "и":
        return _over_mark(units, j, cases, placed=placed)
    if unit.kind in (Class.SIDE, Class.CITY, Class.BODY):
        return 1
    if unit.kind is Class.HEAD:
        return int(bool(_GENITIVE & cases_of(unit.words)))
    if unit.lower in _PREPOSITIONS:
        return int(j + 1 < len(units) and (units[j + 1].kind is not Class.MARK or units[j + 1].lower == "«"))
    if unit.kind is Class.NAME:
        return _over_name(units, j, cases)
    return 0 if _opens_short_name(units, j) else _word_step(unit, placed=placed)


def _over_mark(units: Sequence[Unit], j: int, cases: frozenset[str], *, placed: bool) -> int:
    """Go over a name in quotation marks, or what links the parts of an office."""
    if units[j].lower == "«":
        closed = next((k for k in range(j + 1, min(len(units), j + _QUOTE)) if units[k].lower == "»"), None)
        return closed - j + 1 if closed else 0
    return _over_link(units, j, cases, placed=placed) if units[j].lower in _LINKS else 0


def _is_patriarchal(units: Sequence[Unit], j: int) -> bool:
    return [u.lower for u in units[j + 1 : j + 3]] == ["и", "всея"]


def _over_name(units: Sequence[Unit], j: int, cases: frozenset[str]) -> int:
    """Go over the name of a body or land in the genitive ("Республики Дагестан", "Московский и всея Руси")."""
    if _is_patriarchal(units, j):
        return _PATRIARCHAL
    own = cases_of(units[j].words)
    return int(units[j].capital and not cases & own and bool(_GENITIVE & own))


def _opens_short_name(units: Sequence[Unit], j: int) -> bool:
    return opens_name(units, j) and units[j].kind is Class.CAPITAL


def _word_step(unit: Unit, *, placed: bool) -> int:
    readings = [r for r in read_word(unit.words) if r.pos in _GOVERNED]
    likely = read_word(unit.words)[:1]
    if unit.lower.startswith(("господин", "госпож")) or not readings or not likely or likely[0].pos not in _GOVERNED:
        return 0
    cases = cases_of(unit.words)
    return 1 if cases & _GENITIVE or (placed and cases & {"dat", "loc", "ins", "acc"}) else 0


def _over_link(units: Sequence[Unit], j: int, cases: frozenset[str], *, placed: bool) -> int:
    """Go over "and", a comma or a dash between two offices of one holder, or two things governed."""
    k = j + 1
    if k >= len(units):
        return 0
    head = _head(units, k)
    if head is not None:
        return head - j + 1 if _cases(units[head], plural=units[head].plural) & cases and units[j].lower != "и" else 0
    if (
        units[j].lower in {",", "и"}
        and units[k].kind in (Class.WORD, Class.BODY, Class.CAPITAL)
        and _word_step(units[k], placed=placed)
    ):
        return 1
    return 0
