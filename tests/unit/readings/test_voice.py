"""The reading of voice: sentences for both sides, sentences for nobody, counted against narration."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Grade, Span
from communique.precedent import NO_PRECEDENT
from communique.readings.voice import mark_features, read_voice
from unit.readings.accounts import FixedPrecedent, bare_account, guest_account, host_account
from unit.readings.strategies import accounts


@pytest.mark.parametrize(
    ("joint", "impersonal", "codes"),
    [
        (True, True, ["voice.joint", "voice.impersonal"]),
        (True, False, ["voice.joint"]),
        (False, True, ["voice.impersonal"]),
        (False, False, []),
    ],
)
def test_each_voice_is_one_finding(*, joint: bool, impersonal: bool, codes: list[str]) -> None:
    """A voice that the text does not use is no finding."""
    account = host_account()
    account = replace(
        account,
        joint=account.joint if joint else (),
        impersonal=account.impersonal if impersonal else (),
    )
    assert [finding.code for finding in read_voice(account, NO_PRECEDENT)] == codes


def test_sentences_are_counted_against_narration_alone() -> None:
    """Turns of the speakers are no sentences of the narrator."""
    joint, impersonal = read_voice(host_account(), NO_PRECEDENT)
    assert joint.statement == (
        "1 of 4 sentences of narration with the participants together as the subject, "
        "as “The sides discussed a number of questions of trade.”; raised by: not stated"
    )
    assert impersonal.statement.startswith("1 of 4 sentences of narration without anybody who acts, as “Attention")


def test_the_mirror_counts_the_other_text() -> None:
    """The other text's own count stands beside, and two counts are no difference."""
    joint, _ = read_voice(host_account(), NO_PRECEDENT, (guest_account(),))
    assert joint.grade is Grade.OBSERVED
    assert (
        joint.mirror == "Velmark's text has 1 of 3 sentences of narration with the participants together as the subject"
    )


def test_a_stock_form_is_a_habit() -> None:
    """Where nearly every readout has such a sentence, having one is a habit."""
    joint, _ = read_voice(host_account(), FixedPrecedent(seen=39, among=40, low=0.87, high=1.0))
    assert joint.grade is Grade.HABIT


def test_a_text_without_narration_is_no_exposure() -> None:
    """Where nothing is narrated, no voice is marked."""
    assert mark_features(bare_account()) == ()


def test_sentences_not_split_are_counted_without_a_whole() -> None:
    """Where sentences are not at hand, the count stands alone."""
    account = replace(bare_account(), joint=(Span(0, 4),))
    (finding,) = read_voice(account, NO_PRECEDENT)
    assert finding.statement.startswith("1 sentence with the participants together")


@given(account=accounts())
def test_the_spans_are_the_sentences(account: Account) -> None:
    """A finding opens on all sentences that it counts."""
    spans = [finding.spans for finding in read_voice(account, NO_PRECEDENT)]
    assert spans == [part for part in (account.joint, account.impersonal) if part]
