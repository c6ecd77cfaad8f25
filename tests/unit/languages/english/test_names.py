"""Where English personal names begin and end."""

from __future__ import annotations

import pytest

from communique.languages.english.lexicon import lexicon
from communique.languages.english.names import after_name, name_end, name_span
from communique.languages.english.scan import find_units
from communique.model import Part
from unit.fictional import names


@pytest.mark.parametrize(
    ("text", "whole", "name"),
    [
        ("Ilmar Vesk met", "Ilmar Vesk", "Ilmar Vesk"),
        ("Mr Vesk met", "Mr Vesk", "Vesk"),
        ("Mr. Ilmar Vesk met", "Mr. Ilmar Vesk", "Ilmar Vesk"),
        ("His Excellency Ilmar Vesk met", "His Excellency Ilmar Vesk", "Ilmar Vesk"),
        ("Sheikh Tamir Al Qasra met", "Sheikh Tamir Al Qasra", "Sheikh Tamir Al Qasra"),
        ("His Highness Sheikh Tamir met", "His Highness Sheikh Tamir", "Sheikh Tamir"),
        ("Tamir bin Hamdan met", "Tamir bin Hamdan", "Tamir bin Hamdan"),
        ("Lars van der Holm met", "Lars van der Holm", "Lars van der Holm"),
        ("Oskar P. Rhyne Jr. met", "Oskar P. Rhyne Jr.", "Oskar P. Rhyne Jr."),
        ("Osmund IV met", "Osmund IV", "Osmund IV"),
        ("Tak Su-min met", "Tak Su-min", "Tak Su-min"),
        ("Ilmar Vesk and Adela Korin", "Ilmar Vesk", "Ilmar Vesk"),
        ("Ilmar Vesk President", "Ilmar Vesk", "Ilmar Vesk"),
        ("Ilmar Vesk Arvenia", "Ilmar Vesk", "Ilmar Vesk"),
        ("the talks", "", ""),
        ("President Vesk", "", ""),
        ("Monday in Tarsk", "", ""),
        ("", "", ""),
    ],
)
def test_a_name_at_the_beginning(text: str, whole: str, name: str) -> None:
    """Forms of address go with a name without being part of it; offices and states end it."""
    units = find_units(text, lexicon(names()))
    end = name_end(units, 0, lexicon(names())) if units else 0
    assert (text[: units[end - 1].end] if end else "") == whole
    if end:
        assert name_span(units, 0, end, Part.TEXT).of(text) == name


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("of Arvenia met", 2),
        ("of the Republic of Arvenia met", 3),
        ("of the Amber League", 0),
        ("of Arvenian descent", 0),
        ("met", 0),
        ("of", 0),
    ],
)
def test_the_state_after_a_name(text: str, taken: int) -> None:
    """After a name, "of" and a state belong to the designation; an adjective or another body does not."""
    assert after_name(find_units(text, lexicon(names())), 0) == taken
