"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.detection import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two sides discussed the ferry between Tarsk and Sund.", "en"),
        ("Стороны обсудили паром между Тарском и Сундом.", "ru"),
        ("Сторони обговорили пором між Тарском і Сундом та його розклад.", "uk"),
        ("Тараптар Тарск пен Сунд арасындағы паром қатынасын талқылады.", "kk"),
        ("Тараптар паром жөнүндө сүйлөштү жана өлкөлөрдүн өнүгүүсүн талкуулады.", None),
        ("双方讨论了渡轮问题。", None),
        ("12.03.2031", None),
        ("", None),
    ],
)
def test_tells_the_language(text: str, language: str | None) -> None:
    """Four languages are told apart; other scripts, Kyrgyz and bare numbers are none."""
    assert detect_language(text) == language


@given(st.text(max_size=60))
def test_gives_one_of_four_or_none(text: str) -> None:
    """Whatever the text, the answer is one of the languages or none."""
    assert detect_language(text) in {"en", "ru", "uk", "kk", None}
