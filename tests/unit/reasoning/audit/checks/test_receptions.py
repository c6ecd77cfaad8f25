"""Who received whom."""

from __future__ import annotations

import pytest

from communique.model import ClaimStatus
from communique.reasoning.audit.checks.receptions import check_reception
from unit.reasoning.audit.voyage import inquiry_on

CLAIMS = (
    ("Adela Korin received Ilmar Vesk in Tarsk.", ClaimStatus.CONTRADICTED),
    ("It was not Ilmar Vesk who received Adela Korin.", ClaimStatus.CONTRADICTED),
)


@pytest.mark.parametrize(("claim", "status"), CLAIMS)
def test_a_host_who_welcomes_his_guest_has_received_him(claim: str, status: ClaimStatus) -> None:
    """Words of welcome contradict the denial of a reception, and one by the guest."""
    decision = check_reception(inquiry_on(claim))
    assert decision is not None
    assert decision.status is status
    assert any("welcome" in one.words for one in decision.witnesses)


OTHERS = (
    "Ilmar Vesk received Adela Korin in Tarsk.",
    "Ilmar Vesk welcomed Adela Korin in Tarsk.",
    "Ilmar Vesk met with Adela Korin in Tarsk.",
    "Ilmar Vesk received a telephone call from Davor Selim.",
)


@pytest.mark.parametrize("claim", OTHERS)
def test_what_no_source_tells_is_left_to_other_checks(claim: str) -> None:
    """That they met is for another check; another act and a call that was received are no receptions."""
    assert check_reception(inquiry_on(claim)) is None


def test_without_the_words_of_welcome_nothing_is_said() -> None:
    """Where the record that holds the welcome is not at hand, none is found."""
    assert check_reception(inquiry_on("It was not Ilmar Vesk who received Adela Korin.", "xa:talks")) is None
