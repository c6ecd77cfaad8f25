"""The room as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The room ``api`` as an app of Django."""

    name = "communique.web.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
