"""What precedent looks up, each behind an index that serves it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models

from communique.db.models.accounts import AccountRow


class MembershipRow(models.Model):
    """One account in one reference class, by the class's code; a superseded account is in none."""

    code: models.TextField[str, str] = models.TextField()
    day: models.DateField[date, date] = models.DateField()
    month: models.IntegerField[int, int] = models.IntegerField()
    key: models.CharField[str, str] = models.CharField(max_length=32)
    account: models.ForeignKey[AccountRow, AccountRow] = models.ForeignKey(
        AccountRow, on_delete=models.CASCADE, related_name="memberships"
    )

    class Meta:
        """Its name, constraint and indexes."""

        db_table = "communique_membership"
        constraints: ClassVar = [models.UniqueConstraint(fields=["code", "day", "key"], name="membership_once")]
        indexes: ClassVar = [models.Index(fields=["code", "month"], name="membership_month")]

    def __str__(self) -> str:
        return f"{self.key} in {self.code}"


class ParticipationRow(models.Model):
    """One counterpart of one account; ``day`` is that of the event, ``place`` the country it took place in."""

    issuer: models.TextField[str, str] = models.TextField()
    language: models.TextField[str, str] = models.TextField()
    side: models.TextField[str, str] = models.TextField()
    kind: models.CharField[str, str] = models.CharField(max_length=16)
    day: models.DateField[date, date] = models.DateField()
    key: models.CharField[str, str] = models.CharField(max_length=32)
    place: models.TextField[str, str] = models.TextField()
    persons: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    account: models.ForeignKey[AccountRow, AccountRow] = models.ForeignKey(
        AccountRow, on_delete=models.CASCADE, related_name="participations"
    )

    class Meta:
        """Its name and constraint, which is the index too."""

        db_table = "communique_participation"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["issuer", "language", "side", "day", "key"], name="participation_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} with {self.side} on {self.day}"


class NoticeRow(models.Model):
    """Words on an encounter to come with one side: the ``place``-th of its account; ``day`` is that of publication."""

    issuer: models.TextField[str, str] = models.TextField()
    language: models.TextField[str, str] = models.TextField()
    side: models.TextField[str, str] = models.TextField()
    day: models.DateField[date, date] = models.DateField()
    key: models.CharField[str, str] = models.CharField(max_length=32)
    place: models.IntegerField[int, int] = models.IntegerField()
    account: models.ForeignKey[AccountRow, AccountRow] = models.ForeignKey(
        AccountRow, on_delete=models.CASCADE, related_name="notices"
    )
    content: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Its name and constraint, which is the index too."""

        db_table = "communique_notice"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["issuer", "language", "side", "day", "key", "place"], name="notice_once")
        ]

    def __str__(self) -> str:
        return f"notice on {self.side} of {self.day}"


class TallyRow(models.Model):
    """The tally of one reference class over one block of months."""

    code: models.TextField[str, str] = models.TextField()
    width: models.IntegerField[int, int] = models.IntegerField()
    number: models.IntegerField[int, int] = models.IntegerField()
    content: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Its name and constraint, which is the index too."""

        db_table = "communique_tally"
        constraints: ClassVar = [models.UniqueConstraint(fields=["code", "width", "number"], name="tally_once")]

    def __str__(self) -> str:
        return f"{self.code} over {self.width} months from {self.number * self.width}"


class CalendarRow(models.Model):
    """On which days of one month an issuer published: day d is bit d of ``days``; ``releases`` counts the texts."""

    issuer: models.TextField[str, str] = models.TextField()
    language: models.TextField[str, str] = models.TextField()
    month: models.IntegerField[int, int] = models.IntegerField()
    days: models.BigIntegerField[int, int] = models.BigIntegerField()
    releases: models.IntegerField[int, int] = models.IntegerField()

    class Meta:
        """Its name and constraint, which is the index too."""

        db_table = "communique_calendar"
        constraints: ClassVar = [models.UniqueConstraint(fields=["issuer", "language", "month"], name="calendar_once")]

    def __str__(self) -> str:
        return f"{self.issuer} ({self.language}), month {self.month}"
