"""One dealing from a cue and the words at its ends: its reason and who may stand in it."""

from __future__ import annotations

import pytest

from communique.languages.english.frames import find_frames
from unit.fictional import parsed


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ilmar Vesk thanked Adela Korin for the new ferries.", "the new ferries"),
        ("Ilmar Vesk congratulated Adela Korin on her victory.", "her victory"),
        ("Ilmar Vesk asked Adela Korin to open the strait.", "to open the strait"),
        ("Ilmar Vesk thanked Adela Korin.", None),
    ],
)
def test_what_it_is_for(text: str, reason: str | None) -> None:
    """The reason is what follows "for" or "on", or what is asked."""
    frame = find_frames(parsed(text))[0]
    assert (frame.reason.of(text) if frame.reason else None) == reason


@pytest.mark.parametrize(
    ("text", "mutual"),
    [
        ("Ilmar Vesk met Adela Korin.", True),
        ("Ilmar Vesk spoke with Adela Korin.", True),
        ("Ilmar Vesk thanked Adela Korin.", False),
        ("Ilmar Vesk received Adela Korin.", False),
        ("The two presidents pledged to open the strait.", True),
        ("Ilmar Vesk pledged to open the strait.", False),
    ],
)
def test_what_is_mutual(text: str, *, mutual: bool) -> None:
    """Contacts and joint pledges have no direction."""
    assert [frame.symmetrical for frame in find_frames(parsed(text))] == [mutual]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Ilmar Vesk received Adela Korin.", True),
        ("Ilmar Vesk received Velmark.", False),
        ("Ilmar Vesk received the ambassadors.", True),
        ("Ilmar Vesk visited Velmark.", True),
        ("Ilmar Vesk visited Adela Korin.", False),
        ("Ilmar Vesk met with foresters.", False),
    ],
)
def test_who_may_stand_at_an_end(text: str, *, fits: bool) -> None:
    """Persons are received, places are visited."""
    assert bool(find_frames(parsed(text))) is fits
