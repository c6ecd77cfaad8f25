"""Opened dossiers about fictional states, their accounts made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from communique.dossiers.opened import Filed, OpenDossier, Unread
from communique.model import Account, DateBasis, Dossier, Event, EventDate, Filing, Kind, Release, Role
from unit.dossiers.dossiers_made import B2, FERRY

TALKS = "I asked for this meeting, said Adela Korin.\nThe ferry line was spoken of at length."
NOTICE = "Talks on the ferry line will be held in Tarsk."
SOURCES = {"talks.html": (TALKS, 16), "corpus:xa-president:7": (NOTICE, 14)}


def filed(
    source: str = "talks.html", *, text: str = TALKS, day: int | None = 16, role: Role = Role.EVENT, reason: str = "R"
) -> Filed:
    """File one release of June 2021."""
    moment = None if day is None else datetime.combine(date(2021, 6, day), time(18))
    release = Release(
        address=f"https://press.example/{source}",
        issuer="xa-president",
        language="en",
        title=f"On {source}",
        text=text,
        issued=moment,
        identifier=source.removeprefix("corpus:"),
    )
    told = EventDate(day=moment.date(), basis=DateBasis.ISSUED) if moment else None
    account = Account(release=release, event=Event(kind=Kind.MEETING, date=told))
    return Filed(filing=Filing(source=source, role=role, reason=reason, grade=B2), account=account)


def opened(*items: Filed, unread: tuple[Unread, ...] = (), dossier: Dossier = FERRY) -> OpenDossier:
    """Open a dossier in which these are filed; those of the ferry talks where none are given."""
    own = tuple(
        replace(filed(filing.source, text=SOURCES[filing.source][0], day=SOURCES[filing.source][1]), filing=filing)
        for filing in dossier.filings
        if not items and filing.source in SOURCES
    )
    read = items or own
    filings = (*(item.filing for item in read), *(item.filing for item in unread))
    return OpenDossier(dossier=replace(dossier, filings=filings), filed=read, unread=unread)
