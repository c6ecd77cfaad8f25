"""Accounts in; entities out: each release and its event as they come, then everybody who was met in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from communique.model import Account, DateBasis, Kind, Place
from communique.reference.rows import Issuer
from communique.reports.ftm.entity import LONGEST_NAME, Entity, address, country, language, line, make_entity, moment
from communique.reports.ftm.persons import Register, document_id
from communique.reports.labels import KINDS

IssuerOf: TypeAlias = Callable[[str], Issuer | None]
"""Gives the office of an issuer's code, None where no table knows it."""

_NO_EVENTS = frozenset({Kind.STATEMENT, Kind.OTHER})
"""Kinds of release that tell of an event only where they name who took part."""


def find_entities(accounts: Iterable[Account], *, issuer_of: IssuerOf) -> Iterator[Entity]:
    """
    Yield the entities that accounts tell of, each id once.

    A release is an ``Article``, what it tells of an ``Event`` of its own: that two accounts tell of one event is a
    conclusion, and no fact of either. People, offices and organisations stand in one entity for all accounts. The
    dates of an office held are days on which a release gives somebody that office, never its beginning or end.
    """
    register = Register()
    for account in accounts:
        publisher = issuer_of(account.release.issuer)
        yield _document(account, publisher)
        if publisher is not None:
            register.take_issuer(publisher, account)
        involved = [register.take(person, account) for person in (*account.event.principals, *account.event.others)]
        if account.event.principals or account.event.kind not in _NO_EVENTS:
            yield _event(account, involved, register, publisher)
    yield from register.entities()


def _document(account: Account, publisher: Issuer | None) -> Entity:
    release = account.release
    return make_entity(
        document_id(release),
        "Article",
        title=line(release.title),
        name=line(release.title, LONGEST_NAME),
        publishedAt=moment(release.issued),
        retrievedAt=moment(release.captured),
        language=language(release.language),
        publisher=publisher.name if publisher else line(release.issuer),
        country=country(publisher.side.code) if publisher else "",
        sourceUrl=address(release.address),
        notes=(f"text key {release.key}", f"SHA-256 {release.digest}" if release.digest else ""),
    )


def _event(account: Account, involved: list[str], register: Register, publisher: Issuer | None) -> Entity:
    release, event = account.release, account.event
    sides = [person.side for person in event.principals if person.side]
    organisations = [register.take_side(side, account) for side in sides]
    opening = account.reception.span
    return make_entity(
        f"communique-event-{release.key}",
        "Event",
        name=line(release.title, LONGEST_NAME) or KINDS[event.kind],
        date=moment(event.date.day) if event.date else "",
        description="dated by publication alone" if event.date and event.date.basis is DateBasis.ISSUED else "",
        summary=line(release.words(opening)) if opening else "",
        location=_location(event.place),
        country=country(event.place.country.code) if event.place.country else "",
        involved=(*involved, *organisations),
        organizer=f"communique-issuer-{publisher.code}" if publisher and event.kind is Kind.DOMESTIC else "",
        keywords=(event.kind.value, *(share.topic.value for share in account.topics)),
        recordId=line(release.name),
        sourceUrl=address(release.address),
        proof=document_id(release),
    )


def _location(place: Place) -> str:
    named = (place.venue.value if place.venue else "", place.city.value if place.city else "")
    return line(", ".join(filter(None, (*named, place.country.name if place.country else ""))), 250)
