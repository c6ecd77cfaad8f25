"""Searches that somebody saved, and what they were told of new releases."""

from __future__ import annotations

import secrets
import uuid
from datetime import date, datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from communique.model import Kind


def new_token() -> str:
    """Make the secret of a feed's address: 32 random bytes, as signs that an address may have."""
    return secrets.token_urlsafe(32)


class Alert(models.TextChoices):
    """How somebody is told of new releases."""

    NONE = "none", _("not by mail")
    DAILY = "daily", _("once a day")
    AT_ONCE = "at once", _("at once")


class SavedSearch(models.Model):
    """
    A search that somebody saved: its words and filters, its feed's secret, and how its owner is told.

    ``told_to`` is the number of the latest release that letters have been made for.
    """

    owner: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="searches"
    )
    name: models.CharField[str, str] = models.CharField(_("name"), max_length=120)
    words: models.CharField[str, str] = models.CharField(_("words"), max_length=300, blank=True, default="")
    issuer: models.CharField[str, str] = models.CharField(_("issuer"), max_length=120, blank=True, default="")
    counterpart: models.CharField[str, str] = models.CharField(_("with"), max_length=120, blank=True, default="")
    kind: models.CharField[str, str] = models.CharField(
        _("kind"), max_length=16, blank=True, default="", choices=[(kind.value, kind.value) for kind in Kind]
    )
    language: models.CharField[str, str] = models.CharField(_("language"), max_length=16, blank=True, default="")
    since: models.DateField[date | None, date | None] = models.DateField(_("since"), null=True, blank=True)
    until: models.DateField[date | None, date | None] = models.DateField(_("until"), null=True, blank=True)
    unusual: models.BooleanField[bool, bool] = models.BooleanField(_("unusual only"), default=False)
    alert: models.CharField[str, str] = models.CharField(
        _("tell me by mail"), max_length=8, choices=Alert, default=Alert.NONE
    )
    token: models.CharField[str, str] = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    told_to: models.BigIntegerField[int, int] = models.BigIntegerField(default=0, editable=False)
    created: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Its constraints."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "name"], name="search_name_once"),
            models.CheckConstraint(condition=models.Q(alert__in=[alert.value for alert in Alert]), name="search_alert"),
            models.CheckConstraint(
                condition=models.Q(since=None) | models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="search_days",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Letter(models.Model):
    """
    One letter on new releases of one search.

    It is made, with its releases, before it is sent, and noted as sent after: whoever dies between sends the very same
    letter again, under the same Message-ID, and never another on the same releases.
    """

    class State(models.TextChoices):
        """How far a letter is."""

        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        GIVEN_UP = "given up", _("given up")

    key: models.UUIDField[uuid.UUID, uuid.UUID] = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    search: models.ForeignKey[Any, Any] = models.ForeignKey(
        SavedSearch, on_delete=models.CASCADE, related_name="letters"
    )
    state: models.CharField[str, str] = models.CharField(max_length=8, choices=State, default=State.WAITING)
    attempts: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)
    made: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    tried: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Its indexes."""

        indexes: ClassVar = [
            models.Index(fields=["state", "tried"], name="letter_state"),
            models.Index(fields=["search", "-made"], name="letter_made"),
        ]

    def __str__(self) -> str:
        return f"letter on {self.search} of {self.made:%Y-%m-%d}"


class Telling(models.Model):
    """That one release stands in one letter: a search tells of a release once."""

    search: models.ForeignKey[Any, Any] = models.ForeignKey(
        SavedSearch, on_delete=models.CASCADE, related_name="tellings"
    )
    letter: models.ForeignKey[Any, Any] = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="tellings")
    release: models.CharField[str, str] = models.CharField(max_length=32)

    class Meta:
        """Its constraint."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["search", "release"], name="telling_once")]

    def __str__(self) -> str:
        return f"{self.release} in {self.letter}"
