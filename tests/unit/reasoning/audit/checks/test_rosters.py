"""Who is said to have been there, or not."""

from __future__ import annotations

import pytest

from communique.model import ClaimStatus
from communique.reasoning.audit.checks.rosters import check_roster
from unit.reasoning.audit.voyage import inquiry_on

CLAIMS = (
    ("Lena Aster attended the talks.", ClaimStatus.CONFIRMED, "Reported: Lena Aster."),
    ("Olaf Brandt attended the talks.", ClaimStatus.NOT_FOUND, "No report found of Olaf Brandt."),
    ("Lena Aster and Olaf Brandt attended the talks.", ClaimStatus.PARTLY, "No report found of Olaf Brandt."),
    ("Adela Korin did not meet Rosa Ilyan.", ClaimStatus.CONTRADICTED, "reports Rosa Ilyan there"),
    ("Adela Korin did not meet Olaf Brandt.", ClaimStatus.NOT_FOUND, "No report found of Olaf Brandt."),
    ("At the airport Adela Korin was greeted by the mayor.", ClaimStatus.CONFIRMED, "Reported: Adela Korin."),
    ("Rosa Ilyan greeted Adela Korin at the airport.", ClaimStatus.NOT_FOUND, "No report found of Rosa Ilyan."),
)


@pytest.mark.parametrize(("claim", "status", "told"), CLAIMS)
def test_a_report_shows_presence_and_silence_shows_nothing(claim: str, status: ClaimStatus, told: str) -> None:
    """Who is reported was there; of others it is only said that no report was found, never that they were not."""
    decision = check_roster(inquiry_on(claim))
    assert decision is not None
    assert decision.status is status
    assert told in decision.statement


def test_an_absence_is_never_confirmed() -> None:
    """However many sources are silent, nobody's absence is borne out by that."""
    for name in ("Olaf Brandt", "Bruno Halvard", "Davor Selim"):
        decision = check_roster(inquiry_on(f"{name} stayed away from the talks."))
        assert decision is not None
        assert decision.status is not ClaimStatus.CONFIRMED


def test_a_claim_on_no_presence_is_left_to_others() -> None:
    """Where nobody is said to have been there or not the check has nothing to say."""
    assert check_roster(inquiry_on("Adela Korin spoke of the ferry.")) is None
