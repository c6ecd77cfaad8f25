"""English designations: persons by office and name, offices alone, groups, sides, pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.languages.english.groups import QUANTIFIERS, Found, group_at, side_at
from communique.languages.english.lexicon import Class, Lexicon
from communique.languages.english.names import FULL_NAME, after_name, name_end, name_span
from communique.languages.english.offices import OfficePhrase, office_at
from communique.languages.english.scan import Unit, between, find_units, sides_in
from communique.languages.port import Designation, Form
from communique.model import Part, Side, Span

_PRONOUNS = {"he": Form.PRONOUN, "she": Form.PRONOUN, "they": Form.GROUP, "both": Form.GROUP, "we": Form.GROUP}


_NOT_BEFORE_PERSON = frozenset(
    {"the", "in", "at", "near", "a", "an", "on", "from", "into", "around", "outside", "across"}
)


_DEFINITE = frozenset({"the", "his", "her", "their", "our"})
_CLOSING = frozenset({",", ".", ";", ")", ":", "–", "'s", "’s"})


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


def _at(units: tuple[Unit, ...], i: int, lexicon: Lexicon, part: Part) -> tuple[Found, ...]:
    unit = units[i]
    if unit.lower in QUANTIFIERS:
        group = group_at(units, i, lexicon, part)
        if group:
            return (group,)
    office = office_at(units, i, lexicon) if _may_open(unit) else None
    if office is not None:
        return _of_office(units, office, lexicon, part)
    if unit.lower in _PRONOUNS:
        return (Found(Designation(form=_PRONOUNS[unit.lower], span=between(units, i, i + 1, part)), i + 1),)
    side = side_at(units, i, lexicon, part)
    if side:
        return (side,)
    named = _named(units, i, lexicon, part)
    return (named,) if named else ()


def _may_open(unit: Unit) -> bool:
    if unit.kind in (Class.HEAD, Class.HEADS, Class.MODIFIER):
        return True
    return unit.kind in (Class.SIDE, Class.BODY, Class.CITY) and unit.capital


def _of_office(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon, part: Part) -> tuple[Found, ...]:
    if office.plural:
        return _of_plural(units, office, lexicon, part)
    start = office.start
    name = office.end + _sets_name_apart(units, office, lexicon)
    end_of_name = name if _ends_paragraph(units, name) else name_end(units, name, lexicon)
    if end_of_name > name:
        end = after_name(units, end_of_name)
        sides = sides_in(units, start, office.end) + sides_in(units, end_of_name, end)
        designation = Designation(
            form=Form.NAME,
            span=between(units, start, end, part),
            name=name_span(units, name, end_of_name, part),
            office=between(units, start, office.end, part),
            sides=_unique(sides),
            former=office.former,
        )
        return (Found(designation, end),)
    if units[office.head].lower not in lexicon.alone or not _is_definite(units, office):
        return ()
    designation = Designation(
        form=Form.OFFICE,
        span=between(units, start, office.end, part),
        office=between(units, start, office.end, part),
        sides=sides_in(units, start, office.end),
        former=office.former,
    )
    return (Found(designation, office.end),)


def _ends_paragraph(units: tuple[Unit, ...], j: int) -> bool:
    return j < len(units) and units[j].new_paragraph


def _sets_name_apart(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon) -> bool:
    """Whether the holder's name follows between commas ("the President of Arvenia, Ilmar Vesk, said")."""
    j = office.end
    if not office.start or units[office.start - 1].lower not in _DEFINITE or j >= len(units) or units[j].lower != ",":
        return False
    end = name_end(units, j + 1, lexicon)
    if end < j + 1 + FULL_NAME:
        return False
    listed = end + 1 < len(units) and units[end].lower == "," and office_at(units, end + 1, lexicon) is not None
    return not listed and (end == len(units) or units[end].lower in _CLOSING)


def _is_definite(units: tuple[Unit, ...], office: OfficePhrase) -> bool:
    """An office alone means its holder where it has a capital, a state, or "the" before it."""
    if units[office.head].capital or any(u.side for u in units[office.start : office.end]):
        return True
    return office.start > 0 and units[office.start - 1].lower in _DEFINITE


def _of_plural(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon, part: Part) -> tuple[Found, ...]:
    """A plural office: the group itself, or the persons listed after it ("Presidents A B and C D")."""
    listed = tuple(_listed(units, office, lexicon, part))
    if listed:
        return listed
    span = between(units, office.start, office.end, part)
    sides = sides_in(units, office.start, office.end)
    return (Found(Designation(form=Form.GROUP, span=span, office=span, sides=sides), office.end),)


