"""Persons and organisations, and what ties them: offices held, memberships; each tie with the days it is told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from communique.model import Account, Office, Person, Release, Side, SideKind
from communique.reference.rows import Issuer
from communique.reports.ftm.entity import LONGEST_NAME, Entity, address, country, line, make_entity, name_of

MOST_SOURCES = 20
"""Releases that are named as sources of a person or of a tie, the earliest read; the events name all of theirs."""


@dataclass(slots=True)
class Told:
    """What was told so far of one person, office or tie: in what words, on which days, by which releases."""

    words: dict[str, None] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    proofs: dict[str, str] = field(default_factory=dict)

    def tell(self, words: str, day: date | None, release: Release) -> None:
        """Note that a release tells of it."""
        self.words[words] = None
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)
        if len(self.proofs) < MOST_SOURCES:
            self.proofs[document_id(release)] = address(release.address)

    @property
    def days(self) -> tuple[str, ...]:
        """The first and the last day on which it was told."""
        return tuple(dict.fromkeys(day.isoformat() for day in (self.first, self.last) if day))

    @property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """The releases that tell of it: their addresses, and the ids of their documents."""
        return {"sourceUrl": tuple(filter(None, self.proofs.values())), "proof": tuple(self.proofs)}


class Register:
    """Everybody met in the accounts so far, by id; two accounts that mean one person tell of one entity."""

    def __init__(self) -> None:
        self._persons: dict[tuple[str, str], Told] = {}
        self._bodies: dict[tuple[str, str, str], Told] = {}
        self._offices: dict[tuple[str, str], Told] = {}
        self._ties: dict[tuple[str, str, str], Told] = {}
        self._sides: dict[str, Side] = {}

    def take(self, person: Person, account: Account) -> str:
        """Note a person with office and side as an account has them; give the person's id, empty without a name."""
        day = account.event.date.day if account.event.date else None
        side = person.side.code if person.side else ""
        identifier = person_id(person)
        if person.side:
            self._sides[side] = person.side
            self.take_side(person.side, account)
        if identifier:
            told = self._persons.setdefault((identifier, side), Told())
            told.tell(line(person.base or person.name, LONGEST_NAME), day, account.release)
            told.words[line(person.name, LONGEST_NAME)] = None
        if person.office is not None:
            self._take_office(person.office, identifier, side, day, account.release)
        return identifier

    def take_side(self, side: Side, account: Account) -> str:
        """Note an organisation that takes part; give its id, empty for a state, which the model has no schema for."""
        if side.kind is not SideKind.ORGANISATION:
            return ""
        return self._body(organisation_id(side), "Organization", side.name, "", account)

    def take_issuer(self, issuer: Issuer, account: Account) -> str:
        """Note the office that published an account; give its id."""
        return self._body(
            f"communique-issuer-{issuer.code}", "PublicBody", issuer.name, country(issuer.side.code), account
        )

    def entities(self) -> Iterator[Entity]:
        """Yield everybody and every tie noted, each once, persons before what ties them."""
        yield from self._persons_once()
        for (identifier, schema, of), told in self._bodies.items():
            yield make_entity(identifier, schema, name=told.words, country=of, **told.sources)
        for (side, _), told in self._offices.items():
            yield make_entity(
                office_id(side, next(iter(told.words))),
                "Position",
                name=told.words,
                country=country(side),
                organization=self._organisation(side),
                **told.sources,
            )
        for (person, side, title), told in self._ties.items():
            yield self._tie(person, side, title, told)

    def _body(self, identifier: str, schema: str, name: str, of: str, account: Account) -> str:
        told = self._bodies.setdefault((identifier, schema, of), Told())
        told.tell(line(name, LONGEST_NAME), None, account.release)
        return identifier

    def _take_office(self, office: Office, person: str, side: str, day: date | None, release: Release) -> None:
        title = line(office.title, LONGEST_NAME)
        key = (side, title.casefold())
        self._offices.setdefault(key, Told()).tell(title, day, release)
        if person:
            self._ties.setdefault((person, *key), Told()).tell(title, day, release)

    def _persons_once(self) -> Iterator[Entity]:
        """Yield each person once, though sides may differ from account to account."""
        merged: dict[str, list[tuple[str, Told]]] = {}
        for (identifier, side), told in self._persons.items():
            merged.setdefault(identifier, []).append((side, told))
        for identifier, tellings in merged.items():
            names = list(dict.fromkeys(name for _, told in tellings for name in told.words if name))
            proofs = {proof: source for _, told in tellings for proof, source in told.proofs.items()}
            sources = list(proofs.items())[:MOST_SOURCES]
            yield make_entity(
                identifier,
                "Person",
                name=names[0],
                alias=names[1:],
                country=[country(side) for side, _ in tellings],
                sourceUrl=[source for _, source in sources],
                proof=[proof for proof, _ in sources],
            )

    def _tie(self, person: str, side: str, title: str, told: Told) -> Entity:
        """Give an office held, or a membership where the side is an organisation."""
        identifier = name_of("tie", person, side, title)
        if organisation := self._organisation(side):
            return make_entity(
                identifier,
                "Membership",
                member=person,
                organization=organisation,
                role=told.words,
                date=told.days,
                **told.sources,
            )
        post = office_id(side, title)
        return make_entity(identifier, "Occupancy", holder=person, post=post, date=told.days, **told.sources)

    def _organisation(self, side: str) -> str:
        found = self._sides.get(side)
        return organisation_id(found) if found and found.kind is SideKind.ORGANISATION else ""


def person_id(person: Person) -> str:
    """Give the id of a person: by the key of the tables where they know the name, else by name and side."""
    if person.identity:
        return f"communique-person-{person.identity}"
    name = line(person.base or person.name)
    return name_of("person", name.casefold(), person.side.code if person.side else "") if name else ""


def organisation_id(side: Side) -> str:
    """Give the id of an organisation that takes part as a side."""
    return name_of("organisation", side.code)


def office_id(side: str, title: str) -> str:
    """Give the id of an office of a side, whatever the case of its letters."""
    return name_of("position", side, title.casefold())


def document_id(release: Release) -> str:
    """Give the id of a release as a document."""
    return f"communique-release-{release.key}"
