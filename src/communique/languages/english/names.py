"""Where English personal names begin and end."""

from __future__ import annotations

from communique.languages.english.lexicon import Class, Lexicon
from communique.languages.english.scan import Unit, between
from communique.languages.gazetteer import SideForm
from communique.model import Part, Span

_MAX_NAME = 7


FULL_NAME = 2


_ADDRESS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "messrs", "madam", "madame", "mme", "monsieur", "comrade", "hon", "h.e",
     "his excellency", "her excellency", "his majesty", "her majesty", "his highness", "her highness",
     "his royal highness", "her royal highness", "his holiness", "his eminence", "the honorable", "honorable",
     "the honourable", "gen", "sen",
     "rep", "gov", "amb"}
)  # fmt: skip


def name_end(units: tuple[Unit, ...], i: int, lexicon: Lexicon) -> int:
    """Give where a personal name that begins at ``i`` ends; ``i`` itself where none begins."""
    j = i
    while j < len(units) and units[j].kind is Class.HONORIFIC and j - i < FULL_NAME:
        j += 1
    first = j
    honoured = j > i
    if j >= len(units) or not _opens_name(units, j, lexicon, honoured=honoured):
        return i
    j += 1
    while j < len(units) and j - first < _MAX_NAME and _continues_name(units, j, lexicon, first):
        j += 1
    while j > first + 1 and units[j - 1].lower in lexicon.particles and units[j - 1].kind is not Class.NAME:
        j -= 1
    return _suffix(units, j, lexicon)


def _opens_name(units: tuple[Unit, ...], j: int, lexicon: Lexicon, *, honoured: bool) -> bool:
    unit = units[j]
    if unit.kind is Class.NAME:
        return True
    if not unit.capital:
        return False
    following = units[j + 1] if j + 1 < len(units) else None
    if unit.kind is Class.BODY and unit.lower in lexicon.particles:
        return following is not None and following.kind is Class.NAME
    if unit.kind is Class.BODY and honoured:
        return unit.lower not in lexicon.bodies
    if unit.kind is Class.BODY or unit.kind is Class.CITY:
        known = unit.lower in lexicon.known and unit.lower not in lexicon.bodies
        return known and following is not None and (following.kind is Class.NAME or following.lower in lexicon.surnames)
    return False


def _continues_name(units: tuple[Unit, ...], j: int, lexicon: Lexicon, first: int) -> bool:
    unit = units[j]
    if unit.new_paragraph:
        return False
    if not unit.gap:
        return unit.kind is Class.NAME and units[j - 1].lower.endswith((".", "-"))
    if unit.kind is Class.NAME:
        return True
    if unit.lower in lexicon.particles:
        return j + 1 < len(units) and (units[j + 1].capital or units[j + 1].lower in lexicon.particles)
    if not unit.capital or unit.kind in (Class.HEAD, Class.HEADS, Class.HONORIFIC, Class.SIDE):
        return False
    after = units[j + 1] if j + 1 < len(units) else None
    if unit.kind is Class.OTHER:
        return j - first == 1 and unit.lower in lexicon.surnames and not (after and after.words[0].isdigit())
    if unit.kind is Class.CITY or unit.kind is Class.BODY:
        if unit.lower in lexicon.surnames:
            return True
        single = (
            j - first == 1
            and len(units[j - 1].words) > FULL_NAME
            and (after is None or not after.capital or not after.gap)
        )
        return single and unit.lower not in lexicon.bodies and unit.kind is Class.BODY
    return False


def _suffix(units: tuple[Unit, ...], j: int, lexicon: Lexicon) -> int:
    if j < len(units) and units[j].lower in lexicon.suffixes and units[j].capital and len(units[j].words) > 1:
        return j + 1
    if j + 1 < len(units) and units[j].lower == "," and units[j + 1].lower in {"jr", "jr.", "sr", "sr."}:
        return j + 2
    return j


def name_span(units: tuple[Unit, ...], i: int, end: int, part: Part) -> Span:
    """Give the name without "Mr" and the like; titles that belong to the name ("Sheikh") stay."""
    j = i
    while j < end - 1 and units[j].kind is Class.HONORIFIC and units[j].lower.rstrip(".") in _ADDRESS:
        j += 1
    return between(units, j, end, part)


def after_name(units: tuple[Unit, ...], j: int) -> int:
    """Take in "of the Republic of Arvenia" after a name."""
    if j < len(units) and units[j].lower == "of":
        k = j + 1
        k += k < len(units) and units[k].lower == "the"
        if k < len(units) and _is_state(units[k]):
            return k + 1
    return j


def _is_state(unit: Unit) -> bool:
    return unit.side is not None and unit.side.form is SideForm.NAME
