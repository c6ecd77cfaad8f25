"""Subjects, objects and prepositional phrases of the verbs of a parsed sentence."""

from __future__ import annotations

import pytest

from communique.languages.english.clauses import (
    designated,
    is_joint,
    is_passive,
    main_verb,
    objects,
    prepositional,
    subjects,
)
from unit.fictional import parsed


@pytest.mark.parametrize(
    ("text", "verb", "subject", "direct"),
    [
        ("Ilmar Vesk met Adela Korin.", "met", ["Vesk"], ["Korin"]),
        ("Ilmar Vesk and Adela Korin opened the bridge.", "opened", ["Vesk", "Korin"], ["bridge"]),
        ("In Tarsk, Ilmar Vesk received Adela Korin.", "received", ["Vesk"], ["Korin"]),
        ("Ilmar Vesk came and thanked Adela Korin.", "came", ["Vesk"], ["Korin"]),
        ("Adela Korin was received by Ilmar Vesk.", "received", ["Korin"], []),
        ("Talks were held.", "held", ["Talks"], []),
    ],
)
def test_the_parts_of_the_main_clause(text: str, verb: str, subject: list[str], direct: list[str]) -> None:
    """The main verb has its subject and its objects, joined ones too."""
    main = main_verb(parsed(text))
    assert main is not None
    assert main.text == verb
    assert [t.text for t in subjects(main)] == subject
    assert [t.text for t in objects(main)] == direct


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Ilmar Vesk received Adela Korin.", False),
        ("Adela Korin was received by Ilmar Vesk.", True),
        ("Ilmar Vesk did not receive Adela Korin.", False),
        ("Adela Korin was not received by Ilmar Vesk.", True),
    ],
)
def test_voice(text: str, *, passive: bool) -> None:
    """The voice is that of the main verb, negated or not."""
    main = main_verb(parsed(text))
    assert main is not None
    assert is_passive(main) is passive


@pytest.mark.parametrize(
    ("text", "preposition", "nouns"),
    [
        ("Ilmar Vesk spoke with Adela Korin.", "with", ["Korin"]),
        ("Ilmar Vesk spoke with Adela Korin and Davor Selim.", "with", ["Korin", "Selim"]),
        ("Adela Korin was received by Ilmar Vesk.", "by", ["Vesk"]),
        ("Ilmar Vesk left.", "with", []),
    ],
)
def test_prepositional_phrases(text: str, preposition: str, nouns: list[str]) -> None:
    """The nouns behind a preposition are given with those joined to them."""
    main = main_verb(parsed(text))
    assert main is not None
    assert [t.text for t in prepositional(main, preposition)] == nouns


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("Ilmar Vesk and Adela Korin met.", True),
        ("The two presidents met.", True),
        ("They met.", True),
        ("Ilmar Vesk left.", False),
        ("Talks were held.", False),
        ("Arvenia and Velmark agreed.", False),
    ],
)
def test_a_subject_of_several_parties(text: str, *, joint: bool) -> None:
    """Two persons or a group are joint; states alone are no persons."""
    sentence = parsed(text)
    main = main_verb(sentence)
    assert main is not None
    assert is_joint(sentence, subjects(main)) is joint


def test_designations_at_words() -> None:
    """Only words that stand for somebody give a designation."""
    sentence = parsed("Ilmar Vesk opened the bridge.")
    assert [d.span.of("Ilmar Vesk opened the bridge.") for d in designated(sentence, tuple(sentence.doc))] == [
        "Ilmar Vesk"
    ]
