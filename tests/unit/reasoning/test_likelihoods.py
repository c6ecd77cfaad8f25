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
        (
            RATED,
            (),
            "no likelihood entered: its rate alone is the same whichever explanation is true, and decides nothing",
        ),
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
    assert [voice.value for voice in first.voices] == [0.2, 0.8]


def test_what_no_analyst_holds_is_not_pooled() -> None:
    """A row that lacks a number under some hypothesis is left out whole: no cell is a mixture of other analysts."""
    whole = make_likelihoods("e1", (0.9, 0.6, 0.3), analyst="A")
    part = make_likelihoods("e1", (0.1,), THREE[:1], analyst="B")
    row = only_row(make_evidence(), (*whole, *part))
    assert [cell.value for cell in row.cells] == [0.9, 0.6, 0.3]
    assert {cell.analysts for cell in row.cells} == {("A",)}
    assert row.left_out == ("B",)


def test_parts_of_several_analysts_make_no_whole() -> None:
    """Where each analyst entered a part only, the item does not weigh, and it is told who left out what."""
    entered = (
        *make_likelihoods("e1", (0.9,), THREE[:1], analyst="A"),
        *make_likelihoods("e1", (0.1, 0.2), THREE[1:], analyst="B"),
    )
    row = only_row(make_evidence(), entered)
    assert row.cells == ()
    assert row.unweighed == "no likelihood by A under invited, crisis; no likelihood by B under routine, and no rate"


def test_each_row_is_completed_before_it_is_pooled() -> None:
    """Where there is a rate an analyst who entered one number holds the item as usual for the rest."""
    entered = (
        *make_likelihoods("e1", (0.9,), THREE[:1], analyst="A"),
        *make_likelihoods("e1", (0.5, 0.2), THREE[:2], analyst="B"),
    )
    row, rate = only_row(RATED, entered), 19.5 / 32
    assert [cell.value for cell in row.cells] == pytest.approx([(0.9 * 0.5) ** 0.5, (rate * 0.2) ** 0.5, rate])
    assert [cell.ground for cell in row.cells] == [Ground.ENTERED, Ground.ENTERED, Ground.PRECEDENT]
    assert [(voice.analyst, round(voice.value, 2)) for voice in row.cells[1].voices] == [("", 0.61), ("B", 0.2)]
    assert row.left_out == ()


def test_an_entered_certainty_lies_within_its_bounds() -> None:
    """A likelihood of 1 can only be lowered by the sweep."""
    cell = only_row(make_evidence(), make_likelihoods("e1", (1.0, 0.5, 0.5))).cells[0]
    assert cell.low < cell.value == cell.high == 1.0


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
