"""Views that cost to make, kept until what they were made from changes."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models


class KeptView(models.Model):
    """
    One view made once: of what ``kind``, of which thing (``key``), from what (``stamp``), and its packed bytes.

    One is kept a kind and key: the latest. A stamp that is not that of today means that it must be made anew.
    """

    kind: models.CharField[str, str] = models.CharField(max_length=32)
    key: models.CharField[str, str] = models.CharField(max_length=200)
    stamp: models.CharField[str, str] = models.CharField(max_length=200)
    content: models.BinaryField[bytes, bytes] = models.BinaryField()
    made: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now=True)

    class Meta:
        """Its constraint and index."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "key"], name="kept_view_once")]
        indexes: ClassVar = [models.Index(fields=["made"], name="kept_view_made")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
