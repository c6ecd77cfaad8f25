"""Direct speech with its speaker."""

from __future__ import annotations

import pytest

from communique.model import SpeechForm
from unit.fictional import account_of

MET = "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin."
HOST, GUEST = "President of Arvenia Ilmar Vesk", "Prime Minister of Velmark Adela Korin"


def speakers(text: str) -> list[str | None]:
    """Give who speaks, quotation by quotation."""
    return [q.speaker.label if q.speaker else None for q in account_of(text).quotations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{MET} “The strait is open,” Ms Korin said.", ["Adela Korin"]),
        (f"{MET} “The strait is open,” said the Prime Minister.", ["Adela Korin"]),
        (f"{MET} “The strait is open,” the President noted.", ["Ilmar Vesk"]),
        (f"{MET} As Mr Vesk said, “the strait is open to all ships”.", ["Ilmar Vesk"]),
        (
            f"{MET}\n\n{HOST}: Welcome.\n\n{GUEST}: Thank you.\n\n{HOST}: Please.",
            ["Ilmar Vesk", "Adela Korin", "Ilmar Vesk"],
        ),
        (f"{MET} The ship “Amber” was named.", []),
    ],
)
def test_who_speaks(text: str, found: list[str]) -> None:
    """The speaker is the person the cue names, by surname, office or label."""
    assert speakers(text) == found


def test_turns_and_inline_speech_are_told_apart() -> None:
    """Speech in a transcript is a turn, between quotation marks it is inline."""
    text = f"{MET} “The strait is open,” said Ms Korin.\n\n{HOST}: Welcome.\n\n{GUEST}: Thank you."
    assert [q.form for q in account_of(text).quotations] == [SpeechForm.INLINE, SpeechForm.TURN, SpeechForm.TURN]


def test_a_label_that_is_no_person() -> None:
    """A question from the floor has its label for a speaker."""
    text = f"{MET}\n\n{HOST}: Please.\n\nQuestion: Is the strait open?\n\n{HOST}: It is."
    assert speakers(text) == ["Ilmar Vesk", "Question", "Ilmar Vesk"]


def test_the_exact_words() -> None:
    """Content and cue are marked."""
    account = account_of(f"{MET} “The strait is open,” Ms Korin said.")
    quotation = account.quotations[0]
    assert "The strait is open" in account.release.words(quotation.content)
    assert quotation.cue is not None
    assert "said" in account.release.words(quotation.cue)
