"""Thanks, congratulations and praise that an essay reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import ClaimStatus
from communique.reasoning.audit.checks.courtesies import check_courtesy
from unit.reasoning.audit.voyage import inquiry_on

CLAIMS = (
    ("Adela Korin thanked Ilmar Vesk for the invitation.", ClaimStatus.CONFIRMED, ("xa:talks", "xv:talks")),
    ("Ilmar Vesk thanked Adela Korin for the invitation.", ClaimStatus.CONTRADICTED, ("xa:talks",)),
    ("Adela Korin thanked Ilmar Vesk for the loan of a tugboat.", ClaimStatus.NOT_FOUND, ("xa:talks", "xv:talks")),
    ("Adela Korin congratulated Ilmar Vesk on the opening of the new pier.", ClaimStatus.CONFIRMED, ("xv:talks",)),
    ("Ilmar Vesk congratulated Adela Korin.", ClaimStatus.CONTRADICTED, ("xv:talks",)),
)


@pytest.mark.parametrize(("claim", "status", "sources"), CLAIMS)
def test_a_courtesy_has_a_giver_a_receiver_and_a_reason(
    claim: str, status: ClaimStatus, sources: tuple[str, ...]
) -> None:
    """The same courtesy is found in both sides' records; the other way round it is contradicted, for else not found."""
    decision = check_courtesy(inquiry_on(claim))
    assert decision is not None
    assert decision.status is status
    assert tuple(one.release.identifier for one in decision.witnesses) == sources


OTHERS = ("Davor Selim thanked Ilmar Vesk.", "Ilmar Vesk met Adela Korin.")


@pytest.mark.parametrize("claim", OTHERS)
def test_a_courtesy_that_no_source_has_is_left_to_other_checks(claim: str) -> None:
    """No source is made to say what it does not."""
    assert check_courtesy(inquiry_on(claim)) is None


def test_a_courtesy_that_somebody_at_hand_did_not_pay_is_not_found() -> None:
    """Where the words of the giver are at hand and have no apology, none was found."""
    decision = check_courtesy(inquiry_on("Adela Korin apologised to Ilmar Vesk."))
    assert decision is not None
    assert decision.status is ClaimStatus.NOT_FOUND


@given(st.sampled_from(["tugboat", "timber", "lighthouse", "weather", "harvest"]))
def test_another_reason_is_never_confirmed(reason: str) -> None:
    """Thanks for something that the sources do not name are not found, with those there are beside."""
    decision = check_courtesy(inquiry_on(f"Adela Korin thanked Ilmar Vesk for the {reason}."))
    assert decision is not None
    assert decision.status is ClaimStatus.NOT_FOUND
    assert decision.witnesses
