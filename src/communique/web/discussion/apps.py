"""The room as an app of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class DiscussionConfig(AppConfig):
    """The room ``discussion`` as an app of Django."""

    name = "communique.web.discussion"
    label = "discussion"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add the room's kinds of work, its part of the public page, and what the log of writes may know."""
        for part in ("work", "logged", "public_part"):
            import_module(f"communique.web.discussion.{part}")
