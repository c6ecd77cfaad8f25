"""Likelihoods: entered with a reason, as usual by a rate, or none, and then said so."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError
from communique.model import Evidence, Likelihood
from communique.reasoning.likelihoods import Ground, Row, fill_rows, odds_times, usual_cell
from unit.reasoning.weighing_cases import REASON, THREE, make_evidence, make_likelihoods

RATED = make_evidence("e1", seen=19, among=31)


def only_row(item: Evidence, likelihoods: tuple[Likelihood, ...]) -> Row:
    """Fill the row of one item."""
    return fill_rows(THREE, (item,), likelihoods)[0]


@pytest.mark.parametrize(
    ("item", "entered", "reason"),
    [
        (make_evidence(), (), "no likelihood entered, and no rate"),
        (
            make_evidence(seen=2, among=5),
            (),
            "no likelihood entered, and no base for a rate (2 of 5)",
        ),
        (RATED, (), "no likelihood entered: at its rate the item is as usual under every hypothesis"),
        (make_evidence(), make_likelihoods("e1", (0.5, 0.4, 0.3))[:2], "no likelihood under crisis, and no rate"),
    ],
)
def test_an_item_without_a_likelihood_does_not_weigh(
    item: Evidence, entered: tuple[Likelihood, ...], reason: str
) -> None:
    """An item weighs only with a likelihood under every hypothesis, one of them entered; else it says why not."""
    row = only_row(item, entered)
    assert row.cells == ()
    assert row.unweighed == reason


def test_a_rate_stands_in_where_the_item_is_as_usual() -> None:
    """A hypothesis for which nothing is entered takes the smoothed rate, with its interval."""
    row = only_row(RATED, make_likelihoods("e1", (0.9,), (THREE[1],)))
    assert [cell.ground for cell in row.cells] == [Ground.PRECEDENT, Ground.ENTERED, Ground.PRECEDENT]
    assert row.cells[0].value == pytest.approx(19.5 / 32)
    assert row.cells[0].low < row.cells[0].value < row.cells[0].high
    assert row.cells[0].reasons == ("as usual: 19 of 31 earlier accounts",)
    assert row.cells[1].value == 0.9


def test_an_entered_likelihood_goes_before_the_rate() -> None:
    """Where an analyst entered one, the rate is not used."""
    row = only_row(RATED, make_likelihoods("e1", (0.2, 0.9, 0.4)))
    assert [cell.value for cell in row.cells] == [0.2, 0.9, 0.4]


def test_several_analysts_are_pooled() -> None:
    """Of several analysts the geometric mean counts, and all their reasons are kept."""
    entered = (
        *make_likelihoods("e1", (0.2, 0.9, 0.4), analyst="A"),
        *make_likelihoods("e1", (0.8, 0.4, 0.4), analyst="B"),
    )
    first = only_row(make_evidence(), entered).cells[0]
    assert first.value == pytest.approx(0.4)
    assert first.analysts == ("A", "B")


def test_the_later_entry_counts() -> None:
    """Of two entries by one analyst the later day counts."""
    early, late = (
        Likelihood(evidence="e1", hypothesis="crisis", value=value, reason=REASON, entered=date(2021, 6, day))
        for day, value in ((1, 0.2), (9, 0.7))
    )
    row = only_row(make_evidence(), (late, early, *make_likelihoods("e1", (0.5, 0.5), THREE[:2])))
    assert row.cells[2].value == 0.7


def test_two_entries_of_one_day_are_refused() -> None:
    """Two numbers by one analyst for one cell, of one day or of none, cannot both stand."""
    entered = (*make_likelihoods("e1", (0.5, 0.5, 0.5)), *make_likelihoods("e1", (0.5, 0.5, 0.6)))
    with pytest.raises(ModelError, match="one likelihood of e1 under crisis by one analyst"):
        only_row(make_evidence(), entered)


@given(st.integers(8, 400).flatmap(lambda among: st.tuples(st.integers(0, among), st.just(among))))
def test_a_smoothed_rate_is_never_nothing(counts: tuple[int, int]) -> None:
    """What was never seen, or always, is neither impossible nor certain; the bounds hold the value."""
    seen, among = counts
    cell = usual_cell(make_evidence(seen=seen, among=among))
    assert cell is not None
    assert 0.0 < cell.low <= cell.value <= cell.high <= 1.0
    assert 0.0 < cell.value < 1.0


@given(st.floats(min_value=5e-324, max_value=1.0))
def test_odds_move_the_right_way(probability: float) -> None:
    """Halved odds give less or as much, doubled odds more or as much, and always a probability over 0."""
    assert 0.0 < odds_times(probability, 0.5) <= probability
    assert odds_times(probability, 2.0) <= 1.0
    assert odds_times(probability, 2.0) >= min(probability, 0.999)
