"""Who is who in one release: designations that mean the same person, brought together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from communique.extraction.home import Home, Register
from communique.languages.port import Designation, Form
from communique.model import Mention, MentionForm, Office, Part, Person, Release, Side, Span
from communique.text.endings import among, same_word

_WORD = re.compile(r"\w+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SINGLE = 1
_PARTICLE = 3  # letters of the longest particle ("bin", "the")


@dataclass(frozen=True, slots=True)
class _Group:
    """The name designations of one person, with the words of each name folded."""

    designations: tuple[Designation, ...]
    keys: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """
    The persons of one release, and which of them each designation means.

    ``presumed`` holds the names of those whose side no word states: an office without a side is taken to be at home.
    """

    persons: tuple[Person, ...]
    meant: Mapping[Span, Person]
    head: Person | None
    presumed: frozenset[str] = frozenset()

    def of(self, designation: Designation) -> Person | None:
        """Give the person a designation means, None where it is not known."""
        return self.meant.get(designation.span)


def extract_cast(
    release: Release,
    designations: Sequence[Designation],
    home: Home,
    register: Register,
    sentences: Sequence[Span] = (),
) -> Cast:
    """Bring the designations of a release together into persons, and resolve offices and pronouns to them."""
    groups = _grouped(release, [d for d in designations if d.form is Form.NAME and d.name])
    persons = {group: _person(release, group, home, register) for group in groups}
    named = {d.span: person for group, person in persons.items() for d in group.designations}
    cast = Cast(tuple(persons.values()), MappingProxyType(named), _head(tuple(persons.values()), home))
    resolved = dict(_resolved(release, designations, cast, home, sentences))
    presumed = frozenset(
        p.name for g, p in persons.items() if p.name and p.identity is None and not any(d.sides for d in g.designations)
    )
    return replace(cast, meant=MappingProxyType(named | resolved), presumed=presumed)


def fold(words: str) -> tuple[str, ...]:
    """Fold a name to the words that tell persons apart: lower case, no initials, no "Jr"."""
    found = tuple(w.casefold() for w in _WORD.findall(words))
    return tuple(w for w in found if len(w) > _SINGLE and w not in _SUFFIXES) or found


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """
    Tell whether two folded names of one text mean one person.

    One must hold all words of the other, or share the last word with first names of one initial ("Joe", "Joseph").
    Words of an inflected language count as the same in any case.
    """
    few, many = sorted((one, other), key=len)
    if all(among(word, many) for word in few):
        return len(few) > _SINGLE or among(few[0], (many[0], many[-1])) or len(few[0]) > _PARTICLE
    return same_word(one[-1], other[-1]) and one[0][0] == other[0][0]


def _grouped(release: Release, named: Sequence[Designation]) -> tuple[_Group, ...]:
    groups: list[_Group] = []
    for designation in sorted(named, key=lambda d: -len(fold(release.words(_name(d))))):
        key = fold(release.words(_name(designation)))
        place = next((i for i, g in enumerate(groups) if any(same_name(key, other) for other in g.keys)), None)
        if place is None:
            groups.append(_Group((designation,), (key,)))
        else:
            old = groups[place]
            groups[place] = _Group((*old.designations, designation), (*old.keys, key))
    return tuple(groups)


def _name(designation: Designation) -> Span:
    return designation.name or designation.span


def _person(release: Release, group: _Group, home: Home, register: Register) -> Person:
    order = sorted(
        group.designations,
        key=lambda d: (-len(release.words(_name(d)).split()), d.span.part is Part.TITLE, d.span.start),
    )
    name = " ".join(release.words(_name(order[0])).split())
    office = _office(release, order)
    stated = next((d.sides[0] for d in order if d.sides), None)
    identity = register.known(
        name, side=stated.code if stated else None, on=release.issued.date() if release.issued else None
    )
    side = stated or (identity.side if identity else None) or (home.side if office else None)
    return Person(
        name=name,
        side=side,
        office=office,
        spans=tuple(d.span for d in order),
        identity=identity.key if identity else None,
        base=identity.name if identity else None,
    )


def _office(release: Release, order: Sequence[Designation]) -> Office | None:
    """Take the office of the fullest mention that has one; one that names its side says more."""
    held = [d for d in order if d.office]
    best = next((d for d in held if d.sides), held[0] if held else None)
    if best is None or best.office is None:
        return None
    return Office(title=" ".join(release.words(best.office).split()), span=best.office)


def _head(persons: Sequence[Person], home: Home) -> Person | None:
    """Find the head of the issuer's office among the persons."""
    for name in home.names:
        for person in persons:
            if person.name and same_name(fold(person.name), fold(name)):
                return person
    return None


