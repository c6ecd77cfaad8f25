"""The words that stand for one end of a dealing."""

from __future__ import annotations

import pytest

from communique.languages.english.ends import find_vocative, words_of
from communique.languages.port import Words
from unit.fictional import parsed


def end(text: str, word: str) -> Words:
    """Give the words of the party whose head is a word."""
    sentence = parsed(text)
    return words_of(sentence, next(t for t in sentence.doc if t.text == word))


@pytest.mark.parametrize(
    ("text", "word", "words", "sides", "plural"),
    [
        ("President of Arvenia Ilmar Vesk left.", "Vesk", "President of Arvenia Ilmar Vesk", ["XA"], False),
        ("Ilmar Vesk and Adela Korin left.", "Vesk", "Ilmar Vesk and Adela Korin", [], True),
        ("The two presidents left.", "presidents", "The two presidents", [], True),
        ("The people of Velmark sang.", "people", "The people of Velmark", ["XV"], False),
        ("The Velmarkian side left.", "side", "Velmarkian side", ["XV"], False),
        ("We thank them.", "We", "We", [], True),
    ],
)
def test_the_whole_phrase(text: str, word: str, words: str, sides: list[str], *, plural: bool) -> None:
    """A party is its whole phrase, with the sides it names, and knows whether it is several."""
    found = end(text, word)
    assert (found.span.of(text), [s.code for s in found.sides], found.plural) == (words, sides, plural)


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Ilmar Vesk met Adela Korin and thanked her.", "her", "Adela Korin"),
        ("Ilmar Vesk met Davor Selim and thanked him.", "him", "Davor Selim"),
        ("Ilmar Vesk met Adela Korin.", "Korin", "Adela Korin"),
    ],
)
def test_whom_a_pronoun_means(text: str, word: str, meant: str) -> None:
    """The words "him" and "her" mean who was named before and does not act."""
    found = end(text, word)
    assert found.designation is not None
    assert found.designation.span.of(text) == meant


@pytest.mark.parametrize(
    ("text", "word", "first", "second", "abroad"),
    [
        ("I thank you.", "I", True, False, False),
        ("We thank you.", "We", True, False, False),
        ("I thank you.", "you", False, True, False),
        ("I thank our partners.", "partners", False, False, True),
        ("I thank the foresters.", "foresters", False, False, False),
    ],
)
def test_persons_of_speech(text: str, word: str, *, first: bool, second: bool, abroad: bool) -> None:
    """Who speaks, who is addressed and who is of another side is marked."""
    found = end(text, word)
    assert (found.first_person, found.second_person, found.abroad) == (first, second, abroad)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mr President, I thank you.", "Mr President"),
        ("Dear Adela, let me thank you.", "Adela"),
        ("Mr Vesk, we thank you.", "Mr Vesk"),
        ("I thank you.", None),
        ("In Tarsk, we met.", None),
        ("Today, I thank you.", None),
        ("Colleagues, I thank you.", "Colleagues"),
        ("However, I thank you.", None),
    ],
)
def test_who_is_addressed(text: str, who: str | None) -> None:
    """A form of address before "I" or "we" names the person addressed; an adverb does not."""
    found = find_vocative(parsed(text))
    assert (found.span.of(text) if found else None) == who
