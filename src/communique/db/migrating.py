"""Bringing the tables of a database up to date: in one step, by one process, an older store's copy first."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from communique.db import migrations
from communique.db.apps import CommuniqueConfig
from communique.db.backing import copy_file
from communique.db.store import connection_of, is_postgres, writing
from communique.errors import CommuniqueError


def migrate(alias: str, *, upto: str = "") -> None:
    """
    Bring the tables up to date, or up to one migration by its name: all of it or nothing.

    Raises:
        CommuniqueError: a newer version made the tables.
    """
    target = upto or known_migrations()[-1]
    if target in _applied(alias):
        return
    with alone(alias):
        applied = _applied(alias)
        if target in applied:
            return
        if applied and not is_postgres(alias):
            copy_older(Path(str(connection_of(alias).settings_dict["NAME"])), applied[-1])
        MigrationExecutor(connection_of(alias)).migrate([(CommuniqueConfig.label, target)])


@cache
def known_migrations() -> tuple[str, ...]:
    """Give the names of the migrations that this version knows, in order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(migrations.__path__)))


def _applied(alias: str) -> tuple[str, ...]:
    """
    Give the names of the migrations that a database has been through, in order.

    Raises:
        CommuniqueError: there are some that this version does not know.
    """
    recorder = MigrationRecorder(connection_of(alias))
    applied = tuple(sorted(name for app, name in recorder.applied_migrations() if app == CommuniqueConfig.label))
    if unknown := set(applied) - set(known_migrations()):
        raise CommuniqueError(
            wanted=f"a corpus made by this version or an older one (up to {known_migrations()[-1]})",
            got=f"one made by a newer version ({max(unknown)})",
            remedy="install the newer version",
        )
    return applied


@contextmanager
def alone(alias: str) -> Iterator[None]:
    """Change tables as one step that no other process comes between."""
    # SQLite can let go of its foreign keys, as a change of tables needs, only before the step begins.
    connection_of(alias).disable_constraint_checking()
    try:
        with writing(alias):
            yield
    finally:
        connection_of(alias).enable_constraint_checking()


def copy_older(path: Path, migration: str) -> Path:
    """Copy an older store beside itself, under a name that tells which tables it has; never over another copy."""
    names = (f"{path.stem}.{migration}{'' if number == 1 else f'-{number}'}{path.suffix}" for number in count(1))
    copy = next(target for name in names if not (target := path.with_name(name)).exists())
    copy_file(path, copy)
    return copy
