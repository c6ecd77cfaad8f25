"""Office holders from FollowTheMoney JSON lines; all persons, posts and dates are fictional."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reference.followthemoney import Import, import_followthemoney
from communique.reference.loading import fictional_folder, load_tables

FIXTURE = Path(__file__).parent / "office_holders.ftm.json"


@pytest.fixture(name="imported")
def _imported() -> Import:
    sides = load_tables(fictional_folder()).sides
    return import_followthemoney(FIXTURE.read_text(encoding="utf-8").splitlines(), sides)


def test_takes_people_with_their_spellings(imported: Import) -> None:
    """People are taken with aliases; a second person of one name gets a key of their own."""
    spellings = {identity.key: identity.spellings for identity in imported.tables.people}
    assert spellings == {
        "ilmar-vesk": ("Ilmar Vesk", "Ilmar Wesk", "Ильмар Веск"),
        "ilmar-vesk-2": ("Ilmar Vesk",),
        "adela-korin": ("Adela Korin",),
    }


def test_takes_tenures_with_side_office_rank_and_dates(imported: Import) -> None:
    """An occupancy becomes a tenure: the post gives side, office and rank, a partial date is widened."""
    president, minister = imported.tables.tenures
    assert (president.identity, president.side.code, president.office, president.rank) == (
        "ilmar-vesk",
        "XA",
        "president",
        1,
    )
    assert (president.since, president.until, president.exact) == (date(2015, 2, 1), date(2021, 12, 31), False)
    assert president.source == "https://tables.example/occ-1"
    assert (minister.office, minister.rank, minister.since, minister.until) == (
        "foreign-minister",
        3,
        date(2012, 3, 1),
        None,
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (4, "a person without a name"),
        (10, "no known side"),
        (11, "holder is not in the file"),
        (12, "out of order"),
        (13, "soon"),
        (15, "no lists of values"),
        (17, "no record with an id"),
        (18, "no JSON"),
        (19, "no record with an id"),
    ],
)
def test_sets_a_bad_record_aside_with_its_reason(imported: Import, line: int, reason: str) -> None:
    """Each bad record is set aside by line and reason, and stops no other."""
    reasons = {record.line: record.reason for record in imported.set_aside}
    assert reason in reasons[line]
    assert len(reasons) == 9


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("President of Arvenia", "president"),
        ("Acting President", "president"),
        ("Vice President of Arvenia", "other"),
        ("Prime Minister", "prime-minister"),
        ("Minister for Foreign Affairs", "foreign-minister"),
        ("Secretary of the Security Council", "security-council-secretary"),
        ("Speaker of the Assembly", "speaker"),
        ("King of Velmark", "monarch"),
        ("Chief of Staff of the President", "chief-of-staff"),
        ("Inspector of Lighthouses", "other"),
    ],
)
def test_reads_the_office_off_the_name_of_the_post(title: str, office: str) -> None:
    """The name of a position tells the office, deputies and advisers excepted."""
    records = (
        {"id": "p", "schema": "Person", "properties": {"name": ["Davor Selim"]}},
        {"id": "q", "schema": "Position", "properties": {"name": [title], "country": ["xt"]}},
        {"id": "o", "schema": "Occupancy", "properties": {"holder": ["p"], "post": ["q"]}},
    )
    sides = load_tables(fictional_folder()).sides
    (tenure,) = import_followthemoney(map(json.dumps, records), sides).tables.tenures
    assert tenure.office == office


@given(st.lists(st.text(max_size=60)))
def test_never_fails_on_any_lines(lines: list[str]) -> None:
    """Whatever the lines hold, nothing is raised, and every line is taken, passed over or set aside once."""
    imported = import_followthemoney(lines, ())
    numbers = [record.line for record in imported.set_aside]
    assert len(numbers) == len(set(numbers)) <= len(lines)
