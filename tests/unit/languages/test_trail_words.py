"""Words that take up an earlier thought, in every language that has a list."""

from __future__ import annotations

import pytest

from communique.errors import ReferenceTableError
from communique.languages.lemmas import lemmatise
from communique.languages.trail_words import load_trail_words

KIN = [("en", "called", "call"), ("en", "demands", "demand"), ("ru", "звонил", "call"), ("ru", "потребовала", "demand")]


@pytest.mark.parametrize(("language", "word", "kind"), KIN)
def test_forms_of_a_word_tell_of_one_kind_of_contact(language: str, word: str, kind: str) -> None:
    """A word in any form is of the kind that its base form is of."""
    (lemma,) = lemmatise(word, language)
    assert load_trail_words(language).kin[lemma] == kind


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_language_points_back(language: str) -> None:
    """Each list has pronouns, demonstratives and nouns for a whole thought."""
    words = load_trail_words(language)
    assert words.pronouns
    assert words.demonstratives
    assert words.shells


def test_a_language_without_a_list_is_refused() -> None:
    """No list is made up."""
    with pytest.raises(ReferenceTableError):
        load_trail_words("fr")
