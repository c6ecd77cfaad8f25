"""Whom an essay means: persons by name in any spelling, by office, or by a pronoun for somebody just named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from communique.languages.commentary import Construction, Cue, find_cues, pattern_of
from communique.model import Account, Kind, MentionForm, Person, Span
from communique.reasoning.audit.reading.clauses import Clause
from communique.reasoning.audit.reading.states import sides_named
from communique.reasoning.audit.record import Record, key_of
from communique.reference.persons import resolve_person
from communique.reference.rows import Tables

ALIKE = 82.0
"""How alike two spellings of a name must be (0 to 100) for the one to be taken as a slip for the other."""

SURNAME, SHORTEST = 88.0, 3
"""How alike a single word must be to a family name (0 to 100), of more letters than these."""

PAIR = 2
_NAME = re.compile(r"\b[A-Z][\w-]{3,}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody an essay means: a key across texts, the side's code, the words; ``implied`` where no name stands."""

    key: str
    side: str
    label: str
    span: Span
    implied: bool = False
    misspelt: bool = False


@dataclass(frozen=True)
class Cast:
    """The persons whom the sources of a dossier know, by whom an essay's names are understood."""

    essay: Account
    record: Record
    tables: Tables

    @cached_property
    def _known(self) -> dict[str, Person]:
        """Everybody the sources name, by key; the fullest telling first."""
        found: dict[str, Person] = {}
        for account in (*self.record.accounts, *self.record.parallel):
            mentioned = (mention.person for mention in account.mentions if mention.person is not None)
            for person in (*account.event.principals, *account.event.others, *mentioned):
                if person.name or person.identity:
                    found.setdefault(key_of(person), person)
        return found

    def known(self, key: str) -> Person | None:
        """Give a person whom the sources know, None where they do not."""
        return self._known.get(key)

    def people_in(self, span: Span) -> tuple[Who, ...]:
        """Give who is named in a stretch of the essay, in order, each once."""
        found: dict[str, Who] = {}
        for mention in self.essay.mentions:
            if mention.person is None or not span.covers(mention.span) or mention.form is MentionForm.GROUP:
                continue
            who = self._who(mention.person, mention.span)
            if who is not None:
                found.setdefault(who.key, who)
        for who in self._by_role(span):
            found.setdefault(who.key, who)
        for who in self._by_surname(span, [one.span for one in found.values()]):
            found.setdefault(who.key, who)
        for who in () if found else self._by_pair(span):
            found.setdefault(who.key, who)
        return tuple(sorted(found.values(), key=lambda who: who.span.start))

    def _by_pair(self, span: Span) -> Iterator[Who]:
        """Yield both who met, where they are meant as a pair ("the two presidents") or as those of two states."""
        words, language = span.of(self.essay.release.text), self.essay.release.language
        pair = pattern_of(Construction.PRINCIPALS, language).search(words)
        if pair is None:
            return
        sides = sides_named(pair["states"] or "", self.tables)
        pairs = [people for people in self._pairs if not sides or {_side(person) for person in people} <= sides]
        here = Span(span.start + pair.start(), span.start + pair.end(), span.part)
        for person in pairs[0] if pairs else ():
            yield Who(key=key_of(person), side=_side(person), label=person.label, span=here, implied=True)

    @cached_property
    def _pairs(self) -> tuple[tuple[Person, ...], ...]:
        """The pairs between whom the contacts of the episode are, those of most contacts first."""
        dossier = self.record.opened.dossier
        met = [
            contact
            for contact in self.record.contacts
            if len(contact.people) == PAIR and contact.day is not None and dossier.first <= contact.day <= dossier.last
        ]
        often = Counter(contact.keys for contact in met)
        by_keys = {contact.keys: contact.people for contact in reversed(met)}
        return tuple(by_keys[keys] for keys, _ in often.most_common())

    def _by_role(self, span: Span) -> Iterator[Who]:
        """Yield whom "the host" and "the guest" mean: the one at home where they met, and the other."""
        words, language = span.of(self.essay.release.text), self.essay.release.language
        for cue, at_home in ((Cue.HOST, True), (Cue.GUEST, False)):
            for found in find_cues(words, cue, language):
                person = self._roles.get(at_home)
                if person is not None:
                    here = Span(span.start + found.start, span.start + found.end, span.part)
                    yield Who(key=key_of(person), side=_side(person), label=person.label, span=here)

    @cached_property
    def _roles(self) -> dict[bool, Person]:
        """The host and the guest of the contact in person that the dossier is on, where the sources tell them apart."""
        dossier = self.record.opened.dossier
        for contact in self.record.contacts:
            country = contact.account.event.place.country
            inside = contact.day is not None and dossier.first <= contact.day <= dossier.last
            if (
                country is None
                or not inside
                or contact.kind is Kind.CALL
                or contact.account not in self.record.accounts
            ):
                continue
            home = [person for person in contact.people if _side(person) == country.code]
            away = [person for person in contact.people if person.side and _side(person) != country.code]
            if len(home) == 1 and len(away) == 1:
                return {True: home[0], False: away[0]}
        return {}

    def _by_surname(self, span: Span, taken: Sequence[Span]) -> Iterator[Who]:
        """Yield whom single words mean that are the family name, or nearly, of one person whom the sources know."""
        text = self.essay.release.text
        for match in _NAME.finditer(text, span.start, span.end):
            here = Span(match.start(), match.end(), span.part)
            if any(one.overlaps(here) for one in taken):
                continue
            meant = [person for name, person in self._surnames if fuzz.ratio(name, match[0].casefold()) >= SURNAME]
            if len(meant) == 1:
                exact = match[0].casefold() == meant[0].label.split()[-1].casefold()
                yield Who(
                    key=key_of(meant[0]), side=_side(meant[0]), label=meant[0].label, span=here, misspelt=not exact
                )

    @cached_property
    def _surnames(self) -> tuple[tuple[str, Person], ...]:
        return tuple(
            (person.label.split()[-1].casefold(), person)
            for person in self._known.values()
            if len(person.label.split()) > 1 and len(person.label.split()[-1]) > SHORTEST
        )

    def _who(self, person: Person, span: Span) -> Who | None:
        if person.identity:
            return Who(key=person.identity, side=_side(person), label=person.label, span=span)
        if not person.name:
            return None
        meant = self._meant(person.name)
        if meant is None:
            return Who(key=key_of(person), side=_side(person), label=person.label, span=span)
        spelt = {word for spelling in _spellings(meant) for word in spelling.casefold().split()}
        misspelt = not set(person.name.casefold().split()) <= spelt
        return Who(key=key_of(meant), side=_side(meant), label=meant.label, span=span, misspelt=misspelt)

    def _meant(self, name: str) -> Person | None:
        """Give whom a misspelt name means: of the sources first, then of the tables; None where several are near."""
        if " " not in name.strip():
            alone = [person for surname, person in self._surnames if fuzz.ratio(surname, name.casefold()) >= SURNAME]
            if len({key_of(person) for person in alone}) == 1:
                return alone[0]
        first = name.split(maxsplit=1)[0].casefold()
        led = [person for surname, person in self._surnames if surname == first]
        if len({key_of(person) for person in led}) == 1:
            return led[0]  # a headline's "Korin Comes": the family name leads, and no given name
        scored = [
            (max(fuzz.ratio(name.casefold(), spelt.casefold()) for spelt in _spellings(person)), person)
            for person in self._known.values()
            if person.name
        ]
        near = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: -pair[0])
        if near and (len(near) == 1 or near[0][0] > near[1][0]):
            return near[0][1]
        identity = resolve_person(name, tables=self.tables)
        return Person(name=identity.name, identity=identity.key) if identity else None


