"""Dealings that a noun states."""

from __future__ import annotations

import pytest

from communique.languages.english.frames import find_frames
from unit.fictional import parsed


@pytest.mark.parametrize(
    ("text", "kind", "giver", "receiver"),
    [
        ("Ilmar Vesk had a meeting with Adela Korin.", "contact", "Ilmar Vesk", "Adela Korin"),
        ("Ilmar Vesk’s talks with Adela Korin went on.", "contact", "Ilmar Vesk", "Adela Korin"),
        ("A meeting between Ilmar Vesk and Adela Korin began.", "contact", "Ilmar Vesk", "Adela Korin"),
        ("Talks were held between Ilmar Vesk and Adela Korin.", "contact", "Ilmar Vesk", "Adela Korin"),
        ("Ilmar Vesk paid a visit to Velmark.", "visit", "Ilmar Vesk", "Velmark"),
        ("Ilmar Vesk’s visit to Velmark began.", "visit", "Ilmar Vesk", "Velmark"),
        ("The visit of Ilmar Vesk to Velmark began.", "visit", "Ilmar Vesk", "Velmark"),
        ("Ilmar Vesk expressed his condolences to Davor Selim.", "condolence", "Ilmar Vesk", "Davor Selim"),
        ("Ilmar Vesk sent a message of condolence to Davor Selim.", "condolence", "Ilmar Vesk", "Davor Selim"),
        ("Ilmar Vesk sent his congratulations to Davor Selim.", "congratulation", "Ilmar Vesk", "Davor Selim"),
        ("Ilmar Vesk extended an invitation to Davor Selim.", "invitation", "Ilmar Vesk", "Davor Selim"),
        ("Davor Selim accepted the invitation of Ilmar Vesk.", "invitation", "Ilmar Vesk", "Davor Selim"),
        ("Ilmar Vesk offered his apologies to Davor Selim.", "apology", "Ilmar Vesk", "Davor Selim"),
        ("Ilmar Vesk conveyed his thanks to Davor Selim.", "thanks", "Ilmar Vesk", "Davor Selim"),
        ("Ilmar Vesk reaffirmed his commitment to Davor Selim.", "assurance", "Ilmar Vesk", "Davor Selim"),
    ],
)
def test_parties_of_a_noun(text: str, kind: str, giver: str, receiver: str) -> None:
    """Owner, agent and preposition tell giver and receiver of a noun."""
    found = [
        (f.kind.value, f.giver.span.of(text) if f.giver else None, f.receiver.span.of(text) if f.receiver else None)
        for f in find_frames(parsed(text))
    ]
    assert (kind, giver, receiver) in found


@pytest.mark.parametrize(
    "text",
    [
        "The meeting room is large.",
        "Ilmar Vesk sent a telegram to Davor Selim.",
        "Talks on ferries were fruitful.",
        "The visit was long.",
        "The letter was sent to the Ministry.",
    ],
)
def test_nouns_without_parties_or_mark(text: str) -> None:
    """A noun without parties, or a message that is no courtesy, states no dealing."""
    assert find_frames(parsed(text)) == ()
