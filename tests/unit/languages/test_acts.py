"""Words for what is done with words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.acts import Act, act_lexicon, find_acts, fold_letters

LANGUAGES = ("en", "ru", "kk", "uk")


@pytest.mark.parametrize(
    ("text", "language", "acts"),
    [
        ("She stressed the weight of peace.", "en", [("stressed", Act.STATE)]),
        ("They called on Tholia to pay.", "en", [("called on", Act.DEMAND)]),
        ("He made clear that ports stay open.", "en", [("made clear", Act.STATE)]),
        ("The sides agreed to discuss ferries.", "en", [("agreed", Act.COMMIT), ("discuss", Act.DISCUSS)]),
        ("He rejected the map and thanked her.", "en", [("rejected", Act.REJECT), ("thanked", Act.THANK)]),
        ("CALLED ON Tholia", "en", [("CALLED ON", Act.DEMAND)]),
        ("Стороны обсудили порты.", "ru", [("обсудили", Act.DISCUSS)]),
        ("Президент обратил внимание на порты.", "ru", [("обратил внимание", Act.STATE)]),
        ("Ferries sail daily.", "en", []),
        ("", "en", []),
    ],
)
def test_acts_are_found_in_order(text: str, language: str, acts: list[tuple[str, Act]]) -> None:
    """By base form, and as phrases, which go before the words inside them."""
    assert [(text[one.start : one.end], one.act) for one in find_acts(text, language)] == acts


@pytest.mark.parametrize(
    ("text", "opens"),
    [("stressed", True), ("stressing", True), ("said", True), ("agreement to agree", False), ("meeting", True)],
)
def test_a_finite_form_can_begin_a_statement(text: str, opens: bool) -> None:  # noqa: FBT001 - a row
    """An infinitive can not; a base form that is as often a noun ("stress") is no act at all."""
    assert find_acts("stress", "en") == ()
    assert [one.opens for one in find_acts(text, "en")] == [opens]


@given(st.text(alphabet="stressed agre Cal on İßёдоговил.,\n"), st.sampled_from(LANGUAGES))
def test_acts_stand_where_they_are_said_to(text: str, language: str) -> None:
    """Inside the text, in order, the letters of the place being those of a word."""
    found = find_acts(text, language)
    assert list(found) == sorted(found, key=lambda one: (one.start, -one.end))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@given(st.sampled_from(["", "İ ", "ß", "Weiß and İlham: "]), st.sampled_from(["made clear", "called on", "stressed"]))
def test_letters_that_grow_when_small_move_nothing(before: str, words: str) -> None:
    """A place counts in the text as written."""
    text = f"{before} she {words} it."
    assert [text[one.start : one.end] for one in find_acts(text, "en")] == [words]


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    """One letter for one; and what is folded stays so."""
    folded = fold_letters(text)
    assert len(folded) == len(text)
    assert fold_letters(folded) == folded


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_lexicon(language: str) -> None:
    """One without its own has the English one; a lexicon is read once, and its lists are not empty."""
    lexicon = act_lexicon(language)
    assert lexicon is act_lexicon(language)
    assert set(lexicon.words.values()) | set(lexicon.phrase_acts.values()) >= set(Act)
    assert all((lexicon.weak, lexicon.function, lexicon.position, lexicon.stances))


def test_no_phrase_has_two_acts() -> None:
    """Each word and phrase of a table stands for one act."""
    english, russian = act_lexicon("en"), act_lexicon("ru")
    assert not set(english.phrase_acts) & set(russian.phrase_acts)
    assert all(phrase == phrase.casefold() for phrase in (*english.phrase_acts, *russian.phrase_acts))
