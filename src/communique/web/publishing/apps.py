"""The room as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The room ``publishing`` as an app of Django."""

    name = "communique.web.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"
