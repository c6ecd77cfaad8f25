"""Whether one thing came of another: the order can be checked, the link only refuted."""

from __future__ import annotations

from communique.dossiers.lookback import LookBack, find_look_back
from communique.model import Bearing, ClaimStatus, Kind
from communique.reasoning.audit.decisions import Decision, dated, opening_of, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import RecordedContact

_COMING = frozenset({Kind.VISIT, Kind.MEETING})
TWO = 2


def check_sequence(inquiry: Inquiry) -> Decision:
    """
    Check a claim that a meeting or visit came of something earlier.

    Where a source of the earlier day or before already speaks of the later contact, it cannot have come of what
    happened then: the premise is contradicted. Else the order stands and the link is not known.
    """
    if _is_elsewhere(inquiry):
        return Decision(status=ClaimStatus.NOT_FOUND, statement="No report found of what it is said to have come of.")
    recorded = [c for c in _recorded(inquiry) if c.day is not None]
    later = next((contact for contact in reversed(recorded) if contact.kind in _COMING), None)
    if later is None or later.day is None:
        return Decision(status=ClaimStatus.UNTESTABLE, statement="Order and link: no source at hand tells of either.")
    before = [contact for contact in recorded if contact.day and contact.day < later.day]
    look_back = find_look_back(later.account, inquiry.record.accounts)
    if before and before[-1].day and look_back.arranged_by(before[-1].day):
        return _arranged(later, before[-1], look_back)
    seen = tuple(witness(contact.account, opening_of(contact.account), Bearing.BESIDE) for contact in (*before, later))
    return Decision(
        status=ClaimStatus.UNTESTABLE,
        statement="The order of the contacts stands; that the one came of the other no source tells: link not known.",
        witnesses=seen,
    )


def _is_elsewhere(inquiry: Inquiry) -> bool:
    """Tell whether a claim names somebody whom no contact of the sources is with."""
    met = frozenset(key for contact in inquiry.record.contacts for key in contact.keys)
    named = [who.key for who in inquiry.people if not who.implied]
    return bool(named) and not set(named) & met


def _recorded(inquiry: Inquiry) -> list[RecordedContact]:
    """Give the contacts between the persons that are meant, in order of day; all of the episode where none are."""
    record = inquiry.record
    own = [contact for contact in record.contacts if contact.account in record.accounts and not contact.announced]
    asked = frozenset(who.key for who in inquiry.people)
    met = [contact for contact in own if len(asked & contact.keys) >= min(TWO, max(1, len(asked)))]
    return sorted(met or own, key=lambda contact: contact.day.isoformat() if contact.day else "")


def _arranged(later: RecordedContact, earlier: RecordedContact, look_back: LookBack) -> Decision:
    trace = look_back.arranged_by(earlier.day) if earlier.day else None
    if trace is None:
        return Decision(status=ClaimStatus.UNTESTABLE, statement="The link is not known.")
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=(
            f"Contradicted in its premise: by {dated(trace.account)} the later {later.kind.value} "
            "was spoken of as arranged."
        ),
        witnesses=(
            witness(trace.account, trace.span, Bearing.AGAINST, f"{trace.days} days before the {later.kind.value}"),
            witness(later.account, opening_of(later.account), Bearing.BESIDE),
        ),
    )
