"""The room as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The room ``jobs`` as an app of Django."""

    name = "communique.web.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
