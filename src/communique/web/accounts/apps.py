"""The room as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The room ``accounts`` as an app of Django."""

    name = "communique.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
