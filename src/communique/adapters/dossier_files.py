"""Dossiers in folders: ``dossier.toml`` read and written; a file that cannot be written whole stays as it was."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from communique.dossiers.codec import dossier_text, parse_dossier
from communique.dossiers.revision import revise_text
from communique.errors import CommuniqueError, DossierError
from communique.model import Dossier

FILE_NAME = "dossier.toml"
"""What the file of a dossier is called in its folder."""


def dossier_path(path: Path) -> Path:
    """Give the file of a dossier that is named by its folder or by the file itself."""
    return path if path.suffix == ".toml" and not path.is_dir() else path / FILE_NAME


def load_dossier(path: Path) -> Dossier:
    """
    Read the dossier of a folder, or of the file itself.

    Raises:
        DossierError: there is none, it cannot be read, or it does not fit the form.
    """
    file = dossier_path(path)
    return parse_dossier(load_dossier_text(file), where=str(file))


def load_dossier_text(path: Path) -> str:
    """
    Read the text of a dossier as it stands, fit or not.

    Raises:
        DossierError: there is none, or it is no text in UTF-8.
    """
    file = dossier_path(path)
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DossierError(
            wanted=f"a dossier at {file}", got="none", remedy="make one with `communique dossier new`"
        ) from error
    except UnicodeDecodeError as error:
        raise DossierError(
            wanted=f"text in UTF-8 in {file}",
            got=f"another byte at place {error.start}",
            remedy="save it as UTF-8",
        ) from error
    except OSError as error:
        raise DossierError(wanted=f"a dossier at {file} that can be read", got=_plain(error)) from error


def save_dossier(dossier: Dossier, path: Path) -> Path:
    """
    Write a dossier into its folder, or into the file itself, and give the file.

    Comments and order of a file that is there are kept. The file is whole or as it was: it takes its name only when all
    is written.

    Raises:
        DossierError: what is there is no dossier, so that writing would lose it.
        CommuniqueError: it cannot be written.
    """
    file = dossier_path(path)
    if not file.exists():
        return save_dossier_text(dossier_text(dossier), file)
    earlier = load_dossier_text(file)
    parse_dossier(earlier, where=str(file))
    return save_dossier_text(revise_text(earlier, dossier), file)


def save_dossier_text(text: str, path: Path) -> Path:
    """
    Write the text of a dossier, whole or not at all, and give the file.

    Raises:
        CommuniqueError: it cannot be written.
    """
    file = dossier_path(path)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(file.resolve(), text.encode("utf-8"))
    except OSError as error:
        raise CommuniqueError(
            wanted=f"a dossier written to {file}", got=_plain(error), remedy="what was there is as it was"
        ) from error
    return file


def _write_whole(file: Path, content: bytes) -> None:
    """Write beside the file under another name, then let it take the name; a link goes on leading there."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(file))
        Path(name).replace(file)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _mode(file: Path) -> int:
    """Give the permissions of the file that is replaced, else those that a new file gets."""
    with suppress(FileNotFoundError):
        return file.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _plain(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
