"""One open database: its connection, its lock for writers, and the notes it keeps of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from secrets import token_hex
from typing import TypeVar

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import OperationalError

from communique.db.models import MetaRow
from communique.errors import CommuniqueError

Item = TypeVar("Item")

AT_ONCE = 256
"""Rows asked for or written at once."""

LOCK = 0x636F6D6D
"""The number of the lock that writers of one PostgreSQL database take in turn."""

PENDING = "scores pending from"


def connection_of(alias: str) -> BaseDatabaseWrapper:
    """Give the connection that an alias stands for."""
    return connections[alias]


def is_postgres(alias: str) -> bool:
    """Tell whether an alias stands for a PostgreSQL database."""
    return connection_of(alias).vendor == "postgresql"


@contextmanager
def in_words(remedy: str) -> Iterator[None]:
    """
    Say in words what a database refuses.

    Raises:
        CommuniqueError: there is no room left, another writer does not finish, or the server is gone.
    """
    try:
        yield
    except OperationalError as error:
        raise CommuniqueError(
            wanted="a corpus that takes what is written", got=" ".join(str(error).split()), remedy=remedy
        ) from error


@contextmanager
def writing(alias: str) -> Iterator[None]:
    """
    Do some writing as one step that no other writer comes between; SQLite locks where the step begins.

    Raises:
        CommuniqueError: there is no room left, another writer does not finish, or the server is gone.
    """
    with in_words("nothing of this step was kept: once it is mended, do it again"), transaction.atomic(using=alias):
        if is_postgres(alias):
            with connection_of(alias).cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        yield


def chunks(items: Iterable[Item], size: int = AT_ONCE) -> Iterator[list[Item]]:
    """Give items in lists of a size that a query can hold."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def pending_day(alias: str) -> date | None:
    """Give the earliest day whose scores are not up to date, None where all are."""
    note = pending_note(alias)
    return day_of_note(note) if note else None


def pending_note(alias: str) -> str:
    """Give the note of what is pending, another one after each change; empty where scores are up to date."""
    row = MetaRow.objects.using(alias).filter(word=PENDING).first()
    return row.value if row else ""


def day_of_note(note: str) -> date:
    """Give the earliest day that a note of what is pending names."""
    return date.fromisoformat(note.partition(" ")[0])


def note_pending(alias: str, days: Iterable[date]) -> None:
    """Note that scores from the earliest of these days on are not up to date."""
    given = tuple(days)
    if given:
        noted = pending_day(alias)
        earliest = min((*given, noted) if noted else given)
        value = f"{earliest.isoformat()} {token_hex(8)}"
        MetaRow.objects.using(alias).update_or_create(word=PENDING, defaults={"value": value})


def clear_pending(alias: str) -> None:
    """Note that all scores are up to date."""
    MetaRow.objects.using(alias).filter(word=PENDING).delete()
