"""Dossiers: the text of each, by its name."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """The table of dossiers."""

    dependencies: ClassVar = [("communique", "0002_full_text")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="DossierRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True)),
                ("title", models.TextField()),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("revision", models.IntegerField(default=1)),
                ("updated", models.DateTimeField()),
                ("body", models.TextField()),
            ],
            options={
                "db_table": "communique_dossier",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("revision__gte", 1)), name="dossier_revision"),
                    models.CheckConstraint(condition=models.Q(("last__gte", models.F("first"))), name="dossier_days"),
                ],
            },
        ),
    ]
