"""The log of writes: models note themselves; what is written past them is noted here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from communique.web.accounts.models import User

HIDDEN = "•"
"""What stands in the log for a value that it does not keep."""


def note_write(  # noqa: PLR0913 - who, what, which, where: one line of the log
    actor: User | None,
    verb: str,
    noun: str,
    name: str,
    detail: Mapping[str, Any] | None = None,
    *,
    room: str = "workbench",
) -> None:
    """
    Note a write that no model notes by itself (a release added, a dossier changed).

    ``noun`` is what was written ("dossier"), ``name`` which one; ``detail`` holds no address and no password.
    """
    LogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(LogEntry),
        object_pk=name[:255],
        object_repr=f"{noun} {name}",
        action=LogEntry.Action.UPDATE,
        actor=actor,
        additional_data={"verb": verb, "noun": noun, "room": room, **(detail or {})},
    )


def noted_writes(verb: str, noun: str) -> QuerySet[LogEntry]:
    """Give the notes of one kind of write, newest first; the name of what was written is their ``object_pk``."""
    notes: QuerySet[LogEntry] = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(LogEntry),
        additional_data__verb=verb,
        additional_data__noun=noun,
    )
    return notes.order_by("-timestamp", "-pk")


def hidden(_value: str) -> str:
    """Stand for a value that the log does not keep: that it changed is noted, from what to what is not."""
    return HIDDEN
