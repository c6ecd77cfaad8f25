"""Releases, their accounts, and what precedent looks up."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """The first tables."""

    initial = True

    dependencies: ClassVar = []

    operations: ClassVar = [
        migrations.CreateModel(
            name="ReleaseRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32, unique=True)),
                ("name", models.TextField()),
                ("name_print", models.CharField(max_length=32)),
                ("address", models.TextField()),
                ("address_print", models.CharField(max_length=32)),
                ("identifier", models.TextField(null=True)),
                ("issuer", models.TextField()),
                ("language", models.TextField()),
                ("day", models.DateField(null=True)),
                ("issued", models.TextField(null=True)),
                ("captured", models.TextField(null=True)),
                ("superseded", models.BooleanField(default=False)),
                ("kind", models.CharField(max_length=16)),
                ("title", models.TextField()),
                ("place", models.TextField(null=True)),
                ("licence", models.TextField(null=True)),
                ("digest", models.TextField(null=True)),
                ("tags", models.JSONField(default=list)),
                ("editions", models.JSONField(default=list)),
                ("notes", models.JSONField(default=list)),
                ("text", models.TextField()),
            ],
            options={
                "db_table": "communique_release",
            },
        ),
        migrations.CreateModel(
            name="CalendarRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("issuer", models.TextField()),
                ("language", models.TextField()),
                ("month", models.IntegerField()),
                ("days", models.BigIntegerField()),
                ("releases", models.IntegerField()),
            ],
            options={
                "db_table": "communique_calendar",
            },
        ),
        migrations.CreateModel(
            name="MembershipRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.TextField()),
                ("day", models.DateField()),
                ("month", models.IntegerField()),
                ("key", models.CharField(max_length=32)),
            ],
            options={
                "db_table": "communique_membership",
            },
        ),
        migrations.CreateModel(
            name="MetaRow",
            fields=[
                ("word", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("value", models.TextField()),
            ],
            options={
                "db_table": "communique_meta",
            },
        ),
        migrations.CreateModel(
            name="NoticeRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("issuer", models.TextField()),
                ("language", models.TextField()),
                ("side", models.TextField()),
                ("day", models.DateField()),
                ("key", models.CharField(max_length=32)),
                ("place", models.IntegerField()),
                ("content", models.BinaryField()),
            ],
            options={
                "db_table": "communique_notice",
            },
        ),
        migrations.CreateModel(
            name="ParticipationRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("issuer", models.TextField()),
                ("language", models.TextField()),
                ("side", models.TextField()),
                ("kind", models.CharField(max_length=16)),
                ("day", models.DateField()),
                ("key", models.CharField(max_length=32)),
                ("place", models.TextField()),
                ("persons", models.JSONField(default=list)),
            ],
            options={
                "db_table": "communique_participation",
            },
        ),
        migrations.CreateModel(
            name="SetAsideRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("imprint", models.CharField(max_length=64, unique=True)),
                ("source", models.TextField()),
                ("reason", models.TextField()),
            ],
            options={
                "db_table": "communique_set_aside",
            },
        ),
        migrations.CreateModel(
            name="TallyRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.TextField()),
                ("width", models.IntegerField()),
                ("number", models.IntegerField()),
                ("content", models.BinaryField()),
            ],
            options={
                "db_table": "communique_tally",
            },
        ),
        migrations.CreateModel(
            name="AccountRow",
            fields=[
                (
                    "release",
                    models.OneToOneField(
                        on_delete=models.CASCADE,
                        primary_key=True,
                        related_name="account",
                        serialize=False,
                        to="communique.releaserow",
                    ),
                ),
                ("version", models.TextField()),
                ("score", models.FloatField(null=True)),
                ("imprint", models.BinaryField()),
                ("entry", models.BinaryField(null=True)),
            ],
            options={
                "db_table": "communique_account",
            },
        ),
        migrations.AddIndex(
            model_name="releaserow",
            index=models.Index(fields=["address_print"], name="release_address"),
        ),
        migrations.AddIndex(
            model_name="releaserow",
            index=models.Index(fields=["name_print"], name="release_name"),
        ),
        migrations.AddIndex(
            model_name="releaserow",
            index=models.Index(fields=["issuer", "language", "day", "key"], name="release_office"),
        ),
        migrations.AddIndex(
            model_name="releaserow",
            index=models.Index(fields=["day", "key"], name="release_day"),
        ),
        migrations.AddConstraint(
            model_name="calendarrow",
            constraint=models.UniqueConstraint(fields=("issuer", "language", "month"), name="calendar_once"),
        ),
        migrations.AddConstraint(
            model_name="tallyrow",
            constraint=models.UniqueConstraint(fields=("code", "width", "number"), name="tally_once"),
        ),
        migrations.CreateModel(
            name="TellingRow",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=models.CASCADE,
                        primary_key=True,
                        related_name="telling",
                        serialize=False,
                        to="communique.accountrow",
                    ),
                ),
                ("content", models.BinaryField()),
                ("lemmas", models.BinaryField()),
                ("notices", models.BinaryField()),
            ],
            options={
                "db_table": "communique_telling",
            },
        ),
        migrations.CreateModel(
            name="WordingRow",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=models.CASCADE,
                        primary_key=True,
                        related_name="wording",
                        serialize=False,
                        to="communique.accountrow",
                    ),
                ),
                ("prints", models.BinaryField()),
            ],
            options={
                "db_table": "communique_wording",
            },
        ),
        migrations.AddField(
            model_name="participationrow",
            name="account",
            field=models.ForeignKey(
                on_delete=models.CASCADE, related_name="participations", to="communique.accountrow"
            ),
        ),
        migrations.AddField(
            model_name="noticerow",
            name="account",
            field=models.ForeignKey(on_delete=models.CASCADE, related_name="notices", to="communique.accountrow"),
        ),
        migrations.AddField(
            model_name="membershiprow",
            name="account",
            field=models.ForeignKey(on_delete=models.CASCADE, related_name="memberships", to="communique.accountrow"),
        ),
        migrations.AddConstraint(
            model_name="participationrow",
            constraint=models.UniqueConstraint(
                fields=("issuer", "language", "side", "day", "key"), name="participation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="noticerow",
            constraint=models.UniqueConstraint(
                fields=("issuer", "language", "side", "day", "key", "place"), name="notice_once"
            ),
        ),
        migrations.AddIndex(
            model_name="membershiprow",
            index=models.Index(fields=["code", "month"], name="membership_month"),
        ),
        migrations.AddConstraint(
            model_name="membershiprow",
            constraint=models.UniqueConstraint(fields=("code", "day", "key"), name="membership_once"),
        ),
    ]
