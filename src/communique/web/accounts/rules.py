"""What may be done with accounts, and by whom."""

from __future__ import annotations

import rules

from communique.web.accounts.predicates import is_administrator

rules.add_perm("accounts.manage_users", is_administrator)
rules.add_perm("accounts.read_journal", is_administrator)
