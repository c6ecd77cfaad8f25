"""The tables of the whole workspace: made or brought up to date in one step, an older store's copy first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from communique.corpus.location import without_password
from communique.db.migrating import alone, copy_older
from communique.db.opening import check_file, refusals
from communique.db.store import is_postgres
from communique.errors import CommuniqueError

_OURS = "communique."


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What bringing the tables up to date did: how many steps it took, and the copy of an older store, if any."""

    steps: int
    copy: Path | None = None
    new: bool = False


def bring_up_to_date(alias: str = DEFAULT_DB_ALIAS) -> Brought:
    """
    Make the tables of every room, or bring them up to date: all of it or nothing, by one process.

    A store in a file that an older version made is first copied beside itself.

    Raises:
        CommuniqueError: a newer version made the tables, or the store cannot be opened.
    """
    place = where(alias)
    if not is_postgres(alias):
        check_file(Path(str(connections[alias].settings_dict["NAME"])))
    secret = str(connections[alias].settings_dict.get("PASSWORD") or "")
    with refusals(f"a store at {place}", remedy="is it there, and may it be written?", secret=secret):
        refuse_newer(alias)
        if not steps_ahead(alias):
            return Brought(steps=0)
        with alone(alias):
            return _brought(alias)


def _brought(alias: str) -> Brought:
    refuse_newer(alias)
    ahead = steps_ahead(alias)
    applied = applied_steps(alias)
    changed = sorted({app for app, _ in ahead} & {app for app, _ in applied})
    copy = None
    if changed and not is_postgres(alias):
        last = max(name for app, name in applied if app == changed[0])
        copy = copy_older(Path(str(connections[alias].settings_dict["NAME"])), f"{changed[0]}-{last}")
    if ahead:
        call_command("migrate", database=alias, interactive=False, verbosity=0, skip_checks=True)
    return Brought(steps=len(ahead), copy=copy, new=not applied)


def steps_ahead(alias: str = DEFAULT_DB_ALIAS) -> tuple[tuple[str, str], ...]:
    """Give the migrations that a store lacks, in order, each with its app."""
    executor = MigrationExecutor(connections[alias])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple((step.app_label, step.name) for step, _ in plan)


def applied_steps(alias: str = DEFAULT_DB_ALIAS) -> frozenset[tuple[str, str]]:
    """Give the migrations that a store has been through, each with its app."""
    return frozenset(MigrationRecorder(connections[alias]).applied_migrations())


def refuse_newer(alias: str = DEFAULT_DB_ALIAS) -> None:
    """
    Refuse a store that a newer version of this program has been at.

    Raises:
        CommuniqueError: it has been through migrations that this version does not know.
    """
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith(_OURS)}
    known = MigrationExecutor(connections[alias]).loader.disk_migrations
    unknown = sorted(step for step in applied_steps(alias) if step[0] in ours and step not in known)
    if unknown:
        raise CommuniqueError(
            wanted="a store made by this version or an older one",
            got=f"one made by a newer version ({'.'.join(unknown[-1])})",
            remedy="install the newer version",
        )


def where(alias: str = DEFAULT_DB_ALIAS) -> str:
    """Say where the store is, without its password."""
    parts = connections[alias].settings_dict
    return without_password(parts) if is_postgres(alias) else str(parts["NAME"])


def is_shared() -> bool:
    """Tell whether the store is on a server, so that several machines may use it."""
    return "://" in settings.CONFIG.store
