"""Accounts of fictional contacts made by hand, and dossiers opened on them, for tests of the protocol sheet."""

from __future__ import annotations

from datetime import date, datetime

from communique.dossiers.opened import Filed, OpenDossier
from communique.model import (
    Account,
    DateBasis,
    Dossier,
    Event,
    EventDate,
    Exhibit,
    Filing,
    Kind,
    Mention,
    MentionForm,
    Office,
    Part,
    Person,
    Place,
    Release,
    Role,
    Side,
    Span,
    Stated,
)

ARVENIA, VELMARK, THOLIA = (
    Side(code=code, name=name) for code, name in (("XA", "Arvenia"), ("XV", "Velmark"), ("XT", "Tholia"))
)
VESK = Person(name="Ilmar Vesk", side=ARVENIA, identity="ilmar-vesk")
KORIN = Person(name="Adela Korin", side=VELMARK, identity="adela-korin")
SELIM = Person(name="Davor Selim", side=THOLIA, identity="davor-selim")
CAPITALS = {"XA": "Tarsk", "XV": "Sund", "XT": "Merano Bay"}


def met(  # noqa: PLR0913 - an account has these parts
    day: date,
    *persons: Person,
    at: Side | None = None,
    text: str = "",
    kind: Kind = Kind.MEETING,
    issuer: str = "xa-president",
    issued: datetime | None = None,
    title: str = "",
    name: str = "",
) -> Account:
    """Give an account of a meeting on a day, published that evening, in the capital of a country where one is named."""
    city = CAPITALS[at.code] if at else ""
    words = text or f"{' and '.join(person.label for person in persons)} met{f' in {city}' if city else ''}."
    moment = issued or datetime(day.year, day.month, day.day, 18)  # noqa: DTZ001 - wall time as issuers print it
    release = Release(
        address=f"https://press.example/{name or f'{issuer}-{day}'}",
        issuer=issuer,
        language="en",
        title=title,
        text=words,
        issued=moment,
        identifier=name or f"{issuer}:{day:%m%d}",
    )
    start = words.find(city) if city else -1
    stated = Stated(value=city, span=Span(start, start + len(city))) if start >= 0 else None
    return Account(
        release=release,
        event=Event(
            kind=kind,
            date=EventDate(day=day, basis=DateBasis.ISSUED),
            place=Place(city=stated, country=at),
            principals=tuple(presented(person, words) for person in persons),
        ),
        mentions=tuple(mentions(words, persons)),
        sentences=sentences(words),
    )


def presented(person: Person, words: str) -> Person:
    """Give a person as a text presents him or her: with the words "President of Arvenia" where these stand before."""
    for title in ("President of Arvenia", "First Deputy Speaker of Velmark", "Prime Minister of Velmark"):
        place = words.find(f"{title} {person.name}")
        if place >= 0:
            office = Office(title=title, span=Span(place, place + len(title)))
            return Person(name=person.name, side=person.side, identity=person.identity, office=office)
    return person


def mentions(words: str, persons: tuple[Person, ...]) -> list[Mention]:
    """Give every place that names somebody of the fictional states."""
    found = []
    for person in dict.fromkeys((*persons, VESK, KORIN, SELIM)):
        place = words.find(person.name or "–")
        if place >= 0:
            span = Span(place, place + len(person.name or ""))
            found.append(Mention(form=MentionForm.NAME, span=span, person=person))
    return found


def sentences(words: str) -> tuple[Span, ...]:
    """Part a text at its full stops."""
    spans, start = [], 0
    for place, sign in enumerate(words):
        if sign == "." and place + 1 > start:
            spans.append(Span(start, place + 1, Part.TEXT))
            start = place + 2
    return tuple(spans)


def opened(*accounts: Account, announced: tuple[Account, ...] = (), exhibits: tuple[Exhibit, ...] = ()) -> OpenDossier:
    """Open a dossier on some accounts."""
    filed = tuple(
        Filed(filing=Filing(source=account.release.name, role=role), account=account)
        for role, some in ((Role.ANNOUNCEMENT, announced), (Role.EVENT, accounts))
        for account in some
    )
    dossier = Dossier(
        title="The ferry talks",
        first=date(2021, 6, 1),
        last=date(2021, 6, 30),
        filings=tuple(item.filing for item in filed),
        exhibits=exhibits,
    )
    return OpenDossier(dossier=dossier, filed=filed)
