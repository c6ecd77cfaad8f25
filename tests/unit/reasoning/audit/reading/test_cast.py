"""Whom an essay means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unit.reasoning.audit.voyage import desk_of

NAMED = (
    ("Ilmar Vesk opened the pier in the morning.", ["ilmar-vesk"], False),
    ("President Vesk opened the pier in the morning.", ["ilmar-vesk"], False),
    ("Adella Korin opened the pier in the morning.", ["adela-korin"], True),
    ("Lenna Astor opened the pier in the morning.", ["lena aster"], True),
    ("Then Korrin opened the pier in the morning.", ["adela-korin"], True),
    ("Then Aster opened the pier in the morning.", ["lena aster"], False),
    ("Bruno Halvard opened the pier in the morning.", ["bruno halvard"], False),
)


@pytest.mark.parametrize(("essay", "keys", "misspelt"), NAMED)
def test_a_name_is_understood_by_the_sources(essay: str, keys: list[str], misspelt: bool) -> None:  # noqa: FBT001 - a column of the table
    """Names in any spelling and family names alone lead to one person; an unknown name stands for itself."""
    desk = desk_of(essay)
    people = [who for clause in desk.apart.clauses for who in desk.cast.people_in(clause.span)]
    assert [who.key for who in people] == keys
    assert [who.misspelt for who in people] == [misspelt]


def people_meant(essay: str) -> list[list[tuple[str, bool]]]:
    """Give who is meant in each claim of an essay, and whether only by a pronoun or by what went before."""
    return [[(who.key, who.implied) for who in inquiry.people] for inquiry in desk_of(essay).inquiries()]


def test_a_pronoun_takes_up_who_was_named_last() -> None:
    """A chain of pronouns goes on meaning whoever was named, until somebody else is."""
    told = people_meant(
        "Adela Korin flew to Tarsk. She met the mayor at noon. She spoke of ferry lines with him. Vesk stayed away."
    )
    assert told[1][0] == ("adela-korin", True)
    assert told[2][0] == ("adela-korin", True)
    assert told[3] == [("ilmar-vesk", False)]


def test_they_are_the_last_two() -> None:
    """A claim that names nobody is on those of the claim before, two at most."""
    told = people_meant("Adela Korin met Ilmar Vesk in Tarsk. They spoke of ferry lines for an hour.")
    assert {key for key, _ in told[1]} == {"adela-korin", "ilmar-vesk"}
    assert all(implied for _, implied in told[1])


def test_nobody_is_meant_before_anybody_is_named() -> None:
    """A pronoun at the head of an essay means nobody."""
    assert people_meant("She flew to Tarsk on a Monday.") == [[]]


LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=9)


@settings(max_examples=20, deadline=None)
@given(LETTERS.filter(lambda word: not set(word) & set("korinves")))
def test_a_word_unlike_any_name_means_nobody_known(word: str) -> None:
    """A capitalised word that is near no family name is never read as one of the sources' persons."""
    desk = desk_of(f"Then {word.capitalize()} opened the pier in the morning.")
    keys = {who.key for clause in desk.apart.clauses for who in desk.cast.people_in(clause.span)}
    assert not keys & {"adela-korin", "ilmar-vesk", "davor-selim"}
