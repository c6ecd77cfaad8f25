"""The table of verbs and nouns of dealing."""

from __future__ import annotations

import pytest

from communique.languages.english.rules import rules, trigger
from communique.model import RelationKind


@pytest.mark.parametrize("section", ["verb", "noun"])
def test_every_rule_says_where_the_other_party_stands(section: str) -> None:
    """A rule without a receiver could never tell direction; forms are in lower case."""
    for form, found in rules(section).items():
        assert form == form.lower()
        assert all(rule.receiver for rule in found)


def test_every_kind_but_initiative_has_words() -> None:
    """Each kind of relation is stated by some verb or noun; the initiative has patterns of its own."""
    kinds = {rule.kind for section in ("verb", "noun") for found in rules(section).values() for rule in found}
    assert set(RelationKind) - kinds <= {RelationKind.INITIATIVE, RelationKind.GREETING}


@pytest.mark.parametrize("word", ["met", "received", "Condolences", "invitation", "assured", "praised"])
def test_words_of_dealing_trigger(word: str) -> None:
    """A sentence with a word of dealing is parsed."""
    assert trigger().search(f"They {word} it.")


@pytest.mark.parametrize("text", ["The bridge is long.", "Timber is cheap in spring.", "It rained."])
def test_other_sentences_do_not(text: str) -> None:
    """A sentence without such a word is never parsed."""
    assert trigger().search(text) is None
