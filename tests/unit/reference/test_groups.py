"""Groups of sides: a partition, a user's over the shipped one; the states of the user's tables are fictional."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from communique.errors import ReferenceTableError
from communique.model import SideKind
from communique.reference import fictional_folder, group_name, group_of, load_tables, shipped_tables


def write(folder: Path, *rows: str) -> Path:
    """Write a table of groups."""
    (folder / "groups.csv").write_text("\n".join(("code,name,sides,source", *rows)), encoding="utf-8")
    return folder


def test_every_side_is_in_one_group() -> None:
    """The groups part the sides: each is in exactly one, and every group has a name and a source."""
    tables = shipped_tables()
    listed = Counter(code for group in tables.groups for code in group.sides)
    assert {row.side.code for row in tables.sides if row.side.kind is SideKind.STATE} == set(listed)
    assert set(listed.values()) == {1}
    assert {group_of(row.side.code) for row in tables.sides} == {group.code for group in tables.groups}
    assert all(group_name(group.code) == group.name and group.source for group in tables.groups)


@pytest.mark.parametrize(
    ("side", "group"),
    [
        ("KZ", "cis"),
        ("TM", "cis"),
        ("UA", "cis"),
        ("LV", "eu"),
        ("CY", "eu"),
        ("GB", "europe"),
        ("XK", "europe"),
        ("TR", "middle-east"),
        ("IR", "middle-east"),
        ("SO", "middle-east"),
        ("PK", "south-asia"),
        ("TL", "asean"),
        ("TW", "east-asia"),
        ("AU", "oceania"),
        ("US", "north-america"),
        ("MX", "latin-america"),
        ("ET", "africa"),
        ("EU", "organisations"),
        ("Hamas", "organisations"),
        ("ZZ", ""),
        ("", ""),
    ],
)
def test_the_first_rule_that_holds_decides(side: str, group: str) -> None:
    """The CIS goes before unions, these before regions; organisations are their own group, unknown codes in none."""
    assert group_of(side) == group


def test_a_users_group_takes_sides_out_of_others(tmp_path: Path) -> None:
    """A user's row moves its sides, renames a group of the same code, and leaves the rest."""
    tables = load_tables(
        fictional_folder(), write(tmp_path, "islands,island states,XT;JP;NATO,own", "eu,states of the Union,GB,own")
    )
    assert [group_of(code, tables=tables) for code in ("XT", "JP", "NATO", "GB")] == ["islands"] * 3 + ["eu"]
    assert [group_of(code, tables=tables) for code in ("XA", "CN", "FR")] == ["sea-league", "east-asia", "eu"]
    assert group_name("eu", tables=tables) == "states of the Union"


def test_every_fictional_state_has_a_group() -> None:
    """The fictional states have groups of two sizes, so that a class can widen or not."""
    tables = load_tables(fictional_folder())
    assert [group_of(code, tables=tables) for code in ("XA", "XV", "XT", "XO")] == [
        *["sea-league"] * 3,
        "eastern-plains",
    ]


def test_an_unknown_group_has_no_name() -> None:
    """A code that no table has gives no name."""
    assert group_name("nowhere") == ""


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("islands,island states,JP;QQ,own",), "got QQ"),
        (("islands,,JP,own",), "column “name”"),
        (("islands,island states,JP,",), "column “source”"),
        (("islands,island states,JP,own", "shores,states with shores,CN;JP,own"), "line 3, got JP"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(tmp_path: Path, rows: tuple[str, ...], told: str) -> None:
    """Unknown sides, missing names and sources, and a side in two groups of one file are refused by line."""
    with pytest.raises(ReferenceTableError, match=told):
        load_tables(write(tmp_path, *rows))
