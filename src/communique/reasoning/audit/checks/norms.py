"""What an essay calls required, first or unusual: a rule needs its source, a rate its base, a first its calendar."""

from __future__ import annotations

from communique.dossiers.protocol_firsts import find_first_claims
from communique.languages.commentary import Cue
from communique.model import Bearing, ClaimStatus, Person
from communique.reasoning.audit.checks.usual import check_usual
from communique.reasoning.audit.decisions import Decision, witness
from communique.reasoning.audit.reading.inquiry import Inquiry

NO_RULE = "no rule found: no source at hand states such a rule of protocol."


def check_norm(inquiry: Inquiry) -> Decision:
    """Check a claim on what is required or usual: a rule counts with its source only, a rate with its base only."""
    if inquiry.has(Cue.UNUSUAL):
        return check_usual(inquiry, inquiry.precedent)
    return Decision(status=ClaimStatus.NOT_FOUND, statement=NO_RULE)


def check_first(inquiry: Inquiry) -> Decision:
    """
    Check a claim that a visit, trip or meeting was the first; only a calendar of all of them could bear it out.

    Somebody who calls it first in a source stands beside the claim: that is his word, not a calendar.
    """
    called = tuple(
        witness(account, claim.sentence.span, Bearing.BESIDE, _who_says(claim.speaker))
        for account in inquiry.record.accounts
        for claim in find_first_claims((account,))
    )
    statement = "no calendar of trips at hand: not found."
    if called:
        statement += " What officials themselves call a first stands beside it."
    return Decision(status=ClaimStatus.NOT_FOUND, statement=statement, witnesses=called)


def _who_says(speaker: Person | None) -> str:
    return f"called first by {speaker.label}" if speaker else "called first"
