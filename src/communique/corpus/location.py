"""Where a store is: a path or an address becomes the settings of Django's connection; nothing is opened or made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import dj_database_url

from communique.errors import CommuniqueError

SERVERS = ("postgres://", "postgresql://")
"""How the address of a corpus on a server begins."""

PATIENCE = 120
"""Seconds that a writer waits for another one to finish."""

_CONNECT = 10
_PORT = 5432
_PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = "


def database_settings(location: Path | str, *, durable: bool = False) -> dict[str, object]:
    """
    Give the settings of Django's connection to a store: a path is a file of SQLite, ``postgres://…`` a server.

    Nothing is opened or made. What a ``durable`` connection was told to keep outlives a loss of power too, for which
    each step waits for the disk; another may lose the last steps then, and nothing else. A server is always durable.

    Raises:
        CommuniqueError: an address does not read as one, or the driver of its server is not installed.
    """
    if str(location).startswith(SERVERS):
        return dict(server_settings(str(location)))
    return file_settings(Path(location).expanduser(), durable=durable)


def file_settings(path: Path, *, durable: bool = False) -> dict[str, object]:
    """Give the settings of a store in a file of SQLite."""
    pragmas = _PRAGMAS + ("FULL" if durable else "NORMAL")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path.resolve()),
        "OPTIONS": {"timeout": PATIENCE, "transaction_mode": "IMMEDIATE", "init_command": pragmas},
    }


def server_settings(address: str) -> Mapping[str, object]:
    """
    Read the address of a server.

    Raises:
        CommuniqueError: it names no database, or the driver is not installed.
    """
    try:
        import psycopg  # noqa: F401, PLC0415 - an extra that most readers do without
    except ImportError as error:
        raise CommuniqueError(
            wanted="psycopg, the driver of PostgreSQL", got="none", remedy="pip install 'communique[postgres]'"
        ) from error
    try:
        read = dj_database_url.parse(address)
    except (ValueError, dj_database_url.ParseError) as error:
        # The reason may repeat the address, and with it the password.
        raise _no_address() from error
    if not read.get("NAME"):
        raise _no_address()
    options = {"connect_timeout": _CONNECT, "application_name": "communique", **read.get("OPTIONS", {})}
    return {**read, "OPTIONS": options}


def _no_address() -> CommuniqueError:
    return CommuniqueError(
        wanted="postgres://user:password@host:port/database", got="an address that does not read as one"
    )


def without_password(settings: Mapping[str, object]) -> str:
    """Give the address of a server for readers, its password left out."""
    user = f"{quote(str(settings['USER']))}@" if settings.get("USER") else ""
    return f"postgres://{user}{settings.get('HOST') or 'localhost'}:{settings.get('PORT') or _PORT}/{settings['NAME']}"