def _spellings(person: Person) -> Iterator[str]:
    yield person.label
    if person.name:
        yield person.name


def _side(person: Person) -> str:
    return person.side.code if person.side else ""


def follow_people(clauses: Sequence[Clause], cast: Cast) -> tuple[tuple[Who, ...], ...]:
    """
    Give who is meant in each clause: who is named, and by a pronoun who was named last.

    A pronoun takes up whoever the clause before is about, those named there first, then further back.
    """
    text, language = cast.essay.release.text, cast.essay.release.language
    told = list[tuple[Who, ...]]()
    recent: tuple[Who, ...] = ()
    for clause in clauses:
        named = cast.people_in(clause.span)
        words = clause.span.of(text)
        stands_for = any(True for _ in find_cues(words, Cue.SOMEONE, language))
        carried = tuple(
            Who(key=who.key, side=who.side, label=who.label, span=clause.span, implied=True)
            for who in recent
            if who.key not in {one.key for one in named}
        )
        taken = carried[: max(0, PAIR - len(named))] if stands_for or not named else ()
        told.append((*named, *taken) if stands_for else named or taken)
        subject = pattern_of(Construction.SUBJECT_PRONOUN, language).match(words) is not None
        first = recent[:1] if subject and (not named or _stands_before(words, named[0], clause)) else ()
        recent = tuple({who.key: who for who in (*first, *named, *recent)}.values())[:3]
    return tuple(told)


def _stands_before(words: str, named: Who, clause: Clause) -> bool:
    """Tell whether the pronoun that is the subject of a clause stands before whoever is named in it."""
    found = re.search(r"(?i)\b(?:he|she)\b", words)
    return found is not None and found.start() < named.span.start - clause.span.start
