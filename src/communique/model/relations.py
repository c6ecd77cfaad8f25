"""Who did what to whom, as one sentence states it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.parties import Person, Side
from communique.model.spans import Span


class RelationKind(StrEnum):
    """What passes between two parties; all but ``contact`` have a direction."""

    CONTACT = "contact"
    RECEPTION = "reception"
    VISIT = "visit"
    INITIATIVE = "initiative"
    INVITATION = "invitation"
    THANKS = "thanks"
    CONGRATULATION = "congratulation"
    CONDOLENCE = "condolence"
    PRAISE = "praise"
    APOLOGY = "apology"
    REQUEST = "request"
    ASSURANCE = "assurance"
    GREETING = "greeting"


COURTESIES = frozenset(
    {
        RelationKind.THANKS,
        RelationKind.CONGRATULATION,
        RelationKind.CONDOLENCE,
        RelationKind.PRAISE,
        RelationKind.APOLOGY,
        RelationKind.GREETING,
    }
)


class Status(StrEnum):
    """Whether the act is reported or performed, planned, recalled from the past, or only possible."""

    ACTUAL = "actual"
    PLANNED = "planned"
    PAST = "past"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One end of a relation: the words, and the person or side meant where that is known."""

    words: str
    span: Span | None = None
    person: Person | None = None
    side: Side | None = None

    @property
    def label(self) -> str:
        """How a report calls the party: the person, else the side, else the words."""
        return self.person.label if self.person else str(self.side or " ".join(self.words.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """
    One act between parties: from ``giver`` to ``receiver``, or mutual where ``symmetrical``.

    The giver of a reception is the host, of a visit the visitor, whatever the grammar of the sentence. ``reason`` marks
    what the act is for; ``cue`` the words that state it; ``sentence`` the sentence they stand in. ``spoken`` tells
    that the sentence is direct speech; ``across`` that the parties belong, or may belong, to different sides.
    """

    kind: RelationKind
    sentence: Span
    cue: Span
    giver: Party | None = None
    receiver: Party | None = None
    symmetrical: bool = False
    status: Status = Status.ACTUAL
    reason: Span | None = None
    initiator: Party | None = None
    spoken: bool = False
    across: bool = True

    def __post_init__(self) -> None:
        if self.giver is None and self.receiver is None:
            raise ModelError(wanted=f"a {self.kind} with at least one party", got="none")
