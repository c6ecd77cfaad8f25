"""What is written of accounts: people, how they join, what acts in their name."""

from __future__ import annotations

from communique.web.accounts.services.joining import (
    administrator_welcome,
    invitation_accept,
    invitation_add,
    invitation_link,
    invitation_revoke,
    welcome_link,
)
from communique.web.accounts.services.people import (
    erasing,
    letter_ask,
    letter_give,
    user_activate,
    user_change_password,
    user_change_role,
    user_change_settings,
    user_deactivate,
    user_end_sessions,
    user_erase,
)
from communique.web.accounts.services.tokens import token_add, token_revoke

__all__ = (
    "administrator_welcome",
    "erasing",
    "invitation_accept",
    "invitation_add",
    "invitation_link",
    "invitation_revoke",
    "letter_ask",
    "letter_give",
    "token_add",
    "token_revoke",
    "user_activate",
    "user_change_password",
    "user_change_role",
    "user_change_settings",
    "user_deactivate",
    "user_end_sessions",
    "user_erase",
    "welcome_link",
)
