"""Dossiers in folders: what is saved is loaded, and nothing is lost where it cannot be saved."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from communique.adapters.dossier_files import (
    FILE_NAME,
    load_dossier,
    replace_dossier_text,
    save_dossier,
    save_dossier_text,
)
from communique.errors import CommuniqueError, DossierError
from unit.dossiers.dossiers_made import FERRY


@pytest.mark.parametrize("name", ["ferry", f"ferry/{FILE_NAME}", "deep/er/ferry", "one.toml"])
def test_what_is_saved_is_loaded(tmp_path: Path, name: str) -> None:
    """A dossier is named by its folder, made where it is not there, or by its file."""
    saved = save_dossier(FERRY, tmp_path / name)
    assert saved.is_file()
    assert load_dossier(tmp_path / name) == load_dossier(saved) == FERRY
    assert [file.name for file in saved.parent.iterdir()] == [saved.name]


def test_remarks_of_a_file_stay(tmp_path: Path) -> None:
    """Saving over a file keeps its comments and its permissions, and a link to it stays a link."""
    file = save_dossier(FERRY, tmp_path / "kept.toml")
    file.write_text(f"# mine\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    file.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    save_dossier(replace(FERRY, title="Another title"), link)
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8").startswith("# mine\n")
    assert (load_dossier(file).title, file.stat().st_mode & 0o777) == ("Another title", 0o640)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "expected a dossier at"),
        (b"\xff\xfe", "text in UTF-8"),
        (b"[dossier]\ntitle = 'T'\nfirst = 2021-06-14\nlast = 2021-06-99\n", "dossier.toml, got a fault of its syntax"),
    ],
)
def test_what_cannot_be_loaded_is_told(tmp_path: Path, content: bytes | None, told: str) -> None:
    """No file, no text, no dossier: each is told with the path."""
    if content is not None:
        (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(DossierError, match=told):
        load_dossier(tmp_path)


def test_a_mark_at_the_head_of_a_file_is_no_fault(tmp_path: Path) -> None:
    """Some editors set a byte order mark before the text."""
    file = save_dossier(FERRY, tmp_path)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load_dossier(tmp_path) == FERRY


def test_what_is_no_dossier_is_not_written_over(tmp_path: Path) -> None:
    """A file that does not fit the form stays as it is."""
    file = tmp_path / FILE_NAME
    file.write_text("[dossier]\ntitel = 'T'\n", encoding="utf-8")
    with pytest.raises(DossierError):
        save_dossier(FERRY, tmp_path)
    assert file.read_text(encoding="utf-8") == "[dossier]\ntitel = 'T'\n"


@pytest.mark.parametrize("broken", ["fsync", "chmod", "replace"])
def test_a_failure_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """Wherever the writing breaks off, the earlier file stands whole, and nothing lies beside it."""
    file = save_dossier(FERRY, tmp_path)
    before = file.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if broken == "fsync" else Path, broken, fail)
    with pytest.raises(CommuniqueError, match=r"no space left on device \(what was there is as it was\)"):
        save_dossier(replace(FERRY, title="Another title"), tmp_path)
    assert file.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("earlier", "told"),
    [("another text", "somebody changed it meanwhile"), (None, "it stays as it is")],
)
def test_what_changed_meanwhile_is_not_written_over(tmp_path: Path, earlier: str | None, told: str) -> None:
    """Who read another text, or none, is told so, and the file stays."""
    file = save_dossier(FERRY, tmp_path)
    before = file.read_text(encoding="utf-8")
    with pytest.raises(CommuniqueError, match=told):
        replace_dossier_text("", tmp_path, earlier=earlier)
    assert file.read_text(encoding="utf-8") == before
    replace_dossier_text("# mine\n", tmp_path, earlier=before)
    assert file.read_text(encoding="utf-8") == "# mine\n"
    file.unlink()
    with pytest.raises(CommuniqueError, match="none any more"):
        replace_dossier_text("", tmp_path, earlier=before)


def test_who_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program that writes is waited for, but not for ever; the lock it left is named."""
    monkeypatch.setattr("communique.adapters.dossier_files.LONGEST_WAIT", 0.05)
    with FileLock(tmp_path / f".{FILE_NAME}.lock"), pytest.raises(CommuniqueError, match=r"to write .* alone"):
        save_dossier(FERRY, tmp_path)
    assert load_dossier(save_dossier(FERRY, tmp_path)) == FERRY


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these permissions")
def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    """It is readable for whom a file made by hand would be, and the mask of the process is not touched for it."""
    beside = tmp_path / "made.txt"
    beside.touch()
    assert save_dossier(FERRY, tmp_path).stat().st_mode == beside.stat().st_mode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
def test_a_pipe_is_no_dossier(tmp_path: Path) -> None:
    """What is no regular file is refused, and not waited for."""
    os.mkfifo(tmp_path / FILE_NAME)
    with pytest.raises(DossierError, match="no regular file"):
        load_dossier(tmp_path)


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    """A folder under a file cannot be made."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="a dossier written to"):
        save_dossier_text("", tmp_path / "file" / "ferry")
