"""Who held which office on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError
from communique.model import Side
from communique.reference import (
    Tenure,
    fictional_folder,
    holders,
    issuer,
    load_tables,
    offices_of,
    person,
    principal_of,
    shipped_tables,
    tenures_of,
)

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("office", "side", "on", "keys"),
    [
        ("president", "RU", date(2007, 10, 1), ["vladimir-putin"]),
        ("president", "RU", date(2010, 10, 1), ["dmitry-medvedev"]),
        ("prime-minister", "RU", date(2010, 10, 1), ["vladimir-putin"]),
        ("president", "KZ", date(2019, 3, 19), ["nursultan-nazarbayev"]),
        ("president", "KZ", date(2019, 3, 20), ["kassym-jomart-tokayev", "nursultan-nazarbayev"]),
        ("president", "KZ", date(2019, 3, 21), ["kassym-jomart-tokayev"]),
        ("security-council-chairman", "KZ", date(2022, 1, 4), ["nursultan-nazarbayev"]),
        ("security-council-chairman", "KZ", date(2022, 1, 6), ["kassym-jomart-tokayev"]),
        ("president", "US", date(2021, 7, 1), ["joe-biden"]),
        ("national-security-adviser", "US", date(2021, 7, 1), ["jake-sullivan"]),
        ("foreign-minister", "CN", date(2023, 3, 1), ["qin-gang"]),
        ("chancellor", "DE", date(2021, 12, 9), ["olaf-scholz"]),
        ("president", "UA", date(2021, 11, 1), ["volodymyr-zelenskyy"]),
        ("president", "TM", date(2022, 3, 20), ["serdar-berdimuhamedov"]),
        ("secretary-general", "NATO", date(2001, 11, 1), ["george-robertson"]),
        ("president", "XX", date(2020, 1, 1), []),
        ("president", "RU", date(1980, 1, 1), []),
    ],
)
def test_gives_the_holders_of_an_office(office: str, side: str, on: date, keys: list[str]) -> None:
    """The holders on a day are given, the newcomer first on the day of a handover, none where nobody is known."""
    assert [tenure.identity for tenure in holders(office, side, on)] == keys


def test_gives_the_offices_of_a_person_highest_first() -> None:
    """Offices held together are given by rank; those of other days are not."""
    offices = [tenure.title for tenure in offices_of("nursultan-nazarbayev", date(2020, 3, 10))]
    assert offices[0] == "Chairman of the Security Council of Kazakhstan"
    assert "First President of Kazakhstan" in offices
    assert "President of Kazakhstan" not in offices


@pytest.mark.parametrize(
    ("code", "on", "key"),
    [
        ("ru-president", date(2009, 1, 1), "dmitry-medvedev"),
        ("kz-president", date(2022, 2, 10), "kassym-jomart-tokayev"),
        ("us-state", date(2022, 2, 10), "antony-blinken"),
        ("eu-council", date(2021, 2, 10), "charles-michel"),
        ("sa-press", date(2021, 2, 10), None),
    ],
)
def test_an_issuer_has_its_head_of_the_day(code: str, on: date, key: str | None) -> None:
    """“The president” in an issuer's release is who held its office that day; an agency has no such head."""
    found = issuer(code)
    assert found is not None
    head = principal_of(found, on)
    assert (head.identity if head else None) == key


def test_an_unknown_code_is_no_issuer_and_no_person() -> None:
    """Codes that no table has give None, not an error."""
    assert issuer("nobody") is None
    assert person("nobody") is None
    assert tenures_of("nobody") == ()


def test_the_fictional_issuers_have_heads() -> None:
    """Users' issuers find their heads among users' offices."""
    tables = load_tables(fictional_folder())
    arvenia = issuer("xa-president", tables=tables)
    assert arvenia is not None
    head = principal_of(arvenia, date(2020, 1, 1), tables=tables)
    assert head is not None
    assert str(person(head.identity, tables=tables)) == "Ilmar Vesk"


@given(DAYS, st.sampled_from(("RU", "KZ", "US", "UA", "CN", "FR", "GB", "TR", "AZ", "BY")))
def test_every_day_has_a_head_of_state(on: date, side: str) -> None:
    """For the states read most, no day since 2000 is without a head of state, and none has more than two."""
    heads = [tenure for tenure in shipped_tables().tenures if tenure.rank == 1 and tenure.side.code == side]
    assert 1 <= len({tenure.identity for tenure in heads if tenure.held(on)}) <= (3 if side == "CN" else 2)


def test_a_tenure_cannot_end_before_it_starts() -> None:
    """An impossible tenure refuses to be."""
    with pytest.raises(ModelError, match="ends after it starts"):
        Tenure(
            identity="ilmar-vesk",
            side=Side(code="XA", name="Arvenia"),
            office="president",
            title="President of Arvenia",
            source="fictional",
            since=date(2015, 1, 1),
            until=date(2014, 1, 1),
        )
