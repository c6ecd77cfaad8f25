"""How usual it is what an essay calls odd: the rate among the issuer's earlier records, or that there is no base."""

from __future__ import annotations

from communique.languages.commentary import Cue
from communique.model import Account, Bearing, ClaimStatus, Rate, VisitClass
from communique.precedent import Precedent
from communique.reasoning.audit.checks.particulars import CLASSES
from communique.reasoning.audit.decisions import Decision, opening_of, witness
from communique.reasoning.audit.reading.inquiry import Inquiry

NO_BASE = "no base: no precedents at hand to say how usual it is"
SELDOM, OFTEN = 0.1, 0.5
"""Up to which upper end a rate bears "unusual" out, and from which lower end it contradicts it (0 to 1)."""


def feature_of(inquiry: Inquiry) -> tuple[str, bool] | None:
    """Give the feature of a text that a claim calls odd, and whether it is its presence; None where none is known."""
    absent = inquiry.has(Cue.EXPECTED, Cue.NO_PLACE)
    if inquiry.has(Cue.THANKS):
        return ("thanks.for_invitation" if inquiry.has(Cue.INVITED) else "thanks.stated"), not absent
    if inquiry.has(Cue.NO_PLACE):
        return "venue.city_named", False
    visit = next((stated for cue, stated in CLASSES.items() if inquiry.has(cue)), None)
    if isinstance(visit, VisitClass):
        return f"visit_class.{visit.value}", not absent
    if inquiry.has(Cue.INVITED, Cue.IDEA, Cue.ASKED, Cue.CALLED):
        return "initiative.stated", not absent
    if inquiry.has(Cue.DOCUMENTS) and inquiry.has(Cue.SIGNING):
        return "instruments.many", not absent
    return None


def check_usual(inquiry: Inquiry, precedent: Precedent) -> Decision:
    """
    Check a claim that something is unusual against the issuer's earlier records.

    A rate that is surely low bears it out, one that is surely high contradicts it; between them the figure stands for
    itself. Without precedents there is no base, and nothing is said.
    """
    asked = feature_of(inquiry)
    rated = _rated(inquiry, asked, precedent) if asked is not None else None
    if rated is None:
        statement = "How usual it is the sources do not tell."
        return Decision(status=ClaimStatus.NOT_FOUND, statement=statement, base=NO_BASE)
    account, rate = rated
    told = f"{rate} ({rate.reference})"
    if rate.high <= SELDOM:
        status, words, bearing = ClaimStatus.CONFIRMED, "Seldom seen", Bearing.FOR
    elif rate.low >= OFTEN:
        status, words, bearing = ClaimStatus.CONTRADICTED, "Usual there", Bearing.AGAINST
    else:
        status, words, bearing = ClaimStatus.PARTLY, "Neither rare nor the rule", Bearing.BESIDE
    seen = (witness(account, opening_of(account), bearing),)
    return Decision(status=status, statement=f"{words}: {told}.", witnesses=seen, rate=rate)


def _rated(inquiry: Inquiry, asked: tuple[str, bool], precedent: Precedent) -> tuple[Account, Rate] | None:
    """Give the first record of a contact for which there is a rate."""
    feature, present = asked
    for contact in inquiry.record.contacts:
        if contact.account not in inquiry.record.accounts or contact.announced:
            continue
        rate = precedent.rate(feature, contact.account, present=present)
        if rate is not None:
            return contact.account, rate
    return None
