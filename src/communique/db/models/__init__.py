"""The tables: releases with their accounts, what precedent looks up, what is kept beside them."""

from __future__ import annotations

from communique.db.models.accounts import AccountRow, ReleaseRow, TellingRow, WordingRow
from communique.db.models.keeping import CorrectionRow, DossierRow, ExtractedRow, MetaRow, SetAsideRow
from communique.db.models.precedents import CalendarRow, MembershipRow, NoticeRow, ParticipationRow, TallyRow

__all__ = [
    "AccountRow",
    "CalendarRow",
    "CorrectionRow",
    "DossierRow",
    "ExtractedRow",
    "MembershipRow",
    "MetaRow",
    "NoticeRow",
    "ParticipationRow",
    "ReleaseRow",
    "SetAsideRow",
    "TallyRow",
    "TellingRow",
    "WordingRow",
]
