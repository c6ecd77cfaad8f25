"""A piece of work that takes longer than a page may."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far a job is."""

    QUEUED = "queued", _("queued")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Job(models.Model):
    """
    A piece of work: its kind, what it is told, how far it is, what came of it.

    ``beat`` is when its worker last said that it lives; a job whose worker fell silent is taken up again. What it tells
    is in the ``language`` in which it was asked for.
    """

    key: models.UUIDField[uuid.UUID, uuid.UUID] = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind: models.CharField[str, str] = models.CharField(max_length=32)
    title: models.CharField[str, str] = models.CharField(max_length=300)
    arguments: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    state: models.CharField[str, str] = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    step: models.CharField[str, str] = models.CharField(max_length=300, blank=True, default="")
    done: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    total: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    result: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    fault: models.TextField[str, str] = models.TextField(blank=True, default="")
    attempts: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)
    actor: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="jobs"
    )
    language: models.CharField[str, str] = models.CharField(max_length=16, blank=True, default="")
    created: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)
    beat: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)
    ended: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Its indexes."""

        indexes: ClassVar = [
            models.Index(fields=["state", "beat"], name="job_state"),
            models.Index(fields=["actor", "-created"], name="job_actor"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def over(self) -> bool:
        """Tell whether nothing more will come of it."""
        return self.state in {State.DONE, State.FAILED}

    @property
    def percent(self) -> int | None:
        """Give how much of it is done, 0 to 100; None where its size is not known."""
        return min(100, 100 * self.done // self.total) if self.total else None


class DutyRun(models.Model):
    """When something that is done again and again was last begun; that of the jobs tells that a worker lives."""

    name: models.CharField[str, str] = models.CharField(max_length=64, primary_key=True)
    last: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.name)
