"""What an essay claims of signed documents beside what the sources name: number, class, parties, level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.model import Account, ClaimStatus, Witness
from communique.reasoning.audit.documents_at_hand import AtHand, gather_documents
from communique.reasoning.audit.documents_claimed import find_claimed
from communique.reasoning.audit.documents_judged import judge_documents
from communique.reasoning.audit.documents_told import DocumentFinding, show_documents

__all__ = ["DocumentFinding", "DocumentsCheck", "check_documents"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsCheck:
    """What the sources say to a claim on documents; ``at_hand`` is all they tell of any."""

    status: ClaimStatus
    statement: str
    witnesses: tuple[Witness, ...] = ()
    findings: tuple[DocumentFinding, ...] = ()
    at_hand: AtHand | None = None


def check_documents(claim_text: str, accounts: Iterable[Account]) -> DocumentsCheck:
    """Look up what a claim says of signed documents in what the sources name and count."""
    at_hand = gather_documents(accounts)
    claimed = find_claimed(claim_text)
    if not at_hand.named and not at_hand.numbers and not at_hand.vague:
        return DocumentsCheck(
            status=ClaimStatus.NOT_FOUND,
            statement="No source at hand tells of signed documents; no list is at hand.",
            at_hand=at_hand,
        )
    findings = tuple(judge_documents(one, at_hand) for one in claimed)
    witnesses = tuple(dict.fromkeys(w for finding in findings for w in finding.witnesses)) or tuple(
        show_documents(at_hand)
    )
    return DocumentsCheck(
        status=_status(findings),
        statement=" ".join(dict.fromkeys([*(finding.statement for finding in findings), _summary(at_hand)])),
        witnesses=witnesses,
        findings=findings,
        at_hand=at_hand,
    )


def _status(findings: Sequence[DocumentFinding]) -> ClaimStatus:
    each = {finding.status for finding in findings}
    if ClaimStatus.CONTRADICTED in each:
        return ClaimStatus.CONTRADICTED
    if each <= {ClaimStatus.NOT_FOUND}:
        return ClaimStatus.NOT_FOUND
    return ClaimStatus.CONFIRMED if each == {ClaimStatus.CONFIRMED} else ClaimStatus.PARTLY


def _summary(at_hand: AtHand) -> str:
    """Say what is at hand: what the sources name, and whether that is a list."""
    kinds = ", ".join(dict.fromkeys(named.told() for named in at_hand.named))
    if not kinds:
        return "The sources name no document."
    whole = (
        ""
        if at_hand.complete
        else "; no full list is at hand" + ("" if at_hand.numbers else " and the number is not stated")
    )
    return f"Named in the sources: {kinds}{whole}."
