"""PhraseTable looked up from where they begin, and the lexicon of one gazetteer."""

from __future__ import annotations

import pytest

from communique.languages.english.lexicon import PhraseTable, lexicon
from communique.languages.english.tokens import find_tokens
from communique.languages.gazetteer import NO_NAMES
from unit.fictional import names


def looked_up(phrases: PhraseTable[int], text: str) -> tuple[int, int] | None:
    """Look a phrase up at the beginning of a text."""
    return phrases.at(find_tokens(text), 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Merano Bay lies", (2, 2)),
        ("Merano lies", (1, 1)),
        ("merano lies", None),
        ("Bay lies", None),
        ("US and others", (1, 3)),
        ("Us and them", None),
        ("us and them", None),
    ],
)
def test_the_longest_phrase_wins(text: str, found: tuple[int, int] | None) -> None:
    """The longest phrase is met, capitals where the table wants them, and acronyms in capitals only."""
    phrases: PhraseTable[int] = PhraseTable(capital=True)
    for words, value in (("Merano", 1), ("Merano Bay", 2), ("US", 3)):
        phrases.add(words, value)
    assert looked_up(phrases, text) == found


def test_an_earlier_equal_phrase_stays() -> None:
    """Among equal spellings the first added is meant; an empty one is none."""
    phrases: PhraseTable[int] = PhraseTable()
    for words, value in (("the strait", 1), ("The Strait", 2), ("", 3)):
        phrases.add(words, value)
    assert looked_up(phrases, "The strait is open") == (2, 1)


@pytest.mark.parametrize(
    ("plural", "head"),
    [
        ("presidents", True),
        ("prime ministers", True),
        ("heads of state", True),
        ("secretaries", True),
        ("envoys", True),
        ("chairmen", True),
        ("princesses", True),
        ("heads of government", True),
        ("president", False),
        ("head of state", False),
    ],
)
def test_plurals_of_offices(plural: str, *, head: bool) -> None:
    """The plural of every office is known as such."""
    found = lexicon(NO_NAMES).heads.at(find_tokens(plural), 0)
    assert found == (len(plural.split()), head)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Vesk", True),
        ("Korin", True),
        ("J.", True),
        ("Grace", True),
        ("Will", False),
        ("Talks", False),
        ("vesk", False),
        ("VESK", False),
        ("4", False),
        ("Ministry", False),
        ("June", False),
    ],
)
def test_what_looks_like_a_name(word: str, *, name: bool) -> None:
    """Capitals that are no common word, no body and no month may be part of a name."""
    assert lexicon(names()).is_name(find_tokens(word)[0]) is name


def test_one_lexicon_for_one_gazetteer() -> None:
    """The lexicon of a gazetteer is built once."""
    assert lexicon(names()) is lexicon(names())


def test_the_names_it_is_told() -> None:
    """States, cities and surnames come from the gazetteer, not from the language."""
    told, untold = lexicon(names()), lexicon(NO_NAMES)
    tarsk, arvenia = find_tokens("Tarsk"), find_tokens("Arvenia")
    assert told.cities.at(tarsk, 0) is not None
    assert told.sides.at(arvenia, 0) is not None
    assert untold.cities.at(tarsk, 0) is None
    assert untold.sides.at(arvenia, 0) is None
    assert "vesk" in told.surnames
    assert not untold.surnames
