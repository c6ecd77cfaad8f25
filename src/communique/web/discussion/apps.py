"""The room as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class DiscussionConfig(AppConfig):
    """The room ``discussion`` as an app of Django."""

    name = "communique.web.discussion"
    label = "discussion"
    default_auto_field = "django.db.models.BigAutoField"
