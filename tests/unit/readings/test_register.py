"""The reading of evaluative words: narrated, spoken, shared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Grade, ToneWord
from communique.precedent import NO_PRECEDENT
from communique.readings.register import mark_features, read_register
from unit.readings.accounts import FixedPrecedent, bare_account, full_guest_account, full_host_account, words
from unit.readings.strategies import accounts


def test_words_are_told_as_written() -> None:
    """Each word stands once, in the order of the text, and the finding opens on all of them."""
    (finding,) = read_register(full_host_account(), NO_PRECEDENT)
    assert finding.statement == "Evaluative words in narration: “constructive”, “frank”"
    assert len(finding.spans) == 2


def test_the_mirror_parts_shared_words_from_unshared() -> None:
    """What both texts have stands apart from what the other alone has."""
    (finding,) = read_register(full_host_account(), NO_PRECEDENT, (full_guest_account(),))
    assert finding.grade is Grade.DIFFERS
    assert finding.mirror == "Velmark's text shares “frank” and has “open” of its own"


def test_a_word_that_the_other_part_of_the_text_has_is_not_told_as_missing() -> None:
    """A word of the other text that narration here has too is not the other's own, also beside direct speech."""
    account = full_host_account()
    first, second = account.tone
    account = replace(account, tone=(replace(first, spoken=True), second))
    _, spoken = sorted(read_register(account, NO_PRECEDENT, (full_guest_account(),)), key=lambda f: f.code)
    assert spoken.mirror == "Velmark's text shares none of them and has “open” of its own"


def test_the_same_words_are_no_difference() -> None:
    """Two texts with the same words agree."""
    (finding,) = read_register(full_host_account(), NO_PRECEDENT, (full_host_account(),))
    assert finding.grade is Grade.OBSERVED
    assert finding.mirror == "Arvenia's text shares “constructive”, “frank”"


def test_two_languages_are_not_compared_word_for_word() -> None:
    """Words of another language are printed and make no difference."""
    other = full_guest_account()
    other = replace(other, release=replace(other.release, language="xx"))
    (finding,) = read_register(full_host_account(), NO_PRECEDENT, (other,))
    assert finding.grade is Grade.OBSERVED
    assert finding.mirror == "Velmark's text has, in its own language: “frank”, “open”"


@pytest.mark.parametrize("spoken", [False, True])
def test_speech_is_told_apart(*, spoken: bool) -> None:
    """A speaker's word is not the narrator's."""
    account = full_host_account()
    account = replace(account, tone=tuple(replace(word, spoken=spoken) for word in account.tone))
    (finding,) = read_register(account, NO_PRECEDENT)
    assert finding.code == ("register.spoken" if spoken else "register.narrated")


def test_silence_is_told_only_beside_words() -> None:
    """That no such word stands is worth a line where another text has some, or earlier ones mostly had."""
    silent = replace(full_host_account(), tone=())
    usual = FixedPrecedent(seen=38, among=41, low=0.8, high=0.98)
    (beside,) = read_register(silent, NO_PRECEDENT, (full_guest_account(),))
    assert (beside.code, beside.mirror) == ("register.none", "Velmark's text has “frank”, “open” of its own")
    assert list(read_register(silent, NO_PRECEDENT)) == []
    assert [f.grade for f in read_register(silent, usual)] == [Grade.RARE]


def test_a_text_without_speech_is_no_exposure_of_spoken_words() -> None:
    """Where nobody is quoted, spoken words are not counted as missing."""
    codes = [mark.code for mark in mark_features(bare_account())]
    assert "register.narrated" in codes
    assert "register.spoken" not in codes


@pytest.mark.parametrize(
    ("word", "groups"),
    [
        ("constructive", {"constructive"}),
        ("warmest", {"friendly"}),
        ("frank", {"frank"}),
        ("opened", set()),
        ("close", {"close"}),
        ("enclosed", set()),
        ("strategic alliance", {"strategic", "allied"}),
        ("alleys", set()),
        ("конструктивном", {"constructive"}),
        ("тёплой", {"friendly"}),
        ("доверительной", {"trusting"}),
    ],
)
def test_words_are_marked_by_group(word: str, groups: set[str]) -> None:
    """A word marks the group of its like in English and Russian, and a longer word that holds it does not."""
    account = bare_account(text=f"The talks were {word}.")
    span = words(account.release, word)
    account = replace(account, tone=(ToneWord(span=span, sentence=span),))
    marked = {mark.code.partition(".")[2] for mark in mark_features(account) if mark.present}
    assert marked == {"narrated", *groups}


@given(account=accounts())
def test_every_word_is_in_one_finding(account: Account) -> None:
    """Narrated and spoken words together are all words."""
    spans = [span for finding in read_register(account, NO_PRECEDENT) for span in finding.spans]
    assert sorted(spans) == sorted(word.span for word in account.tone)
