"""What is said of a contact that is taken for granted, of another body's meeting, or of somebody by office alone."""

from __future__ import annotations

import pytest

from communique.model import ClaimKind, ClaimStatus
from communique.reasoning.audit.checks.slots import other_slot
from unit.reasoning.audit.voyage import ruling_on

NEVER_CONFIRMED = (
    "Ilmar Vesk met with Adela Korin. The trip was imposed on her.",
    "Ilmar Vesk met with Adela Korin. The joint commission will meet in Tarsk in July.",
    "Ilmar Vesk met with Adela Korin. The dredgers arrived only after a week.",
    "Ilmar Vesk met with Adela Korin. Her minister of defence was at the table.",
    "Ilmar Vesk met with Adela Korin. They met no fewer than five times that year.",
    "Ilmar Vesk met with Adela Korin. She came to Tarsk two days after the fire.",
    "Ilmar Vesk met with Adela Korin. The talks were held at once, from which it follows that they met in a hurry.",
)
UNTESTABLE = (
    ("Without the storms there would have been no visit.", ClaimKind.VERDICT),
    ("The whole visit was a gift to her voters.", ClaimKind.VERDICT),
    ("Adela Korin was visibly touched.", ClaimKind.MOOD),
    ("Ilmar Vesk looked past her at the wall.", ClaimKind.BODY),
    ("The warm words are there to soften the bill.", ClaimKind.MOTIVE),
)
SLOTS = (
    ("Velmark is the largest partner of Arvenia.", "Velmark is the third largest partner of Arvenia.", "another rank"),
    ("Velmark takes first place in our trade.", "Velmark ranks second in our trade.", "another rank"),
    ("Velmark is the largest partner of Arvenia.", "Velmark is one of the leading partners of Arvenia.", ""),
    ("The commission meets in May.", "The commission will meet in April.", "another time"),
    ("The railway is behind schedule.", "The railway is being built on schedule.", "the opposite"),
    ("It is the third session.", "The commission will hold its first session.", "another number in a row"),
    ("They may meet.", "They met in June.", ""),
    ("Trade fell.", "Trade grew after it had fallen.", ""),
)


@pytest.mark.parametrize("claim", NEVER_CONFIRMED)
def test_that_there_was_a_contact_bears_out_nothing_else(claim: str) -> None:
    """The record of the talks does not bear out what is said of them, of other bodies or of somebody unnamed."""
    assert ruling_on(claim).status is not ClaimStatus.CONFIRMED


@pytest.mark.parametrize(("claim", "kind"), UNTESTABLE)
def test_what_would_have_been_and_what_was_felt_no_text_can_show(claim: str, kind: ClaimKind) -> None:
    """Conditions contrary to fact, figures of speech, feelings, looks and aims are untestable."""
    ruling = ruling_on(claim)
    assert (ruling.claim.kind, ruling.status) == (kind, ClaimStatus.UNTESTABLE)


@pytest.mark.parametrize(("claim", "passage", "told"), SLOTS)
def test_two_that_fill_one_place_apart_are_told(claim: str, passage: str, told: str) -> None:
    """Rank, time and direction can be filled in one way only."""
    assert other_slot(claim, passage, "en") == told
