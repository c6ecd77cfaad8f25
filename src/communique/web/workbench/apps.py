"""The room as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """The room ``workbench`` as an app of Django."""

    name = "communique.web.workbench"
    label = "workbench"
    default_auto_field = "django.db.models.BigAutoField"
