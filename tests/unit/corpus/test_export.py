"""Records of a corpus: the keys of an account's record and its release's, as lines and as columns."""

from __future__ import annotations

import io
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from communique.corpus.export import KEPT_FIELDS, make_kept_record, make_schema, render_kept_record, write_parquet
from communique.errors import CommuniqueError
from communique.model import Account
from communique.reports.record import FIELDS
from unit.reports.accounts import arvenian_account, bare_account, velmarkian_account

ACCOUNTS = (arvenian_account(), velmarkian_account(), bare_account("No text to speak of."))
OWN = ["key", "url", "issued", "title", "text", "licence"]


def columns(*accounts: Account) -> list[dict[str, Any]]:
    """Write accounts as Parquet and read the rows again."""
    parquet = import_module("pyarrow.parquet")
    page = io.BytesIO()
    assert write_parquet(accounts, page) == len(accounts)
    rows: list[dict[str, Any]] = parquet.read_table(io.BytesIO(page.getvalue())).to_pylist()
    return rows


def listed(record: dict[str, Any]) -> dict[str, Any]:
    """Give a record as the columns have it: the number of a figure is a list always."""
    for figure in record["figures"]:
        number = figure["number"]
        figure["number"] = [float(n) for n in (number if isinstance(number, list) else [number])]
    return record


def test_a_record_has_the_keys_of_an_account_then_its_own() -> None:
    """Whoever knows the export of accounts knows this one."""
    assert [key for key, _ in KEPT_FIELDS] == [*(key for key, _ in FIELDS), *OWN]
    assert list(make_kept_record(ACCOUNTS[0])) == [key for key, _ in KEPT_FIELDS]


@pytest.mark.parametrize("account", ACCOUNTS, ids=["arvenia", "velmark", "bare"])
def test_a_line_holds_the_release_as_it_was_captured(account: Account) -> None:
    """Key, address, day, title and text; what is not known is null."""
    line = render_kept_record(account)
    record, release = json.loads(line), account.release
    assert "\n" not in line
    assert [record[key] for key in OWN] == [
        release.key,
        release.address,
        release.issued.isoformat() if release.issued else None,
        release.title,
        release.text,
        release.licence,
    ]


def test_columns_hold_what_the_lines_hold() -> None:
    """Nothing is lost or bent on the way into Parquet, however an account is filled."""
    assert columns(*ACCOUNTS) == [listed(json.loads(render_kept_record(account))) for account in ACCOUNTS]


def test_every_key_has_a_column() -> None:
    """The columns are typed even where every row is empty."""
    assert make_schema().names == [key for key, _ in KEPT_FIELDS]
    assert columns() == []


def test_the_same_accounts_give_the_same_bytes() -> None:
    """No clock is in the file."""
    pages = [io.BytesIO(), io.BytesIO()]
    for page in pages:
        write_parquet(ACCOUNTS, page)
    assert pages[0].getvalue() == pages[1].getvalue()


def test_without_pyarrow_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns are an extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CommuniqueError, match=r"communique\[parquet\]"):
        write_parquet(ACCOUNTS, io.BytesIO())


def test_its_own_keys_are_documented() -> None:
    """The reference names every key that a corpus record has beyond an account's."""
    page = (Path(__file__).parents[3] / "docs" / "reference" / "export.md").read_text(encoding="utf-8")
    section = page.partition("## Export of a corpus")[2]
    assert [key for key in OWN if f"`{key}`" not in section] == []
