"""The reading of turns: who opens, who closes, how many words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, SpeechForm
from communique.precedent import NO_PRECEDENT
from communique.readings.turns import mark_features, read_turns
from unit.readings.accounts import FixedPrecedent, bare_account, guest_account, host_account
from unit.readings.strategies import accounts


def test_turns_are_told_in_order_with_their_words() -> None:
    """Who speaks first and last, in how many turns, with the words of each speaker."""
    (finding,) = read_turns(host_account(), NO_PRECEDENT)
    assert finding.statement == (
        "Ilmar Vesk speaks first, Adela Korin last, in 2 turns: Ilmar Vesk 9 words in 1, Adela Korin 6 words in 1"
    )
    assert [host_account().release.words(span) for span in finding.spans] == ["Ilmar Vesk:", "Adela Korin:"]


def test_one_who_has_both_ends_is_told_so() -> None:
    """A speaker with the first turn and the last is named once."""
    account = host_account()
    first, second = account.quotations
    (finding,) = read_turns(replace(account, quotations=(first, second, first)), NO_PRECEDENT)
    assert finding.statement.startswith("Ilmar Vesk speaks first and last, in 3 turns: Ilmar Vesk 18 words in 2,")


def test_one_who_alone_has_turns_is_told_so() -> None:
    """Where all turns are one speaker's, nobody is said to be first or last."""
    account = host_account()
    first = account.quotations[0]
    (finding,) = read_turns(replace(account, quotations=(first, first)), NO_PRECEDENT)
    assert finding.statement == "Ilmar Vesk alone speaks, in 2 turns: Ilmar Vesk 18 words in 2"


@pytest.mark.parametrize("own_first", [True, False])
def test_marks_tell_who_opens_and_who_has_most_words(*, own_first: bool) -> None:
    """The issuer's side opens or not; the most words are counted whatever the order."""
    account = host_account()
    turns = account.quotations if own_first else account.quotations[::-1]
    marks = {mark.code: mark.present for mark in mark_features(replace(account, quotations=turns))}
    assert marks == {"turns.own_first": own_first, "turns.own_longest": True}


def test_length_is_a_finding_only_with_a_base() -> None:
    """Whose words are most is told once more where a rate says how usual that is."""
    assert [f.code for f in read_turns(host_account(), NO_PRECEDENT)] == ["turns.order"]
    rated = tuple(read_turns(host_account(), FixedPrecedent(seen=1, among=41, low=0.0, high=0.13)))
    assert [finding.code for finding in rated] == ["turns.order", "turns.longest"]
    assert rated[1].statement.startswith("Most words in turns are those of Ilmar Vesk: ")


def test_quotations_in_narration_are_no_turns() -> None:
    """Speech between quotation marks has no order of turns."""
    account = host_account()
    inline = tuple(replace(quotation, form=SpeechForm.INLINE) for quotation in account.quotations)
    assert list(read_turns(replace(account, quotations=inline), NO_PRECEDENT)) == []


def test_the_mirror_says_that_there_are_no_turns() -> None:
    """A text that narrates only has no turns to set beside."""
    (finding,) = read_turns(host_account(), NO_PRECEDENT, (guest_account(),))
    assert finding.mirror == "Velmark's text has no turns of speech"


def test_a_text_without_turns_is_no_exposure() -> None:
    """Where nobody has a turn, nobody's order is counted."""
    assert mark_features(bare_account()) == ()


@given(account=accounts())
def test_a_single_turn_has_no_order(account: Account) -> None:
    """An order needs two turns."""
    turns = [quotation for quotation in account.quotations if quotation.form is SpeechForm.TURN]
    codes = [finding.code for finding in read_turns(account, NO_PRECEDENT)]
    assert ("turns.order" in codes) == (len(turns) > 1)
