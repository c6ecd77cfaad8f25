"""Statements on whose idea the contact was, as one text words them."""

from __future__ import annotations

import pytest

from communique.languages.english.designations import find_designations
from communique.languages.english.drives import Ground, find_drives
from communique.languages.english.lexicon import lexicon
from communique.languages.english.sentences import find_sentences
from communique.languages.port import Drive
from communique.model import Part
from unit.fictional import names


def drives(narrated: str, spoken: str = "") -> list[tuple[str, str, str | None]]:
    """Give basis, words and giver of each statement in a text whose last part is direct speech."""
    text = f"{narrated} {spoken}".strip()
    words = lexicon(names())
    sentences = find_sentences(text)
    told = [s for s in sentences if s.end <= len(narrated)]
    said = [s for s in sentences if s.end > len(narrated)]
    ground = Ground(text, Part.TEXT, find_designations(text, words), told, said, words)
    return [described(text, drive) for drive in find_drives(ground)]


def described(text: str, drive: Drive) -> tuple[str, str, str | None]:
    """Give basis, words and giver of one statement."""
    return drive.basis.value, drive.span.of(text), drive.giver.span.of(text) if drive.giver else None


@pytest.mark.parametrize(
    ("text", "basis", "words", "giver"),
    [
        (
            "The talks were held at the initiative of the Tholian side.",
            "initiated",
            "at the initiative of the Tholian side",
            "Tholian side",
        ),
        (
            "The call took place upon the request of Davor Selim.",
            "requested",
            "upon the request of Davor Selim",
            "Davor Selim",
        ),
        ("They spoke on Tholia’s initiative.", "initiated", "on Tholia’s initiative", "Tholia"),
        (
            "Ilmar Vesk spoke with Davor Selim at the latter’s request.",
            "requested",
            "at the latter’s request",
            "Davor Selim",
        ),
        ("The call was initiated by the Tholian side.", "initiated", "initiated by the Tholian side", "Tholian side"),
        ("Davor Selim called Ilmar Vesk.", "initiated", "Davor Selim called", "Davor Selim"),
        ("Invited by Adela Korin, Ilmar Vesk came to Sund.", "invited", "Invited by Adela Korin", "Adela Korin"),
        (
            "Ilmar Vesk is in Sund at the invitation of Adela Korin.",
            "invited",
            "at the invitation of Adela Korin",
            "Adela Korin",
        ),
        (
            "Ilmar Vesk is in Sund following an invitation from Adela Korin.",
            "invited",
            "following an invitation from Adela Korin",
            "Adela Korin",
        ),
    ],
)
def test_narrated_statements(text: str, basis: str, words: str, giver: str) -> None:
    """Basis, exact words and giver are told in every construction."""
    found = drives(text)
    assert found in ([(basis, words, giver)], [(basis, f"{words}’s", giver)]), found


@pytest.mark.parametrize(
    ("said", "basis", "speaker"),
    [
        ("I asked for this meeting.", "requested", True),
        ("We have expressed the wish to meet.", "requested", True),
        ("Thank you for the invitation.", "invited", False),
        ("I am grateful to you for inviting me.", "invited", False),
    ],
)
def test_spoken_statements(said: str, basis: str, *, speaker: bool) -> None:
    """Who asks speaks of himself; who thanks for an invitation speaks of the other."""
    words = lexicon(names())
    ground = Ground(said, Part.TEXT, find_designations(said, words), [], find_sentences(said), words)
    assert [(d.basis.value, d.speaker_is_giver) for d in find_drives(ground)] == [(basis, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Ilmar Vesk called the talks with Adela Korin useful.",
        "Ilmar Vesk called on President of Tholia Davor Selim to open the strait.",
        "Ilmar Vesk called for talks with Davor Selim.",
        "Tholia’s initiative on ferries was praised.",
        "Ilmar Vesk accepted the invitation of Adela Korin to the summit.",
        "The bridge was built on the initiative of the Northern Region.",
    ],
)
def test_other_initiatives(text: str) -> None:
    """Initiatives that are plans, invitations accepted and works begun are not about this contact."""
    assert drives(text) == []


def test_later_sentences_must_speak_of_the_contact() -> None:
    """Beyond the opening, only a sentence about this contact counts."""
    opening = "They met. They spoke. They dined. They walked. "
    assert drives(opening + "The visit took place at the invitation of Adela Korin.") != []
    assert drives(opening + "A bridge was built at the initiative of Adela Korin.") == []
