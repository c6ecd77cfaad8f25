"""A text as a row of classed tokens."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.lexicon import Class, lexicon
from communique.languages.english.scan import between, find_units, sides_in
from communique.model import Part, Span
from unit.fictional import names


def classes(text: str) -> list[tuple[str, Class]]:
    """Give the words and the class of each unit."""
    return [(unit.words, unit.kind) for unit in find_units(text, lexicon(names()))]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("President Vesk", ("President", Class.HEAD)),
        ("Prime Minister Korin", ("Prime Minister", Class.HEAD)),
        ("presidents met", ("presidents", Class.HEADS)),
        ("Arvenian side", ("Arvenian", Class.SIDE)),
        ("Republic of Arvenia", ("Republic of Arvenia", Class.SIDE)),
        ("Merano Bay", ("Merano Bay", Class.CITY)),
        ("Mr Vesk", ("Mr", Class.HONORIFIC)),
        ("Her Excellency Adela Korin", ("Her Excellency", Class.HONORIFIC)),
        ("former president", ("former", Class.MODIFIER)),
        ("Vesk met", ("Vesk", Class.NAME)),
        ("Ministry of Ferries", ("Ministry", Class.BODY)),
        ("the talks", ("the", Class.OTHER)),
        ("Arvenian-Velmarkian talks", ("Arvenian-Velmarkian", Class.SIDE)),
    ],
)
def test_the_class_of_the_first_unit(text: str, first: tuple[str, Class]) -> None:
    """Offices, states, cities and forms of address are units of one or more tokens."""
    assert classes(text)[0] == first


def test_sides_named_between_two_units() -> None:
    """Each side is given once; a city stands for its country."""
    units = find_units("Arvenian talks in Sund with Arvenia", lexicon(names()))
    assert [side.code for side in sides_in(units, 0, len(units))] == ["XA", "XV"]
    assert between(units, 0, 2, Part.TITLE) == Span(0, 14, Part.TITLE)


def test_gaps_and_breaks() -> None:
    """A unit knows whether a blank, a line break or a blank line stands before it."""
    units = find_units("Vesk’s aide\nKorin\n\nSelim", lexicon(names()))
    assert [(u.words, u.gap, u.new_line, u.new_paragraph) for u in units] == [
        ("Vesk", False, False, False),
        ("’s", False, False, False),
        ("aide", True, False, False),
        ("Korin", True, True, False),
        ("Selim", True, True, True),
    ]


@given(st.text(alphabet="AVvek .,’-\n", max_size=50))
def test_units_follow_one_another(text: str) -> None:
    """Units carry the words at their place, in order, without overlap."""
    units = find_units(text, lexicon(names()))
    assert all(one.end <= two.start for one, two in itertools.pairwise(units))
    assert all(unit.words == text[unit.start : unit.end] for unit in units)
