"""The tables that a dossier brings: a folder ``tables`` beside its ``dossier.toml``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from communique.adapters.dossier_files import dossier_path
from communique.wiring.dossiers import STORED
from communique.wiring.settings import Settings

TABLES = "tables"
"""How the folder is called."""


def with_own_tables(settings: Settings, location: str | Path) -> Settings:
    """
    Give the settings with the dossier's own tables read last, where it is a folder that has any.

    A record of the store brings none. Tables are names and offices, so that reports on it read alike wherever it is.
    """
    if not location or str(location).startswith(STORED):
        return settings
    folder = dossier_path(Path(location)).parent / TABLES
    if not folder.is_dir() or any(folder.samefile(known) for known in settings.tables if known.is_dir()):
        return settings
    return replace(settings, tables=(*settings.tables, folder))
