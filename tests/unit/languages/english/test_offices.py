"""English office phrases."""

from __future__ import annotations

import pytest

from communique.languages.english.lexicon import lexicon
from communique.languages.english.offices import office_at
from communique.languages.english.scan import find_units
from unit.fictional import names


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("President Ilmar Vesk", "President"),
        ("President of Arvenia Ilmar Vesk", "President of Arvenia"),
        ("President of the Republic of Arvenia Ilmar Vesk", "President of the Republic of Arvenia"),
        ("Arvenian President Ilmar Vesk", "Arvenian President"),
        ("Velmark’s Prime Minister Adela Korin", "Velmark’s Prime Minister"),
        ("Acting First Deputy Prime Minister Runa Stolt", "Acting First Deputy Prime Minister"),
        ("Minister for Foreign Affairs of Velmark Ilse Brandt", "Minister for Foreign Affairs of Velmark"),
        ("Minister of Trade and Industry Oskar Rhyne", "Minister of Trade and Industry"),
        ("Secretary General of the Amber League (AL) Marta Quill", "Secretary General of the Amber League (AL)"),
        ("Deputy Prime Minister and Foreign Minister Ilse Brandt", "Deputy Prime Minister and Foreign Minister"),
        (
            "Chairman of the Council of Ministers of Ostrand Jonas Weil",
            "Chairman of the Council of Ministers of Ostrand",
        ),
        ("Special Envoy for the Amber Strait Runa Stolt", "Special Envoy for the Amber Strait"),
        ("President of Arvenia and Prime Minister of Velmark met", "President of Arvenia"),
        ("President Vesk and Foreign Minister Brandt", "President"),
        ("Head of the Presidential Administration Oskar Rhyne", "Head of the Presidential Administration"),
        ("Assistant Secretary Runa Stolt", "Assistant Secretary"),
        ("president of Tholia", "president of Tholia"),
    ],
)
def test_the_office_phrase_at_the_beginning(text: str, office: str) -> None:
    """An office takes what stands before its head and what it governs, and stops before the name."""
    units = find_units(text, lexicon(names()))
    found = office_at(units, 0, lexicon(names()))
    assert found is not None
    assert text[units[found.start].start : units[found.end - 1].end] == office


@pytest.mark.parametrize(
    "text", ["Ilmar Vesk", "the talks", "Arvenia and Velmark", "Linden Palace", "Arvenian\nPresident Vesk"]
)
def test_no_office_begins_here(text: str) -> None:
    """Names, states, buildings and the end of another line begin no office."""
    units = find_units(text, lexicon(names()))
    assert office_at(units, 0, lexicon(names())) is None


@pytest.mark.parametrize(
    ("text", "plural", "former"),
    [
        ("Presidents Vesk and Selim", True, False),
        ("former President Rado Venn", False, True),
        ("late King Aldric", False, True),
        ("President Ilmar Vesk", False, False),
        ("heads of government", True, False),
    ],
)
def test_number_and_time(text: str, *, plural: bool, former: bool) -> None:
    """A phrase knows whether it names one holder or several, and whether the office is still held."""
    units = find_units(text, lexicon(names()))
    found = office_at(units, 0, lexicon(names()))
    assert found is not None
    assert (found.plural, found.former) == (plural, former)
