"""Whether a source says what an essay says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.collation.vectors import Matrix
from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.checks.telling import check_speech, check_telling
from communique.reasoning.audit.reading.framing import matter_of
from unit.reasoning.audit.voyage import audit_of, inquiry_on

FERRY = "The ferry between Sund and Tarsk will carry passengers again from the first of August."
CLAIMS = (
    (FERRY, ClaimStatus.CONFIRMED, "says so"),
    (FERRY.replace("will carry", "will not carry"), ClaimStatus.CONTRADICTED, "has it otherwise"),
    (
        "The ferry between Sund and Tarsk lost its anchor, its cook and its bell in a passenger strike.",
        ClaimStatus.PARTLY,
        "other words",
    ),
    ("The lighthouse keeper of Merano lost his spectacles in the snow.", ClaimStatus.NOT_FOUND, "No source"),
)


@pytest.mark.parametrize(("claim", "status", "told"), CLAIMS)
def test_a_claim_is_set_beside_the_nearest_sentence(claim: str, status: ClaimStatus, told: str) -> None:
    """The same is confirmed, its denial contradicted, a part of it partly, and anything else not found."""
    decision = check_telling(inquiry_on(claim))
    assert decision.status is status
    assert told in decision.statement


def test_the_same_of_somebody_else_is_contradicted() -> None:
    """Where the source says it of another person, the other person is named."""
    decision = check_telling(inquiry_on("Ilmar Vesk had a telephone conversation with Rosa Ilyan about the harvest."))
    assert decision.status is not ClaimStatus.CONFIRMED


SPEECHES = (
    ("Adela Korin said that the ferry will carry passengers again from the first of August.", ClaimStatus.CONFIRMED),
    ("Davor Selim said that the ferry will carry passengers again.", ClaimStatus.CONTRADICTED),
    ("Bruno Halvard said that the ferry will carry passengers again.", ClaimStatus.NOT_FOUND),
)


@pytest.mark.parametrize(("claim", "status"), SPEECHES)
def test_only_somebody_s_own_words_bear_out_that_he_said_so(claim: str, status: ClaimStatus) -> None:
    """Words of another contradict; of somebody who speaks nowhere in the sources nothing is found."""
    decision = check_speech(inquiry_on(claim))
    assert decision is not None
    assert decision.status is status


def test_who_said_it_is_named_where_somebody_else_is_claimed() -> None:
    """The statement tells whose words they are, and the words stand against the claim."""
    decision = check_speech(inquiry_on("Davor Selim said that the ferry will carry passengers again."))
    assert decision is not None
    assert "has Adela Korin say so, not Davor Selim" in decision.statement
    assert {one.bearing for one in decision.witnesses} == {Bearing.AGAINST}


def test_words_that_only_frame_a_claim_are_no_part_of_its_matter() -> None:
    """Words like "it seems that" are left out of what is looked up."""
    assert matter_of(inquiry_on("It seems that the harbour was closed.")) == "the harbour was closed."


class AllAlike:
    """Vectors that find every two sentences alike."""

    name = "all alike"

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give one direction for all."""
        return np.ones((len(texts), 1), dtype=np.float32)


def test_sense_alone_bears_nothing_out_whole() -> None:
    """However alike two sentences seem to a model, without the telling words of the claim it is partly told at most."""
    claim = "The ferry between Sund and Tarsk lost its anchor, its cook and its bell in a passenger strike."
    (ruling,) = audit_of(claim, vectors=AllAlike()).rulings
    assert ruling.status is ClaimStatus.PARTLY


WORDS = st.sampled_from("lighthouse spectacles snowfall orchestra beekeeper marmalade telescope umbrella".split())


@settings(max_examples=20, deadline=None)
@given(st.lists(WORDS, min_size=4, max_size=8, unique=True))
def test_what_no_source_holds_is_not_found(words: list[str]) -> None:
    """Of words that stand in no source nothing is confirmed, and nothing denied."""
    decision = check_telling(inquiry_on(f"The {' '.join(words)} opened in the morning."))
    assert decision.status is ClaimStatus.NOT_FOUND
