"""The bundled dossier in a user's own folder: whole, faultless, never over what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.adapters.dossier_files import load_dossier
from communique.errors import DossierError
from communique.reference.loading import load_tables
from communique.wiring.bundled import ESSAY, TABLES, unpack_dossier


def test_the_folder_has_all_that_the_dossier_names(tmp_path: Path) -> None:
    """Every filed release is a file of the folder; the essay and the tables of its states are beside them."""
    folder = unpack_dossier(tmp_path / "desk" / "tarsk")
    dossier = load_dossier(folder)
    assert [filing.source for filing in dossier.filings if not (folder / filing.source).is_file()] == []
    assert "Korin" in (folder / ESSAY).read_text(encoding="utf-8")
    known = {row.side.code for row in load_tables(folder / TABLES).sides}
    assert set(dossier.sides) <= known
    assert sorted(path.name for path in folder.parent.iterdir()) == ["tarsk"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder that somebody made for it is as good as a new one, and its files can be written."""
    folder = unpack_dossier(tmp_path / "tarsk")
    (empty := tmp_path / "empty").mkdir()
    assert unpack_dossier(empty) == empty
    assert {path.name for path in empty.rglob("*")} == {path.name for path in folder.rglob("*")}
    (empty / ESSAY).write_text("Mine.", encoding="utf-8")


@pytest.mark.parametrize("taken", ["file", "folder"])
def test_nothing_is_written_over(tmp_path: Path, taken: str) -> None:
    """A file, or a folder with something in it, stays as it is, and nothing is left beside it."""
    place = tmp_path / "tarsk"
    if taken == "folder":
        place.mkdir()
    mine = place / "mine.md" if taken == "folder" else place
    mine.write_text("Mine.", encoding="utf-8")
    with pytest.raises(DossierError, match="it stays as it is"):
        unpack_dossier(place)
    assert mine.read_text(encoding="utf-8") == "Mine."
    assert [path.name for path in tmp_path.iterdir()] == ["tarsk"]
