"""Who somebody is, by address and password; what they may do is said by rules alone."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend

PASSWORDS = "communique.web.accounts.backends.PasswordBackend"
"""The backend's own address, for logging in whoever has just joined."""


class PasswordBackend(ModelBackend):
    """Knows members by password, and knows no permissions: the tables of permissions are neither asked nor believed."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:  # noqa: ANN401, ARG002 - Django's signature
        """Give none."""
        return set()

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:  # noqa: ANN401, ARG002 - likewise
        """Give none."""
        return False

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:  # noqa: ANN401, ARG002 - likewise
        """Give none."""
        return False
