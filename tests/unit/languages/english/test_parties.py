"""Which persons of headline and first sentence stand as parties to the event."""

from __future__ import annotations

import pytest

from communique.languages.english.designations import find_designations
from communique.languages.english.lexicon import lexicon
from communique.languages.english.parties import find_attending, find_headline_parties, find_opening_parties
from communique.languages.english.sentences import find_sentences
from communique.languages.port import Form
from communique.model import Part
from unit.fictional import names, parsed


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Meeting with Adela Korin", ["Adela Korin"]),
        ("Ilmar Vesk received Adela Korin", ["Ilmar Vesk", "Adela Korin"]),
        ("Telephone conversation with President of Tholia Davor Selim", ["President of Tholia Davor Selim"]),
        ("Condolences to Davor Selim on the death of Rado Venn", ["Davor Selim"]),
        ("Statement by Spokesperson Runa Stolt on Ilmar Vesk’s Call with Davor Selim", ["Ilmar Vesk", "Davor Selim"]),
        ("Statement by Spokesperson Runa Stolt", []),
        ("Ferries", []),
    ],
)
def test_parties_of_a_headline(title: str, parties: list[str]) -> None:
    """Whom the headline names is a party, but for who only speaks of it or is its topic."""
    found = find_headline_parties(title, find_designations(title, lexicon(names()), Part.TITLE))
    assert [d.span.of(title) for d in found] == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ilmar Vesk met with Adela Korin.", ["Ilmar Vesk", "Adela Korin"]),
        ("Adela Korin was received by Ilmar Vesk.", ["Adela Korin", "Ilmar Vesk"]),
        ("Ilmar Vesk held talks with Adela Korin and Davor Selim.", ["Ilmar Vesk", "Adela Korin", "Davor Selim"]),
        ("A telephone conversation took place between Ilmar Vesk and Davor Selim.", ["Ilmar Vesk", "Davor Selim"]),
        ("Ilmar Vesk’s meeting with Adela Korin took place in Tarsk.", ["Adela Korin", "Ilmar Vesk"]),
        ("Ilmar Vesk met with a delegation of senators led by Runa Stolt.", ["Ilmar Vesk", "Runa Stolt"]),
        ("Ilmar Vesk discussed the visit of Davor Selim.", ["Ilmar Vesk"]),
        ("Ilmar Vesk met with Adela Korin, who had been invited by Davor Selim.", ["Ilmar Vesk", "Adela Korin"]),
        ("Ilmar Vesk sent condolences to Davor Selim.", ["Ilmar Vesk", "Davor Selim"]),
    ],
)
def test_parties_of_the_first_sentence(text: str, parties: list[str]) -> None:
    """Subject, object and whom the encounter was with are parties; who is only spoken of is not."""
    found = [d for d in find_opening_parties(parsed(text)) if d.form is Form.NAME]
    assert [d.span.of(text) for d in found] == parties


@pytest.mark.parametrize(
    ("text", "attending"),
    [
        ("Oskar Rhyne took part in the talks.", ["Oskar Rhyne"]),
        ("The talks were attended by Oskar Rhyne and Runa Stolt.", ["Oskar Rhyne", "Runa Stolt"]),
        ("Also present was Runa Stolt.", ["Runa Stolt"]),
        ("He was joined by Runa Stolt.", ["Runa Stolt"]),
        ("They spoke of Runa Stolt.", []),
    ],
)
def test_who_took_part(text: str, attending: list[str]) -> None:
    """Only sentences that say who took part name participants."""
    found = find_attending(text, find_sentences(text), find_designations(text, lexicon(names())))
    assert [d.span.of(text) for d in found] == attending
