"""The room as an app of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The room ``api`` as an app of Django."""

    name = "communique.web.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the kinds of work known."""
        import_module("communique.web.api.work")
