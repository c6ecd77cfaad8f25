"""What may be done with accounts, and by whom."""

from __future__ import annotations

from typing import Any

from communique.web.accounts.permitting import allow, predicate
from communique.web.accounts.predicates import is_administrator, is_reader


@predicate
def owns_token(user: Any, token: Any) -> bool:  # noqa: ANN401 - what the library calls with
    """Whoever made the token."""
    return token is not None and token.user_id == user.pk


allow("accounts.manage_users", is_administrator)
allow("accounts.read_journal", is_administrator)
allow("accounts.revoke_token", is_reader & owns_token)
