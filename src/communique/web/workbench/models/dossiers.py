"""Every state that a dossier had, and the essays that were audited against it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """What a revision did."""

    BEGUN = "begun", _("begun")
    IMPORTED = "imported", _("imported")
    COPIED = "copied", _("copied")
    CHANGED = "changed", _("changed")
    UNDONE = "undone", _("undone")
    REDONE = "redone", _("done again")
    RESTORED = "restored", _("restored")
    OUTSIDE = "outside", _("changed by a program")


class DossierRevision(models.Model):
    """
    One state of a dossier: its whole text, who made it, when, and which cells it changed.

    ``row`` is the number of the dossier's own row, so that a new dossier of an old name has a history of its own.
    ``part`` names the page that it was made on ("matrix"); ``reverts`` is the revision that it took back, and
    ``changes`` lists what changed as [table, row, part, before, after], in words, shortened.
    """

    row: models.BigIntegerField[int, int] = models.BigIntegerField()
    number: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    body: models.TextField[str, str] = models.TextField()
    verb: models.CharField[str, str] = models.CharField(max_length=16, choices=Verb, default=Verb.CHANGED)
    part: models.CharField[str, str] = models.CharField(max_length=16, blank=True, default="")
    reverts: models.PositiveIntegerField[int | None, int | None] = models.PositiveIntegerField(null=True, blank=True)
    changes: models.JSONField[list[list[str]], list[list[str]]] = models.JSONField(default=list)
    author: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    class Meta:
        """Its constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["row", "number"], name="dossier_revision_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="dossier_revision_number"),
            models.CheckConstraint(condition=models.Q(verb__in=[verb.value for verb in Verb]), name="dossier_verb"),
        ]

    def __str__(self) -> str:
        return f"{self.row}, revision {self.number}"


class EssayAudit(models.Model):
    """
    One essay audited against a dossier: what was asked, by whom, the page that came of it, and its counts.

    ``job`` is the work that made it, so that the same work done twice keeps it once. ``page`` is made by the renderer
    of reports, which escapes all words of others.
    """

    job: models.UUIDField[uuid.UUID, uuid.UUID] = models.UUIDField(unique=True)
    row: models.BigIntegerField[int, int] = models.BigIntegerField(db_index=True)
    revision: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    title: models.CharField[str, str] = models.CharField(max_length=300)
    summary: models.TextField[str, str] = models.TextField(blank=True, default="")
    page: models.TextField[str, str] = models.TextField()
    author: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Its order."""

        ordering: ClassVar = ["-made"]

    def __str__(self) -> str:
        return str(self.title)
