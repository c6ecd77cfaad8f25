"""What is kept beside the releases: records set aside, notes, dossiers, corrections."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.db import models

from communique.db.models.accounts import ReleaseRow


class SetAsideRow(models.Model):
    """One record that could not be read; ``imprint`` hashes both columns, since a reason may be long."""

    imprint: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    source: models.TextField[str, str] = models.TextField()
    reason: models.TextField[str, str] = models.TextField()

    class Meta:
        """Its name."""

        db_table = "communique_set_aside"

    def __str__(self) -> str:
        return str(self.source)


class MetaRow(models.Model):
    """What the store notes of itself: one row a word."""

    word: models.CharField[str, str] = models.CharField(max_length=32, primary_key=True)
    value: models.TextField[str, str] = models.TextField()

    class Meta:
        """Its name."""

        db_table = "communique_meta"

    def __str__(self) -> str:
        return f"{self.word}: {self.value}"


class DossierRow(models.Model):
    """
    One dossier as the text of its file; title and days stand beside it to be listed.

    ``revision`` rises by one with each writing, so that nobody writes over what another wrote meanwhile.
    """

    name: models.CharField[str, str] = models.CharField(max_length=200, unique=True)
    title: models.TextField[str, str] = models.TextField()
    first: models.DateField[date, date] = models.DateField()
    last: models.DateField[date, date] = models.DateField()
    revision: models.IntegerField[int, int] = models.IntegerField(default=1)
    updated: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    body: models.TextField[str, str] = models.TextField()

    class Meta:
        """Its name and constraints."""

        db_table = "communique_dossier"
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(revision__gte=1), name="dossier_revision"),
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="dossier_days"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class CorrectionRow(models.Model):
    """
    One item of an account corrected by an analyst; of those that stand, one an item.

    ``before`` and ``after`` are values in parts, ``words`` the part and range of the words that carry the new one.
    A correction is never deleted: it is withdrawn, with author, reason and moment.
    """

    release: models.ForeignKey[ReleaseRow, ReleaseRow] = models.ForeignKey(
        ReleaseRow, on_delete=models.CASCADE, related_name="corrections"
    )
    what: models.CharField[str, str] = models.CharField(max_length=16)
    place: models.TextField[str, str] = models.TextField()
    place_print: models.CharField[str, str] = models.CharField(max_length=32)
    before: models.JSONField[list[tuple[str, str]], list[tuple[str, str]]] = models.JSONField(default=list)
    after: models.JSONField[list[tuple[str, str]], list[tuple[str, str]]] = models.JSONField(default=list)
    words: models.JSONField[tuple[str, int, int] | None, tuple[str, int, int] | None] = models.JSONField(null=True)
    quote: models.TextField[str, str] = models.TextField(default="")
    side: models.JSONField[tuple[str, str, str] | None, tuple[str, str, str] | None] = models.JSONField(null=True)
    identity: models.TextField[str | None, str | None] = models.TextField(null=True)  # noqa: DJ001 - none and empty are different facts
    author: models.CharField[str, str] = models.CharField(max_length=200)
    reason: models.TextField[str, str] = models.TextField()
    moment: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    withdrawn_by: models.CharField[str, str] = models.CharField(max_length=200, default="")
    withdrawn_for: models.TextField[str, str] = models.TextField(default="")
    withdrawn: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)

    class Meta:
        """Its name, constraints and index."""

        db_table = "communique_correction"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "what", "place_print"],
                condition=models.Q(withdrawn__isnull=True),
                name="correction_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(author="") & ~models.Q(reason=""), name="correction_author_and_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn__isnull=True, withdrawn_by="")
                | (models.Q(withdrawn__isnull=False) & ~models.Q(withdrawn_by="")),
                name="correction_withdrawn_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.place} by {self.author}"


class ExtractedRow(models.Model):
    """The account of a corrected release as extraction gave it, as packed bytes: what corrections are applied to."""

    release: models.OneToOneField[ReleaseRow, ReleaseRow] = models.OneToOneField(
        ReleaseRow, on_delete=models.CASCADE, primary_key=True, related_name="extracted"
    )
    content: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Its name."""

        db_table = "communique_extracted"

    def __str__(self) -> str:
        return f"{self.pk} as extracted"
