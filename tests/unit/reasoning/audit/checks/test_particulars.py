"""What a claim says of a contact besides that it took place: nothing of it is borne out by the contact alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import ClaimStatus
from unit.reasoning.audit.voyage import ruling_on

CLAIMS = (
    ("Ilmar Vesk refused to meet Adela Korin.", ClaimStatus.CONTRADICTED),
    ("Adela Korin cancelled her visit to Tarsk.", ClaimStatus.CONTRADICTED),
    ("Ilmar Vesk met with Adela Korin for three hours.", ClaimStatus.PARTLY),
    ("The talks of Ilmar Vesk with Adela Korin lasted two hours.", ClaimStatus.NOT_FOUND),
    ("It was the third meeting of Ilmar Vesk with Adela Korin.", ClaimStatus.PARTLY),
    ("Ilmar Vesk met with Adela Korin in a thick fog.", ClaimStatus.PARTLY),
    ("Adela Korin came to Tarsk on a working visit on 17 June.", ClaimStatus.CONFIRMED),
    ("Adela Korin flew to Sund.", ClaimStatus.NOT_FOUND),
)


@pytest.mark.parametrize(("claim", "status"), CLAIMS)
def test_what_else_is_said_of_a_contact_has_to_stand_there_too(claim: str, status: ClaimStatus) -> None:
    """A length, an ordinal, any word that no record has leaves the claim borne out in part; a refusal is refuted."""
    assert ruling_on(claim).status is status


STRANGE = ("zeppelin", "saxophone", "quicksand", "marmalade", "typhoon", "avalanche", "porcelain")


@settings(max_examples=7, deadline=None)
@given(st.sampled_from(STRANGE))
def test_no_strange_word_is_confirmed_along_with_a_meeting(word: str) -> None:
    """Whatever is added to a true claim and stands in no source keeps it from being confirmed."""
    assert ruling_on(f"Ilmar Vesk met with Adela Korin under a {word}.").status is ClaimStatus.PARTLY


TOGETHER = (
    ("Adela Korin refused to thank Ilmar Vesk for the invitation.", ClaimStatus.CONTRADICTED),
    ("Adela Korin did not thank Ilmar Vesk for the invitation.", ClaimStatus.CONTRADICTED),
    ("Adela Korin did not find a word of thanks for the invitation.", ClaimStatus.CONTRADICTED),
    ("It was Ilmar Vesk who had invited Adela Korin.", ClaimStatus.CONFIRMED),
    ("The visit was a bow, and a low one.", ClaimStatus.UNTESTABLE),
    ("Adela Korin was the first to speak.", ClaimStatus.CONTRADICTED),
    ("Ilmar Vesk was the first to speak.", ClaimStatus.CONFIRMED),
    ("Ilmar Vesk and Adela Korin did not discuss the ferry lines.", ClaimStatus.CONTRADICTED),
)


@pytest.mark.parametrize(("claim", "status"), TOGETHER)
def test_denials_and_turns_are_ruled_on_by_what_was_said(claim: str, status: ClaimStatus) -> None:
    """A courtesy that was paid refutes its denial, the first turn tells who spoke first, a metaphor is no event."""
    assert ruling_on(claim).status is status
