"""Dealings that a verb states."""

from __future__ import annotations

import pytest

from communique.languages.english.frames import find_frames
from unit.fictional import parsed


@pytest.mark.parametrize(
    ("text", "kind", "giver", "receiver"),
    [
        ("Ilmar Vesk received Adela Korin.", "reception", "Ilmar Vesk", "Adela Korin"),
        ("Adela Korin was received by Ilmar Vesk.", "reception", "Ilmar Vesk", "Adela Korin"),
        ("Ilmar Vesk, received by Adela Korin, spoke.", "reception", "Adela Korin", "Ilmar Vesk"),
        ("Ilmar Vesk asked Adela Korin to wait.", "request", "Ilmar Vesk", "Adela Korin"),
        ("Adela Korin was asked by Ilmar Vesk to wait.", "request", "Ilmar Vesk", "Adela Korin"),
        ("Ilmar Vesk praised Adela Korin’s efforts.", "praise", "Ilmar Vesk", "Adela Korin"),
        ("Ilmar Vesk praised the efforts of Adela Korin.", "praise", "Ilmar Vesk", "Adela Korin"),
        ("Ilmar Vesk called on Adela Korin to wait.", "request", "Ilmar Vesk", "Adela Korin"),
        ("Ilmar Vesk travelled to Velmark.", "visit", "Ilmar Vesk", "Velmark"),
        ("Ilmar Vesk mourned with Davor Selim.", "condolence", "Ilmar Vesk", "Davor Selim"),
        ("Ilmar Vesk and Adela Korin met.", "contact", "Ilmar Vesk", "Adela Korin"),
        ("Ilmar Vesk telephoned Adela Korin.", "contact", "Ilmar Vesk", "Adela Korin"),
        ("Adela Korin was invited by Ilmar Vesk.", "invitation", "Ilmar Vesk", "Adela Korin"),
    ],
)
def test_parties_of_a_verb(text: str, kind: str, giver: str, receiver: str) -> None:
    """The giver acts and the receiver is acted on, in both voices."""
    found = [
        (f.kind.value, f.giver.span.of(text) if f.giver else None, f.receiver.span.of(text) if f.receiver else None)
        for f in find_frames(parsed(text))
    ]
    assert (kind, giver, receiver) in found


@pytest.mark.parametrize(
    "text",
    [
        "Ilmar Vesk welcomed the results.",
        "Ilmar Vesk received a letter.",
        "Ilmar Vesk asked whether the strait was open.",
        "Ilmar Vesk called the talks useful.",
        "The treaty met with approval.",
        "Ilmar Vesk toured a mill.",
        "The report told a story.",
    ],
)
def test_other_senses(text: str) -> None:
    """With things for objects, the same verbs state no dealing."""
    assert find_frames(parsed(text)) == ()
