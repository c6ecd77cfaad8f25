"""A visit between two fictional states as both press services tell it, and essays on it laid out beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache

from communique.collation.vectors import Vectors
from communique.dossiers.opened import Filed, OpenDossier
from communique.model import Account, Audit, Dossier, Filing, Role, Ruling
from communique.precedent import NO_PRECEDENT, Precedent
from communique.reasoning.audit.auditing import audit_essay
from communique.reasoning.audit.reading.desk import Desk, lay_out
from communique.reasoning.audit.reading.inquiry import Inquiry
from unit.fictional import ARVENIA, VELMARK, account_of, tables

FIRST, LAST = date(2021, 6, 10), date(2021, 6, 20)
KORIN = "Prime Minister of Velmark Adela Korin"

INVITED = """Ilmar Vesk met with Prime Minister of Velmark Adela Korin in Merano Bay. They spoke of ferry lines.
Ilmar Vesk invited Adela Korin to visit Arvenia in June."""

CALLED = """Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin. The call was initiated \
by the Velmarkian side.
They discussed Adela Korin’s upcoming working visit to Tarsk and the price of timber."""

RANG = """Ilmar Vesk had a telephone conversation with President of Tholia Davor Selim. They spoke of the harvest."""

ANNOUNCED = """On June 17, Ilmar Vesk will hold talks in Tarsk with Prime Minister of Velmark Adela Korin, who will be \
in Arvenia on a working visit."""

TALKED = """Ilmar Vesk met at the Linden Palace in Tarsk with Prime Minister of Velmark Adela Korin. Minister of \
Transport of Arvenia Rosa Ilyan took part in the talks.
President of Arvenia Ilmar Vesk: Madam Prime Minister, I am glad to welcome you to Tarsk.
In May our port fell victim to some maritime groups. Nobody could have predicted that night.
The chief part in clearing the harbour was played by your own dockers.
Prime Minister of Velmark Adela Korin: Thank you, Mr Vesk, for the invitation to visit Arvenia.
This is my first trip abroad since the spring storms, and I have come to give a lecture at the Maritime Academy.
The ferry between Sund and Tarsk will carry passengers again from the first of August.
<…>"""

PRESS = """President of Arvenia Ilmar Vesk: Dear colleagues, our port faced an act of aggression carried out with the \
direct participation of destructive external forces. We had been warned of the attack in advance.
Arvenia supports the fishermen of Velmark in full."""

GUEST = """Prime Minister Adela Korin met with President of Arvenia Ilmar Vesk in Tarsk on a working visit.
The Prime Minister thanked Ilmar Vesk for the invitation to Tarsk. She congratulated him on the opening of the new pier.
They discussed ferry lines and the training of harbour pilots. Foreign Minister Lena Aster attended the talks.
At the airport the Prime Minister was met by the Mayor of Tarsk."""

LECTURED = """Prime Minister Adela Korin gave a lecture to the cadets of the Maritime Academy in Tarsk."""

TOLD = (
    ("xa:invitation", date(2021, 4, 2), 18, Role.INVITATION, ARVENIA, f"Meeting with {KORIN}", INVITED),
    ("xa:call", date(2021, 6, 12), 12, Role.EVENT, ARVENIA, f"Telephone conversation with {KORIN}", CALLED),
    (
        "xa:announcement",
        date(2021, 6, 15),
        11,
        Role.ANNOUNCEMENT,
        ARVENIA,
        f"On June 17, Ilmar Vesk will hold talks with {KORIN}",
        ANNOUNCED,
    ),
    (
        "xa:rang",
        date(2021, 6, 16),
        10,
        Role.EVENT,
        ARVENIA,
        "Telephone conversation with President of Tholia Davor Selim",
        RANG,
    ),
    ("xa:talks", date(2021, 6, 17), 15, Role.EVENT, ARVENIA, f"Talks with {KORIN}", TALKED),
    (
        "xa:press",
        date(2021, 6, 17),
        19,
        Role.STATEMENT,
        ARVENIA,
        f"Press statements following talks with {KORIN}",
        PRESS,
    ),
    (
        "xv:talks",
        date(2021, 6, 17),
        20,
        Role.EVENT,
        VELMARK,
        "Prime Minister Adela Korin meets President of Arvenia Ilmar Vesk",
        GUEST,
    ),
    (
        "xv:lecture",
        date(2021, 6, 18),
        14,
        Role.PARALLEL,
        VELMARK,
        "Prime Minister Adela Korin speaks at the Maritime Academy",
        LECTURED,
    ),
)


@cache
def releases() -> tuple[tuple[Role, Account], ...]:
    """Give the releases of the voyage, read, each with its role."""
    found = []
    for name, day, hour, role, issuer, title, text in TOLD:
        issued = datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001 - wall time as issuers print it
        account = account_of(text, title, issuer=issuer, issued=issued)
        release = replace(account.release, identifier=name, address=f"https://press.example/{name}")
        found.append((role, replace(account, release=release)))
    return tuple(found)


@cache
def voyage(*left_out: str) -> OpenDossier:
    """Give the dossier of the voyage, without the releases named."""
    filed = tuple(
        Filed(filing=Filing(source=account.release.name, role=role), account=account)
        for role, account in releases()
        if account.release.identifier not in left_out
    )
    dossier = Dossier(title="A voyage to Tarsk", first=FIRST, last=LAST, sides=("XA", "XV"))
    return OpenDossier(dossier=dossier, filed=filed)


@cache
def essay_of(text: str) -> Account:
    """Read an essay, as of the last day of the dossier."""
    return account_of(text, issuer="", issued=datetime(2021, 6, 20, 12))  # noqa: DTZ001 - as above


def desk_of(text: str, *left_out: str, precedent: Precedent = NO_PRECEDENT) -> Desk:
    """Lay an essay out beside the dossier."""
    return lay_out(essay_of(text), voyage(*left_out), tables=tables(), precedent=precedent)


def inquiry_on(text: str, *left_out: str, precedent: Precedent = NO_PRECEDENT) -> Inquiry:
    """Give what is asked of the last claim of an essay."""
    return list(desk_of(text, *left_out, precedent=precedent).inquiries())[-1]


def audit_of(text: str, *left_out: str, vectors: Vectors | None = None, precedent: Precedent = NO_PRECEDENT) -> Audit:
    """Audit an essay against the dossier."""
    return audit_essay(essay_of(text), voyage(*left_out), tables=tables(), vectors=vectors, precedent=precedent)


def ruling_on(text: str, *left_out: str, precedent: Precedent = NO_PRECEDENT) -> Ruling:
    """Give the ruling on the last claim of an essay."""
    return audit_of(text, *left_out, precedent=precedent).rulings[-1]
