"""The room as an app of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The room ``jobs`` as an app of Django; its own duties are added once its tables are known."""

    name = "communique.web.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add the duties of the queue itself."""
        import_module("communique.web.jobs.working")
