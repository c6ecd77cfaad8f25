"""Whether a contact took place as an essay says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.checks.happenings import check_happening
from unit.reasoning.audit.voyage import inquiry_on, ruling_on

CLAIMS = (
    ("Ilmar Vesk met with Adela Korin on 17 June 2021.", ClaimStatus.CONFIRMED, "records it"),
    ("Ilmar Vesk met with Adela Korin on 16 June 2021.", ClaimStatus.CONTRADICTED, "day"),
    ("On 17 June 2021 the leaders of Arvenia and Velmark met.", ClaimStatus.CONFIRMED, "records it"),
    ("The two leaders met in Tarsk on 17 June 2021.", ClaimStatus.CONFIRMED, "records it"),
    ("The leaders of Velmark and Ostrand talked by phone on 16 June.", ClaimStatus.NOT_FOUND, "No report found"),
    ("Ilmar Vesk talked with Davor Selim by phone on 16 June.", ClaimStatus.CONFIRMED, "records it"),
    ("Ilmar Vesk met with Davor Selim in Tarsk on 16 June.", ClaimStatus.NOT_FOUND, "No report found"),
    ("Adela Korin flew to Sund to meet Ilmar Vesk on 17 June.", ClaimStatus.CONTRADICTED, "place"),
    ("Adela Korin came to Tarsk on a working visit.", ClaimStatus.CONFIRMED, "records it"),
    ("Adela Korin came to Tarsk on a state visit.", ClaimStatus.PARTLY, "class of visit"),
    ("Adela Korin came to Tarsk on an unplanned visit.", ClaimStatus.PARTLY, "unplanned"),
    ("Ilmar Vesk met with Adela Korin alone.", ClaimStatus.PARTLY, "alone"),
    ("The talks of Ilmar Vesk with Adela Korin were announced on 15 June.", ClaimStatus.CONFIRMED, "announces it"),
    ("The talks of Ilmar Vesk with Adela Korin were announced on 11 June.", ClaimStatus.CONTRADICTED, "15 Jun"),
    ("Ilmar Vesk met with Adela Korin only on 17 June.", ClaimStatus.CONTRADICTED, "earlier meeting"),
    ("Ilmar Vesk met with Adela Korin in the middle of nowhere.", ClaimStatus.CONTRADICTED, "place"),
)


@pytest.mark.parametrize(("claim", "status", "told"), CLAIMS)
def test_a_contact_is_looked_up_by_day_place_and_label(claim: str, status: ClaimStatus, told: str) -> None:
    """Another day or place contradicts; a label that no source gives leaves the claim borne out in part."""
    decision = check_happening(inquiry_on(claim))
    assert decision is not None
    assert decision.status is status
    assert told in decision.statement


def test_the_source_s_own_day_is_shown_where_it_contradicts() -> None:
    """The words that decide are those of the source, against the claim."""
    ruling = ruling_on("Ilmar Vesk met with Adela Korin on 16 June 2021.")
    assert {one.bearing for one in ruling.witnesses} == {Bearing.AGAINST}
    assert "17 Jun 2021" in ruling.statement


def test_a_class_of_visit_may_stand_in_another_release() -> None:
    """Where only the notice calls it a working visit, the notice bears that out."""
    ruling = ruling_on("Adela Korin came to Tarsk on a working visit.", "xa:call", "xv:talks")
    assert ruling.status is ClaimStatus.CONFIRMED
    assert [one.release.identifier for one in ruling.witnesses][-1] == "xa:announcement"


def test_what_is_only_announced_is_said_to_be() -> None:
    """Without a record of the talks the notice is named as a notice."""
    decision = check_happening(
        inquiry_on("Ilmar Vesk met with Adela Korin on 17 June.", "xa:talks", "xv:talks", "xa:press")
    )
    assert decision is not None
    assert "announces it" in decision.statement


def test_a_claim_on_no_contact_is_left_to_others() -> None:
    """Where a claim speaks of no contact the check has nothing to say."""
    assert check_happening(inquiry_on("The harbour of Sund froze over for eleven long days.")) is None


@settings(max_examples=20, deadline=None)
@given(st.integers(min_value=1, max_value=30))
def test_no_other_day_is_borne_out(day: int) -> None:
    """Of all days of the month only that of the talks is confirmed."""
    ruling = ruling_on(f"Ilmar Vesk met with Adela Korin on {day} June 2021.")
    assert (ruling.status is ClaimStatus.CONFIRMED) == (day == 17)
