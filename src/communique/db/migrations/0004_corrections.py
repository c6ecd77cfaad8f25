"""Corrections by analysts, and what extraction had given of the releases that they correct."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """The tables of corrections."""

    dependencies: ClassVar = [("communique", "0003_dossiers")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="ExtractedRow",
            fields=[
                (
                    "release",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="extracted",
                        serialize=False,
                        to="communique.releaserow",
                    ),
                ),
                ("content", models.BinaryField()),
            ],
            options={"db_table": "communique_extracted"},
        ),
        migrations.CreateModel(
            name="CorrectionRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=16)),
                ("place", models.TextField()),
                ("place_print", models.CharField(max_length=32)),
                ("before", models.JSONField(default=list)),
                ("after", models.JSONField(default=list)),
                ("words", models.JSONField(null=True)),
                ("quote", models.TextField(default="")),
                ("side", models.JSONField(null=True)),
                ("identity", models.TextField(null=True)),
                ("author", models.CharField(max_length=200)),
                ("reason", models.TextField()),
                ("moment", models.DateTimeField()),
                ("withdrawn_by", models.CharField(default="", max_length=200)),
                ("withdrawn_for", models.TextField(default="")),
                ("withdrawn", models.DateTimeField(null=True)),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="communique.releaserow",
                    ),
                ),
            ],
            options={
                "db_table": "communique_correction",
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(("withdrawn__isnull", True)),
                        fields=("release", "what", "place_print"),
                        name="correction_once",
                    ),
                    models.CheckConstraint(
                        condition=Q(Q(("author", ""), _negated=True), Q(("reason", ""), _negated=True)),
                        name="correction_author_and_reason",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            Q(("withdrawn__isnull", True), ("withdrawn_by", "")),
                            Q(("withdrawn__isnull", False), Q(("withdrawn_by", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="correction_withdrawn_by",
                    ),
                ],
            },
        ),
    ]
