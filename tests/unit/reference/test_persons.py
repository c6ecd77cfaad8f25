"""Which person of the tables a name means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reference import fictional_folder, load_tables, shipped_tables
from communique.reference.persons import resolve_person

GOLD = Path(__file__).parents[4] / "shared/gold/anatomy-dev.gold.jsonl"


@pytest.mark.parametrize(
    ("name", "side", "on", "key"),
    [
        ("Kossym-Jomart Tokaeyv", None, None, "kassym-jomart-tokayev"),
        ("Касым-Жомартом Токаевым", "KZ", None, "kassym-jomart-tokayev"),
        ("Қасым-Жомарт Тоқаев", None, None, "kassym-jomart-tokayev"),
        ("K.-J. Tokayev", None, None, "kassym-jomart-tokayev"),
        ("Mr Putin", "RU", None, "vladimir-putin"),
        ("Путиным", None, None, "vladimir-putin"),
        ("Serdar Berdimuhamedow", "TM", None, "serdar-berdimuhamedov"),
        ("Berdimuhamedov", "TM", date(2010, 1, 1), "gurbanguly-berdimuhamedov"),
        ("Berdimuhamedov", "TM", None, None),
        ("George Bush", "US", date(2003, 5, 1), "george-w-bush"),
        ("George Bush", "US", date(1990, 5, 1), "george-h-w-bush"),
        ("George Bush", "US", None, None),
        ("Mr Clinton", "US", date(2000, 5, 1), "bill-clinton"),
        ("Xi", "CN", None, "xi-jinping"),
        ("Ким Чен Ына", None, None, "kim-jong-un"),
        ("Sergei Ivanov", "RU", None, "sergei-ivanov"),
        ("Ivanov", "RU", date(2003, 1, 1), None),
        ("Dilma Vana Rousseff Linhares", "BR", None, "dilma-rousseff"),
        ("Vladimir Putin", "KZ", None, None),
        ("Nobody Inparticular", None, None, None),
        ("Richard Blumenthal", "US", None, None),
        ("the President", None, None, None),
        ("", None, None, None),
    ],
)
def test_resolves_a_name_or_leaves_it_open(name: str, side: str | None, on: date | None, key: str | None) -> None:
    """A name is resolved across scripts and cases; side and day decide between bearers; doubt gives None."""
    found = resolve_person(name, side=side, on=on, tables=shipped_tables())
    assert (found.key if found else None) == key


def test_knows_the_people_of_a_users_folder() -> None:
    """People of a user's tables are resolved like those shipped."""
    found = resolve_person("Ильмаром Веском", side="XA", on=None, tables=load_tables(fictional_folder()))
    assert found is not None
    assert found.key == "ilmar-vesk"


@given(st.sampled_from(shipped_tables().people))
def test_every_person_is_found_by_the_usual_name(identity: object) -> None:
    """The usual name of each person in the tables resolves to that person."""
    tables = shipped_tables()
    found = resolve_person(str(identity), side=None, on=None, tables=tables)
    assert found == identity


def _principals() -> Iterator[tuple[str, str]]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        for principal in json.loads(line)["principals"]:
            if principal["name"] and principal["side"]:
                yield principal["name"], principal["side"]


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.exists(), reason="the labelled releases are not beside the project")
def test_knows_the_principals_of_real_releases() -> None:
    """Nine in ten principals of labelled releases, in both languages and any case, are in the tables."""
    principals = tuple(_principals())
    known = [resolve_person(name, side=side, on=None, tables=shipped_tables()) for name, side in principals]
    assert sum(identity is not None for identity in known) >= 0.9 * len(principals)