def _listed(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon, part: Part) -> Iterator[Found]:
    j = office.end
    title = _of_each(units, office, lexicon, part)
    sides = sides_in(units, office.start, office.end)
    while j < len(units):
        end = name_end(units, j, lexicon)
        if end == j:
            return
        after = after_name(units, end)
        yield Found(
            Designation(
                form=Form.NAME,
                span=between(units, j, after, part),
                name=name_span(units, j, end, part),
                office=title,
                sides=_unique(sides_in(units, end, after) + sides),
            ),
            after,
        )
        j = _over_comma(units, after)


def _of_each(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon, part: Part) -> Span:
    """Give the office of each person listed: the words without the ending of a plural formed by rule."""
    whole = between(units, office.start, office.end, part)
    plural = units[office.head].lower
    by_rule = office.head == office.end - 1 and plural.endswith("s") and plural[:-1] in lexicon.alone
    return replace(whole, end=whole.end - 1) if by_rule else whole


def _over_comma(units: tuple[Unit, ...], j: int) -> int:
    while j < len(units) and units[j].lower in {",", "and", "&"}:
        j += 1
    return j


def _named(units: tuple[Unit, ...], i: int, lexicon: Lexicon, part: Part) -> Found | None:
    end = name_end(units, i, lexicon)
    if end == i:
        return None
    honoured = units[i].kind is Class.HONORIFIC
    if not honoured and not _is_person(units, i, end, lexicon):
        return None
    name = name_span(units, i, end, part)
    post = after_name(units, end) if honoured or end - i >= FULL_NAME else end
    plain = Designation(form=Form.NAME, span=between(units, i, post, part), name=name, sides=sides_in(units, end, post))
    return _apposed(units, Found(plain, post), lexicon, part)


def _is_person(units: tuple[Unit, ...], i: int, end: int, lexicon: Lexicon) -> bool:
    """Tell a personal name from the name of a place, a firm or a project: known, or two words and no article."""
    names = [u for u in units[i:end] if u.kind is Class.NAME or u.lower in lexicon.known]
    if len(names) == 1 and end - i == 1:
        return names[0].lower in lexicon.surnames
    if i > 0 and (units[i - 1].lower in _NOT_BEFORE_PERSON or _in_longer_name(units, i)):
        return any(u.lower in lexicon.known for u in names)
    if end < len(units) and units[end].kind is Class.BODY and units[end].gap:
        return any(u.lower in lexicon.known for u in names)
    return bool(names)


def _in_longer_name(units: tuple[Unit, ...], i: int) -> bool:
    """Whether a capital word stands right before, so that the words belong to a name of something else."""
    before = units[i - 1]
    return before.kind is Class.BODY and units[i].gap and not units[i].new_line and i > 1 and not before.new_line


def _apposed(units: tuple[Unit, ...], found: Found, lexicon: Lexicon, part: Part) -> Found:
    """Take in an office set after the name between commas ("Ilmar Vesk, President of Arvenia,")."""
    j = found.end
    if j + 1 >= len(units) or units[j].lower not in {",", "–", "("}:
        return found
    k = j + 1
    k += units[k].lower in {"the", "a", "an"}
    office = office_at(units, k, lexicon) if k < len(units) else None
    if office is None or office.plural or name_end(units, office.end, lexicon) > office.end:
        return found
    office = _with_further(units, office, lexicon)
    if office.end < len(units) and units[office.end].lower not in {",", ".", ";", ")", "and", ":", "–", "'s", "’s"}:
        return found
    designation = replace(
        found.designation,
        span=Span(found.designation.span.start, units[office.end - 1].end, part),
        office=between(units, office.start, office.end, part),
        sides=_unique(found.designation.sides + sides_in(units, office.start, office.end)),
        former=office.former,
    )
    return Found(designation, office.end)


def _with_further(units: tuple[Unit, ...], office: OfficePhrase, lexicon: Lexicon) -> OfficePhrase:
    """Take in a second office of the person just named ("…, Chairman of the Bank and head of the Union")."""
    j = office.end
    if j + 1 >= len(units) or units[j].lower != "and":
        return office
    j += 1
    j += units[j].lower == "the"
    second = office_at(units, j, lexicon) if j < len(units) else None
    if second is None or second.plural or name_end(units, second.end, lexicon) > second.end:
        return office
    return replace(office, end=second.end)


def _unique(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    return tuple({side.code: side for side in sides}.values())
