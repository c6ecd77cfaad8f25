"""Copies of a database in one file: whole and of one moment, while others go on reading and writing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from communique.db.store import connection_of, is_postgres
from communique.errors import CommuniqueError


def copy_database(alias: str, target: Path) -> None:
    """
    Copy a database into a new file.

    Raises:
        CommuniqueError: the database is no file, or the target is there already.
    """
    if is_postgres(alias):
        raise CommuniqueError(
            wanted="a corpus kept in a file", got="one kept by PostgreSQL", remedy="back it up with pg_dump"
        )
    if target.exists():
        raise CommuniqueError(wanted=f"a new file at {target}", got="one that is there", remedy="choose another name")
    copy_file(Path(str(connection_of(alias).settings_dict["NAME"])), target)


def copy_file(source: Path, target: Path) -> None:
    """
    Copy a file of SQLite by its backup interface, under another name until the copy is whole.

    Raises:
        CommuniqueError: it cannot be written there.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(source)) as kept, closing(sqlite3.connect(unfinished)) as copy:
            kept.backup(copy)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise CommuniqueError(wanted=f"a copy at {target}", got=str(error), remedy="choose another place") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
