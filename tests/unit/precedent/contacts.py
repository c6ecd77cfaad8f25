"""Contacts, notices and days held of fictional issuers."""

from __future__ import annotations

from datetime import date, timedelta

from communique.model import Kind
from communique.precedent import Contact, Coverage, Notice

START = date(2019, 1, 1)
VESK, KORIN, OSMUND = "XA/ilmar-vesk", "XV/adela-korin", "XV/osmund-iv"


def day(number: int) -> date:
    """Give the day so many days after the first of January 2019, a Tuesday."""
    return START + timedelta(days=number)


def daily(first: int, last: int) -> tuple[date, ...]:
    """Give every day from one to another, both in."""
    return tuple(day(number) for number in range(first, last + 1))


def held(*days: tuple[date, ...]) -> Coverage:
    """Give the coverage of some stretches of days."""
    return Coverage(days=tuple(sorted({one for stretch in days for one in stretch})))


def contact(  # noqa: PLR0913 - a contact has these parts, each named
    number: int,
    kind: Kind = Kind.MEETING,
    *,
    name: str = "",
    title: str = "Talks with Adela Korin",
    issued: int | None = None,
    place: str = "",
    persons: tuple[str, ...] = (),
) -> Contact:
    """Give a contact of Arvenia with Velmark, published on its own day unless said otherwise."""
    known_as = name or f"xa-president:{number}-{kind}"
    return Contact(
        key=known_as,
        name=known_as,
        title=title,
        kind=kind,
        issued=day(number if issued is None else issued),
        day=day(number),
        place=place,
        persons=persons,
    )


def notice(  # noqa: PLR0913 - a notice has these parts, each named
    number: int,
    kind: Kind = Kind.VISIT,
    *,
    until: int,
    since: int | None = None,
    invitation: bool = False,
    traveller: str = "",
    persons: tuple[str, ...] = (),
    dated: bool = False,
) -> Notice:
    """Give a notice of an encounter with Velmark that is foreseen within some days."""
    return Notice(
        key=f"notice-{number}-{invitation}",
        name=f"xa-president:n{number}",
        title="Telephone conversation with Adela Korin",
        day=day(number),
        kind=kind,
        invitation=invitation,
        traveller=traveller,
        words="They discussed her upcoming visit.",
        counterpart="XV",
        persons=persons,
        earliest=day(number if since is None else since),
        latest=day(until),
        dated=dated,
    )
