"""Whether one thing came of another."""

from __future__ import annotations

import pytest

from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.checks.sequences import check_sequence
from unit.reasoning.audit.voyage import inquiry_on

EARLY = ("xa:invitation", "xa:announcement")
CALL = "The telephone call of 12 June led to the visit of Adela Korin to Ilmar Vesk."
CLAIMS = (
    (CALL, (), ClaimStatus.CONTRADICTED, "spoken of as arranged"),
    (CALL, EARLY, ClaimStatus.CONTRADICTED, "spoken of as arranged"),
    (CALL, (*EARLY, "xa:call"), ClaimStatus.UNTESTABLE, "link not known"),
    ("The call of Bruno Halvard led to the visit.", (), ClaimStatus.NOT_FOUND, "No report found"),
    (CALL, ("xa:talks", "xv:talks", *EARLY), ClaimStatus.UNTESTABLE, ""),
)


@pytest.mark.parametrize(("claim", "left_out", "status", "told"), CLAIMS)
def test_a_link_can_be_refuted_and_never_borne_out(
    claim: str, left_out: tuple[str, ...], status: ClaimStatus, told: str
) -> None:
    """What was arranged before cannot have come of what came after; else the order stands and the link is not known."""
    decision = check_sequence(inquiry_on(claim, *left_out))
    assert decision.status is status
    assert told in decision.statement


def test_the_words_that_show_it_arranged_are_given() -> None:
    """The earlier words stand against the premise, the later contact beside."""
    decision = check_sequence(inquiry_on(CALL))
    assert [one.bearing for one in decision.witnesses] == [Bearing.AGAINST, Bearing.BESIDE]
    assert "days before" in decision.witnesses[0].note
