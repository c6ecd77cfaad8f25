"""Several parties at once ("the two presidents") and sides that act ("the Arvenian side")."""

from __future__ import annotations

from dataclasses import dataclass

from communique.languages.english.lexicon import Class, Lexicon
from communique.languages.english.names import name_end
from communique.languages.english.scan import Unit, between, sides_in
from communique.languages.gazetteer import SideForm
from communique.languages.port import Designation, Form
from communique.model import Part

POSSESSIVE = frozenset({"'s", "’s"})


QUANTIFIERS = frozenset({"both", "two", "three", "four", "the", "these", "our", "their", "all"})


@dataclass(frozen=True, slots=True)
class Found:
    """A designation and the unit after it."""

    designation: Designation
    end: int


def group_at(units: tuple[Unit, ...], i: int, lexicon: Lexicon, part: Part) -> Found | None:
    """A group: "the two presidents", "both sides", "the Arvenian and Velmarkian leaders"."""
    j = i
    while j < len(units) and (
        units[j].lower in QUANTIFIERS or units[j].kind in (Class.SIDE, Class.MODIFIER) or _between_sides(units, j)
    ):
        j += 1
    size = _group_noun(units, j, lexicon)
    if not size:
        return None
    end = j + size
    if end < len(units) and units[end].lower == "of":
        post = _listed_sides(units, end + 1)
        end = post if post > end + 1 else end
    if name_end(units, end, lexicon) > end:
        return None
    return Found(Designation(form=Form.GROUP, span=between(units, i, end, part), sides=sides_in(units, i, end)), end)


def _between_sides(units: tuple[Unit, ...], j: int) -> bool:
    joins = units[j].lower in {"and", "-", "–", "’", "'"}
    return joins and j + 1 < len(units) and units[j + 1].kind is Class.SIDE and units[j - 1].kind is Class.SIDE


def _group_noun(units: tuple[Unit, ...], j: int, lexicon: Lexicon) -> int:
    if j >= len(units):
        return 0
    if units[j].kind is Class.HEADS:
        return 1
    found = lexicon.groups.at([u.first for u in units[j : j + 6]], 0)
    return found[0] if found else 0


def _listed_sides(units: tuple[Unit, ...], j: int) -> int:
    end = j
    while j < len(units) and (units[j].kind is Class.SIDE or units[j].lower in {"the", "and", ",", "(", ")"}):
        j += 1
        end = j if units[j - 1].kind is Class.SIDE else end
    return end


def side_at(units: tuple[Unit, ...], i: int, lexicon: Lexicon, part: Part) -> Found | None:
    """A side that acts: "the Arvenian side", "Velmark", or a seat of government standing for it."""
    unit = units[i]
    if unit.kind is Class.SIDE and unit.side:
        j = i + 1
        j += (
            j < len(units)
            and units[j].lower in POSSESSIVE
            and j + 1 < len(units)
            and units[j + 1].lower in lexicon.side_nouns
        )
        if j < len(units) and units[j].lower in lexicon.side_nouns:
            return Found(
                Designation(form=Form.SIDE, span=between(units, i, j + 1, part), sides=(unit.side.side,)), j + 1
            )
        if unit.side.form is SideForm.NAME:
            return Found(
                Designation(form=Form.SIDE, span=between(units, i, i + 1, part), sides=(unit.side.side,)), i + 1
            )
    return None
