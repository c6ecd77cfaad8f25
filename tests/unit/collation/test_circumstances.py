"""Differences in the frame of two accounts: label, place, manner, length, initiative, order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from communique.collation.circumstances import find_circumstances, find_order
from communique.collation.matching import Match
from communique.collation.statements import Statement
from communique.model import Account, Event, Kind, Variant, VariantKind, Weight
from unit.collation.readouts import (
    kazakh_account,
    our_account,
    our_bodies,
    row_of_statements,
    russian_account,
    their_account,
    their_bodies,
    transcript,
)
from unit.fictional import VELMARK, account_of

OUR_FIRST = "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin."
THEIR_FIRST = "Prime Minister Adela Korin met with President of Arvenia Ilmar Vesk."


def quoted(first: Account, second: Account) -> list[tuple[VariantKind, str | None, str | None]]:
    """Give the differences with the words of each side."""
    return [
        (
            variant.kind,
            first.release.words(variant.first) if variant.first else None,
            second.release.words(variant.second) if variant.second else None,
        )
        for variant in find_circumstances(first, second)
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("They spoke.", "They spoke.", []),
        (
            "The meeting took place in Tarsk.",
            "They spoke.",
            [(VariantKind.VENUE, "meeting took place in Tarsk.", None)],
        ),
        ("They spoke in Tarsk.", "They dined in Tarsk.", []),
        (
            "The talks in all lasted three hours.",
            "They spoke.",
            [(VariantKind.LENGTH_TIME, "The talks in all lasted three hours.", None)],
        ),
        ("The talks lasted long.", "The talks lasted an hour.", []),
        (
            "The meeting took place at the initiative of Velmark.",
            "They spoke.",
            [(VariantKind.INITIATIVE, "at the initiative of Velmark", None)],
        ),
        (
            "The meeting took place at the initiative of Velmark.",
            "The meeting took place at the initiative of Arvenia.",
            [(VariantKind.INITIATIVE, "at the initiative of Velmark", "at the initiative of Arvenia")],
        ),
        (
            "This was the third meeting between the two this year.",
            "They spoke.",
            [(VariantKind.FIGURE, "This was the third meeting between the two this year.", None)],
        ),
        (
            "This was the third meeting between the two.",
            "It was their fourth conversation.",
            [],
        ),
    ],
)
def test_a_circumstance_of_one_side_is_a_difference(
    ours: str, theirs: str, expected: list[tuple[VariantKind, str | None, str | None]]
) -> None:
    """Place, length, initiative and count of contacts: stated by one side alone, or differently."""
    first = account_of(f"{OUR_FIRST} {ours}")
    second = account_of(f"{THEIR_FIRST} {theirs}", issuer=VELMARK)
    assert quoted(first, second) == expected
    assert quoted(second, first) == [(kind, other, one) for kind, one, other in expected]


def test_an_initiative_told_differently_is_major() -> None:
    """Each side names the other as the initiator."""
    first = account_of(f"{OUR_FIRST} The meeting took place at the initiative of Velmark.")
    second = account_of(f"{THEIR_FIRST} The meeting took place at the initiative of Arvenia.", issuer=VELMARK)
    (variant,) = find_circumstances(first, second)
    assert variant.weight is Weight.MAJOR
    assert variant.told == "Velmark for the one, Arvenia for the other"


def test_the_words_for_the_encounter_are_a_label() -> None:
    """A call for the one, a meeting for the other, where the words stand there; what is no encounter has none."""
    first = account_of(f"{OUR_FIRST} The meeting was long.")
    second = account_of(f"{THEIR_FIRST} The call was long.", issuer=VELMARK)
    call = replace(second, event=replace(second.event, kind=Kind.CALL))
    message = replace(second, event=replace(second.event, kind=Kind.MESSAGE))
    assert [v.told for v in find_circumstances(first, call)] == ["a meeting for the one, a call for the other"]
    assert list(find_circumstances(first, message)) == []


def test_a_speech_in_full_is_another_label_than_a_narration() -> None:
    """The first turn with its label stands for the speech."""
    first, second = transcript(150), their_account()
    (label,) = (v for v in find_circumstances(first, second) if v.kind is VariantKind.LABEL)
    assert label.first is not None
    assert label.second is not None
    assert first.release.words(label.first).startswith("Prime Minister of Velmark Adela Korin: We")
    assert second.release.words(label.second).startswith("Prime Minister Adela Korin met")


@pytest.mark.parametrize("letters", ["", "Weiß, ", "İlham, ", "Weiß, İlham, Groß, "])
def test_places_are_counted_in_the_text_as_written(letters: str) -> None:
    """Letters that grow when written small do not move the words of length or manner."""
    body = f"President Ilmar Vesk, {letters}Adela Korin spoke by video on Monday. The talks then lasted three hours."
    first, second = account_of(body), their_account(THEIR_FIRST)
    first = replace(first, event=replace(first.event, kind=Kind.MEETING))
    words = {kind: ours for kind, ours, _ in quoted(first, second)}
    assert words[VariantKind.LENGTH_TIME] == "The talks then lasted three hours."
    assert "spoke by video on Monday." in (words[VariantKind.VENUE] or "")


def swapped(variant: Variant) -> tuple[object, ...]:
    """Give what a variant is with its sides changed."""
    return variant.kind, variant.weight, variant.second, variant.first


@given(our_bodies, their_bodies)
@settings(max_examples=20, deadline=None)
def test_swapping_the_accounts_swaps_the_marked_words(ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    """And keeps kinds and weights; every span quotes its own release."""
    first, second = our_account(*ours), their_account(*theirs)
    here, there = list(find_circumstances(first, second)), list(find_circumstances(second, first))
    assert {(v.kind, v.weight, v.first, v.second) for v in here} == set(map(swapped, there))
    assert all(one is None or one.of(first.release.part(one.part)) for one in (v.first for v in here))
    assert all(one is None or one.of(second.release.part(one.part)) for one in (v.second for v in here))
    assert list(find_circumstances(first, first)) == []


LINES = ("Ferries.", "Railways.", "Schools.", "Harbours.", "Engines.", "Treaties.", "Islands.")


def matched(first: tuple[Statement, ...], second: tuple[Statement, ...]) -> tuple[Match, ...]:
    """Match the statements of the same words."""
    return tuple(
        Match(first=one, second=other, likeness=1.0, words=1.0, same=True)
        for one in first
        for other in second
        if one.words == other.words
    )


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (LINES, False),
        ((*LINES[1:], LINES[0]), True),
        (LINES[:3], False),
        ((LINES[1], LINES[0], *LINES[2:]), False),
    ],
    ids=["one order", "first is last", "too short", "but one later"],
)
def test_another_order_is_a_difference(second: tuple[str, ...], found: bool) -> None:  # noqa: FBT001 - a row
    """Where one side opens with what the other comes to much later; whichever of them it is."""
    ours, theirs = row_of_statements(*LINES), row_of_statements(*second)
    here = list(find_order(ours, theirs, matched(ours, theirs)))
    there = list(find_order(theirs, ours, matched(theirs, ours)))
    assert [v.kind for v in here] == ([VariantKind.ORDER] if found else [])
    assert [(v.second, v.first) for v in there] == [(v.first, v.second) for v in here]


@pytest.mark.parametrize(
    "other", [kazakh_account(), russian_account(), account_of("", "Talks"), account_of("It rained.")]
)
def test_any_two_texts_can_be_compared(other: Account) -> None:
    """Other languages, an empty body, and an event without principals: what is marked can be quoted."""
    first = our_account()
    for kind, ours, theirs in quoted(first, other):
        assert kind
        assert ours or theirs
    assert find_order([], row_of_statements(*LINES), []) is not None


def test_no_event_has_no_circumstances() -> None:
    """Accounts in which extraction found nothing differ in nothing."""
    bare = replace(account_of("It rained."), event=Event(kind=Kind.OTHER))
    assert list(find_circumstances(bare, bare)) == []
