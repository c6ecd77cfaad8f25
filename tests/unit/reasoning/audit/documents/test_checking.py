"""What an essay claims of signed documents beside what the sources name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Account, Bearing, ClaimStatus, Span
from communique.reasoning.audit.documents.at_hand import AtHand, gather_documents
from communique.reasoning.audit.documents.checking import check_documents
from communique.reasoning.audit.documents.claimed import find_claimed
from communique.reasoning.audit.documents.judged import judge_documents
from communique.reasoning.audit.documents.none_such import check_none_such
from unit.reasoning.audit.harbour import counted, halved, listed, retracted, summary, talks, unlisted

CLAIMS = (
    (summary, "Five documents were signed", ClaimStatus.NOT_FOUND),
    (summary, "A memorandum on harbour dues was signed between Sund Ferries and Tarsk Port Co.", ClaimStatus.CONFIRMED),
    (summary, "Sund Ferries and the Tarsk Port Company signed an agreement on harbour dues", ClaimStatus.CONTRADICTED),
    (summary, "Only one of these papers is a memorandum between Sund Ferries and Taxan Docks", ClaimStatus.PARTLY),
    (summary, "The remaining four are memorandums", ClaimStatus.NOT_FOUND),
    (summary, "All the others are between businesses", ClaimStatus.CONTRADICTED),
    (summary, "No documents were signed during the visit", ClaimStatus.CONTRADICTED),
    (summary, "The two sides signed a treaty on coal", ClaimStatus.NOT_FOUND),
    (summary, "Documents were signed after the talks", ClaimStatus.CONFIRMED),
    (listed, "Three documents were signed", ClaimStatus.CONFIRMED),
    (listed, "Four documents were signed", ClaimStatus.CONTRADICTED),
    (listed, "Only one of them is an agreement", ClaimStatus.CONFIRMED),
    (listed, "Two of them are agreements", ClaimStatus.CONTRADICTED),
    (listed, "All three documents are memorandums", ClaimStatus.CONTRADICTED),
    (listed, "The parties signed a memorandum on fisheries", ClaimStatus.CONTRADICTED),
    (listed, "An agreement on fisheries was signed", ClaimStatus.CONFIRMED),
    (listed, "Most of the documents were memorandums", ClaimStatus.CONTRADICTED),
    (unlisted, "Documents were signed after the talks", ClaimStatus.CONFIRMED),
    (unlisted, "All the others are between businesses", ClaimStatus.NOT_FOUND),
    (counted, "No documents were signed", ClaimStatus.CONTRADICTED),
    (retracted, "Documents were signed", ClaimStatus.CONFIRMED),
    (retracted, "No documents were signed", ClaimStatus.CONTRADICTED),
    (halved, "Most of the documents were memorandums", ClaimStatus.CONTRADICTED),
    (talks, "Eleven documents were signed", ClaimStatus.NOT_FOUND),
)


@pytest.mark.parametrize(("accounts", "claim", "status"), CLAIMS)
def test_a_claim_on_documents_is_set_beside_those_named(
    accounts: Callable[[], tuple[Account, ...]], claim: str, status: ClaimStatus
) -> None:
    """Number, class, parties and level are judged by what the sources name, and left open where they list nothing."""
    check = check_documents(claim, accounts())
    assert check.status is status
    assert len(check.witnesses) <= 2
    assert check.witnesses or status is ClaimStatus.NOT_FOUND


DENIED = (
    (listed, "Three documents were not signed", ClaimStatus.CONTRADICTED),
    (listed, "Five documents were not signed", ClaimStatus.NOT_FOUND),
    (listed, "An agreement on fisheries was not signed", ClaimStatus.CONTRADICTED),
    (listed, "A treaty on coal was not signed", ClaimStatus.NOT_FOUND),
    (listed, "No documents were signed", ClaimStatus.CONTRADICTED),
    (summary, "Documents were not signed", ClaimStatus.CONTRADICTED),
)


@pytest.mark.parametrize(("accounts", "claim", "status"), DENIED)
def test_a_denied_claim_is_contradicted_by_what_stands_there(
    accounts: Callable[[], tuple[Account, ...]], claim: str, status: ClaimStatus
) -> None:
    """Documents that a source has cannot go unsigned; that others were not signed no source says."""
    check = check_documents(claim, accounts(), denied=True)
    assert check.status is status
    bearing = Bearing.AGAINST if status is ClaimStatus.CONTRADICTED else Bearing.BESIDE
    assert {witness.bearing for witness in check.witnesses} <= {bearing}


def test_words_that_only_count_are_shown_where_nothing_is_named() -> None:
    """A number, or words that leave it open, is witness enough that documents were signed."""
    at_hand = gather_documents(counted())
    for only in (replace(at_hand, named=()), AtHand(named=(), numbers=(), vague=tuple(_places(at_hand)))):
        found = judge_documents(find_claimed("Documents were signed")[0], only)
        assert (found.status, len(found.witnesses)) == (ClaimStatus.CONFIRMED, 1)
        none = judge_documents(find_claimed("No documents were signed")[0], only)
        assert (none.status, none.witnesses[0].bearing) == (ClaimStatus.CONTRADICTED, Bearing.AGAINST)


def _places(at_hand: AtHand) -> Iterator[tuple[Account, Span]]:
    for account, span, _ in at_hand.numbers:
        yield account, span


def test_a_summary_is_called_no_list() -> None:
    """Where a package is summed up, what it names is told once with class and level, and that no list is given."""
    check = check_documents("All the eleven documents were signed at once", summary())
    assert check.statement.count("but give neither number nor list") == 1
    assert "documents between ministries and a memorandum between companies" in check.statement
    assert check.witnesses


def test_a_party_named_otherwise_may_be_a_translated_name() -> None:
    """One party met and the other not leaves the claim partly borne out, with the plain reason."""
    check = check_documents("Sund Ferries signed a memorandum with Tarsk Port", summary())
    other = check_documents("A memorandum between Sund Ferries and Hafen Handels Haus was signed", summary())
    assert check.status is not ClaimStatus.CONTRADICTED
    assert other.status is ClaimStatus.PARTLY
    assert "translated name" in other.statement


def test_two_assertions_of_one_sentence_are_judged_apart() -> None:
    """A sentence on one agreement and the remaining memorandums makes two assertions."""
    claimed = find_claimed("Only one is an agreement; the remaining ten are memorandums.")
    assert [(one.number, one.kind.value, one.rest) for one in claimed] == [
        (1, "agreement", False),
        (10, "memorandum", True),
    ]


@settings(max_examples=20, deadline=None)
@given(st.integers(min_value=4, max_value=40))
def test_no_other_number_of_listed_documents_is_confirmed(number: int) -> None:
    """Where a source counts three, any other count is contradicted by it."""
    check = check_documents(f"{number} documents were signed", listed())
    assert check.status is ClaimStatus.CONTRADICTED


NONE_SUCH = (
    ("None of the three concerns fisheries.", ClaimStatus.CONTRADICTED),
    ("None of them is between companies.", ClaimStatus.CONFIRMED),
    ("There was not one document between the governments.", ClaimStatus.CONTRADICTED),
)


@pytest.mark.parametrize(("claim", "status"), NONE_SUCH)
def test_one_such_document_refutes_that_there_is_none(claim: str, status: ClaimStatus) -> None:
    """A list at hand bears out that none of it is such, one such document contradicts."""
    found = check_none_such(claim, listed())
    assert found is not None
    assert found.status is status


def test_that_none_was_signed_at_all_is_left_to_the_other_check() -> None:
    """Where no kind of document is told, there is nothing to look for."""
    assert check_none_such("Not one document was signed.", listed()) is None
