"""Opening a corpus: a path is a file of SQLite, ``postgres://…`` a server; tables are made or brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.utils import Error

from communique.corpus.location import SERVERS, file_settings, server_settings, without_password
from communique.db.corpus import DjangoCorpus
from communique.db.migrating import migrate
from communique.errors import CommuniqueError

_HEAD = b"SQLite format 3\0"
_OURS = "django_migrations"
_opened = count(1)


def open_corpus(location: Path | str) -> DjangoCorpus:
    """
    Open a corpus, or make a new one: in a file of SQLite, or in a database of PostgreSQL.

    A store made by an older version is first copied beside itself, then brought up to date. Several may be open at
    once. Close it, or open it in a ``with``.

    Raises:
        CommuniqueError: there is no such place, something else is kept there, or a newer version made it.
    """
    address = str(location)
    if address.startswith(SERVERS):
        return _open_server(address)
    if "://" in address:
        raise CommuniqueError(
            wanted="a path, or the address of a PostgreSQL database (postgres://…)",
            got=f"an address that begins {address.partition('://')[0]}://",
            remedy="name the file by its path" if address.startswith(("file:", "sqlite:")) else "",
        )
    return _open_file(Path(location).expanduser())


def _open_file(path: Path) -> DjangoCorpus:
    check_file(path)
    settings = file_settings(path)
    with refusals(f"a corpus in {path}", remedy="is it a corpus, whole, and may it be written?"):
        return _open(settings, str(path))


def _open_server(address: str) -> DjangoCorpus:
    settings = server_settings(address)
    where = without_password(settings)
    remedy = "is the server running, and are database, user and password right?"
    with refusals(f"a PostgreSQL database at {where}", remedy=remedy, secret=str(settings["PASSWORD"])):
        return _open(settings, where)


def _open(settings: Mapping[str, object], where: str) -> DjangoCorpus:
    alias = f"corpus-{next(_opened)}"
    connections.settings[alias] = connections.configure_settings({"default": {}, alias: dict(settings)})[alias]

    def let_go() -> None:
        if alias in connections.settings:
            connections[alias].close()
            del connections[alias]
            del connections.settings[alias]

    try:
        migrate(alias)
    except BaseException:
        let_go()
        raise
    return DjangoCorpus(alias, where, release_connection=let_go)


def check_file(path: Path) -> None:
    """Refuse what is no place for a corpus, before anything is written there."""
    if path.is_dir():
        raise CommuniqueError(wanted="a file for the corpus", got=f"a folder, {path}", remedy="name a file in it")
    wanted = f"a corpus in {path}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        head = _head(path)
        tables = _tables(path) if head == _HEAD else ()
    except (OSError, sqlite3.Error) as error:
        raise CommuniqueError(wanted=wanted, got=str(error), remedy="is it whole? else choose another place") from error
    if head not in {b"", _HEAD}:
        raise CommuniqueError(wanted=wanted, got="a file of another kind", remedy="a corpus is a file of SQLite")
    if tables and _OURS not in tables:
        raise CommuniqueError(wanted=wanted, got=f"a database of something else (its tables: {', '.join(tables[:3])})")


def _head(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(len(_HEAD))


def _tables(path: Path) -> tuple[str, ...]:
    """Give the names of the tables in a file, which is left as it is."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
        return tuple(name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


@contextmanager
def refusals(wanted: str, *, remedy: str, secret: str = "") -> Iterator[None]:
    """Put what a database refuses into words, without its password."""
    try:
        yield
    except (Error, ImproperlyConfigured) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        got = reason.replace(secret, "…") if secret else reason
        raise CommuniqueError(wanted=wanted, got=got, remedy=remedy) from None
