"""All that was published on one contact on its day, and the strongest and weakest wording on one question in it."""

from __future__ import annotations

from communique.dossiers.same_day_parts import EXPECTED, SameDay, StatementKind, StatementPart, group_same_day
from communique.dossiers.same_day_wordings import (
    QUESTIONS,
    WHO_DID_IT,
    WHO_KNEW,
    Mark,
    MarkKind,
    Passage,
    Question,
    QuestionKind,
    Wordings,
    about,
    find_wordings,
)

__all__ = [
    "EXPECTED",
    "QUESTIONS",
    "WHO_DID_IT",
    "WHO_KNEW",
    "Mark",
    "MarkKind",
    "Passage",
    "Question",
    "QuestionKind",
    "SameDay",
    "StatementKind",
    "StatementPart",
    "Wordings",
    "about",
    "find_wordings",
    "group_same_day",
]
