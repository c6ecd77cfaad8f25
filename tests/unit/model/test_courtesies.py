"""Courtesies grouped by kind and direction."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import COURTESIES, Account, Party, Relation, RelationKind, Span, find_courtesies
from unit.readings.accounts import host_account, words
from unit.readings.strategies import accounts

VESK, KORIN = Party(words="the President"), Party(words="the guest")


def relation(giver: Party | None, receiver: Party | None, *, mutual: bool = False, across: bool = True) -> Relation:
    """Give thanks spoken in the last turn of the host's account, that of the guest."""
    cue = words(host_account().release, "thank")
    return Relation(
        kind=RelationKind.THANKS,
        sentence=cue,
        cue=cue,
        giver=giver,
        receiver=receiver,
        symmetrical=mutual,
        across=across,
    )


@pytest.mark.parametrize(
    ("told", "deeds"),
    [
        (relation(VESK, KORIN), ["Thanks from the President to the guest"]),
        (relation(Party(words="The parties"), KORIN), ["Thanks from the parties to the guest"]),
        (relation(None, KORIN), ["Adela Korin thanks the guest"]),
        (relation(VESK, None), ["Thanks from the President (to whom: not stated)"]),
        (
            relation(VESK, KORIN, mutual=True),
            ["Thanks from the President to the guest", "Thanks from the guest to the President"],
        ),
        (relation(VESK, KORIN, across=False), []),
    ],
    ids=["both ends", "many give", "the speaker gives", "nobody receives", "mutual", "within one side"],
)
def test_a_courtesy_is_told_by_its_ends(told: Relation, deeds: list[str]) -> None:
    """Giver before receiver; a speaker stands in for a giver not named; a mutual courtesy goes both ways."""
    found = find_courtesies(replace(host_account(), relations=(told,)))
    assert [courtesy.deed for courtesy in found] == deeds


def test_without_a_speaker_nobody_named_gives() -> None:
    """Narration that names no giver leaves it open."""
    account = replace(host_account(), quotations=(), relations=(relation(None, KORIN),))
    assert [courtesy.deed for courtesy in find_courtesies(account)] == ["Thanks to the guest (from whom: not stated)"]


def test_the_words_reach_from_courtesy_to_reason() -> None:
    """The words of a place are those from the word of thanks to what they are for."""
    told = replace(relation(VESK, KORIN), reason=words(host_account().release, "the invitation"))
    (courtesy,) = find_courtesies(replace(host_account(), relations=(told,)))
    assert [host_account().release.words(span) for span in courtesy.spans] == ["thank you for the invitation"]


@given(account=accounts())
def test_no_courtesy_is_lost_or_made(account: Account) -> None:
    """Every place of a courtesy comes from a relation of its kind, and carries words."""
    for courtesy in find_courtesies(account):
        assert courtesy.kind in COURTESIES
        assert all(place in account.relations for place in courtesy.relations)
        assert all(isinstance(span, Span) for span in courtesy.spans)
