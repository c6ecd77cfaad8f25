"""Several parties at once, and sides that act."""

from __future__ import annotations

import pytest

from communique.languages.english.groups import group_at, side_at
from communique.languages.english.lexicon import lexicon
from communique.languages.english.scan import find_units
from communique.model import Part
from unit.fictional import names


@pytest.mark.parametrize(
    ("text", "group", "sides"),
    [
        ("the two presidents met", "the two presidents", []),
        ("both sides agreed", "both sides", []),
        ("the presidents of Arvenia and Tholia met", "the presidents of Arvenia and Tholia", ["XA", "XT"]),
        (
            "the Arvenian and Velmarkian foreign ministers met",
            "the Arvenian and Velmarkian foreign ministers",
            ["XA", "XV"],
        ),
        (
            "the leaders of Arvenia, Velmark and Tholia met",
            "the leaders of Arvenia, Velmark and Tholia",
            ["XA", "XV", "XT"],
        ),
        ("the heads of state met", "the heads of state", []),
        ("the interlocutors agreed", "the interlocutors", []),
        ("the bridge opened", None, []),
        ("both bridges opened", None, []),
        ("the Presidents Vesk and Selim met", None, []),
    ],
)
def test_a_group_at_the_beginning(text: str, group: str | None, sides: list[str]) -> None:
    """Plural nouns for parties make a group, with the sides beside them; a list of names does not."""
    found = group_at(find_units(text, lexicon(names())), 0, lexicon(names()), Part.TEXT)
    assert (found.designation.span.of(text) if found else None) == group
    assert [s.code for s in found.designation.sides] == sides if found else not sides


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Arvenian side agreed", "Arvenian side"),
        ("Arvenia agreed", "Arvenia"),
        ("Kingdom of Velmark agreed", "Kingdom of Velmark"),
        ("Velmarkian delegation left", "Velmarkian delegation"),
        ("Arvenia’s leadership agreed", "Arvenia’s leadership"),
        ("Arvenian timber", None),
        ("timber", None),
    ],
)
def test_a_side_at_the_beginning(text: str, side: str | None) -> None:
    """A state’s name is a side, an adjective only with a noun for those who act."""
    found = side_at(find_units(text, lexicon(names())), 0, lexicon(names()), Part.TEXT)
    assert (found.designation.span.of(text) if found else None) == side
