"""Whether a dealing is reported, planned, recalled or only possible."""

from __future__ import annotations

import pytest

from communique.languages.english.status import status_of
from unit.fictional import parsed


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("Ilmar Vesk met Adela Korin.", "met", "actual"),
        ("Ilmar Vesk is meeting Adela Korin.", "meeting", "actual"),
        ("Ilmar Vesk has met Adela Korin.", "met", "actual"),
        ("Ilmar Vesk will meet Adela Korin.", "meet", "planned"),
        ("Ilmar Vesk had met Adela Korin.", "met", "past"),
        ("Ilmar Vesk met Adela Korin last year.", "met", "past"),
        ("Ilmar Vesk did not meet Adela Korin.", "meet", "hypothetical"),
        ("Ilmar Vesk may meet Adela Korin.", "meet", "hypothetical"),
        ("Ilmar Vesk would meet Adela Korin.", "meet", "hypothetical"),
        ("Ilmar Vesk hopes to meet Adela Korin.", "meet", "hypothetical"),
        ("Ilmar Vesk plans to meet Adela Korin.", "meet", "hypothetical"),
        ("I would like to thank Adela Korin.", "thank", "actual"),
        ("I want to thank Adela Korin.", "thank", "actual"),
        ("We wish to congratulate Adela Korin.", "congratulate", "actual"),
        ("Ilmar Vesk wants to thank Adela Korin.", "thank", "hypothetical"),
        ("I would like to visit Velmark.", "visit", "hypothetical"),
        ("I want to meet Adela Korin.", "meet", "hypothetical"),
        ("Ilmar Vesk will come to thank Adela Korin.", "thank", "planned"),
    ],
)
def test_status_of_a_verb(text: str, verb: str, status: str) -> None:
    """Auxiliaries, negation and governing words tell the status; "I would like to thank" thanks (Austin, 1962)."""
    sentence = parsed(text)
    token = next(t for t in sentence.doc if t.text == verb)
    assert status_of(token, sentence.masked.text).value == status
