"""The dossier that comes with the package, put where a user can work on it."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from communique.errors import DossierError
from communique.reference.loading import fictional_folder

ESSAY = "essay.md"
"""How the essay about the episode is called in the dossier's folder."""
TABLES = "tables"
"""How the folder of the tables is called that name the fictional states and persons."""


def unpack_dossier(folder: Path) -> Path:
    """
    Copy the bundled dossier into a new folder, or an empty one, and give it.

    Beside ``dossier.toml`` and its releases it holds an essay about the episode and the tables of its fictional states.
    It is there whole or not at all.

    Raises:
        DossierError: there is something at the folder already; it stays as it is.
        OSError: it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DossierError(
            wanted=f"a new folder at {folder}, or an empty one",
            got="one with something in it" if folder.is_dir() else "a file",
            remedy="choose another; it stays as it is",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as scratch:
        made = Path(scratch) / folder.name
        with as_file(files("communique.reports") / "demo_dossier") as bundled:
            _copy_files(bundled, made)
        with as_file(fictional_folder()) as tables:
            _copy_files(tables, made / TABLES)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    return folder


def _copy_files(source: Path, target: Path) -> None:
    """Copy the files of a folder, as files that the user may write even where the package's are for reading only."""
    target.mkdir()
    for file in source.iterdir():
        if file.is_file():
            shutil.copyfile(file, target / file.name)
