"""A PostgreSQL for the tests: the one that COMMUNIQUE_TEST_POSTGRES names, else one of this run's own, else none."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import pytest

VARIABLE = "COMMUNIQUE_TEST_POSTGRES"
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")
_SETTINGS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
_numbers = count(1)


@contextmanager
def fresh_database() -> Iterator[str]:
    """Give the address of an empty database, dropped at the end; skip the test where there is no server."""
    psycopg = pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    server = server_address()
    if server is None:
        pytest.skip(f"no PostgreSQL: {VARIABLE} is not set, and no initdb is installed")
    name = f"communique_test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@cache
def server_address() -> str | None:
    """Give the address of the server's own database, None where there is no server and none can be started."""
    if address := os.environ.get(VARIABLE):
        return address
    programs = sorted(path for place in _PLACES for path in Path("/").glob(place.removeprefix("/")))
    found = shutil.which("initdb")
    folder = Path(found).parent if found else next(iter(reversed(programs)), None)
    return _start(folder) if folder else None


def _start(programs: Path) -> str:
    """Start a server of this run's own: reached by a socket in its own folder, by nothing else."""
    home = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(home, "postgres")
    _run(home, programs / "initdb", "-D", home / "data", "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8")
    start = ("-w", "-l", home / "log", "-o", f"-k {home} {_SETTINGS}", "start")
    _run(home, programs / "pg_ctl", "-D", home / "data", *start)
    atexit.register(_stop, home, programs)
    return f"postgres://postgres@{quote(str(home), safe='')}/postgres"


def _stop(home: Path, programs: Path) -> None:
    _run(home, programs / "pg_ctl", "-D", home / "data", "-m", "immediate", "stop")
    shutil.rmtree(home, ignore_errors=True)


def _run(home: Path, *words: str | Path) -> None:
    """Run a program of the server; it refuses to run as root."""
    user = "postgres" if os.geteuid() == 0 else None
    subprocess.run(words, cwd=home, user=user, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - Debian's own
