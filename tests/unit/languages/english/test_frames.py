"""What one parsed sentence says of the dealings between parties."""

from __future__ import annotations

import pytest

from communique.languages.english.frames import find_frames
from communique.languages.port import Frame
from unit.fictional import parsed


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Give kind, giver and receiver of each dealing of a sentence."""
    return [described(text, frame) for frame in find_frames(parsed(text))]


def described(text: str, frame: Frame) -> tuple[str, str | None, str | None]:
    """Give kind, giver and receiver of one dealing."""
    giver = frame.giver.span.of(text) if frame.giver else None
    return frame.kind.value, giver, frame.receiver.span.of(text) if frame.receiver else None


@pytest.mark.parametrize(
    ("text", "dealings"),
    [
        (
            "Ilmar Vesk thanked Adela Korin and invited her to Tarsk.",
            [("thanks", "Ilmar Vesk", "Adela Korin"), ("invitation", "Ilmar Vesk", "her")],
        ),
        (
            "Ilmar Vesk met with Adela Korin and thanked her for the ferries.",
            [("contact", "Ilmar Vesk", "Adela Korin"), ("thanks", "Ilmar Vesk", "her")],
        ),
        (
            "Adela Korin, who was received by Ilmar Vesk, thanked him.",
            [("reception", "Ilmar Vesk", "Adela Korin"), ("thanks", "Adela Korin", "him")],
        ),
        ("Ilmar Vesk wants to congratulate Adela Korin.", [("congratulation", "Ilmar Vesk", "Adela Korin")]),
        ("Ilmar Vesk left, thanking Adela Korin for her help.", [("thanks", "Ilmar Vesk", "Adela Korin")]),
        ("The bridge is long.", []),
        ("Ilmar Vesk met the deadline.", []),
    ],
)
def test_dealings_of_a_sentence(text: str, dealings: list[tuple[str, str | None, str | None]]) -> None:
    """Each verb has its own giver and receiver, also where they are shared or relative."""
    assert told(text) == dealings


def test_each_pair_once_for_each_kind() -> None:
    """What is met and talked with the same person is one contact."""
    found = told("Ilmar Vesk met with Adela Korin and held talks with Adela Korin.")
    assert len([kind for kind, _, _ in found if kind == "contact"]) <= 2
    same = told("Ilmar Vesk had a meeting, a long meeting, with Adela Korin.")
    assert [kind for kind, _, _ in same] == ["contact"]


def test_thanks_without_addressee_go_to_whom_was_met() -> None:
    """Thanks said in the sentence of a meeting are for the other party."""
    text = "Ilmar Vesk met with Adela Korin and expressed his gratitude for the ferries."
    assert ("thanks", "Ilmar Vesk", "Adela Korin") in told(text)


def test_cue_and_sentence_are_marked() -> None:
    """A dealing carries its cue and its sentence."""
    text = "Ilmar Vesk thanked Adela Korin."
    frame = find_frames(parsed(text))[0]
    assert (frame.cue.of(text), frame.sentence.of(text)) == ("thanked", text)
