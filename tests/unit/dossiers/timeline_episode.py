"""An episode of two fictional states, told by both: invitation, announcement, talks, a statement, other events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import cache

from communique.dossiers.opened import Filed, OpenDossier, Unread
from communique.extraction import extract_account
from communique.model import (
    Account,
    Admiralty,
    Credibility,
    Dossier,
    Exhibit,
    ExhibitKind,
    Filing,
    Reliability,
    Role,
)
from unit.fictional import ARVENIA, VELMARK, make_release, mark_up, register

TARSK, SUND = timezone(timedelta(hours=3)), timezone(timedelta(hours=1))
GRADE = Admiralty(source=Reliability.B, item=Credibility.TWO)

INVITED = "Ilmar Vesk invited Adela Korin to come on a visit to Arvenia in June."
ANNOUNCED = "On June 16, Ilmar Vesk will hold talks in Tarsk with Prime Minister of Velmark Adela Korin."
TALKED = "Ilmar Vesk held talks with Prime Minister of Velmark Adela Korin in Tarsk. They discussed trade and grain."
TALKED_THERE = (
    "Prime Minister Adela Korin held talks with President of Arvenia Ilmar Vesk in Tarsk. Trade was discussed."
)
STATED = "Ilmar Vesk: We spoke about grain at length, and about the bridge."


@cache
def read(text: str, title: str, issuer: str, issued: datetime | None, name: str) -> Account:
    """Read one release of the fictional states under a name."""
    release = replace(
        make_release(text, title, issuer=issuer, issued=issued), identifier=name, address=f"https://{name}"
    )
    return extract_account(mark_up(release), register=register())


def filed(account: Account, role: Role = Role.EVENT) -> Filed:
    """File a release in a role."""
    return Filed(filing=Filing(source=f"corpus:{account.release.name}", role=role), account=account)


def invitation() -> Account:
    """Give a call of April in which the visit is proposed."""
    title = "Telephone conversation with Prime Minister of Velmark Adela Korin"
    text = f"Ilmar Vesk had a telephone conversation with Adela Korin. {INVITED}"
    return read(text, title, ARVENIA, datetime(2021, 4, 20, 12, 0, tzinfo=TARSK), "xa:1")


def announcement() -> Account:
    """Give the announcement, two days before."""
    return read(ANNOUNCED, ANNOUNCED.rstrip("."), ARVENIA, datetime(2021, 6, 14, 15, 10, tzinfo=TARSK), "xa:2")


def talks(issued: datetime | None = datetime(2021, 6, 16, 18, 0, tzinfo=TARSK)) -> Account:
    """Give the host's record of the talks."""
    return read(TALKED, "Talks with Prime Minister of Velmark Adela Korin", ARVENIA, issued, "xa:3")


def talks_there(issued: datetime | None = datetime(2021, 6, 16, 18, 30, tzinfo=SUND)) -> Account:
    """Give the guest's record of the talks."""
    return read(TALKED_THERE, "Talks with President of Arvenia Ilmar Vesk", VELMARK, issued, "xv:1")


def statement() -> Account:
    """Give the host's statement after the talks."""
    issued = datetime(2021, 6, 16, 18, 20, tzinfo=TARSK)
    return read(STATED, "Press statements following the talks", ARVENIA, issued, "xa:4")


def beside(day: int, hour: int = 10, name: str = "") -> Account:
    """Give an event at home, in June."""
    issued = datetime(2021, 6, day, hour, 0, tzinfo=TARSK)
    text = "Ilmar Vesk met with members of the Government. Roads were discussed."
    return read(text, f"Meeting on roads, {name or day}", ARVENIA, issued, f"xa:p{day}-{hour}{name}")


EXHIBITS = (
    Exhibit(
        code="report", kind=ExhibitKind.PRESS, title="A newspaper tells of preparations", grade=GRADE, day="2021-06"
    ),
    Exhibit(code="film", kind=ExhibitKind.FOOTAGE, title="The arrival", grade=GRADE, day="2021-06-16T09:30:00+03:00"),
    Exhibit(code="note", kind=ExhibitKind.COMMENT, title="A note", grade=GRADE),
    Exhibit(code="torn", kind=ExhibitKind.COMMENT, title="A torn page", grade=GRADE, day="the day before"),
)


def dossier_of(*items: Filed, exhibits: tuple[Exhibit, ...] = (), unread: tuple[Unread, ...] = ()) -> OpenDossier:
    """Open a dossier of some releases."""
    return OpenDossier(
        dossier=Dossier(
            title="Talks in Tarsk",
            first=date(2021, 6, 14),
            last=date(2021, 6, 16),
            sides=("XA", "XV"),
            filings=tuple(item.filing for item in items),
            exhibits=exhibits,
        ),
        filed=items,
        unread=unread,
    )


def episode() -> OpenDossier:
    """Open the whole episode."""
    return dossier_of(
        filed(talks()),
        filed(talks_there()),
        filed(beside(15), Role.PARALLEL),
        filed(beside(17), Role.PARALLEL),
        filed(beside(25), Role.PARALLEL),
        filed(statement(), Role.STATEMENT),
        filed(announcement(), Role.ANNOUNCEMENT),
        filed(invitation(), Role.INVITATION),
        exhibits=EXHIBITS,
        unread=(Unread(filing=Filing(source="lost.html"), reason="no text found"),),
    )
