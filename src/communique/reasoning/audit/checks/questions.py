"""A text that is said not to tell where, who or why: the answer is looked for in the sources themselves."""

from __future__ import annotations

from communique.languages.commentary import Construction, pattern_of
from communique.model import Account, Bearing, ClaimStatus, Kind, Witness
from communique.reasoning.audit.checks.expectations import check_ignorance
from communique.reasoning.audit.checks.initiatives import find_told
from communique.reasoning.audit.decisions import Decision, dated, opening_of, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.reading.texts import find_texts_meant

_UNANSWERED = "Whether any source tells it was not found."


def check_question(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim that the texts do not tell where, whose idea or why; None where it asks nothing of the kind.

    An answer in any text that is meant contradicts it; a text that is itself at hand and names no place bears it out.
    """
    asked = pattern_of(Construction.UNTOLD, inquiry.language).search(inquiry.words)
    if asked is None:
        return None
    if asked["where"]:
        return _where(inquiry)
    if asked["who"]:
        return _who(inquiry)
    return check_ignorance(inquiry) if asked["why"] else Decision(status=ClaimStatus.NOT_FOUND, statement=_UNANSWERED)


def _where(inquiry: Inquiry) -> Decision:
    """Look for the place of the contact in person in the texts meant: its hall or house, else its city."""
    named = find_texts_meant(inquiry)
    of_talks = [c.account for c in inquiry.record.contacts if c.kind in {Kind.MEETING, Kind.VISIT} and not c.announced]
    texts = [account for account in of_talks if account in (named or inquiry.record.accounts)]
    only_hall = pattern_of(Construction.HALL, inquiry.language).search(inquiry.words) is not None
    seen = tuple(one for account in texts for one in _places(account, only_hall=only_hall))
    if seen:
        return Decision(status=ClaimStatus.CONTRADICTED, statement="A place is named there.", witnesses=seen[:3])
    if not texts:
        return Decision(status=ClaimStatus.NOT_FOUND, statement=_UNANSWERED)
    whole = tuple(witness(account, opening_of(account), Bearing.FOR, "searched whole") for account in texts[:2])
    return Decision(status=ClaimStatus.CONFIRMED, statement="No such place is named there.", witnesses=whole)


def _places(account: Account, *, only_hall: bool) -> tuple[Witness, ...]:
    place = account.event.place
    stated = [place.venue] if only_hall else [place.venue, place.city]
    return tuple(witness(account, one.span, Bearing.AGAINST, "the place named") for one in stated if one is not None)


def _who(inquiry: Inquiry) -> Decision:
    """Look for whoever is said to have called, invited or asked."""
    told = [one for one in find_told(inquiry.record) if one.key or one.side]
    if not told:
        return Decision(status=ClaimStatus.NOT_FOUND, statement=_UNANSWERED)
    seen = tuple(witness(one.account, one.span, Bearing.AGAINST) for one in told[:3])
    statement = f"{dated(told[0].account)} names {told[0].label}."
    return Decision(status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=seen)
