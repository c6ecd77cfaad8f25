"""Guesses that become premises, in sentences about fictional states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reasoning.hedge_trails import TrailKind, find_chains, find_trails

CONCLUSION, GROUND = TrailKind.CONCLUSION, TrailKind.GROUND
TAKEN_UP, REPEATED, ASSURED = TrailKind.TAKEN_UP, TrailKind.REPEATED, TrailKind.ASSURED

FADED = [
    ("It looks like the call brought nothing, so the two met.", CONCLUSION, "It looks like", "so"),
    ("Korin probably refused the loan. Therefore Vesk left.", CONCLUSION, "probably", "Therefore"),
    ("Perhaps he was warned. This explains the haste.", CONCLUSION, "Perhaps", "This explains"),
    (
        (
            "Vesk and Korin spoke by phone (unannounced, probably). A day passed. "
            "Judging by the fact that Vesk called at once, he was in a hurry."
        ),
        GROUND,
        "probably",
        "Judging by the fact that",
    ),
    (
        "In all probability the loan was refused. Having been refused, he left.",
        GROUND,
        "In all probability",
        "Having been",
    ),
    (
        "Selim may have brought a secret offer. Nobody knows more. That offer changed all.",
        TAKEN_UP,
        "may have",
        "That offer",
    ),
    ("It seems she was angry. This displeasure was felt in Tarsk.", TAKEN_UP, "It seems", "This displeasure"),
    (
        "It seems the palace wants to hide the loan. It certainly does not want a scandal.",
        ASSURED,
        "It seems",
        "certainly",
    ),
    (
        (
            "Korin apparently bought the northern harbour from Ostrand. The ferry sails at noon. "
            "Korin bought the northern harbour from Ostrand."
        ),
        REPEATED,
        "apparently",
        None,
    ),
]


@pytest.mark.parametrize(("text", "kind", "hedge", "marker"), FADED, ids=[text[:40] for text, *_ in FADED])
def test_a_faded_hedge_is_found(text: str, kind: TrailKind, hedge: str, marker: str | None) -> None:
    """A later sentence that takes a guess for granted is found, with the hedge and the words that tie the two."""
    found = [
        (trail.kind, trail.hedge.of(text), trail.marker.of(text) if trail.marker else None)
        for trail in find_trails(text)
        if trail.is_faded
    ]
    assert (kind, hedge, marker) in found


NO_TRAIL = [
    "Korin refused the loan. Therefore Vesk left.",
    "Korin probably refused the loan. The ferry sails at noon.",
    "Judging by the press, Vesk left early.",
    "“It is probably over.” So said the King.",
    "Vesk sat as if asleep, so the talks ended.",
    "Perhaps it rained. So far nothing is known.",
    "The visit was long. It seems the visit was dull. This visit ended on Friday.",
]


@pytest.mark.parametrize("text", NO_TRAIL)
def test_where_nothing_was_guessed_nothing_fades(text: str) -> None:
    """No trail begins at a fact, at words of others, at a comparison, or ends where nothing rests on the guess."""
    assert find_trails(text) == ()


def test_a_guess_on_a_guess_keeps_its_hedge() -> None:
    """A conclusion that is hedged itself is told apart, with its own hedge."""
    text = "He probably saw her off. So he probably talked to her."
    (trail,) = find_trails(text)
    assert not trail.is_faded
    assert trail.later_hedge is not None
    assert (trail.hedge.start, trail.later_hedge.of(text)) == (text.index("probably"), "probably")


def test_steps_that_follow_on_each_other_are_one_chain() -> None:
    """What rests on a guess and is guessed on from is one story."""
    text = "Perhaps he was warned. So he left. It seems he was late, so she waited."
    assert [len(chain) for chain in find_chains(find_trails(text))] == [2]


def test_russian_guesses_fade_too() -> None:
    """Another language has its own words."""
    text = "Скорее всего, Корин отказала в займе. Поэтому Веск уехал."
    assert [trail.kind for trail in find_trails(text, "ru")] == [CONCLUSION]


@given(
    st.lists(
        st.sampled_from(["He probably left. ", "So she came. ", "Vesk called. ", "This fear grew. ", "“Perhaps.” "]),
        max_size=8,
    )
)
def test_a_guess_stands_before_what_rests_on_it(pieces: list[str]) -> None:
    """Whatever the order of sentences, a hedge lies in its guess and before the later words."""
    text = "".join(pieces)
    for trail in find_trails(text):
        assert trail.earlier.covers(trail.hedge)
        assert trail.hedge.start < trail.later.start
        assert 0 < trail.strength <= 1
