"""What an essay claims of signed documents beside what the sources name: number, class, parties, level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from communique.model import Account, Bearing, ClaimStatus, Witness
from communique.reasoning.audit.documents.at_hand import AtHand, gather_documents
from communique.reasoning.audit.documents.claimed import ClaimedDocuments, find_claimed
from communique.reasoning.audit.documents.judged import judge_documents
from communique.reasoning.audit.documents.told import (
    SHOWN,
    DocumentFinding,
    list_words,
    name_kinds,
    show_documents,
    tells_much,
)

__all__ = ["DocumentFinding", "DocumentsCheck", "check_documents"]

_OPEN = frozenset({ClaimStatus.NOT_FOUND, ClaimStatus.PARTLY})
_SILENT = "That it was not so stands in no source at hand."


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsCheck:
    """What the sources say to a claim on documents; ``at_hand`` is all they tell of any."""

    status: ClaimStatus
    statement: str
    witnesses: tuple[Witness, ...] = ()
    findings: tuple[DocumentFinding, ...] = ()
    at_hand: AtHand | None = None


def check_documents(claim_text: str, accounts: Iterable[Account], *, denied: bool = False) -> DocumentsCheck:
    """
    Look up what a claim says of signed documents in what the sources name and count.

    ``denied`` tells that the claim says it was not so ("Five documents were not signed"); a claim that there were none
    at all ("no documents") is a denial already and is read as one without it.
    """
    at_hand = gather_documents(accounts)
    if not at_hand.named and not at_hand.numbers and not at_hand.vague:
        return DocumentsCheck(
            status=ClaimStatus.NOT_FOUND,
            statement="No source at hand tells of signed documents.",
            at_hand=at_hand,
        )
    findings = tuple(_judged(one, at_hand, denied=denied) for one in find_claimed(claim_text))
    deciding = [finding for finding in findings if finding.status is _status(findings)] or list(findings)
    witnesses = dict.fromkeys(witness for finding in deciding for witness in finding.witnesses)
    said = dict.fromkeys(finding.statement for finding in findings)
    open_left = not findings or any(finding.status in _OPEN for finding in findings)
    return DocumentsCheck(
        status=_status(findings),
        statement=" ".join([*said, *([_summary(at_hand)] if open_left else [])]),
        witnesses=tuple(witnesses)[:SHOWN] or show_documents(at_hand, Bearing.BESIDE),
        findings=findings,
        at_hand=at_hand,
    )


def _judged(claimed: ClaimedDocuments, at_hand: AtHand, *, denied: bool) -> DocumentFinding:
    """Judge one assertion; one that is denied is contradicted by what bears it out, and by nothing else decided."""
    found = judge_documents(claimed, at_hand)
    if not denied or claimed.none:
        return found
    if found.status is ClaimStatus.CONFIRMED:
        against = tuple(replace(witness, bearing=Bearing.AGAINST) for witness in found.witnesses)
        return replace(found, status=ClaimStatus.CONTRADICTED, witnesses=against)
    beside = tuple(replace(witness, bearing=Bearing.BESIDE) for witness in found.witnesses)
    return replace(found, status=ClaimStatus.NOT_FOUND, statement=_SILENT, witnesses=beside)


def _status(findings: Sequence[DocumentFinding]) -> ClaimStatus:
    each = {finding.status for finding in findings}
    if ClaimStatus.CONTRADICTED in each:
        return ClaimStatus.CONTRADICTED
    if each <= {ClaimStatus.NOT_FOUND}:
        return ClaimStatus.NOT_FOUND
    return ClaimStatus.CONFIRMED if each == {ClaimStatus.CONFIRMED} else ClaimStatus.PARTLY


def _summary(at_hand: AtHand) -> str:
    """Say what the sources tell of documents, and what they leave open."""
    told = [named for named in at_hand.named if tells_much(named)]
    named = f"name {name_kinds(told)}" if told else ""
    counted = f"count {list_words(str(n) for n in dict.fromkeys(n for _, _, n in at_hand.numbers))}"
    if at_hand.complete and named:
        return f"The sources {named}."
    if at_hand.numbers:
        return (
            f"The sources {named} and {counted}, but list no others."
            if named
            else f"The sources {counted} and name none."
        )
    return f"The sources {named}, but give neither number nor list." if named else "The sources give no number."
