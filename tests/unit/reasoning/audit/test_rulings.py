"""Which check a claim is put to, and what is ruled where no text can decide."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Bearing, ClaimKind, ClaimStatus
from unit.reasoning.audit.voyage import audit_of, ruling_on
from unit.word_vectors import WordVectors

KINDS = (
    ("Adela Korin came in order to save her coalition.", ClaimKind.MOTIVE, ClaimStatus.UNTESTABLE),
    ("Adela Korin left Tarsk in low spirits.", ClaimKind.MOOD, ClaimStatus.UNTESTABLE),
    ("Adela Korin kept her hands folded in her lap.", ClaimKind.BODY, ClaimStatus.UNTESTABLE),
    ("The voyage was a defeat for Velmark.", ClaimKind.VERDICT, ClaimStatus.UNTESTABLE),
    ("Adela Korin flew to Tarsk on 17 June.", ClaimKind.DATE, ClaimStatus.CONFIRMED),
    ("Ilmar Vesk invited Adela Korin.", ClaimKind.INITIATIVE, ClaimStatus.CONFIRMED),
    ("Lena Aster attended the talks.", ClaimKind.ROSTER, ClaimStatus.CONFIRMED),
    ("It was her first foreign visit.", ClaimKind.ORDER, ClaimStatus.NOT_FOUND),
    ("As a rule ministers wait outside.", ClaimKind.NORM, ClaimStatus.NOT_FOUND),
    ("The ministers signed three memorandums.", ClaimKind.DOCUMENTS, ClaimStatus.NOT_FOUND),
)


@pytest.mark.parametrize(("claim", "kind", "status"), KINDS)
def test_each_kind_of_claim_has_its_check(claim: str, kind: ClaimKind, status: ClaimStatus) -> None:
    """What no text can decide is untestable; the rest is put to the check of its kind."""
    ruling = ruling_on(claim)
    assert (ruling.claim.kind, ruling.status) == (kind, status)


def test_that_somebody_was_summoned_is_set_beside_the_invitation() -> None:
    """A claim that no text can decide still shows what the sources say on whose idea it was."""
    ruling = ruling_on("Ilmar Vesk summoned Adela Korin to Tarsk.")
    assert ruling.status is ClaimStatus.UNTESTABLE
    assert {one.bearing for one in ruling.witnesses} == {Bearing.BESIDE}
    assert any("invited Adela Korin" in one.words for one in ruling.witnesses)


def test_a_fact_wrapped_in_a_motive_is_borne_out_in_part_at_most() -> None:
    """What was done can be confirmed, to what end cannot."""
    ruling = ruling_on("Adela Korin met with Ilmar Vesk on 17 June, hoping to please her voters.")
    assert ruling.status in {ClaimStatus.PARTLY, ClaimStatus.UNTESTABLE}


QUOTED = "“The ferry between Sund and Tarsk will carry passengers again”"


def test_words_of_another_day_are_borne_out_in_part() -> None:
    """Where the words stand in the record of another day than the essay tells of, that day is named."""
    right = ruling_on(f"On 17 June Adela Korin said: {QUOTED}.")
    wrong = ruling_on(f"On 12 June Adela Korin said: {QUOTED}.")
    assert right.status is ClaimStatus.CONFIRMED
    assert wrong.status is ClaimStatus.PARTLY
    assert "17 Jun 2021, not of the day that the essay speaks of" in wrong.statement


def test_words_given_to_the_wrong_speaker_are_contradicted() -> None:
    """A quotation is looked up with its speaker."""
    assert ruling_on(f"On 17 June Ilmar Vesk said: {QUOTED}.").status is ClaimStatus.CONTRADICTED


def test_a_misspelt_name_is_told() -> None:
    """The statement says how a slip was read; a name that is spelt well is passed over in silence."""
    assert "“Adella Korin” is read as Adela Korin." in ruling_on("Adella Korin met with Ilmar Vesk.").statement
    assert "read as" not in ruling_on("President Vesk met with Adela Korin.").statement


PARTS = (
    "Adela Korin",
    "Ilmar Vesk",
    "met with",
    "flew to Tarsk",
    "in order to",
    "secretly hoped",
    "was relieved",
    "frowned",
    "kept her hands folded",
    "because",
    "and",
    "on 17 June",
    "invited",
    "thanked",
    "said that",
    "the ferry",
    "signed",
    "three documents",
    "for the first time",
    "to please the voters",
    "looked pale",
    ",",
    ".",
    "did not",
    "with relief",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=3, max_size=16).map(" ".join))
def test_no_motive_mood_or_body_is_ever_confirmed(essay: str) -> None:
    """However an essay is worded, nothing that no text can show comes out as confirmed, partly or contradicted."""
    for ruling in audit_of(f"{essay}.").rulings:
        if ruling.claim.kind in {ClaimKind.MOTIVE, ClaimKind.MOOD, ClaimKind.BODY}:
            assert ruling.status is ClaimStatus.UNTESTABLE
        if ruling.status in {ClaimStatus.CONFIRMED, ClaimStatus.PARTLY, ClaimStatus.CONTRADICTED}:
            assert ruling.witnesses


def test_claims_are_numbered_in_order_and_vectors_are_named() -> None:
    """The audit lists claims as the essay has them, and which models were used."""
    audit = audit_of("Adela Korin met with Ilmar Vesk. She thanked him for the invitation.", vectors=WordVectors())
    assert [ruling.claim.number for ruling in audit.rulings] == [1, 2]
    assert WordVectors().name in audit.models
    assert len(audit.sources) == 8
