"""The reading of space: counted words by part, who is quoted and who is not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Kind, Release
from communique.precedent import NO_PRECEDENT
from communique.readings.space import LENGTHS, mark_features, read_space
from unit.readings.accounts import FixedPrecedent, bare_account, guest_account, host_account
from unit.readings.strategies import accounts


def texted(text: str) -> Account:
    """Give an account of a text in which extraction found nothing."""
    return replace(bare_account(), release=Release(address="", issuer="", language="xx", title="", text=text))


def test_words_are_counted_by_part() -> None:
    """Narration, then the speakers in their order; labels of turns count nowhere."""
    (finding,) = read_space(host_account(), NO_PRECEDENT)
    assert finding.statement == "Of 57 words: narration 42 (74%), Ilmar Vesk 9 (16%), Adela Korin 6 (11%)"
    assert finding.spans == tuple(turn.content for turn in host_account().quotations)


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Signed:\n1. Treaty on timber\n2. Plan on ferries\nAll done.", 8),
        ("Signed:\n– Treaty on timber;\n– Plan on ferries.", 6),
        ("Signed:\n  • Treaty\r\n  • Plan", 2),
        ("Подписаны:\n1) Договор о лесе;\n2) План паромов.", 7),
        ("Signed:\n1. Treaty on timber\nAll done.", 0),
        ("Talks were held.\n2020 was a good year.\n2021 was another.", 0),
        ("Rain.\n* * *\nHail.\n* * *\nSnow.", 0),
        ("Trade grew 4-5 per cent.\nTimber - the main good - led.", 0),
    ],
)
def test_lists_are_told_by_their_marks(text: str, lists: int) -> None:
    """Two lines or more with bullets, dashes or numbers are a list, in any language."""
    found = [finding for finding in read_space(texted(text), NO_PRECEDENT) if finding.code == "space.shares"]
    counts = [int(re.findall(r"lists (\d+)", finding.statement)[0]) for finding in found]
    assert counts == [lists] * bool(lists)


def test_only_the_own_side_is_quoted() -> None:
    """A text that quotes its own principal alone is told so, with those words."""
    account = host_account()
    account = replace(account, quotations=account.quotations[:1])
    (finding,) = [finding for finding in read_space(account, NO_PRECEDENT) if finding.code == "space.own_only"]
    assert finding.statement == "Only the side of Arvenia is quoted; no words of Adela Korin are"
    assert finding.absent


def test_whom_a_message_goes_to_is_not_missed_among_the_quoted() -> None:
    """A message has one voice: that the addressee is not quoted in it is no finding and no exposure."""
    account = host_account()
    account = replace(account, quotations=account.quotations[:1], event=replace(account.event, kind=Kind.MESSAGE))
    assert "space.own_only" not in {finding.code for finding in read_space(account, NO_PRECEDENT)}
    assert "space.counterpart_speaks" not in {mark.code for mark in mark_features(account)}


def test_nobody_is_quoted() -> None:
    """A readout without direct speech is told so, beside whom the other text quotes."""
    (finding,) = read_space(guest_account(), NO_PRECEDENT, (host_account(),))
    assert finding.code == "space.no_speech"
    assert finding.mirror == "Arvenia's text quotes Ilmar Vesk, Adela Korin"


def test_the_counterpart_is_marked_only_where_anybody_speaks() -> None:
    """Whether the guest is quoted can be asked only of a text with direct speech."""
    assert "space.counterpart_speaks" in {mark.code for mark in mark_features(host_account())}
    assert "space.counterpart_speaks" not in {mark.code for mark in mark_features(guest_account())}


def test_a_readout_without_speech_is_held_against_readouts_with_it() -> None:
    """Where 2 of 40 quote somebody, quoting nobody is 38 of 40."""
    (finding,) = read_space(guest_account(), FixedPrecedent(seen=2, among=40, low=0.01, high=0.17))
    assert str(finding.rate) == "38 of 40"


@pytest.mark.parametrize(("length", "over"), [(100, []), (101, [100]), (301, [100, 300]), (1001, [100, 300, 1000])])
def test_length_is_marked_in_steps(length: int, over: list[int]) -> None:
    """A text is over each step that it has more words than; every text could be."""
    marks = {mark.code: mark.present for mark in mark_features(texted("ferry " * length))}
    assert [step for step in LENGTHS if marks[f"space.over_{step}"]] == over


@given(account=accounts())
def test_shares_are_counts_and_never_negative(account: Account) -> None:
    """The parts sum to the words told."""
    for finding in read_space(account, NO_PRECEDENT):
        total = re.match(r"Of (\d+) words: ", finding.statement)
        if total:
            parts = [int(count) for count in re.findall(r"(\d+) \(\d+%\)", finding.statement)]
            assert sum(parts) == int(total.group(1))
            assert min(parts) >= 0
