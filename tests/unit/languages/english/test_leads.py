"""How one sentence puts the encounter: the pattern and the exact words that carry it."""

from __future__ import annotations

import pytest

from communique.languages.english.leads import find_lead
from communique.model import Pattern
from unit.fictional import parsed


@pytest.mark.parametrize(
    ("text", "pattern", "words"),
    [
        ("President Ilmar Vesk met with Adela Korin in Sund.", "met_with", "President Ilmar Vesk met with Adela Korin"),
        ("Ilmar Vesk received Adela Korin in Tarsk.", "received", "Ilmar Vesk received Adela Korin"),
        ("Adela Korin was received by Ilmar Vesk in Tarsk.", "was_received", "Adela Korin was received by Ilmar Vesk"),
        ("Ilmar Vesk held talks with Davor Selim.", "held_talks", "Ilmar Vesk held talks"),
        (
            "Ilmar Vesk had a telephone conversation with Davor Selim.",
            "had_conversation",
            "Ilmar Vesk had a telephone conversation",
        ),
        ("Ilmar Vesk spoke today with Davor Selim.", "spoke_with", "Ilmar Vesk spoke today"),
    ],
)
def test_pattern_and_words(text: str, pattern: str, words: str) -> None:
    """The words run from the subject to the verb's object or the party it names."""
    lead = find_lead(parsed(text))
    assert lead is not None
    assert (lead.pattern.value, lead.span.of(text)) == (pattern, words)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ilmar Vesk met Adela Korin.", "Adela Korin"),
        ("Adela Korin was received by Ilmar Vesk.", "Ilmar Vesk"),
        ("Ilmar Vesk was welcomed at the airport by Adela Korin.", "Adela Korin"),
        ("Ilmar Vesk hosted talks with Adela Korin.", "Adela Korin"),
        ("Ilmar Vesk gave a lunch for Adela Korin.", "Adela Korin"),
    ],
)
def test_the_other_party(text: str, other: str) -> None:
    """The object is whom the subject met, or by whom the subject was received."""
    lead = find_lead(parsed(text))
    assert lead is not None
    assert lead.object is not None
    assert lead.object.span.of(text) == other


@pytest.mark.parametrize(
    "text",
    [
        "Congratulations were received from many states.",
        "The letter was received by the Ministry in May.",
        "The decision was welcomed by President Ilmar Vesk.",
        "The talks were hosted by President Ilmar Vesk.",
        "Ilmar Vesk had lunch.",
        "Ilmar Vesk gave a speech for Adela Korin.",
        "Ilmar Vesk met his obligations.",
        "Ilmar Vesk welcomed Velmark’s decision.",
    ],
)
def test_things_are_not_received_as_guests(text: str) -> None:
    """Only persons are met, welcomed, received and hosted."""
    lead = find_lead(parsed(text))
    assert lead is not None
    assert lead.pattern is Pattern.OTHER


def test_several_subjects_act_jointly_only_among_themselves() -> None:
    """That "A and B met" is joint; that they "met with C" is an encounter with C."""
    together = find_lead(parsed("Ilmar Vesk and Oskar Rhyne met."))
    with_another = find_lead(parsed("Ilmar Vesk and Oskar Rhyne met with Adela Korin."))
    assert together is not None
    assert with_another is not None
    assert (together.pattern, with_another.pattern) == (Pattern.JOINT, Pattern.MET_WITH)
