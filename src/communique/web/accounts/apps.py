"""The room as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import pre_save


class AccountsConfig(AppConfig):
    """The room ``accounts`` as an app of Django."""

    name = "communique.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the log know who writes, and keep from it what is personal."""
        from auditlog.models import LogEntry  # noqa: PLC0415 - models are there only now
        from auditlog.registry import auditlog  # noqa: PLC0415

        from communique.web.accounts.actors import name_actor  # noqa: PLC0415
        from communique.web.accounts.models import Invitation, Token, User  # noqa: PLC0415

        pre_save.connect(name_actor, sender=LogEntry, dispatch_uid="communique.actors")
        auditlog.register(
            User,
            exclude_fields=["email", "password", "last_login", "sessions", "letter_sent"],
            mask_fields=["name"],
            mask_callable="communique.web.accounts.journal.hidden",
        )
        auditlog.register(Invitation, exclude_fields=["email"])
        auditlog.register(Token, exclude_fields=["digest", "last_used"])
