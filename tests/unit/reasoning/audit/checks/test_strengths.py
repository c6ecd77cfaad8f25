"""Support or knowledge said to be withheld."""

from __future__ import annotations

import pytest

from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.checks.strengths import check_wordings
from unit.reasoning.audit.voyage import inquiry_on, ruling_on

CLAIMS = (
    ("Ilmar Vesk did not say who carried out the attack.", "destructive external forces"),
    ("Ilmar Vesk avoided saying who did it in May.", "destructive external forces"),
    ("Ilmar Vesk did not say that he had been warned in advance.", "warned of the attack in advance"),
)


@pytest.mark.parametrize(("claim", "words"), CLAIMS)
def test_a_firm_wording_of_the_same_day_contradicts(claim: str, words: str) -> None:
    """What the opening remarks leave open may be said firmly before the press on the same day."""
    decision = check_wordings(inquiry_on(claim))
    assert decision is not None
    assert decision.status is ClaimStatus.CONTRADICTED
    assert words in decision.witnesses[0].words
    assert decision.witnesses[0].release.identifier == "xa:press"


def test_the_weakest_wording_stands_beside_the_strongest() -> None:
    """Strongest and weakest wording of a day are both shown where there are enough of them."""
    decision = check_wordings(inquiry_on("Ilmar Vesk did not say who carried out the attack."))
    assert decision is not None
    assert {one.note.split(",")[0] for one in decision.witnesses} <= {"strongest wording", "weakest wording"}


def test_without_a_firm_wording_other_checks_decide() -> None:
    """Where no source of the day is firm, or no such question is asked, nothing is said."""
    assert check_wordings(inquiry_on("Ilmar Vesk did not say who carried out the attack.", "xa:press")) is None
    assert check_wordings(inquiry_on("Ilmar Vesk did not mention the ferry.")) is None


def test_a_motive_wrapped_round_the_question_shows_the_wordings_beside() -> None:
    """A claim that no text can decide still shows what was said on who did it."""
    ruling = ruling_on("Vesk secretly hoped that nobody would ask who was behind the attack.")
    assert ruling.status is ClaimStatus.UNTESTABLE
    assert Bearing.FOR not in {one.bearing for one in ruling.witnesses}
