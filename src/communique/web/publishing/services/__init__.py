"""What is written in this room, one verb a function, one transaction each."""

from __future__ import annotations

from communique.web.publishing.services.publishing import analysis_correct, analysis_publish, analysis_publish_later
from communique.web.publishing.services.reviewing import (
    analysis_hand_in,
    analysis_review,
    analysis_submit,
    analysis_withdraw,
)
from communique.web.publishing.services.writing import (
    Draft,
    StaleError,
    analysis_add,
    analysis_coauthor_add,
    analysis_restore,
    analysis_revise,
)

__all__ = [
    "Draft",
    "StaleError",
    "analysis_add",
    "analysis_coauthor_add",
    "analysis_correct",
    "analysis_hand_in",
    "analysis_publish",
    "analysis_publish_later",
    "analysis_restore",
    "analysis_review",
    "analysis_revise",
    "analysis_submit",
    "analysis_withdraw",
]
