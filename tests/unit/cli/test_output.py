"""Files that are whole or not there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from communique.cli.output import page_width, writing, writing_or_printing


def test_a_file_appears_when_all_is_written(tmp_path: Path) -> None:
    """While it is written its name is not there; folders on the way are made."""
    path = tmp_path / "new" / "accounts.jsonl"
    with writing(path) as stream:
        stream.write("one\n")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "one\n"
    assert [file.name for file in path.parent.iterdir()] == ["accounts.jsonl"]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, failure: type[BaseException]) -> None:
    """However the writing ends, half a file is never seen."""
    path = tmp_path / "accounts.jsonl"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(failure), writing(path) as stream:  # noqa: PT012 - written, then failed
        stream.write("half")
        raise failure
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["accounts.jsonl"]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    """A report that others may not read stays so; a new one gets the usual permissions."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch(mode=0o600)
    for path in (old, new):
        with writing(path) as stream:
            stream.write("x")
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~mask


def test_a_device_is_written_as_it_is() -> None:
    """There is no putting a file in the place of /dev/null."""
    with writing(Path(os.devnull)) as stream:
        stream.write("x")
    assert not Path(os.devnull).is_file()


def test_a_dash_means_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed is what would be written."""
    with writing_or_printing(Path("-")) as stream:
        stream.write("one\n")
    assert capsys.readouterr().out == "one\n"


@pytest.mark.parametrize(("columns", "wanted"), [("80", 80), ("9", 40), ("wide", 77), ("", 77), ("0", 77)])
def test_the_width_is_that_of_columns_where_it_is_a_number(
    monkeypatch: pytest.MonkeyPatch, columns: str, wanted: int
) -> None:
    """Anything else is as if it were not set."""
    monkeypatch.setenv("COLUMNS", columns)
    assert page_width(otherwise=77) == wanted
