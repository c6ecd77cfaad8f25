"""What Django is told of this package."""

from __future__ import annotations

from django.apps import AppConfig


class CommuniqueConfig(AppConfig):
    """The tables of corpora."""

    name = "communique.db"
    label = "communique"
    verbose_name = "communique"
    default_auto_field = "django.db.models.BigAutoField"
