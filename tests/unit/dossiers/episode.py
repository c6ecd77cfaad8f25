"""An episode of two fictional states, as their press services would have published it, and what went on beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache

from communique.model import Account
from unit.fictional import ARVENIA, VELMARK, account_of

FIRST, LAST = date(2021, 6, 14), date(2021, 6, 20)
SIDES = ("XA", "XV")


def told(  # noqa: PLR0913 - a release has these parts
    name: str, day: date, title: str, text: str, *, issuer: str = ARVENIA, hour: int = 18
) -> Account:
    """Read one release of a fictional issuer under a name."""
    account = account_of(
        text,
        title,
        issuer=issuer,
        issued=datetime(day.year, day.month, day.day, hour),  # noqa: DTZ001 - wall time as issuers print it
    )
    release = replace(account.release, identifier=name, address=f"https://press.example/{name}")
    return replace(account, release=release)


@cache
def episode() -> tuple[Account, ...]:
    """Give the releases of both offices around a visit of 17 June 2021, in order of days."""
    return (
        told(
            "xa:invitation",
            date(2021, 4, 2),
            "Meeting with Prime Minister of Velmark Adela Korin",
            "Ilmar Vesk met with Prime Minister of Velmark Adela Korin in Sund. "
            "They spoke of ferry lines. Ilmar Vesk invited Adela Korin to visit Arvenia in June.",
        ),
        told(
            "xa:forum",
            date(2021, 4, 20),
            "Telephone conversation with Prime Minister of Velmark Adela Korin",
            "Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin. "
            "Ilmar Vesk invited Adela Korin to take part in the Tarsk Grain Forum.",
        ),
        told(
            "xa:announcement",
            date(2021, 6, 15),
            "On June 17, Ilmar Vesk will hold talks with Prime Minister of Velmark Adela Korin",
            "On June 17, Ilmar Vesk will hold talks in Tarsk with Prime Minister of Velmark Adela Korin.",
        ),
        told(
            "xa:call",
            date(2021, 6, 14),
            "Telephone conversation with Prime Minister of Velmark Adela Korin",
            "Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin. "
            "They discussed Adela Korin’s upcoming working visit to Tarsk.",
        ),
        told(
            "xa:council",
            date(2021, 6, 16),
            "Meeting with members of the Harvest Council",
            "Ilmar Vesk chaired a meeting of the Harvest Council. The members spoke of grain stores.",
        ),
        told(
            "xa:talks",
            date(2021, 6, 17),
            "Meeting with Prime Minister of Velmark Adela Korin",
            "Ilmar Vesk met with Prime Minister of Velmark Adela Korin at the Linden Palace.\n"
            "President of Arvenia Ilmar Vesk: Madam Prime Minister, I am glad to see you. "
            "In May our port fell victim to some maritime groups. "
            "Nothing could have predicted that night.\n"
            "Prime Minister of Velmark Adela Korin: Thank you, Mr Vesk, for the invitation to visit Arvenia.\n<…>",
            hour=15,
        ),
        told(
            "xv:talks",
            date(2021, 6, 17),
            "Prime Minister Adela Korin met with President of Arvenia Ilmar Vesk",
            "Prime Minister Adela Korin met with President of Arvenia Ilmar Vesk in Tarsk. They discussed ferry lines.",
            issuer=VELMARK,
        ),
        told(
            "xa:press",
            date(2021, 6, 17),
            "Press statements following Arvenian-Velmarkian talks",
            "President of Arvenia Ilmar Vesk: Dear colleagues, our port faced an act of aggression "
            "carried out with the direct participation "
            "of destructive external forces. We had been warned of the attack in advance.",
            hour=19,
        ),
        told(
            "xa:tholia",
            date(2021, 6, 18),
            "Telephone conversation with President of Tholia Davor Selim",
            "Ilmar Vesk had a telephone conversation with President of Tholia Davor Selim.",
        ),
        told(
            "xa:greetings",
            date(2021, 6, 18),
            "Greetings to the participants of the Tarsk Regatta",
            "Ilmar Vesk sent greetings to the participants of the Tarsk Regatta.",
        ),
        told(
            "xa:late",
            date(2021, 6, 28),
            "Meeting with teachers",
            "Ilmar Vesk met with teachers of the Tarsk schools.",
        ),
    )


def release_named(name: str) -> Account:
    """Give one release of the episode."""
    return next(account for account in episode() if account.release.identifier == name)
