"""The room as an app of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The room ``publishing`` as an app of Django."""

    name = "communique.web.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add the room's kinds of work, and what the log of writes may leave out."""
        for part in ("work", "logged"):
            import_module(f"communique.web.publishing.{part}")
