"""What may be done with accounts, and by whom."""

from __future__ import annotations

from communique.web.accounts.permitting import allow
from communique.web.accounts.predicates import is_administrator

allow("accounts.manage_users", is_administrator)
allow("accounts.read_journal", is_administrator)
