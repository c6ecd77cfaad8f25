"""Comments that let a rule pass: what they name, why, and how far they reach."""

from __future__ import annotations

import pytest

from communique.model import Span
from communique.reasoning.silencing import find_silences, is_silenced

FORMS = [
    ("<!-- communique: ignore mood - his words -->", ("mood",), "his words"),
    ("<!--communique:ignore mood, body – a play-->", ("mood", "body"), "a play"),
    ("<!-- communique: ignore mood -->", ("mood",), ""),
    ("<!-- communique: ignore fading-hedge -- see line 3 -->", ("fading-hedge",), "see line 3"),
]


@pytest.mark.parametrize(("comment", "codes", "reason"), FORMS)
def test_a_comment_names_rules_and_a_reason(comment: str, codes: tuple[str, ...], reason: str) -> None:
    """Several rules are parted by commas, the reason stands after a dash."""
    (silence,) = find_silences(comment, ())
    assert (silence.codes, silence.reason) == (codes, reason)


def test_other_comments_are_none() -> None:
    """A comment that speaks of something else silences nothing."""
    assert list(find_silences("<!-- communique is a program -->", ())) == []


def test_a_comment_without_a_reason_has_no_force() -> None:
    """It is found, and lets nothing pass."""
    text = "<!-- communique: ignore mood -->\nHe was angry."
    (silence,) = find_silences(text, (Span(33, len(text)),))
    assert not is_silenced("mood", Span(40, 45), [silence])
