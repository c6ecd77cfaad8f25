"""What came before what, and how long."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import ClaimStatus
from communique.reasoning.audit.checks.orders import check_order
from unit.reasoning.audit.voyage import inquiry_on

CLAIMS = (
    ("The call took place before the talks.", ClaimStatus.CONFIRMED),
    ("The call came after the talks.", ClaimStatus.CONTRADICTED),
    ("The press statement followed the talks.", ClaimStatus.CONFIRMED),
    ("Adela Korin met with Ilmar Vesk after the invitation.", ClaimStatus.CONFIRMED),
    ("Adela Korin met with Ilmar Vesk before the announcement.", ClaimStatus.CONTRADICTED),
    ("The visit was announced two days before the talks.", ClaimStatus.CONFIRMED),
    ("The visit was announced five days before the talks.", ClaimStatus.CONTRADICTED),
    ("The visit was announced a week before the talks.", ClaimStatus.CONTRADICTED),
    ("The invitation came eleven weeks before the talks.", ClaimStatus.CONFIRMED),
    ("The press statement came on the same day as the talks.", ClaimStatus.CONFIRMED),
    ("The announcement was made the day before the talks.", ClaimStatus.CONTRADICTED),
)


@pytest.mark.parametrize(("claim", "status"), CLAIMS)
def test_the_days_of_the_sources_decide_an_order(claim: str, status: ClaimStatus) -> None:
    """Order and distance are told by the days of records, notices, invitations and press statements."""
    decision = check_order(inquiry_on(claim))
    assert decision is not None
    assert decision.status is status
    assert len(decision.witnesses) == 2


OPEN = (
    "The call took place before the funeral.",
    "The visit was announced several days before the talks.",
    "The harbour froze over before the talks.",
)


@pytest.mark.parametrize("claim", OPEN)
def test_without_two_days_and_an_order_nothing_is_said(claim: str) -> None:
    """An occasion without a day, or a distance that names no number, is left to other checks or to the order alone."""
    decision = check_order(inquiry_on(claim, "xa:talks", "xv:talks", "xa:press", "xv:lecture"))
    assert decision is None


@settings(max_examples=15, deadline=None)
@given(st.integers(min_value=1, max_value=60))
def test_only_the_right_number_of_days_is_borne_out(days: int) -> None:
    """The notice came two days before the talks, and no other number of days."""
    decision = check_order(inquiry_on(f"The visit was announced {days} days before the talks."))
    assert decision is not None
    assert (decision.status is ClaimStatus.CONFIRMED) == (days == 2)
