"""What may be done at the desk, and by whom."""

from __future__ import annotations

from communique.web.accounts.permitting import allow
from communique.web.accounts.predicates import is_analyst, is_reader

allow("workbench.read_release", is_reader)
allow("workbench.read_dossier", is_reader)
allow("workbench.save_search", is_reader)
allow("workbench.add_release", is_analyst)
allow("workbench.correct_release", is_analyst)
allow("workbench.edit_dossier", is_analyst)
