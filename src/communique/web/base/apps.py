"""The room as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """The room ``base`` as an app of Django."""

    name = "communique.web.base"
    label = "base"
    default_auto_field = "django.db.models.BigAutoField"
