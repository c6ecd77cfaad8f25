"""Forecasts on fictional states: sorted by what is known on a day, scored, set beside the base rate."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Forecast
from communique.reasoning.estimative import Band
from communique.reasoning.forecasting import LEAST_FOR_PARTS, score_forecasts, score_of

MADE, DUE, KNOWN = date(2021, 3, 1), date(2021, 3, 31), date(2021, 4, 2)
LATER = date(2021, 6, 1)


def forecast(
    code: str, probability: float, *, outcome: bool | None = None, analyst: str = "", made: date = MADE
) -> Forecast:
    """Make a forecast on a visit to Sund, answered on the second of April where it is answered."""
    return Forecast(
        code=code,
        question="Will President Vesk visit Sund?",
        probability=probability,
        made=made,
        due=DUE,
        resolves="a release of either office records it",
        analyst=analyst,
        outcome=outcome,
        resolved=None if outcome is None else KNOWN,
    )


SCORES = [
    (1.0, True, 0.0),
    (1.0, False, 1.0),
    (0.0, False, 0.0),
    (0.5, True, 0.25),
    (0.7, True, 0.09),
    (0.7, False, 0.49),
]


@pytest.mark.parametrize(("probability", "outcome", "expected"), SCORES)
def test_the_score_of_one_forecast(probability: float, outcome: bool, expected: float) -> None:  # noqa: FBT001 - a column of the table
    """The square of how far the probability lies from what came: 0 the best, 1 the worst."""
    assert score_of(forecast("F", probability, outcome=outcome)) == pytest.approx(expected)


STATES = [
    (date(2021, 2, 1), "later"),
    (MADE, "open"),
    (DUE, "open"),
    (date(2021, 4, 1), "due"),
    (KNOWN, "resolved"),
    (LATER, "resolved"),
]


@pytest.mark.parametrize(("as_of", "state"), STATES)
def test_a_forecast_is_what_is_known_of_it_on_a_day(as_of: date, state: str) -> None:
    """Open up to its day, due after it, resolved once the answer is known; before it was made it is none."""
    sheet = score_forecasts([forecast("F", 0.6, outcome=True)], as_of=as_of)
    counted = {name: len(getattr(sheet, name)) for name in ("later", "open", "due", "resolved")}
    assert counted == {name: int(name == state) for name in counted}


def test_an_open_forecast_has_no_score() -> None:
    """What has not come is not scored, and no record is made of it."""
    sheet = score_forecasts([forecast("F", 0.6)], as_of=MADE)
    assert score_of(sheet.open[0]) is None
    assert (sheet.record, sheet.by_analyst, sheet.by_band) == (None, (), ())


def test_a_record_stands_beside_the_base_rate() -> None:
    """The reference says how often it came true every time; skill is over 0 where the forecasts were better."""
    made = [forecast("A", 0.9, outcome=True), forecast("B", 0.8, outcome=True), forecast("C", 0.1, outcome=False)]
    record = score_forecasts(made, as_of=LATER).record
    assert record is not None
    assert record.mean == pytest.approx((0.01 + 0.04 + 0.01) / 3)
    assert record.base_rate == pytest.approx(2 / 3)
    assert record.reference == pytest.approx(2 / 9)
    assert record.skill == pytest.approx(1 - 0.02 / (2 / 9))
    assert record.parts is None


def test_where_all_answers_are_alike_there_is_no_skill() -> None:
    """The base rate scores 0 then, and no forecast could beat it."""
    record = score_forecasts([forecast("A", 0.9, outcome=True)], as_of=LATER).record
    assert record is not None
    assert record.skill is None


def test_analysts_have_each_their_record() -> None:
    """Forecasts are told apart by who made them."""
    made = [forecast("A", 0.9, outcome=True, analyst="Brandt"), forecast("B", 0.9, outcome=False, analyst="Reek")]
    sheet = score_forecasts(made, as_of=LATER)
    assert [(item.analyst, round(item.record.mean, 2)) for item in sheet.by_analyst] == [
        ("Brandt", 0.01),
        ("Reek", 0.81),
    ]


def test_bands_count_what_came_of_what_was_said() -> None:
    """Calibration goes by the seven words, the least likely first, unused ones left out."""
    made = [forecast("A", 0.9, outcome=True), forecast("B", 0.85, outcome=False), forecast("C", 0.1, outcome=False)]
    bands = score_forecasts(made, as_of=LATER).by_band
    assert [(band.band, band.came_true, band.said) for band in bands] == [
        (Band.VERY_UNLIKELY, 0, 1),
        (Band.VERY_LIKELY, 1, 2),
    ]
    assert bands[1].mean == pytest.approx(0.875)


forecasts = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=LEAST_FOR_PARTS, max_size=60)


@given(forecasts)
def test_the_parts_make_up_the_score(said: list[tuple[float, bool]]) -> None:
    """Reliability − resolution + uncertainty + remainder is the mean score, and each of the three is not below 0."""
    made = [forecast(f"F{n}", probability, outcome=outcome) for n, (probability, outcome) in enumerate(said)]
    record = score_forecasts(made, as_of=LATER).record
    assert record is not None
    assert record.parts is not None
    parts = record.parts
    assert parts.reliability - parts.resolution + parts.uncertainty + parts.remainder == pytest.approx(record.mean)
    assert min(parts.reliability, parts.resolution, parts.uncertainty) >= 0
    assert 0 <= record.mean <= 1


@given(forecasts, st.randoms())
def test_the_order_of_forecasts_is_irrelevant(said: list[tuple[float, bool]], chance: object) -> None:
    """Shuffled, they give the same sheet."""
    made = [
        forecast(f"F{n}", p, outcome=outcome, made=MADE + timedelta(days=n % 9)) for n, (p, outcome) in enumerate(said)
    ]
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert score_forecasts(shuffled, as_of=LATER) == score_forecasts(made, as_of=LATER)
