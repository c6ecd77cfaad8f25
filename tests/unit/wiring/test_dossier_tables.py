"""The tables that a dossier brings with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.wiring.bundled import unpack_dossier
from communique.wiring.dossier_tables import with_own_tables
from communique.wiring.dossier_views import side_names
from communique.wiring.settings import Settings


@pytest.mark.parametrize("named", ["tarsk", "tarsk/dossier.toml"])
def test_a_dossier_is_read_with_the_tables_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """Its sides have their names without any option; tables that were named already are not read twice."""
    monkeypatch.chdir(tmp_path)
    unpack_dossier(Path("tarsk"))
    settings = with_own_tables(Settings(), named)
    assert side_names(("XA", "XV"), settings) == ("Arvenia", "Velmark")
    assert with_own_tables(settings, named) == settings


def test_tables_come_after_those_of_the_user(tmp_path: Path) -> None:
    """The dossier's own names count last, so that they hold in its reports."""
    (tmp_path / "tables").mkdir()
    (tmp_path / "mine").mkdir()
    settings = with_own_tables(Settings(tables=(tmp_path / "mine",)), tmp_path)
    assert settings.tables == (tmp_path / "mine", tmp_path / "tables")


@pytest.mark.parametrize("location", ["", "store:tarsk", "nowhere"])
def test_what_is_no_folder_brings_none(location: str) -> None:
    """A record of the store, or what is not there, changes nothing."""
    assert with_own_tables(Settings(), location) == Settings()
