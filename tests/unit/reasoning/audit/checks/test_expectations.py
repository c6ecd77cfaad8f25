"""What an essay finds missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Bearing, ClaimStatus, Part
from communique.reasoning.audit.checks.expectations import check_ignorance, check_missing, matter_of
from unit.reasoning.audit.voyage import inquiry_on, releases

MATTERS = (
    ("The release does not mention the ferry.", "the ferry"),
    ("There is not a word about the training of pilots.", "the training of pilots"),
    ("The ferry is not mentioned.", "The ferry"),
    ("The ferry is not mentioned in any of the accounts.", "The ferry"),
    ("The ferry is absent from the Arvenian text.", "The ferry"),
    ("There is nothing about the ferry in the Arvenian text.", "the ferry"),
    ("None of the texts mentions the ferry.", "the ferry"),
    ("He spoke for an hour, never letting the name of Ostrand slip.", "Ostrand"),
    ("On the fishing zones not a word was said.", "the fishing zones"),
    ("The pier was opened in May. Tarsk’s record says nothing of it.", "The pier was opened in May"),
)


@pytest.mark.parametrize(("essay", "matter"), MATTERS)
def test_the_matter_is_what_is_said_to_be_missing(essay: str, matter: str) -> None:
    """It stands behind the cue or before it; where the words only point back, in the claim before."""
    assert matter_of(inquiry_on(essay)).strip(" .") == matter


CLAIMS = (
    ("Ilmar Vesk had not one word for the dockers of the harbour.", ClaimStatus.CONTRADICTED),
    ("The Velmarkian account does not mention the training of harbour pilots.", ClaimStatus.CONTRADICTED),
    ("The Arvenian record does not mention the training of harbour pilots.", ClaimStatus.CONFIRMED),
    ("The Velmarkian account does not mention the fishermen.", ClaimStatus.CONFIRMED),
    ("There is not a word about the walrus hunt.", ClaimStatus.NOT_FOUND),
    ("None of the texts mentions the walrus hunt.", ClaimStatus.CONFIRMED),
    ("The walrus hunt is not mentioned in any of the accounts.", ClaimStatus.CONFIRMED),
    ("The training of harbour pilots is not mentioned in any of the accounts.", ClaimStatus.CONTRADICTED),
    ("The ferry will carry passengers again. Tarsk’s record says nothing of this promise.", ClaimStatus.CONTRADICTED),
)


@pytest.mark.parametrize(("essay", "status"), CLAIMS)
def test_what_is_said_to_be_missing_is_looked_for_everywhere(essay: str, status: ClaimStatus) -> None:
    """What stands anywhere in the text meant was not left out of it; silence bears out only on a text at hand."""
    assert check_missing(inquiry_on(essay)).status is status


def test_what_the_other_side_has_stands_beside() -> None:
    """Where one side's text lacks what the other's has, the other's words are shown beside the claim."""
    decision = check_missing(inquiry_on("The Arvenian record does not mention the training of harbour pilots."))
    beside = [one for one in decision.witnesses if one.bearing is Bearing.BESIDE]
    assert [one.release.identifier for one in beside] == ["xv:talks"]


DEGREES = (
    ("There is not a word about the Maritime Academy.", "Not in headline or opening, but in its text"),
    ("There is not a word about the Linden Palace.", "In its opening"),
)


@pytest.mark.parametrize(("essay", "degree"), DEGREES)
def test_it_is_told_where_a_source_has_it(essay: str, degree: str) -> None:
    """Opening and text are told apart."""
    decision = check_missing(inquiry_on(essay))
    assert decision.status is ClaimStatus.CONTRADICTED
    assert decision.statement.startswith(degree)


def test_a_purpose_that_a_source_states_is_not_unknown() -> None:
    """Where a source says what she came for, that the reason is unknown is contradicted in her words."""
    decision = check_ignorance(inquiry_on("The reason for the visit remains unknown."))
    assert decision is not None
    assert decision.status is ClaimStatus.CONTRADICTED
    assert any("give a lecture" in one.words for one in decision.witnesses)


def test_a_purpose_that_no_source_states_stays_open() -> None:
    """Without that record nothing is found; and where no reason is asked for nothing is said."""
    decision = check_ignorance(inquiry_on("The reason for the visit remains unknown.", "xa:talks"))
    assert decision is not None
    assert decision.status is ClaimStatus.NOT_FOUND
    assert check_ignorance(inquiry_on("The name of the ship remains unknown.")) is None


SENTENCES = [
    (account, account.release.words(span).split(": ")[-1])
    for _, account in releases()
    for span in account.sentences
    if span.part is Part.TEXT and len(account.release.words(span).split()) > 6
]


@settings(max_examples=15, deadline=None)
@given(st.sampled_from([words for _, words in SENTENCES if "<" not in words and "," not in words]))
def test_what_a_source_says_is_never_confirmed_to_be_missing(words: str) -> None:
    """A sentence that stands in a source is not called absent from the sources."""
    decision = check_missing(inquiry_on(f"There is not a word about {words}"))
    assert decision.status is not ClaimStatus.CONFIRMED