def _resolved(
    release: Release, designations: Sequence[Designation], cast: Cast, home: Home, sentences: Sequence[Span]
) -> Iterator[tuple[Span, Person]]:
    """
    Resolve offices by what they say, pronouns to the last named here, else to who opened the sentence before.

    Whom a sentence goes on to name is not whom its pronoun meant ("He thanked Mr Vesk").
    """
    starts = [s.start for s in sentences]
    named = {(_number(d, starts), cast.meant[d.span].label) for d in designations if d.span in cast.meant}
    here = -1
    last: Person | None = None
    told: list[Person] = []
    before: tuple[Person, ...] = ()
    for designation in designations:
        number = _number(designation, starts)
        if number != here:
            here, last, before, told = number, None, tuple(told) or before, []
        person = cast.meant.get(designation.span)
        if designation.form is Form.OFFICE and not designation.former:
            person = _by_office(release, designation, cast, home)
        elif designation.form is Form.PRONOUN:
            person = last or next((p for p in before if (number, p.label) not in named), None)
        if person is not None:
            last = person
            told.append(person)
            yield designation.span, person


def _number(designation: Designation, starts: Sequence[int]) -> int:
    """Give the number of the sentence a designation stands in, 0 for the headline."""
    return bisect_right(starts, designation.span.start) if designation.span.part is Part.TEXT else 0


def _by_office(release: Release, designation: Designation, cast: Cast, home: Home) -> Person | None:
    """
    Give the person an office alone means.

    Where a side is named it decides; without one the only holder of such an office, else the issuer's own head.
    """
    words = set(fold(release.words(designation.office or designation.span)))
    own = {word for side in designation.sides for word in fold(side.name)}
    core = _core(words, own)
    fitting = [p for p in cast.persons if p.office and any(among(w, fold(p.office.title)) for w in core)]
    if designation.sides:
        code = designation.sides[0].code
        found = next((p for p in fitting if p.side and p.side.code == code), None)
        return found or (cast.head if _is_of_home(core, code, home) else None)
    exact = [p for p in fitting if words == _bare_office(p)] or [
        p for p in fitting if p.office and all(among(w, fold(p.office.title)) for w in words)
    ]
    if len(exact) == 1:
        return exact[0]
    if cast.head is not None and home.office and (not exact or cast.head in exact):
        return cast.head
    return exact[0] if exact else None


def _is_of_home(words: set[str], code: str, home: Home) -> bool:
    """Tell whether the words name the issuer's own office ("the President of Arvenia" in Arvenia's release)."""
    own = home.side is not None and home.side.code == code and home.office is not None
    return own and any(among(word, fold(home.office or "")) for word in words)


def _bare_office(person: Person) -> set[str]:
    """Give the words of an office without those of its side ("President of Arvenia" is "president")."""
    words = set(fold(person.office.title)) if person.office else set()
    return {w for w in words if len(w) > _PARTICLE} - set(fold(person.side.name) if person.side else ())


def _core(words: set[str], own: set[str]) -> set[str]:
    return (words - own) or words


def extract_mentions(designations: Sequence[Designation], cast: Cast) -> tuple[Mention, ...]:
    """Give every place of the release that refers to a person, an office or a group."""
    forms = {Form.NAME: MentionForm.NAME, Form.OFFICE: MentionForm.OFFICE, Form.GROUP: MentionForm.GROUP}
    return tuple(Mention(form=forms[d.form], span=d.span, person=cast.of(d)) for d in designations if d.form in forms)


def side_of(designation: Designation, cast: Cast) -> Side | None:
    """Give the side a designation stands for: the side it names, else that of the person it means."""
    if designation.sides:
        return designation.sides[0]
    person = cast.of(designation)
    return person.side if person else None
