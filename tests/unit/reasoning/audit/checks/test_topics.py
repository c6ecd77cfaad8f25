"""What is said to have been talked of, who brought it up, and what a text is said not to tell."""

from __future__ import annotations

import pytest

from communique.model import ClaimStatus
from unit.reasoning.audit.voyage import ruling_on

TOPICS = (
    (
        "On the phone Ilmar Vesk and Adela Korin discussed the working visit and the price of timber.",
        ClaimStatus.CONFIRMED,
    ),
    ("On the phone Ilmar Vesk and Adela Korin discussed the price of timber and the lighthouses.", ClaimStatus.PARTLY),
    ("On the phone Ilmar Vesk and Adela Korin discussed the lighthouses.", ClaimStatus.NOT_FOUND),
)
QUESTIONS = (
    ("No text tells us where the two met.", ClaimStatus.CONTRADICTED),
    ("Nothing in the papers tells us who invited her.", ClaimStatus.CONTRADICTED),
    ("The Velmarkian text does not say in which palace they met.", ClaimStatus.CONFIRMED),
    ("The Arvenian record does not say in which palace they met.", ClaimStatus.CONTRADICTED),
    ("The guest's office does not waste one word on the dockers.", ClaimStatus.CONFIRMED),
    ("The host's office kept silent about the dockers.", ClaimStatus.CONTRADICTED),
    ("Nobody explained how long they had talked.", ClaimStatus.NOT_FOUND),
)
RAISED = (
    ("It was Adela Korin who brought up the ferry between Sund and Tarsk.", ClaimStatus.CONFIRMED),
    ("It was Ilmar Vesk who brought up the ferry between Sund and Tarsk.", ClaimStatus.CONTRADICTED),
)


@pytest.mark.parametrize(("claim", "status"), TOPICS)
def test_each_item_of_a_list_is_looked_for_in_the_record_of_that_contact(claim: str, status: ClaimStatus) -> None:
    """All there bear it out, some in part; what another record has does not count."""
    assert ruling_on(claim).status is status


@pytest.mark.parametrize(("claim", "status"), QUESTIONS)
def test_a_question_that_no_text_is_said_to_answer_is_put_to_the_texts(claim: str, status: ClaimStatus) -> None:
    """A place or an inviter named anywhere contradicts; a text at hand that names no hall bears it out."""
    assert ruling_on(claim).status is status


@pytest.mark.parametrize(("claim", "status"), RAISED)
def test_who_brought_a_matter_up_is_told_by_the_first_words_on_it(claim: str, status: ClaimStatus) -> None:
    """The earliest sentence of a transcript that is on the matter decides."""
    assert ruling_on(claim).status is status
