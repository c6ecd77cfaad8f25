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
from communique.model.courtesies import Courtesy, find_courtesies
from communique.model.figures import Direction, Figure, FigureWords, Hedge, HedgeKind
from communique.model.findings import Finding, Grade, Rate
from communique.model.instruments import Binding, Instrument, InstrumentClass, InstrumentCount, InstrumentWords, Level
from communique.model.parties import Office, Person, Side, SideKind
from communique.model.relations import COURTESIES, Party, Relation, RelationKind, Status
from communique.model.releases import Capture, Edition, Release
from communique.model.spans import Part, Span, joined
from communique.model.topics import Conflict, Formula, ToneWord, Topic, TopicShare

__all__ = [
    "COURTESIES",
    "Account",
    "Basis",
    "Binding",
    "Capture",
    "Conflict",
    "Courtesy",
    "DateBasis",
    "Direction",
    "Edition",
    "Event",
    "EventDate",
    "Figure",
    "FigureWords",
    "Finding",
    "Format",
    "Formula",
    "Grade",
    "Hedge",
    "HedgeKind",
    "Initiative",
    "Instrument",
    "InstrumentClass",
    "InstrumentCount",
    "InstrumentWords",
    "Kind",
    "Level",
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
    "ToneWord",
    "Topic",
    "TopicShare",
    "VisitClass",
    "find_courtesies",
    "joined",
]
