"""The reading of vague words: counted in narration and in speech apart, in the words of the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Span
from communique.precedent import NO_PRECEDENT
from communique.readings.vague import mark_features, read_vague
from unit.readings.accounts import FixedPrecedent, bare_account, guest_account, host_account
from unit.readings.strategies import accounts


def leaving_open(*spans: tuple[int, int]) -> Account:
    """Give an account of one plain sentence with vague words at these places."""
    account = bare_account(text="Some of the rain, some hail and Some snow fell on some old roofs of a town.")
    return replace(account, vague=tuple(Span(start, end) for start, end in spans))


def test_narration_and_speech_are_told_apart() -> None:
    """What a speaker leaves open is not laid to the narrator."""
    narrated, spoken = read_vague(host_account(), NO_PRECEDENT)
    assert (narrated.code, narrated.statement) == ("vague.narrated", "Left open in narration: “a number of”, “certain”")
    assert (spoken.code, spoken.statement) == ("vague.spoken", "Left open in direct speech: “some”")


@pytest.mark.parametrize(
    ("places", "listed"),
    [
        (((0, 4),), "“some”"),
        (((0, 4), (18, 22), (32, 36)), "“some” (3 times)"),
        (((0, 4), (8, 11), (12, 16), (23, 27), (37, 41), (69, 70)), "“some”, “the”, “rain”, “hail” and 2 more"),
    ],
)
def test_words_are_listed_once_with_their_number(places: tuple[tuple[int, int], ...], listed: str) -> None:
    """The same words in any case are one entry; a long list is cut and says by how much."""
    (finding,) = read_vague(leaving_open(*places), NO_PRECEDENT)
    assert finding.statement == f"Left open in narration: {listed}"
    assert len(finding.spans) == len(places)


def test_a_text_without_such_words_gives_no_finding() -> None:
    """Words that are all definite are no finding, and are marked as such."""
    assert list(read_vague(bare_account(), NO_PRECEDENT)) == []
    assert [mark.present for mark in mark_features(bare_account())] == [False]


def test_the_mirror_tells_the_other_text_s_words() -> None:
    """The other text has such words, and they are told, or it has none."""
    narrated, _ = read_vague(host_account(), NO_PRECEDENT, (guest_account(), leaving_open((0, 4))))
    assert narrated.mirror == "Velmark's text has no such words; The other text leaves open: “some”"


def test_speech_is_marked_only_where_there_is_any() -> None:
    """A text without direct speech is no exposure for words in speech."""
    assert {mark.code for mark in mark_features(host_account())} == {"vague.narrated", "vague.spoken"}
    assert {mark.code for mark in mark_features(guest_account())} == {"vague.narrated"}


def test_a_rate_comes_with_each_finding() -> None:
    """Narration and speech are held against precedents apart."""
    precedent = FixedPrecedent(seen=1, among=2)
    list(read_vague(host_account(), precedent))
    assert precedent.asked == ["vague.narrated", "vague.spoken"]


def test_a_language_without_the_list_is_no_exposure() -> None:
    """Where vague words are not looked for, none is counted as missing."""
    assert mark_features(replace(host_account(), unread=("vague words",))) == ()


@given(account=accounts())
def test_every_vague_word_is_in_one_finding(account: Account) -> None:
    """No span is lost and none is told twice."""
    spans = [span for finding in read_vague(account, NO_PRECEDENT) for span in finding.spans]
    assert sorted(spans) == sorted(account.vague)
