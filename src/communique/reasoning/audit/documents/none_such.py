"""A claim that none of the documents is of some level, class or matter: one that is, in any source, refutes it."""

from __future__ import annotations

from collections.abc import Iterable

from communique.languages.commentary import Construction, pattern_of
from communique.model import Account, Bearing, ClaimStatus
from communique.model.instruments import InstrumentClass, Level
from communique.reasoning.audit.decisions import Decision
from communique.reasoning.audit.documents.at_hand import Named, gather_documents, matter_shared
from communique.reasoning.audit.documents.claimed import find_claimed, level_in
from communique.reasoning.audit.documents.told import SHOWN, name_kinds, shorten, witness_to


def check_none_such(words: str, accounts: Iterable[Account]) -> Decision | None:
    """Judge a claim that there was no document of some kind; None where it is none, or says of no kind."""
    if pattern_of(Construction.NONE_OF).search(words) is None:
        return None
    level = level_in(words)
    concerned = pattern_of(Construction.CONCERNS).search(words)
    topic = concerned["topic"] if concerned else ""
    kind = next((one.kind for one in find_claimed(words)), InstrumentClass.OTHER)
    if level is Level.UNCLEAR and not topic and kind is InstrumentClass.OTHER:
        return None
    at_hand = gather_documents(accounts)
    such = [named for named in at_hand.named if _is_such(named, level, topic, kind)]
    if such:
        return Decision(
            status=ClaimStatus.CONTRADICTED,
            statement=f"The sources name {name_kinds(such[:1])}: “{shorten(such[0].words)}”.",
            witnesses=tuple(witness_to(named, Bearing.AGAINST) for named in such[:SHOWN]),
        )
    if not at_hand.complete:
        return Decision(status=ClaimStatus.NOT_FOUND, statement="No list of the documents is at hand.")
    return Decision(
        status=ClaimStatus.CONFIRMED,
        statement=f"None of the {len(at_hand.fullest)} documents listed is such.",
        witnesses=tuple(witness_to(named, Bearing.FOR) for named in at_hand.fullest[:SHOWN]),
    )


def _is_such(named: Named, level: Level, topic: str, kind: InstrumentClass) -> bool:
    return (
        (level is Level.UNCLEAR or named.level is level)
        and (not topic or matter_shared(topic, named) > 0)
        and (kind is InstrumentClass.OTHER or named.kind is kind)
    )
