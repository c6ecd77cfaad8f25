"""Tallies are a commutative monoid, and count what they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.precedent import Count, Entry, Tally, join_tallies, tally_entries
from unit.precedent.entries import entries, make_entry

tallies = st.lists(entries(), max_size=6).map(tally_entries)


@given(tallies, tallies, tallies)
def test_joining_is_associative(one: Tally, two: Tally, three: Tally) -> None:
    """It does not matter which parts of a corpus are joined first."""
    assert (one + two) + three == one + (two + three)


@given(tallies, tallies)
def test_joining_is_commutative(one: Tally, two: Tally) -> None:
    """It does not matter in which order parts of a corpus arrive."""
    assert one + two == two + one


@given(tallies)
def test_nothing_is_neutral(one: Tally) -> None:
    """Joining with the tally of no accounts changes nothing, from either side."""
    assert one + Tally() == one == Tally() + one


@given(st.lists(entries(), max_size=12), st.integers(0, 12))
def test_parts_joined_are_the_whole_counted_at_once(some: list[Entry], cut: int) -> None:
    """A corpus counted in two parts and joined equals the corpus counted at once."""
    assert join_tallies([tally_entries(some[:cut]), tally_entries(some[cut:])]) == tally_entries(some)


def test_what_does_not_apply_is_no_exposure() -> None:
    """A feature is counted among those accounts alone that could have had it."""
    tally = tally_entries(
        [make_entry(1, "venue.named"), make_entry(2, absent=("venue.named",)), make_entry(3, "thanks.stated")]
    )
    assert (tally.of("venue.named"), tally.of("thanks.stated")) == (Count(1, 2), Count(1, 1))
    assert tally.accounts == 3


def test_a_feature_nobody_could_have_is_counted_as_never() -> None:
    """What was never exposed is 0 of 0."""
    assert tally_entries([make_entry(1, "venue.named")]).of("thanks.stated") == Count(0, 0)
