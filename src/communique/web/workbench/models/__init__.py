"""What the room keeps of its own, beside the corpus and the dossiers: one file a topic."""

from __future__ import annotations

from communique.web.workbench.models.dossiers import DossierRevision, EssayAudit
from communique.web.workbench.models.kept_views import KeptView
from communique.web.workbench.models.searches import Alert, Letter, SavedSearch, Telling
from communique.web.workbench.models.standings import KeptStanding

__all__ = ["Alert", "DossierRevision", "EssayAudit", "KeptStanding", "KeptView", "Letter", "SavedSearch", "Telling"]
