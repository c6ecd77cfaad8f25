"""Words between quotation marks of every kind."""

from __future__ import annotations

import pytest

from communique.model import Span
from communique.reasoning.quoted_words import find_quoted_words

QUOTED = [
    ("He said “yes” and left.", ["“yes”"]),
    ('He said "yes" and left.', ['"yes"']),
    ("Он сказал «да» и ушёл.", ["«да»"]),
    ("Er sagte „ja“ und ging.", ["„ja“"]),
    ("«One.\n\nTwo «inner» three.»\n\nFour.", ["«One.\n\nTwo «inner» three.»"]),
    ("He said “yes and left.", ["“yes and left."]),
    ('A 5" screen and a 6" screen.', []),
    ("It is the King’s own word.", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quoted_words_are_found(text: str, expected: list[str]) -> None:
    """Marks of a kind belong together, over paragraphs too; one that is never closed ends with its paragraph."""
    found = find_quoted_words(text, (Span(0, len(text)),))
    assert [span.of(text) for span in found] == expected
