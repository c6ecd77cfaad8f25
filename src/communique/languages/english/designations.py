"""English designations: persons by office and name, offices alone, groups, sides, pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.languages.english.lexicon import Class, Lexicon
from communique.languages.english.offices import OfficePhrase, office_at
from communique.languages.english.scan import Unit, between, find_units, sides_in
from communique.languages.gazetteer import SideForm
from communique.languages.port import Designation, Form
from communique.model import Part, Side, Span

_PRONOUNS = {"he": Form.PRONOUN, "she": Form.PRONOUN, "they": Form.GROUP, "both": Form.GROUP, "we": Form.GROUP}
_NOT_BEFORE_PERSON = frozenset({"the", "in", "at", "near", "a", "an", "on", "from", "into", "around", "outside", "across"})
_POSSESSIVE = frozenset({"'s", "’s"})
_QUANTIFIERS = frozenset({"both", "two", "three", "four", "the", "these", "our", "their", "all"})
_MAX_NAME = 7
_FULL = 2


@dataclass(frozen=True, slots=True)
class _Found:
    designation: Designation
    end: int


def find_designations(text: str, lexicon: Lexicon, part: Part = Part.TEXT) -> tuple[Designation, ...]:
    """Give the designations of a text in order; none overlaps another."""
    units = find_units(text, lexicon)
    return tuple(_designations(units, lexicon, part))


def _designations(units: tuple[Unit, ...], lexicon: Lexicon, part: Part) -> Iterator[Designation]:
    i = 0
    while i < len(units):
        found = _at(units, i, lexicon, part)
        if not found:
            i += 1
            continue
        for each in found:
            yield each.designation
        i = found[-1].end


def _at(units: tuple[Unit, ...], i: int, lexicon: Lexicon, part: Part) -> tuple[_Found, ...]:
    unit = units[i]
    if unit.lower in _QUANTIFIERS:
        group = _group(units, i, lexicon, part)
        if group:
            return (group,)
    office = office_at(units, i, lexicon) if _may_open(unit) else None
    if office is not None:
        return _of_office(units, office, lexicon, part)
    if unit.lower in _PRONOUNS:
        return (_Found(Designation(form=_PRONOUNS[unit.lower], span=between(units, i, i + 1, part)), i + 1),)
    side = _side(units, i, lexicon, part)
    if side:
        return (side,)
    named = _named(units, i, lexicon, part)
    return (named,) if named else ()


def _may_open(unit: Unit) -> bool:
    if unit.kind in (Class.HEAD, Class.HEADS, Class.MODIFIER):
        return True
    return unit.kind in (Class.SIDE, Class.BODY, Class.CITY) and unit.capital


def _of_office(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon, part: Part) -> tuple[_Found, ...]:
    if office.plural:
        return _of_plural(units, office, lexicon, part)
    start = office.start
    name_end = _name_end(units, office.end, lexicon)
    if name_end > office.end:
        end = _after_name(units, name_end)
        sides = sides_in(units, start, office.end) + sides_in(units, name_end, end)
        designation = Designation(
            form=Form.NAME,
            span=between(units, start, end, part),
            name=_name_span(units, office.end, name_end, lexicon, part),
            office=between(units, start, office.end, part),
            sides=_unique(sides),
            former=office.former,
        )
        return (_Found(designation, end),)
    if units[office.head].lower not in lexicon.alone or not _is_definite(units, office):
        return ()
    designation = Designation(
        form=Form.OFFICE,
        span=between(units, start, office.end, part),
        office=between(units, start, office.end, part),
        sides=sides_in(units, start, office.end),
        former=office.former,
    )
    return (_Found(designation, office.end),)


def _is_definite(units: tuple[Unit, ...], office: OfficePhrase) -> bool:
    """An office alone means its holder where it has a capital, a state, or "the" before it."""
    if units[office.head].capital or any(u.side for u in units[office.start : office.end]):
        return True
    return office.start > 0 and units[office.start - 1].lower in {"the", "his", "her", "their", "our"}


def _of_plural(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon, part: Part) -> tuple[_Found, ...]:
    """A plural office: the group itself, or the persons listed after it ("Presidents A B and C D")."""
    listed = tuple(_listed(units, office, lexicon, part))
    if listed:
        return listed
    span = between(units, office.start, office.end, part)
    sides = sides_in(units, office.start, office.end)
    return (_Found(Designation(form=Form.GROUP, span=span, office=span, sides=sides), office.end),)


def _listed(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon, part: Part) -> Iterator[_Found]:
    j = office.end
    title = between(units, office.start, office.end, part)
    sides = sides_in(units, office.start, office.end)
    while j < len(units):
        end = _name_end(units, j, lexicon)
        if end == j:
            return
        after = _after_name(units, end)
        yield _Found(
            Designation(
                form=Form.NAME,
                span=between(units, j, after, part),
                name=_name_span(units, j, end, lexicon, part),
                office=title,
                sides=_unique(sides_in(units, end, after) + sides),
            ),
            after,
        )
        j = _over_comma(units, after)


def _over_comma(units: tuple[Unit, ...], j: int) -> int:
    while j < len(units) and units[j].lower in {",", "and", "&"}:
        j += 1
    return j


def _named(units: tuple[Unit, ...], i: int, lexicon: Lexicon, part: Part) -> _Found | None:
    end = _name_end(units, i, lexicon)
    if end == i:
        return None
    honoured = units[i].kind is Class.HONORIFIC
    if not honoured and not _is_person(units, i, end, lexicon):
        return None
    name = _name_span(units, i, end, lexicon, part)
    post = _after_name(units, end) if honoured or end - i >= _FULL else end
    plain = Designation(
        form=Form.NAME, span=between(units, i, post, part), name=name, sides=sides_in(units, end, post)
    )
    return _apposed(units, _Found(plain, post), lexicon, part)


def _is_person(units: tuple[Unit, ...], i: int, end: int, lexicon: Lexicon) -> bool:
    """Tell a personal name from the name of a place, a firm or a project: known, or two words and no article."""
    names = [u for u in units[i:end] if u.kind is Class.NAME or u.lower in lexicon.known]
    if len(names) == 1 and end - i == 1:
        return names[0].lower in lexicon.surnames
    if i > 0 and units[i - 1].lower in _NOT_BEFORE_PERSON:
        return any(u.lower in lexicon.known for u in names)
    if end < len(units) and units[end].kind is Class.BODY and units[end].gap:
        return any(u.lower in lexicon.known for u in names)
    return bool(names)


def _name_end(units: tuple[Unit, ...], i: int, lexicon: Lexicon) -> int:
    """Give where a personal name that begins at ``i`` ends; ``i`` itself where none begins."""
    j = i
    while j < len(units) and units[j].kind is Class.HONORIFIC and j - i < _FULL:
        j += 1
    first = j
    honoured = j > i
    if j >= len(units) or not _opens_name(units, j, lexicon, honoured=honoured):
        return i
    j += 1
    while j < len(units) and j - first < _MAX_NAME and _continues_name(units, j, lexicon):
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


def _continues_name(units: tuple[Unit, ...], j: int, lexicon: Lexicon) -> bool:
    unit = units[j]
    if not unit.gap:
        return unit.kind is Class.NAME and units[j - 1].lower.endswith((".", "-"))
    if unit.kind is Class.NAME:
        return True
    if unit.lower in lexicon.particles:
        return j + 1 < len(units) and (units[j + 1].capital or units[j + 1].lower in lexicon.particles)
    if not unit.capital or unit.kind in (Class.HEAD, Class.HEADS, Class.HONORIFIC, Class.SIDE):
        return False
    after = units[j + 1] if j + 1 < len(units) else None
    if unit.kind is Class.CITY or unit.kind is Class.BODY:
        if unit.lower in lexicon.surnames:
            return True
        single = len(units[j - 1].words) > _FULL and (after is None or not after.capital or not after.gap)
        return single and unit.lower not in lexicon.bodies and unit.kind is Class.BODY
    return False


def _suffix(units: tuple[Unit, ...], j: int, lexicon: Lexicon) -> int:
    if j < len(units) and units[j].lower in lexicon.suffixes and units[j].capital and len(units[j].words) > 1:
        return j + 1
    if j + 1 < len(units) and units[j].lower == "," and units[j + 1].lower in {"jr", "jr.", "sr", "sr."}:
        return j + 2
    return j


def _name_span(units: tuple[Unit, ...], i: int, end: int, lexicon: Lexicon, part: Part) -> Span:
    """Give the name without "Mr" and the like; titles that belong to the name ("Sheikh") stay."""
    j = i
    while j < end - 1 and units[j].kind is Class.HONORIFIC and units[j].lower.rstrip(".") in _ADDRESS:
        j += 1
    return between(units, j, end, part)


_ADDRESS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "messrs", "madam", "madame", "mme", "monsieur", "comrade", "his excellency",
     "her excellency", "h.e", "his majesty", "her majesty", "the honorable", "honorable", "hon", "gen", "sen", "rep", "gov", "amb"}
)  # fmt: skip


def _after_name(units: tuple[Unit, ...], j: int) -> int:
    """Take in "of the Republic of Arvenia" after a name."""
    if j < len(units) and units[j].lower == "of":
        k = j + 1
        k += k < len(units) and units[k].lower == "the"
        if k < len(units) and units[k].kind is Class.SIDE and units[k].side and units[k].side.form is SideForm.NAME:
            return k + 1
    return j


def _apposed(units: tuple[Unit, ...], found: _Found, lexicon: Lexicon, part: Part) -> _Found:
    """Take in an office set after the name between commas ("Ilmar Vesk, President of Arvenia,")."""
    j = found.end
    if j + 1 >= len(units) or units[j].lower not in {",", "–", "("}:
        return found
    k = j + 1
    k += units[k].lower in {"the", "a", "an"}
    office = office_at(units, k, lexicon) if k < len(units) else None
    if office is None or office.plural or _name_end(units, office.end, lexicon) > office.end:
        return found
    if office.end < len(units) and units[office.end].lower not in {",", ".", ";", ")", "and", ":", "–", "'s", "’s"}:
        return found
    designation = replace(
        found.designation,
        span=Span(found.designation.span.start, units[office.end - 1].end, part),
        office=between(units, office.start, office.end, part),
        sides=_unique(found.designation.sides + sides_in(units, office.start, office.end)),
        former=office.former,
    )
    return _Found(designation, office.end)


def _group(units: tuple[Unit, ...], i: int, lexicon: Lexicon, part: Part) -> _Found | None:
    """A group: "the two presidents", "both sides", "the Arvenian and Velmarkian leaders"."""
    j = i
    while j < len(units) and (units[j].lower in _QUANTIFIERS or units[j].kind in (Class.SIDE, Class.MODIFIER) or _between_sides(units, j)):
        j += 1
    size = _group_noun(units, j, lexicon)
    if not size:
        return None
    end = j + size
    if end < len(units) and units[end].lower == "of":
        post = _listed_sides(units, end + 1)
        end = post if post > end + 1 else end
    if _name_end(units, end, lexicon) > end:
        return None
    return _Found(Designation(form=Form.GROUP, span=between(units, i, end, part), sides=sides_in(units, i, end)), end)


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


def _side(units: tuple[Unit, ...], i: int, lexicon: Lexicon, part: Part) -> _Found | None:
    """A side that acts: "the Arvenian side", "Velmark", or a seat of government standing for it."""
    unit = units[i]
    if unit.kind is Class.SIDE and unit.side:
        j = i + 1
        j += j < len(units) and units[j].lower in _POSSESSIVE and j + 1 < len(units) and units[j + 1].lower in lexicon.side_nouns
        if j < len(units) and units[j].lower in lexicon.side_nouns:
            return _Found(Designation(form=Form.SIDE, span=between(units, i, j + 1, part), sides=(unit.side.side,)), j + 1)
        if unit.side.form is SideForm.NAME:
            return _Found(Designation(form=Form.SIDE, span=between(units, i, i + 1, part), sides=(unit.side.side,)), i + 1)
    return None


def _unique(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    return tuple({side.code: side for side in sides}.values())
