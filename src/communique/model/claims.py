"""What an analyst's text claims, and what the sources of a dossier say to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.findings import Rate
from communique.model.releases import Release
from communique.model.spans import Span


class ClaimKind(StrEnum):
    """What a claim is about; the last five are not about what a text can show."""

    EVENT = "event"
    DATE = "date"
    ROSTER = "roster"
    ORDER = "order"
    INITIATIVE = "initiative"
    QUOTATION = "quotation"
    FIGURE = "figure"
    DOCUMENTS = "documents"
    EXPECTED = "expected-but-missing"
    SEQUENCE = "sequence as cause"
    NORM = "norm"
    MOTIVE = "motive"
    MOOD = "mood"
    BODY = "body"
    VERDICT = "verdict"


UNTESTABLE_KINDS = frozenset({ClaimKind.MOTIVE, ClaimKind.MOOD, ClaimKind.BODY})
"""Kinds that no text can confirm."""


class ClaimStatus(StrEnum):
    """
    What the sources at hand say to a claim.

    ``not found`` is no denial: no source at hand has it. ``untestable``: no text could decide it.
    """

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not found"
    UNTESTABLE = "untestable"


class Bearing(StrEnum):
    """How the words of a source bear on a claim: for it, against it, or beside it (the reader should see them too)."""

    FOR = "for"
    AGAINST = "against"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """The exact words of one source that bear on a claim; ``note`` says in plain words what they show."""

    release: Release
    span: Span
    bearing: Bearing
    note: str = ""

    @property
    def words(self) -> str:
        """The exact words."""
        return self.release.words(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """
    One thing that an essay asserts.

    ``span`` marks its words in the essay, ``sentence`` the sentence they stand in; ``hedges`` the words that weaken it
    ("probably", "it looks like"). ``attributed`` marks the words of the essay that name whose text or word it is taken
    from ("the official press release"), None where it is the essayist's own. ``premises`` are the numbers of earlier
    claims that it takes for granted ("judging by the fact that").
    """

    number: int
    kind: ClaimKind
    span: Span
    sentence: Span
    hedges: tuple[Span, ...] = ()
    attributed: Span | None = None
    denied: bool = False
    premises: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """
    What the sources say to one claim: status, plain statement, the words that decide, what is usual, what was tried.

    ``base`` says in words that there is no base for "unusual" where the claim says so and no rate can be given.
    ``trail`` are the numbers of the hedged claims on which this one rests without their hedges, in order.
    """

    claim: Claim
    status: ClaimStatus
    statement: str
    witnesses: tuple[Witness, ...] = ()
    rate: Rate | None = None
    base: str = ""
    trail: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.status is ClaimStatus.CONFIRMED and self.claim.kind in UNTESTABLE_KINDS:
            raise ModelError(wanted=f"no claim of {self.claim.kind} to be confirmed", got=f"claim {self.claim.number}")
        decided = {ClaimStatus.CONFIRMED, ClaimStatus.PARTLY, ClaimStatus.CONTRADICTED}
        if self.status in decided and not self.witnesses:
            raise ModelError(wanted=f"the exact words that decide claim {self.claim.number}", got="no witness")


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """
    An essay's claims in order, each with its ruling.

    ``essay`` is the text as read, ``dossier`` the title of what it was checked against, ``sources`` the names of the
    releases at hand; ``rhetoric`` marks sentences that claim nothing checkable (images, rhetorical questions,
    pointers to sources); ``models`` the language models and lexicons used.
    """

    essay: Release
    dossier: str
    rulings: tuple[Ruling, ...]
    sources: tuple[str, ...] = ()
    rhetoric: tuple[Span, ...] = ()
    models: tuple[str, ...] = ()
