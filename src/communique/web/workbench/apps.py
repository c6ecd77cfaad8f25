"""The room as an app of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """The room ``workbench`` as an app of Django."""

    name = "communique.web.workbench"
    label = "workbench"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add the kinds of work of the room."""
        for part in ("intake.work", "intake.example"):
            import_module(f"communique.web.workbench.{part}")
