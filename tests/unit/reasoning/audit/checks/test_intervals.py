"""How long two had not met, what somebody was called, whose request it was, and an essay's headline without a mark."""

from __future__ import annotations

import pytest

from communique.model import ClaimStatus
from unit.reasoning.audit.voyage import ruling_on

NAMED = (
    ("Vesk spoke of “some maritime groups”.", ClaimStatus.CONFIRMED),
    ("Korin spoke of “some maritime groups”.", ClaimStatus.CONTRADICTED),
    ("Vesk spoke of “some foreign navies”.", ClaimStatus.NOT_FOUND),
)
OWNERS = (
    ("The call came at Sund's request.", ClaimStatus.CONFIRMED),
    ("The call came at Tarsk's request.", ClaimStatus.CONTRADICTED),
    ("Adela Korin had been invited in Merano Bay.", ClaimStatus.CONFIRMED),
    ("Ilmar Vesk talked on the phone with Adela Korin in August.", ClaimStatus.CONTRADICTED),
)


@pytest.mark.parametrize(("claim", "status"), NAMED)
def test_a_short_phrase_is_looked_up_with_whoever_is_said_to_have_used_it(claim: str, status: ClaimStatus) -> None:
    """The exact words of a word or two count where somebody is said to have named something so."""
    assert ruling_on(claim).status is status


@pytest.mark.parametrize(("claim", "status"), OWNERS)
def test_whose_request_and_which_month(claim: str, status: ClaimStatus) -> None:
    """A genitive names whose request it was, a passive who was invited, a month when."""
    assert ruling_on(claim).status is status
