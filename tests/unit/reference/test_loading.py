"""Users' tables over the shipped ones; all states in them are fictional."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from communique.errors import ReferenceTableError
from communique.languages.gazetteer import SideForm
from communique.model import SideKind
from communique.reference import (
    build_gazetteer,
    fictional_folder,
    find_side,
    holders,
    load_tables,
    shipped_tables,
    side,
)
from communique.reference.columns import partial_date


def test_a_folder_adds_fictional_states() -> None:
    """Arvenia and Velmark come with names, cities, venues and holders, and nothing shipped is lost."""
    tables = load_tables(fictional_folder())
    assert str(side("XA", tables=tables)) == "Arvenia"
    assert find_side("Velmarkian", tables=tables) == side("XV", tables=tables)
    assert [tenure.identity for tenure in holders("president", "XA", date(2020, 1, 1), tables=tables)] == ["ilmar-vesk"]
    assert str(side("KZ", tables=tables)) == "Kazakhstan"
    assert len(tables.sides) == len(shipped_tables().sides) + 4


def test_a_users_names_reach_the_gazetteer_first() -> None:
    """The words of a user's tables stand before those shipped."""
    gazetteer = build_gazetteer("en", load_tables(fictional_folder()))
    assert [word.words for word in gazetteer.sides if word.side.code == "XA" and word.form is SideForm.NAME] == [
        "Arvenia",
        "Republic of Arvenia",
    ]
    assert gazetteer.cities[0].words == "Tarsk"
    assert gazetteer.venues[0].words == "Linden Palace"
    assert any(word.words == "Ilmar Vesk" and word.sides == ("XA",) for word in gazetteer.people)


def test_toml_and_csv_say_the_same(tmp_path: Path) -> None:
    """A table may be TOML: lists for several spellings, numbers and dates without quotes."""
    (tmp_path / "sides.toml").write_text(
        '[[sides]]\ncode = "XO"\nkind = "organisation"\nname = "Ostrand League"\n'
        'names_en = ["League of Ostrand", "OL"]\nsource = "fictional"\n',
        encoding="utf-8",
    )
    (tmp_path / "offices.toml").write_text(
        '[[offices]]\nidentity = "rado-merin"\nname = "Rado Merin"\nside = "XO"\noffice = "secretary-general"\n'
        'title = "Secretary General of the League"\nrank = 1\nfrom = 2019-05-01\nsource = "fictional"\n',
        encoding="utf-8",
    )
    tables = load_tables(tmp_path)
    league = find_side("OL", tables=tables)
    assert league is not None
    assert league.kind is SideKind.ORGANISATION
    (tenure,) = holders("secretary-general", "XO", date(2019, 5, 1), tables=tables)
    assert (tenure.rank, tenure.since, tenure.exact) == (1, date(2019, 5, 1), True)


def test_a_row_of_the_same_key_replaces(tmp_path: Path) -> None:
    """A user may correct a shipped row; a later folder goes before an earlier one."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, name in ((first, "Arvenia"), (second, "New Arvenia")):
        folder.mkdir()
        (folder / "sides.csv").write_text(f"code,name,source\nXA,{name},fictional\n", encoding="utf-8")
    tables = load_tables(first, second)
    assert [str(row.side) for row in tables.sides if row.side.code == "XA"] == ["New Arvenia"]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("sides.csv", "code,name\nXA,Arvenia\n", r"“source” in .*sides\.csv, line 2"),
        ("sides.csv", "code,name,source\nXV,Velmark,fictional\n,Arvenia,fictional\n", r"“code” in .*, line 3"),
        ("sides.csv", "code,kind,name,source\nXA,planet,Arvenia,fictional\n", r"“state” or “organisation” .*line 2"),
        ("sides.csv", "code,name,source\nXA,Arvenia,fictional,more\n", r"3 columns in .*line 2"),
        ("cities.csv", "name,country,source\nTarsk,XQ,fictional\n", r"a side that a table knows in .*line 2"),
        ("cities.csv", "name,country,ambiguous,source\nTarsk,KZ,yes,fictional\n", r"0, 1 or 2 .*line 2"),
        ("venues.csv", "name,country\nLinden Palace,KZ\n", r"“source” in .*venues\.csv, line 2"),
        (
            "offices.csv",
            "identity,side,office,title,source\nx-y,KZ,aide,Aide,fictional\n",
            r"a name for “x-y” .*line 2",
        ),
        ("offices.csv", "identity,name,side\nIlmar Vesk,Ilmar Vesk,KZ\n", r"small letters, digits and hyphens"),
        (
            "offices.csv",
            "identity,name,side,office,title,from,source\nx-y,X Y,KZ,aide,Aide,1 May 2004,fictional\n",
            r"dates such as 2004.*line 2",
        ),
        (
            "offices.csv",
            "identity,name,side,office,title,from,to,source\nx-y,X Y,KZ,aide,Aide,2005,2004,fictional\n",
            r"in order, in .*line 2",
        ),
        (
            "offices.csv",
            "identity,name,side,office,title,rank,source\nx-y,X Y,KZ,aide,Aide,first,fictional\n",
            r"a rank from 1 to 9 .*line 2",
        ),
        ("issuers.csv", "code,name,side,source\nxa-press,,KZ,fictional\n", r"“name” in .*issuers\.csv, line 2"),
        ("sides.toml", "[[sides]]\nname = 'Arvenia'\n", r"“code” in .*sides\.toml, entry 1"),
        ("sides.toml", "sides = ['Arvenia']\n", r"a table \[\[sides\]\]"),
        ("sides.toml", "[[sides\n", r"TOML in "),
        ("notes.txt", "nothing", r"a folder with any of sides\.csv"),
    ],
)
def test_a_bad_row_is_refused_by_file_and_line(tmp_path: Path, name: str, text: str, wanted: str) -> None:
    """What was wanted, where, and what was got: a user can mend the row from the message."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceTableError, match=wanted):
        load_tables(tmp_path)


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """A table that is not UTF-8 is refused with the remedy."""
    (tmp_path / "sides.csv").write_bytes("code,name,source\nXA,Århaven,fictional\n".encode("latin-1"))
    with pytest.raises(ReferenceTableError, match="save the file as UTF-8"):
        load_tables(tmp_path)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    """A path that is no folder is refused, not passed over."""
    with pytest.raises(ReferenceTableError, match="a folder"):
        load_tables(tmp_path / "absent")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004-02-05", date(2004, 2, 5), date(2004, 2, 5)),
    ],
)
def test_a_partial_date_is_widened(words: str, first: date, last: date) -> None:
    """A year or month stands for all of it."""
    assert (partial_date(words, last=False), partial_date(words, last=True)) == (first, last)
