"""The level that an essay gives to documents beside the one that the sources tell: states, agencies, firms."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model import Bearing, ClaimStatus
from communique.model.instruments import Level
from communique.reasoning.audit.documents.at_hand import AtHand, Named
from communique.reasoning.audit.documents.claimed import ClaimedDocuments
from communique.reasoning.audit.documents.told import (
    SHOWN,
    DocumentFinding,
    between_whom,
    name_kinds,
    shorten,
    show_documents,
    source_of,
    with_article,
    witness_to,
)

_PUBLIC = frozenset({Level.STATE, Level.GOVERNMENT, Level.MINISTRY, Level.AGENCY})
_PRIVATE = frozenset({Level.COMPANY})


def judge_level(claimed: ClaimedDocuments, named: Named) -> DocumentFinding:
    """Judge a document found in the sources by the level claimed for it."""
    if claimed.level is not Level.UNCLEAR and _clash(claimed.level, named.level):
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.CONTRADICTED,
            statement=f"{source_of(named)} has it on the level of {named.level.value}, not {claimed.level.value}.",
            witnesses=(witness_to(named, Bearing.AGAINST),),
        )
    untold = claimed.level not in {Level.UNCLEAR, named.level}
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.PARTLY if untold else ClaimStatus.CONFIRMED,
        statement=f"{source_of(named)} names it, as {with_article(claimed.kind)}: “{shorten(named.words)}”.",
        witnesses=(witness_to(named, Bearing.FOR),),
    )


def judge_levels(claimed: ClaimedDocuments, named: Sequence[Named], at_hand: AtHand) -> DocumentFinding:
    """Judge a level claimed for several documents: one of another level among them is enough against it."""
    against = [one for one in named if _clash(claimed.level, one.level)]
    if against:
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.CONTRADICTED,
            statement=f"The sources name {name_kinds(against)}.",
            witnesses=tuple(witness_to(one, Bearing.AGAINST) for one in against[:SHOWN]),
        )
    same = [one for one in named if one.level is claimed.level]
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.PARTLY if same else ClaimStatus.NOT_FOUND,
        statement=f"The sources name {len(same) or 'none'} {between_whom(claimed.level)}.",
        witnesses=tuple(witness_to(one, Bearing.FOR) for one in same[:SHOWN])
        or show_documents(at_hand, Bearing.BESIDE),
    )


def _clash(claimed: Level, told: Level) -> bool:
    """Tell whether two levels exclude each other: a firm's and a public body's."""
    return (claimed in _PRIVATE and told in _PUBLIC) or (claimed in _PUBLIC and told in _PRIVATE)
