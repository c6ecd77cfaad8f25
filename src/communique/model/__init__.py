"""The nouns: frozen values that every floor above shares."""

from __future__ import annotations

from communique.model.accounts import (
    Account,
    Basis,
    DateBasis,
    Event,
    EventDate,
    Format,
    Initiative,
    Kind,
    Mention,
    MentionForm,
    Pattern,
    Place,
    Quotation,
    Reception,
    SpeechForm,
    Stated,
    VisitClass,
)
from communique.model.findings import Finding, Grade, Rate
from communique.model.parties import Office, Person, Side, SideKind
from communique.model.relations import COURTESIES, Party, Relation, RelationKind, Status
from communique.model.releases import Capture, Edition, Release
from communique.model.spans import Part, Span, joined

__all__ = [
    "COURTESIES",
    "Account",
    "Basis",
    "Capture",
    "DateBasis",
    "Edition",
    "Event",
    "EventDate",
    "Finding",
    "Format",
    "Grade",
    "Initiative",
    "Kind",
    "Mention",
    "MentionForm",
    "Office",
    "Part",
    "Party",
    "Pattern",
    "Person",
    "Place",
    "Quotation",
    "Rate",
    "Reception",
    "Relation",
    "RelationKind",
    "Release",
    "Side",
    "SideKind",
    "Span",
    "SpeechForm",
    "Stated",
    "Status",
    "VisitClass",
    "joined",
]
