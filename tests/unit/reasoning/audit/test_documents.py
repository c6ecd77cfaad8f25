"""What an essay claims of signed documents beside what the sources name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Account, ClaimStatus
from communique.reasoning.audit.documents import check_documents
from communique.reasoning.audit.documents_claimed import find_claimed
from unit.reasoning.audit.harbour import listed, summary, talks

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
    (talks, "Eleven documents were signed", ClaimStatus.NOT_FOUND),
)


@pytest.mark.parametrize(("accounts", "claim", "status"), CLAIMS)
def test_a_claim_on_documents_is_set_beside_those_named(
    accounts: Callable[[], tuple[Account, ...]], claim: str, status: ClaimStatus
) -> None:
    """Number, class, parties and level are judged by what the sources name, and left open where they list nothing."""
    assert check_documents(claim, accounts()).status is status


def test_a_summary_is_called_no_list() -> None:
    """Where a package is summed up, what it names is told with class and level, and that no list is at hand."""
    check = check_documents("All the eleven documents were signed at once", summary())
    assert "no full list is at hand" in check.statement
    assert "memorandum (company level)" in check.statement
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
