"""Russian designations: persons by office and name, offices alone, groups, sides, pronouns, in any case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.languages.gazetteer import SideForm
from communique.languages.port import Designation, Form
from communique.languages.russian.inflection import plain, same_word
from communique.languages.russian.lexicon import Known, load_offices
from communique.languages.russian.names import cases_by_ending, cases_of_name, name_end, surname_endings
from communique.languages.russian.offices import OfficePhrase, office_at
from communique.languages.russian.scan import Class, Unit, between, find_units, sides_in
from communique.languages.russian.words import cases_of, is_known, lemmas_of, read_word
from communique.model import Part, Side

_PRONOUNS = {"он": Form.PRONOUN, "она": Form.PRONOUN, "они": Form.GROUP, "оба": Form.GROUP, "обе": Form.GROUP}
_TOGETHER = frozenset({"стороны", "сторонами", "сторонам", "собеседники", "собеседниками", "собеседникам"})
_BEFORE_SUBJECT = frozenset({"VERB", "PRTS", "ADVB", "CONJ", "PRCL", "INFN", "GRND"})
_PREFIX = 3
_SHORT = 3
_ADJECTIVES = 3


@dataclass(frozen=True, slots=True)
class Designated:
    """A designation with the cases it may stand in."""

    designation: Designation
    cases: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    designated: Designated
    end: int


def find_designated(
    text: str, known: Known, part: Part = Part.TEXT, surnames: frozenset[str] = frozenset()
) -> tuple[Designated, ...]:
    """
    Give the designations of a text in order, with their cases; none overlaps another.

    A surname alone is one where ``surnames`` or the text itself has it beside a first name.
    """
    units = find_units(text, known)
    row = _Row(units, known, part, _Surnames(surnames | _surnames(units)))
    return tuple(row.designated())


def surnames_of(text: str, known: Known) -> frozenset[str]:
    """Give the surnames that a text has beside first names, in small letters, as written."""
    return _surnames(find_units(text, known))


class _Surnames:
    def __init__(self, words: frozenset[str]) -> None:
        self._by_prefix: dict[str, list[str]] = {}
        for word in words:
            self._by_prefix.setdefault(word[:_PREFIX], []).append(word)

    def has(self, word: str) -> bool:
        return any(same_word(word, other) for other in self._by_prefix.get(plain(word)[:_PREFIX], ()))


def _surnames(units: Sequence[Unit]) -> frozenset[str]:
    found = set()
    i = 0
    while i < len(units):
        end = name_end(units, i)
        if end - i > 1:
            last = units[end - 1]
            found |= {
                u.lower for u in (units[i], last) if not u.words.endswith(".") and (u is last or not is_known(u.words))
            }
        i = max(end, i + 1)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Row:
    """A text as units, with what is told of names: the ground on which its designations are found."""

    units: tuple[Unit, ...]
    known: Known
    part: Part
    surnames: _Surnames

    def designated(self) -> Iterator[Designated]:
        i = 0
        while i < len(self.units):
            found = self._at(i)
            if not found:
                i += 1
                continue
            yield from (each.designated for each in found)
            i = max(found[-1].end, i + 1)

    def _at(self, i: int) -> tuple[_Found, ...]:
        unit = self.units[i]
        if unit.kind is Class.MARK:
            return ()
        if unit.lower in _PRONOUNS:
            return (self._made(_PRONOUNS[unit.lower], i, i + 1, frozenset({"nom"})),)
        if unit.lower in _TOGETHER and self._acts_together(i):
            return (self._made(Form.GROUP, i, i + 1, cases_of(unit.words)),)
        office = office_at(self.units, i)
        if office is not None:
            return self._of_office(office)
        side = self._side(i)
        if side is not None:
            return (side,)
        named = self._named(i)
        return (named,) if named else ()

    def _acts_together(self, i: int) -> bool:
        """Tell whether "стороны" means all of them: no adjective stands before it, other than "обе"."""
        if i == 0:
            return True
        before = self.units[i - 1]
        return before.kind is Class.MARK or before.lower == "обе" or read_word(before.words)[0].pos in _BEFORE_SUBJECT

    # offices

    def _of_office(self, office: OfficePhrase) -> tuple[_Found, ...]:
        if office.plural:
            return self._of_plural(office)
        if office.name:
            return (self._holder(office),)
        if not self._stands_alone(office):
            return ()
        sides = sides_in(self.units, office.start, office.served)
        span = between(self.units, office.start, office.end, self.part)
        designation = Designation(form=Form.OFFICE, span=span, office=span, sides=sides, former=office.former)
        return (_Found(Designated(designation, office.cases), office.end),)

    def _stands_alone(self, office: OfficePhrase) -> bool:
        head = self.units[office.head]
        if head.lemma not in load_offices().alone:
            return False
        return (
            head.capital or any(u.side for u in self.units[office.start : office.end]) or office.end - office.start > 1
        )

    def _holder(self, office: OfficePhrase) -> _Found:
        end = name_end(self.units, office.name)
        cases = office.cases & self._cases(office.name, end) or office.cases
        designation = Designation(
            form=Form.NAME,
            span=between(self.units, office.start, end, self.part),
            name=between(self.units, office.name, end, self.part),
            office=between(self.units, office.start, office.end, self.part),
            sides=sides_in(self.units, office.start, office.served),
            former=office.former,
        )
        return _Found(Designated(designation, cases), end)

    def _of_plural(self, office: OfficePhrase) -> tuple[_Found, ...]:
        listed = tuple(self._listed(office)) if office.name else ()
        if listed:
            return listed
        head = self.units[office.head]
        if head.lemma not in load_offices().groups:
            return ()
        sides = sides_in(self.units, office.start, office.served)
        return (self._made(Form.GROUP, office.start, office.end, office.cases, sides),)

    def _listed(self, office: OfficePhrase) -> Iterator[_Found]:
        j = office.name
        title = between(self.units, office.start, office.end, self.part)
        sides = sides_in(self.units, office.start, office.served)
        while j < len(self.units):
            end = name_end(self.units, j)
            if end == j:
                return
            span = between(self.units, j, end, self.part)
            designation = Designation(form=Form.NAME, span=span, name=span, office=title, sides=sides)
            yield _Found(Designated(designation, office.cases & self._cases(j, end) or office.cases), end)
            j = end
            while j < len(self.units) and self.units[j].lower in {",", "и"}:
                j += 1

    # names, sides

    def _named(self, i: int) -> _Found | None:
        end = name_end(self.units, i)
        if end == i:
            return None
        if end - i == 1 and not self._is_surname(i):
            return None
        if end - i > 1 and not self._is_person(i, end):
            return None
        span = between(self.units, i, end, self.part)
        sides: tuple[Side, ...] = ()
        designation = Designation(form=Form.NAME, span=span, name=span, sides=sides)
        return _Found(Designated(designation, self._cases(i, end)), end)

    def _is_surname(self, i: int) -> bool:
        unit = self.units[i]
        if len(unit.words) <= _SHORT or unit.words.endswith("."):
            return False
        told = self.known.knows(unit.words) and unit.lower.endswith(surname_endings())
        return told or self.surnames.has(unit.words)

    def _is_person(self, i: int, end: int) -> bool:
        names = [u for u in self.units[i:end] if u.kind is Class.NAME]
        personal = any(r.marks & {"Name", "Surn", "Patr"} for u in names for r in read_word(u.words)) or any(
            u.words.endswith(".") for u in names
        )
        return personal or any(self.known.knows(u.words) for u in names) or end - i > 1

    def _side(self, i: int) -> _Found | None:
        unit = self.units[i]
        if unit.kind is not Class.SIDE or unit.side is None:
            return None
        if unit.side.form is SideForm.NAME:
            return self._made(Form.SIDE, i, i + 1, _side_cases(unit), (unit.side.side,))
        j = i + 1
        while (
            j < len(self.units)
            and j - i < _ADJECTIVES
            and self.units[j].kind is Class.WORD
            and read_word(self.units[j].words)[0].pos == "ADJF"
        ):
            j += 1
        nouns = (
            lemmas_of(self.units[j].words, "NOUN")
            if j < len(self.units) and self.units[j].kind is not Class.MARK
            else frozenset()
        )
        offices = load_offices()
        if nouns & offices.side_nouns or nouns & offices.persons:
            form = Form.SIDE if j == i + 1 and nouns & offices.side_nouns else Form.BODY
            return self._made(form, i, j + 1, _of_persons(self.units[j].words), (unit.side.side,))
        return None

    def _cases(self, first: int, last: int) -> frozenset[str]:
        return cases_of_name(self.units, first, last)

    def _made(self, form: Form, first: int, last: int, cases: frozenset[str], sides: tuple[Side, ...] = ()) -> _Found:
        span = between(self.units, first, last, self.part)
        office = span if form is Form.GROUP and self.units[first].kind is Class.HEAD else None
        return _Found(Designated(Designation(form=form, span=span, office=office, sides=sides), cases), last)


def _of_persons(word: str) -> frozenset[str]:
    """Give the cases of a noun for persons: of several, the genitive is the accusative too."""
    cases = cases_of(word)
    several = any(r.plural and r.case == "gen" for r in read_word(word))
    return cases | {"acc"} if several else cases


def _side_cases(unit: Unit) -> frozenset[str]:
    first = unit.words.split()[0]
    if first.isupper():
        return frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
    last = unit.words.split()[-1]
    known = first if is_known(first) else last
    return cases_of(known) if is_known(known) else cases_by_ending(first)
