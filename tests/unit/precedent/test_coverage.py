"""Days held and holes: months without a release, and stretches far beyond the issuer's own pace."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.precedent import Coverage
from communique.precedent.coverage import hole_words
from unit.precedent.contacts import daily, day, held

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "ru-president.en.jsonl.gz"

days_held = st.lists(st.integers(0, 900), min_size=1, max_size=120, unique=True).map(
    lambda numbers: Coverage(days=tuple(sorted(day(number) for number in numbers)))
)


@pytest.mark.parametrize(
    ("coverage", "holes"),
    [
        pytest.param(held(daily(0, 60)), (), id="daily"),
        pytest.param(held(daily(0, 60), daily(66, 90)), (), id="a holiday week of a daily issuer"),
        pytest.param(held(daily(0, 60), daily(68, 90)), ((day(61), day(67)),), id="over a week of a daily issuer"),
        pytest.param(Coverage(days=tuple(day(4 * n) for n in range(40))), (), id="twice a week"),
        pytest.param(
            Coverage(days=tuple(day(4 * n) for n in range(40) if n not in {20, 21, 22})), (), id="16 days at that pace"
        ),
        pytest.param(
            Coverage(days=tuple(day(4 * n) for n in range(60) if n not in range(20, 26))),
            ((day(77), day(103)),),
            id="28 days at that pace",
        ),
        pytest.param(
            Coverage(days=(date(2019, 1, 30), date(2019, 3, 2))), ((date(2019, 1, 31), date(2019, 3, 1)),), id="a month"
        ),
        pytest.param(Coverage(days=(date(2019, 1, 2), date(2019, 2, 27))), (), id="a sparse issuer without a pace"),
        pytest.param(
            Coverage(days=(date(2018, 11, 30), date(2019, 1, 1))), ((date(2018, 12, 1), date(2018, 12, 31)),), id="year"
        ),
    ],
)
def test_what_counts_as_a_hole(coverage: Coverage, holes: tuple[tuple[date, date], ...]) -> None:
    """A whole month always does; inside months the pace of the neighbours decides."""
    assert coverage.holes == holes


@pytest.mark.parametrize(
    ("one", "other", "hole"),
    [
        (0, 59, None),
        (61, 61, (61, 99)),
        (0, 200, (131, 169)),
        (200, 0, (131, 169)),
        (0, 130, (61, 99)),
        (60, 100, (61, 99)),
        (-5, 3, (-5, -1)),
        (195, 230, (201, 230)),
        (220, 230, (220, 230)),
    ],
)
def test_the_last_hole_between_two_days(one: int, other: int, hole: tuple[int, int] | None) -> None:
    """The last one that holds a day of the stretch is given whole; outside the corpus nothing is held."""
    coverage = held(daily(0, 60), daily(100, 130), daily(170, 200))
    expected = (day(hole[0]), day(hole[1])) if hole else None
    assert coverage.hole_between(day(one), day(other)) == expected


def test_nothing_is_covered_where_nothing_is_held() -> None:
    """An empty corpus covers no day."""
    assert not Coverage().covered(day(0))
    assert hole_words(Coverage(), (day(0), day(1))) == "no base"


def test_the_months_held_come_in_order_and_once() -> None:
    """Months are those of the days."""
    assert held(daily(0, 40)).months == ((2019, 1), (2019, 2))


def test_as_of_a_day_later_ones_are_not_known() -> None:
    """What came later is cut off, and the day itself is held, as its own release is."""
    coverage = held(daily(0, 10), daily(40, 50))
    assert coverage.as_of(day(12)).days == (*daily(0, 10), day(12))
    assert coverage.as_of(day(45)).hole_between(day(5), day(45)) == (day(11), day(39))


def test_a_hole_in_words_names_the_last_month_held() -> None:
    """Since when there is no base; before the first day held, since when there is one."""
    coverage = held(daily(0, 10), daily(100, 110))
    assert hole_words(coverage, (day(11), day(99))) == "no base since January 2019"
    assert hole_words(coverage, (day(-9), day(-1))) == "no base before January 2019"


@given(coverage=days_held, number=st.integers(-20, 920))
def test_a_day_is_covered_or_lies_in_one_hole(coverage: Coverage, number: int) -> None:
    """A day held is covered; a day between the first and the last is covered or inside one of the holes."""
    one = day(number)
    inside = coverage.days[0] <= one <= coverage.days[-1]
    in_hole = sum(first <= one <= last for first, last in coverage.holes)
    assert in_hole <= 1
    assert coverage.covered(one) == (inside and not in_hole)
    assert coverage.covered(one) or one not in coverage.days


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside the project")
def test_the_holes_of_a_real_corpus_are_found() -> None:
    """Every empty month of it lies in a hole, as do the parts of February 2022 and March 2020 that it lacks."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        days = {date.fromisoformat(json.loads(line)["issued"][:10]) for line in lines}
    coverage = Coverage(days=tuple(sorted(days)))
    months = [(year, month) for year in range(2000, 2022) for month in range(1, 13)]
    empty = [month for month in months if month not in coverage.months]
    assert len(empty) > 100
    assert not any(coverage.covered(date(year, month, 15)) for year, month in empty)
    assert coverage.hole_between(date(2020, 1, 1), date(2020, 3, 14)) == (date(2018, 6, 10), date(2020, 2, 29))
    assert coverage.hole_between(date(2022, 1, 1), date(2022, 2, 11)) == (date(2022, 2, 1), date(2022, 2, 6))
