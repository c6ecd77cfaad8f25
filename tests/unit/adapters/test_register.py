"""Persons and issuers as extraction asks for them, from tables of fictional states."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from communique.adapters.register import TablesRegister
from communique.extraction import NO_HOME
from communique.model import Release, Side
from communique.reference.rows import Identity, Issuer, Tables, Tenure, Wording

ARVENIA, VELMARK = Side(code="XA", name="Arvenia"), Side(code="XV", name="Velmark")


def tenure(identity: str, side: Side, office: str, since: int | None, until: int | None) -> Tenure:
    """Give a tenure of whole years."""
    return Tenure(
        identity=identity,
        side=side,
        office=office,
        title=f"{office.title()} of {side}",
        source="invented",
        rank=1,
        since=(since and date(since, 1, 1)) or None,
        until=(until and date(until, 12, 31)) or None,
    )


TABLES = Tables(
    people=(
        Identity(key="ilmar-vesk", name="Ilmar Vesk", wordings=(Wording(language="en", names=("I. Vesk",)),)),
        Identity(key="old-tarn", name="Mirel Tarn"),
        Identity(key="other-tarn", name="Mirel Tarn"),
        Identity(key="wanderer", name="Sela Orr"),
    ),
    tenures=(
        tenure("ilmar-vesk", ARVENIA, "president", 2015, None),
        tenure("old-tarn", ARVENIA, "president", 2005, 2014),
        tenure("other-tarn", VELMARK, "speaker", 2010, None),
        tenure("wanderer", ARVENIA, "speaker", 2001, 2004),
        tenure("wanderer", VELMARK, "speaker", 2006, 2009),
    ),
    issuers=(
        Issuer(
            code="xa-president",
            name="President of Arvenia",
            side=ARVENIA,
            office="president",
            time_zone="UTC",
            source="invented",
        ),
    ),
)
REGISTER = TablesRegister(TABLES)


def release(issuer: str, year: int | None) -> Release:
    """Give a release of an issuer and a year."""
    issued = datetime(year, 5, 4) if year else None  # noqa: DTZ001 - wall time of the issuer
    return Release(address="x", issuer=issuer, language="en", title="Talks", text="", issued=issued)


@pytest.mark.parametrize(
    ("name", "side", "year", "wanted"),
    [
        ("Ilmar Vesk", None, 2019, ("ilmar-vesk", "XA")),
        ("ILMAR  VESK", "XA", 2019, ("ilmar-vesk", "XA")),
        ("I. Vesk", None, 2019, ("ilmar-vesk", "XA")),
        ("Ilmar Vesk", "XV", 2019, None),
        ("Mirel Tarn", None, 2012, None),
        ("Mirel Tarn", "XV", 2012, ("other-tarn", "XV")),
        ("Sela Orr", None, 2002, ("wanderer", "XA")),
        ("Sela Orr", None, 2007, ("wanderer", "XV")),
        ("Sela Orr", None, 2020, ("wanderer", None)),
        ("Nobody Known", None, 2019, None),
        ("", None, 2019, None),
    ],
)
def test_a_name_is_known_where_one_person_bears_it(
    name: str, side: str | None, year: int, wanted: tuple[str, str | None] | None
) -> None:
    """The side named in the text decides between namesakes; the day decides which side a person served."""
    found = REGISTER.known(name, side=side, on=date(year, 5, 4))
    assert (found and (found.key, found.side.code if found.side else None)) == wanted


@pytest.mark.parametrize(
    ("year", "names", "office"),
    [
        (2019, ("Ilmar Vesk", "I. Vesk"), "President of Arvenia"),
        (2010, ("Mirel Tarn",), "President of Arvenia"),
        (1999, (), None),
        (None, (), None),
    ],
)
def test_the_home_of_a_release_follows_its_day(year: int | None, names: tuple[str, ...], office: str | None) -> None:
    """The side is that of the issuer; who heads it depends on the day, and is nobody where the day is not known."""
    home = REGISTER.home(release("xa-president", year))
    assert (home.side, home.names, home.office) == (ARVENIA, names, office)


def test_an_unknown_issuer_has_no_home() -> None:
    """Then nobody is taken for granted."""
    assert REGISTER.home(release("xo-nobody", 2019)) == NO_HOME
