"""Dossiers in folders: ``dossier.toml`` read and written; a file that cannot be written whole stays as it was."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from communique.dossiers.codec import dossier_text, parse_dossier
from communique.dossiers.revision import revise_text
from communique.errors import CommuniqueError, DossierError
from communique.model import Dossier

FILE_NAME = "dossier.toml"
"""What the file of a dossier is called in its folder."""

LONGEST_WAIT = 10.0
"""Seconds that a writer waits for another one to be done."""


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
    if file.exists() and not file.is_file():
        raise DossierError(wanted=f"a dossier at {file}", got="no regular file", remedy="a folder, or its dossier.toml")
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
    with _telling(file), _writing_alone(file) as place:
        _write_whole(place, text.encode("utf-8"))
    return file


def replace_dossier_text(text: str, path: Path, *, earlier: str | None) -> Path:
    """
    Write the text of a dossier where what stands there is still what was read; None for a file that is not there yet.

    Comparing and writing are one step: of several who write at the same time one succeeds, and the others are told.

    Raises:
        CommuniqueError: another text stands there, or it cannot be written; nothing is overwritten.
    """
    file = dossier_path(path)
    with _telling(file), _writing_alone(file) as place:
        standing = load_dossier_text(file) if file.exists() else None
        if standing != earlier:
            raise _changed(file, was_there=earlier is not None, is_there=standing is not None)
        _write_whole(place, text.encode("utf-8"))
    return file


def _changed(file: Path, *, was_there: bool, is_there: bool) -> CommuniqueError:
    if not was_there:
        return CommuniqueError(
            wanted=f"no dossier yet at {file}",
            got="one that is there",
            remedy="choose another folder; it stays as it is",
        )
    return CommuniqueError(
        wanted=f"{file} as it was read",
        got="another text" if is_there else "none any more",
        remedy="somebody changed it meanwhile: do it again; nothing was overwritten",
    )


@contextmanager
def _telling(file: Path) -> Iterator[None]:
    """Tell in plain words what the system has against writing a file."""
    try:
        yield
    except OSError as error:
        raise CommuniqueError(
            wanted=f"a dossier written to {file}", got=_plain(error), remedy="what was there is as it was"
        ) from error


@contextmanager
def _writing_alone(file: Path) -> Iterator[Path]:
    """Give the real place of a file, in a folder that is there, while no other program writes to it."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only writing needs it

    file.parent.mkdir(parents=True, exist_ok=True)
    place = file.resolve()
    beside = place.with_name(f".{place.name}.lock")
    try:
        with FileLock(beside, timeout=LONGEST_WAIT, poll_interval=0.01):
            try:
                yield place
            finally:
                with suppress(OSError):  # who waits for it sees that it is gone, and makes another
                    beside.unlink()
    except Timeout as error:
        raise CommuniqueError(
            wanted=f"to write {file} alone",
            got="another program that writes it",
            remedy=f"do it again when that one is done; where there is none, remove {beside}",
        ) from error


def _write_whole(file: Path, content: bytes) -> None:
    """Write beside the file under another name, then let it take the name; a link goes on leading there."""
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            part.chmod(file.stat().st_mode & 0o777)
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _plain(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
