"""Releases with their accounts, and what is made of each account once."""

from __future__ import annotations

from datetime import date
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
