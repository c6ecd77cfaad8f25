"""The room as an app of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig

KINDS_OF_WORK = (
    "intake.work",
    "intake.example",
    "dossiers.sheets",
    "dossiers.gathering",
    "dossiers.auditing",
    "corrections.work",
    "comparisons.work",
    "pairs.work",
    "duties",
)
"""The modules that add kinds of work."""


class WorkbenchConfig(AppConfig):
    """The room ``workbench`` as an app of Django."""

    name = "communique.web.workbench"
    label = "workbench"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add the kinds of work of the room, and listen for members who leave."""
        for part in (*KINDS_OF_WORK, "corrections.erasing"):
            import_module(f"communique.web.workbench.{part}")
