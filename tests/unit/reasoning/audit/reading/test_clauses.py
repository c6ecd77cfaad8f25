"""An essay parted into clauses that each assert one thing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reasoning.audit.quoting.checking import find_quoted
from communique.reasoning.audit.reading.clauses import find_clauses
from unit.reasoning.audit.voyage import desk_of, essay_of

PARTED = (
    ("Korin flew to Tarsk on Monday.", ["Korin flew to Tarsk on Monday."]),
    ("Korin flew to Tarsk; Vesk met her at noon.", ["Korin flew to Tarsk", "Vesk met her at noon."]),
    ("Korin flew to Tarsk, and Vesk met her at noon.", ["Korin flew to Tarsk", "and Vesk met her at noon."]),
    (
        "Vesk talked for an hour because the ferry was late again.",
        ["Vesk talked for an hour", "because the ferry was late again."],
    ),
    (
        "Vesk spoke of the ferry in his speech and has kept silent about the price.",
        ["Vesk spoke of the ferry in his speech", "and has kept silent about the price."],
    ),
    (
        "Given the storms of the last winter, the ferry was closed for three weeks.",
        ["Given the storms of the last winter, the ferry was closed for three weeks."],
    ),
    (
        "As Vesk had been told of the storms, he kept the ferry in the harbour.",
        ["As Vesk had been told of the storms", "he kept the ferry in the harbour."],
    ),
    ("Tarsk and Sund, and the islands.", ["Tarsk and Sund, and the islands."]),
    ("A long night.", ["A long night."]),
)


@pytest.mark.parametrize(("essay", "clauses"), PARTED)
def test_a_sentence_is_cut_where_a_new_assertion_begins(essay: str, clauses: list[str]) -> None:
    """Strong stops, joints with a verb behind them and grounds are borders; a mere list or fragment has none."""
    account = essay_of(essay)
    assert [clause.span.of(essay) for clause in find_clauses(account)] == [words.rstrip() for words in clauses]


def test_quoted_words_stand_for_themselves() -> None:
    """The words of a quotation are one claim with what leads up to it, and what follows is another."""
    essay = "Korin said: “The ferry will run again in May.” Vesk closed the harbour at noon."
    account = essay_of(essay)
    found = find_clauses(account, tuple(quoted.words for quoted in find_quoted(essay)))
    quoted = [clause for clause in found if clause.quotation is not None]
    assert [clause.quotation.of(essay) for clause in quoted if clause.quotation] == ["The ferry will run again in May."]
    assert found[-1].quotation is None
    assert found[-1].span.of(essay) == "Vesk closed the harbour at noon."


def test_an_aside_follows_the_clause_around_it() -> None:
    """Words in brackets that judge what stands around them are a claim of their own; others stay where they are."""
    essay = "Korin flew to Tarsk (the visit was not announced) and met Vesk (on Monday)."
    found = find_clauses(essay_of(essay))
    assert [clause.span.of(essay) for clause in found if clause.aside] == ["the visit was not announced"]


def test_lines_of_the_page_are_no_clauses() -> None:
    """A cookie notice or a line of shares around an essay claims nothing."""
    essay = "Share on Facebook\nKorin flew to Tarsk on Monday.\nAll rights reserved."
    found = [clause.span.of(essay) for clause in find_clauses(essay_of(essay))]
    assert "Korin flew to Tarsk on Monday." in found
    assert "Share on Facebook" not in found


HEADINGS = ("# Why Korin came to Tarsk", "*By Ilmar Vesk, who met with Adela Korin*", "| 17 June | Korin met Vesk |")


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_bylines_and_tables_claim_nothing(heading: str) -> None:
    """Lines of Markdown that are no sentences of the text are rhetoric, whatever they name."""
    desk = desk_of(f"{heading}\n\nAdela Korin met with Ilmar Vesk.")
    assert len(desk.apart.asserted) == 1
    assert len(desk.apart.rhetoric) == 1


WORDS = ("Korin", "met", "Vesk", "and", "because", "the ferry", ",", ";", "(not announced)", "“was late”", ".", "–")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join))
def test_clauses_lie_in_order_inside_their_sentences(essay: str) -> None:
    """Whatever the words, clauses stand inside their sentences, in order, and only asides overlap others."""
    found = [clause for clause in find_clauses(essay_of(essay)) if not clause.aside]
    assert all(clause.sentence.covers(clause.span) for clause in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
