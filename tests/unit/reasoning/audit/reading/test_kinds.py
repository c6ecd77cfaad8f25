"""What kind of claim a clause makes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import ClaimKind
from communique.reasoning.audit.reading.kinds import kind_of

CLAUSES: dict[ClaimKind | None, tuple[str, ...]] = {
    ClaimKind.EVENT: (
        "Adela Korin flew to Tarsk on Monday",
        "the two leaders met at the Linden Palace",
        "Vesk spoke with Selim by telephone",
        "she thanked her host for the tea",
        "Korin congratulated him on the new pier",
        "it was not the mayor who received the guest",
        "the harbour of Sund froze over for eleven long days",
    ),
    ClaimKind.EXPECTED: (
        "the release does not mention the ferry",
        "there is not a word about fishing in the text",
        "Vesk passed over the storm in silence",
        "the account omits the second meeting",
        "the reason for the trip remains unknown",
        "Korin avoided the question of the islands",
        "nobody explained why she came",
    ),
    ClaimKind.INITIATIVE: (
        "Vesk invited Korin to Tarsk",
        "the idea of the meeting was hers",
        "it was Velmark that called Arvenia first thing in the morning",
        "the visit was at the invitation of the king",
        "Korin asked for an hour of his time",
    ),
    ClaimKind.MOTIVE: (
        "Korin came in order to save her coalition",
        "to keep the eyes of the voters off the strike",
        "Vesk summoned her to the palace",
        "he secretly hoped for a loan",
        "she could not admit the defeat",
        "the visit was staged",
    ),
    ClaimKind.MOOD: (
        "Korin was visibly relieved",
        "the guest left in low spirits",
        "Vesk was annoyed by the delay",
        "he was inwardly bitter",
    ),
    ClaimKind.BODY: (
        "she kept her hands folded",
        "Vesk frowned at the camera",
        "the guest looked pale",
        "he drummed on the armrest",
    ),
    ClaimKind.ROSTER: (
        "Lena Aster attended the talks",
        "the mayor greeted her at the airport",
        "Korin did not see the king",
        "Rosa Ilyan sat beside him",
        "the foreign minister stayed away",
    ),
    ClaimKind.ORDER: (
        "it was her first foreign visit",
        "the visit was announced two days before",
        "the call came after the talks and before the press conference",
    ),
    ClaimKind.SEQUENCE: (
        "the call led to the visit",
        "the storm forced the two leaders to meet",
        "as a result Korin flew to Tarsk",
        "the visit was prompted by the strike",
    ),
    ClaimKind.DOCUMENTS: (
        "the ministers signed three memorandums",
        "eleven documents were signed",
        "only one agreement was concluded",
    ),
    ClaimKind.NORM: (
        "protocol requires a guard of honour",
        "such haste is highly unusual",
        "a guest should be met by the mayor",
        "as a rule ministers wait outside",
        "two hours is too short",
    ),
    ClaimKind.VERDICT: (
        "it was a defeat for Arvenia",
        "Korin is the real winner",
        "the voyage will be called historic",
        "he came out the loser",
    ),
    None: (
        "Why did she come?",
        "Let us look at the record",
        "What is it?",
        "So much for that",
    ),
}


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, told in CLAUSES.items() for words in told])
def test_a_clause_is_told_by_its_cues(kind: ClaimKind | None, words: str) -> None:
    """Each kind of claim has its cues; what no text can show is told before what one can."""
    assert kind_of(words, "en") is kind


def test_a_figure_and_a_quotation_are_told_by_their_marks() -> None:
    """A quantity makes a claim on a figure, marks of quotation one on somebody's words, or on the figure in them."""
    assert kind_of("trade grew by 12 percent", "en", figures=True) is ClaimKind.FIGURE
    assert kind_of("we shall build the berth", "en", quoted=True) is ClaimKind.QUOTATION
    assert kind_of("trade grew by 12 percent", "en", quoted=True, figures=True) is ClaimKind.FIGURE


def test_what_somebody_is_said_to_have_said_is_no_motive() -> None:
    """A declared aim or feeling can be looked up; a body cannot, whoever speaks of it."""
    assert kind_of("he was annoyed by the delay", "en", reported=True) is not ClaimKind.MOOD
    assert kind_of("he frowned at the camera", "en", reported=True) is ClaimKind.BODY


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CLAUSES[ClaimKind.BODY]), st.sampled_from([w for k in CLAUSES for w in CLAUSES[k] if k]))
def test_a_body_is_never_taken_for_what_a_text_can_show(body: str, other: str) -> None:
    """Beside any other assertion, posture stays what no text can show, or makes no claim at all."""
    assert kind_of(f"{body} while {other}", "en") in {ClaimKind.BODY, ClaimKind.EVENT, None}


def test_a_language_without_a_table_gives_plain_events() -> None:
    """Where no cues are known nothing is taken for a motive, a mood or a body."""
    assert kind_of("ein langer Satz ohne alle bekannten Zeichen", "de") is ClaimKind.EVENT
