"""What is refused is told in the language of the page, all three parts of it."""

from __future__ import annotations

import pytest
from django.utils import translation

from communique.errors import CommuniqueError
from communique.web.base.refusals import refusal_words

FULL = CommuniqueError(wanted="a name", got="none", remedy="give one")
SHORT = CommuniqueError(wanted="a name", got="none")


@pytest.mark.parametrize("error", [FULL, SHORT])
def test_in_english_it_is_what_the_library_says(error: CommuniqueError) -> None:
    """On an English page the words are those of the terminal."""
    assert refusal_words(error) == str(error)


@pytest.mark.parametrize(("language", "first"), [("ru", "нужно: a name; получено: none"), ("kk", "керегі: a name;")])
def test_in_other_languages_no_english_stands_between(language: str, first: str) -> None:
    """The frame is translated, the remedy stays last."""
    with translation.override(language):
        told = refusal_words(FULL)
    assert told.startswith(first)
    assert told.endswith("(give one)")
    assert "expected" not in told
