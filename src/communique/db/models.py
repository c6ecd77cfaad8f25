"""The tables: releases with their accounts, and what precedent looks up, each behind an index that serves it."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.db import models


class ReleaseRow(models.Model):
    """
    One published text. ``day`` is the day precedents count from, ``superseded`` tells that a later text took its place.

    ``issued`` and ``captured`` are kept as ISO text, with a zone only where one was given. Name and address may be too
    long for an index: their prints are looked up. The body stands last, so that a query for the other columns never
    reads it.
    """

    account: AccountRow
    key: models.CharField[str, str] = models.CharField(max_length=32, unique=True)
    name: models.TextField[str, str] = models.TextField()
    name_print: models.CharField[str, str] = models.CharField(max_length=32)
    address: models.TextField[str, str] = models.TextField()
    address_print: models.CharField[str, str] = models.CharField(max_length=32)
    identifier: models.TextField[str | None, str | None] = models.TextField(null=True)  # noqa: DJ001 - none and empty are different facts
    issuer: models.TextField[str, str] = models.TextField()
    language: models.TextField[str, str] = models.TextField()
    day: models.DateField[date | None, date | None] = models.DateField(null=True)
    issued: models.TextField[str | None, str | None] = models.TextField(null=True)  # noqa: DJ001 - likewise
    captured: models.TextField[str | None, str | None] = models.TextField(null=True)  # noqa: DJ001 - likewise
    superseded: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    kind: models.CharField[str, str] = models.CharField(max_length=16)
    title: models.TextField[str, str] = models.TextField()
    place: models.TextField[str | None, str | None] = models.TextField(null=True)  # noqa: DJ001 - likewise
    licence: models.TextField[str | None, str | None] = models.TextField(null=True)  # noqa: DJ001 - likewise
    digest: models.TextField[str | None, str | None] = models.TextField(null=True)  # noqa: DJ001 - likewise
    tags: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    editions: models.JSONField[list[tuple[str, str]], list[tuple[str, str]]] = models.JSONField(default=list)
    notes: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    text: models.TextField[str, str] = models.TextField()

    class Meta:
        """Its name and indexes."""

        db_table = "communique_release"
        indexes: ClassVar = [
            models.Index(fields=["address_print"], name="release_address"),
            models.Index(fields=["name_print"], name="release_name"),
            models.Index(fields=["issuer", "language", "day", "key"], name="release_office"),
            models.Index(fields=["day", "key"], name="release_day"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class AccountRow(models.Model):
    """
    What was extracted from one release. ``entry`` is what precedent counts, ``imprint`` the hash of the whole deposit.

    ``score`` is that as of the release's own day, null where there was no base or it is not yet settled.
    """

    telling: TellingRow
    wording: WordingRow
    release: models.OneToOneField[ReleaseRow, ReleaseRow] = models.OneToOneField(
        ReleaseRow, on_delete=models.CASCADE, primary_key=True, related_name="account"
    )
    version: models.TextField[str, str] = models.TextField()
    score: models.FloatField[float | None, float | None] = models.FloatField(null=True)
    imprint: models.BinaryField[bytes, bytes] = models.BinaryField()
    entry: models.BinaryField[bytes | None, bytes | None] = models.BinaryField(null=True)

    class Meta:
        """Its name."""

        db_table = "communique_account"

    def __str__(self) -> str:
        return f"{self.pk} by {self.version}"


class TellingRow(models.Model):
    """The account itself and its base forms, as packed bytes, apart from what queries look through."""

    account: models.OneToOneField[AccountRow, AccountRow] = models.OneToOneField(
        AccountRow, on_delete=models.CASCADE, primary_key=True, related_name="telling"
    )
    content: models.BinaryField[bytes, bytes] = models.BinaryField()
    lemmas: models.BinaryField[bytes, bytes] = models.BinaryField()
    notices: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Its name."""

        db_table = "communique_telling"

    def __str__(self) -> str:
        return f"telling of {self.pk}"


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


class WordingRow(models.Model):
    """The prints of one account's wordings: sorted hashes of eight bytes each."""

    account: models.OneToOneField[AccountRow, AccountRow] = models.OneToOneField(
        AccountRow, on_delete=models.CASCADE, primary_key=True, related_name="wording"
    )
    prints: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Its name."""

        db_table = "communique_wording"

    def __str__(self) -> str:
        return f"wordings of {self.pk}"


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
