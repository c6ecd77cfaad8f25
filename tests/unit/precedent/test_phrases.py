"""The stock phrases of earlier texts that one text lacks; states and texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.precedent import StockPhrase
from communique.precedent.phrases import find_stock
from communique.precedent.wordings import abstract_text
from unit.precedent.told import SPOKE, TALKED, particular, wordings

CLOSING = "The sides agreed to continue contacts at various levels."
OTHER = "Both capitals will stay in touch."


def earlier(count: int, having: int, phrase: str = TALKED) -> tuple[str, ...]:
    """Give so many earlier texts, of which so many have a phrase, evenly spread."""
    return tuple(f"{phrase} {particular(n)}" if (n * having) % count < having else particular(n) for n in range(count))


def stock(text: str, texts: tuple[str, ...]) -> tuple[StockPhrase, ...]:
    """Give the stock phrases of earlier texts that a text lacks."""
    return find_stock(abstract_text("", text), wordings(texts), text_of(texts), reference="calls")


def text_of(texts: tuple[str, ...]) -> Callable[[str], str]:
    """Give what puts a wording into words: no title, and the text by its number."""
    return lambda key: f"\n{texts[int(key)]}"


@pytest.mark.parametrize(
    ("count", "having", "told"),
    [(40, 38, ["2 of 40"]), (20, 16, ["4 of 20"]), (12, 12, ["0 of 12"]), (40, 20, []), (14, 9, []), (11, 11, [])],
)
def test_a_phrase_that_surely_most_have_is_stock(count: int, having: int, told: list[str]) -> None:
    """The rate is that of accounts without it; too few accounts, or too few of them, are no base."""
    assert [str(phrase.rate) for phrase in stock(OTHER, earlier(count, having))] == told


@pytest.mark.parametrize("count", [12, 40, 200])
def test_a_habit_never_broken_is_no_certainty(count: int) -> None:
    """None of so few lacked it, so the next one may: the fewer they are, the more often a routine account does."""
    (phrase,) = stock(OTHER, earlier(count, count))
    assert phrase.rate.chance == pytest.approx(0.5 / (count + 1))


def test_the_phrase_is_told_whole_and_once() -> None:
    """A formula of many words is one phrase, with names abstracted, and ends where texts part."""
    (phrase,) = stock(OTHER, earlier(30, 28))
    assert phrase.words == "‹name› had a telephone conversation with ‹name›"
    assert phrase.spans == ()
    assert phrase.rate.reference == "calls"


def test_the_nearest_wording_here_is_marked() -> None:
    """Where a sentence has most of the words in another order or form, it is opened."""
    text = f"{OTHER} Telephone contact: Vesk had a long conversation on telephone lines with Velmark."
    (phrase,) = stock(text, earlier(30, 28))
    (span,) = phrase.spans
    assert span.of(text).startswith("Vesk had a long conversation")


@pytest.mark.parametrize(
    "text", [TALKED, "Davor Selim had a telephone conversation with the President of Tholia Ilmar Vesk on ferries."]
)
def test_a_phrase_that_is_here_is_not_missing(text: str) -> None:
    """Other names, and other words around it, do not make it another phrase."""
    assert stock(text, earlier(30, 28)) == ()


def test_a_habit_that_was_given_up_is_no_habit() -> None:
    """What only the older texts have is not expected of the next one."""
    texts = (*(particular(n) for n in range(20)), *(f"{TALKED} {particular(n)}" for n in range(20, 200)))
    assert stock(OTHER, texts) == ()


def test_the_rarer_lack_comes_first() -> None:
    """Of two phrases the one that more accounts have stands first."""
    texts = tuple(
        f"{one if n % 10 else ''} {other if n % 4 else ''} {particular(n)}"
        for n, (one, other) in enumerate([(CLOSING, TALKED)] * 40)
    )
    assert [phrase.words.split()[-1] for phrase in stock(OTHER, texts)] == ["levels", "‹name›"]


def test_linking_words_alone_are_no_phrase() -> None:
    """Four words that say nothing are not told, however usual."""
    assert stock(OTHER, tuple(f"And so it was with them. {particular(n)}" for n in range(30))) == ()


def test_a_precedent_without_a_text_gives_no_words() -> None:
    """Where no text can be had, nothing is told rather than hashes."""
    assert find_stock((), wordings(earlier(30, 30)), lambda _: "", reference="calls") == ()


@given(having=st.integers(0, 30), present=st.booleans(), both=st.booleans())
@settings(max_examples=40, deadline=None)
def test_every_phrase_told_is_usual_and_not_here(having: int, *, present: bool, both: bool) -> None:
    """Whatever is told is in most of the earlier texts, not in this one, and told once."""
    text = f"{TALKED if present else SPOKE} {OTHER}"
    texts = tuple(f"{item} {CLOSING if both else ''}" for item in earlier(30, having))
    phrases = stock(text, texts)
    own = " | ".join(" ".join(row.tokens) for row in abstract_text("", text))
    assert len({phrase.words for phrase in phrases}) == len(phrases) <= 2
    for phrase in phrases:
        assert phrase.words not in own
        assert 2 * phrase.rate.seen < phrase.rate.among == 30
