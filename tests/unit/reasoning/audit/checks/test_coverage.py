"""Whether one sentence says the whole of a claim, in the voice of whoever speaks in it."""

from __future__ import annotations

import pytest

from communique.model import ClaimStatus
from unit.reasoning.audit.voyage import ruling_on

CLAIMS = (
    ("Vesk said that the port had fallen victim to maritime groups.", ClaimStatus.CONFIRMED),
    ("Vesk said that Arvenia supports the fishermen of Velmark.", ClaimStatus.CONFIRMED),
    ("Vesk said that Arvenia does not support the fishermen of Velmark.", ClaimStatus.CONFIRMED),
    ("Vesk said that the port had fallen victim to a foreign navy.", ClaimStatus.CONFIRMED),
)


@pytest.mark.parametrize(("claim", "status"), CLAIMS[:2])
def test_what_has_every_telling_word_bears_a_claim_out(claim: str, status: ClaimStatus) -> None:
    """The order and the form of words do not matter, all of them do."""
    assert ruling_on(claim).status is status


@pytest.mark.parametrize(("claim", "status"), CLAIMS[2:])
def test_a_denial_or_a_further_word_is_not_borne_out(claim: str, status: ClaimStatus) -> None:
    """A sentence that affirms bears no denial out, nor what it has no word of."""
    assert ruling_on(claim).status is not status
