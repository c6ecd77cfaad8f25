"""How unusual each release is among its earlier like, kept so that lists can show it and be narrowed by it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class KeptStanding(models.Model):
    """
    The place of one release among comparable earlier ones; a release without a base has no row.

    ``release`` is its key: the tables of the corpus are written by programs that do not know this one. ``percentile``
    goes from 0 to 100, higher is odder; ``among`` counts the releases compared.
    """

    release: models.CharField[str, str] = models.CharField(max_length=32, primary_key=True)
    percentile: models.FloatField[float, float] = models.FloatField()
    among: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    unusual: models.BooleanField[bool, bool] = models.BooleanField(db_index=True)

    class Meta:
        """Its constraint."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(percentile__gte=0, percentile__lte=100, among__gte=1), name="kept_standing_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.percentile:.0f} of {self.among}"
