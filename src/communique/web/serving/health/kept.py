"""Where everything is kept: store, tables, room, and whether somebody does the queued work."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.utils import DatabaseError
from django.utils import timezone

from communique.errors import CommuniqueError
from communique.web.jobs.models import DutyRun, Job, State
from communique.web.jobs.working import RESUMING, RESUMING_EVERY
from communique.web.serving.health.signs import Sign, fault, look, well
from communique.web.serving.tables import refuse_newer, steps_ahead, where

_PART = "store"
_LITTLE, _ENOUGH = 100 * 2**20, 2**30
_DEFAULT_PATIENCE = 6 * RESUMING_EVERY
_MEBIBYTE = 2**20


def look_at_store() -> Iterator[Sign]:
    """Tell whether the store opens, is whole, may be written, and has its tables."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield fault(_PART, f"{where()} does not open: {error}", "is it there, and is its server running?")
        return
    yield from _tables()
    yield from _server() if connection.vendor == "postgresql" else _file(Path(where()))


def _tables() -> Iterator[Sign]:
    try:
        refuse_newer()
    except CommuniqueError as error:
        yield fault("tables", str(error))
        return
    ahead = steps_ahead()
    if ahead:
        yield fault("tables", f"{len(ahead)} steps behind this version", "communique serve brings them up to date")
    else:
        yield well("tables", "up to date")


def _file(path: Path) -> Iterator[Sign]:
    yield from _written(path)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
        faults = [
            " ".join(map(str, row))
            for pragma in ("quick_check", "foreign_key_check")
            for row in cursor.execute(f"PRAGMA {pragma}").fetchall()
            if row != ("ok",)
        ]
    if journal != "wal":
        yield fault(_PART, f"its journal is {journal}, so readers wait for writers", "is it on a network drive?")
    if faults:
        yield fault(_PART, f"the file is damaged: {faults[0]}", "go back to a backup")
    yield from _room(path.parent, path.stat().st_size)
    if not faults:
        yield well(_PART, f"{path}, whole, {path.stat().st_size / _MEBIBYTE:,.1f} MiB")


def _written(path: Path) -> Iterator[Sign]:
    for place in (path, path.parent, _media()):
        if place.exists() and not os.access(place, os.W_OK):
            yield fault(_PART, f"{place} may not be written", "give it to the user that runs the workspace")
    if path.stat().st_mode & stat.S_IWOTH:
        yield fault(_PART, f"{path} may be written by everybody", f"chmod 640 {path}")


def _media() -> Path:
    return Path(settings.MEDIA_ROOT)


def _room(folder: Path, size: int) -> Iterator[Sign]:
    free = shutil.disk_usage(folder).free
    if free < _LITTLE:
        yield fault("room", f"{free / _MEBIBYTE:,.0f} MiB free", "make room: a full disk stops every write")
    elif free < max(_ENOUGH, 2 * size):
        yield look("room", f"{free / _MEBIBYTE:,.0f} MiB free, which a copy of the store may not fit into")
    else:
        yield well("room", f"{free / _MEBIBYTE / 1024:,.0f} GiB free")


def _server() -> Iterator[Sign]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()")
        encoding = cursor.fetchone()[0]
        cursor.execute("SELECT has_schema_privilege('public', 'CREATE'), current_setting('server_version')")
        may_create, version = cursor.fetchone()
    if encoding != "UTF8":
        yield fault(_PART, f"the database is written in {encoding}", "make it with ENCODING 'UTF8'")
    if not may_create:
        yield look(_PART, "this user may make no tables", "bring them up to date as a user who may")
    if encoding == "UTF8":
        yield well(_PART, f"{where()}, PostgreSQL {version}")


def look_at_worker() -> Iterator[Sign]:
    """Tell whether a worker lives, and whether work waits in vain."""
    if any(name == "tables" for name in _lacking()):
        return
    now = timezone.now()
    last = DutyRun.objects.filter(pk=RESUMING).values_list("last", flat=True).first()
    waiting = Job.objects.filter(state=State.QUEUED).count()
    failed = Job.objects.filter(state=State.FAILED, ended__gte=now - timedelta(days=1)).count()
    start = "communique serve keeps one; on a shared desk start communique worker"
    if last is not None and now - last <= _DEFAULT_PATIENCE:
        yield well("worker", f"alive; {waiting} jobs wait")
    elif waiting:
        yield fault("worker", f"none, and {waiting} jobs wait", start)
    else:
        yield look("worker", "none now" if last else "none was ever here", start)
    if failed:
        yield look("worker", f"{failed} jobs failed since yesterday", "the log and the page of each say why")


def _lacking() -> tuple[str, ...]:
    """Give what a look at the queue would need and does not have."""
    return ("tables",) if any(app == "jobs" for app, _ in steps_ahead()) else ()
