"""English office phrases: what stands before the head noun, the head, and what the office governs."""

from __future__ import annotations

from dataclasses import dataclass

from communique.languages.english.lexicon import Class, Lexicon
from communique.languages.english.scan import Unit
from communique.languages.gazetteer import SideForm

_GOVERNING = frozenset({"of", "for", "to", "in", "at", "on"})
_PORTFOLIOS = frozenset(
    "foreign affairs defence defense economy finance trade industry energy culture education health transport "
    "justice interior agriculture security state government parliament republic country region city territory "
    "council company board committee commission bank party union external relations ecology labour tourism "
    "sports development".split()
)
_POSSESSIVE = frozenset({"'s", "’s"})
_MAX_BEFORE = 9


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office phrase: units ``start`` to ``end``, its (last) head, whether plural, whether it is no longer held."""

    start: int
    end: int
    head: int
    plural: bool
    former: bool


def office_at(units: tuple[Unit, ...], i: int, lexicon: Lexicon) -> OfficePhrase | None:
    """Give the office phrase that begins at unit ``i`` ("Arvenian Prime Minister", "head of the Linden Bank")."""
    head = _head_from(units, i)
    if head is None:
        return None
    end = _complements(units, head + 1)
    former = any(u.lower.removesuffix("-") in lexicon.past for u in units[i:head])
    phrase = OfficePhrase(i, end, head, units[head].plural, former)
    return _with_second(units, phrase, lexicon)


def _head_from(units: tuple[Unit, ...], i: int) -> int | None:
    """Find the head noun reached from ``i`` over adjectives, sides and names of bodies."""
    last = min(len(units), i + _MAX_BEFORE)
    j = i
    while j < last:
        unit = units[j]
        if j > i and unit.new_line:
            return None
        if unit.kind in (Class.HEAD, Class.HEADS):
            return _rightmost(units, j)
        if not _may_precede(units, i, j):
            return None
        j += 1
    return None


def _rightmost(units: tuple[Unit, ...], j: int) -> int:
    """Move on while heads follow one another ("Assistant Secretary", "Deputy Chief Commissioner")."""
    while j + 1 < len(units) and units[j + 1].kind in (Class.HEAD, Class.HEADS) and units[j + 1].gap:
        if units[j].capital and not units[j + 1].capital:
            break
        j += 1
    return j


def _may_precede(units: tuple[Unit, ...], i: int, j: int) -> bool:
    unit = units[j]
    if unit.kind is Class.SIDE or unit.kind is Class.BODY or unit.kind is Class.CITY:
        return True
    if unit.kind is Class.MODIFIER:
        return True
    if unit.lower in _POSSESSIVE:
        return j > i and units[j - 1].kind in (Class.SIDE, Class.CITY)
    if unit.lower in {"-", "–", "&"}:
        return j > i
    return bool(
        unit.lower == "and"
        and j > i
        and units[j - 1].kind is Class.BODY
        and j + 1 < len(units)
        and units[j + 1].kind is Class.BODY
    )


def _complements(units: tuple[Unit, ...], j: int) -> int:
    """Give where the words governed by the head end ("of the Republic of Arvenia", "for Foreign Affairs")."""
    while j < len(units) and units[j].lower in _GOVERNING:
        end = _governed(units, j + 1, units[j].lower)
        if end == j + 1:
            return j
        j = end
    return _acronym(units, j)


def _governed(units: tuple[Unit, ...], start: int, preposition: str) -> int:
    """Give where the noun phrase after a preposition ends; ``start`` itself where there is none."""
    j = start
    if j < len(units) and units[j].lower == "the":
        j += 1
    first = j
    while j < len(units):
        unit = units[j]
        if j > first and (_ends_with_side(units, j) or _is_given_name(units, j)):
            break
        if _is_governed(unit, first=j == first):
            j += 1
        elif _links(units, j):
            j += 1
            j += units[j].lower == "the"
        else:
            break
    if j == first or (preposition in {"at", "in", "on"} and units[first].kind in (Class.CITY, Class.OTHER)):
        return start
    return j


def _ends_with_side(units: tuple[Unit, ...], j: int) -> bool:
    """After the name of a state no city and no plain capitalised word goes on: there the person's name begins."""
    before, unit = units[j - 1], units[j]
    if before.side is None or before.side.form is not SideForm.NAME:
        return False
    return unit.kind in (Class.CITY, Class.SIDE, Class.MODIFIER) and unit.gap


def _is_given_name(units: tuple[Unit, ...], j: int) -> bool:
    """A city's name that opens a personal name ("for Political Affairs Florence Hale")."""
    if units[j].kind is not Class.CITY or j + 1 >= len(units):
        return False
    return units[j + 1].kind is Class.NAME and units[j + 1].gap and units[j - 1].lower not in {"of", "in", "the", "and"}


def _is_governed(unit: Unit, *, first: bool) -> bool:
    if unit.kind in (Class.SIDE, Class.CITY, Class.BODY):
        return True
    if unit.kind in (Class.MODIFIER, Class.HEAD, Class.HEADS):
        return unit.capital or unit.lower in _PORTFOLIOS
    if unit.kind is Class.NAME:
        return first
    return unit.lower in _PORTFOLIOS or unit.lower in _POSSESSIVE


def _links(units: tuple[Unit, ...], j: int) -> bool:
    """Whether "of", "and", a comma or a dash at ``j`` goes on to more of the same noun phrase."""
    unit = units[j]
    if j + 1 >= len(units):
        return False
    following = units[j + 1]
    if unit.lower in {"of", "for", "on"}:
        after = units[j + 2] if following.lower == "the" and j + 2 < len(units) else following
        return after.kind in (Class.SIDE, Class.BODY, Class.CITY, Class.NAME) or (
            after.kind in (Class.HEAD, Class.MODIFIER) and after.capital
        )
    if unit.lower in {"and", "&", ","}:
        before = units[j - 1]
        return before.kind is Class.BODY and following.kind is Class.BODY
    return bool(unit.lower in {"-", "–"} and not unit.gap and following.capital)


def _acronym(units: tuple[Unit, ...], j: int) -> int:
    """Take in an acronym in brackets ("(LBD)")."""
    if j + 2 < len(units) and units[j].lower == "(" and units[j + 2].lower == ")" and units[j + 1].words.isupper():
        return j + 3
    return j


def _with_second(units: tuple[Unit, ...], phrase: OfficePhrase, lexicon: Lexicon) -> OfficePhrase:
    """Join a second office of the same person ("Deputy Prime Minister and Foreign Minister Ilse Brandt")."""
    j = phrase.end
    if j + 1 >= len(units) or units[j].lower not in {"and", "&", ",", "–", "/"} or phrase.plural:
        return phrase
    if units[j].lower == "," and phrase.start > 0 and units[phrase.start - 1].lower == "the":
        return phrase
    second = office_at(units, j + 1, lexicon)
    if second is None or second.plural or second.end >= len(units):
        return phrase
    if _names(units, second.end) and not _foreign(units, phrase, second):
        return OfficePhrase(phrase.start, second.end, second.head, plural=False, former=phrase.former)
    return phrase


def _names(units: tuple[Unit, ...], j: int) -> bool:
    return units[j].kind in (Class.NAME, Class.HONORIFIC)


def _foreign(units: tuple[Unit, ...], phrase: OfficePhrase, second: OfficePhrase) -> bool:
    """Whether the second office belongs to another side than the first."""
    one = {u.side.side.code for u in units[phrase.start : phrase.end] if u.side}
    other = {u.side.side.code for u in units[second.start : second.end] if u.side}
    return bool(one and other and not one & other)
