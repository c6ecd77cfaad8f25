"""A calibration as tables."""

from __future__ import annotations

import pytest

from communique.precedent.calibration import Firing, Plant, Planting
from communique.precedent.placebo import Placebo
from communique.reports.calibration import render_calibration

ROWS = tuple(
    Placebo(
        issuer=issuer,
        language="en",
        placed=5604,
        unusual=619,
        shuffled_placed=3248,
        shuffled_unusual=449,
    )
    for issuer in ("xa-president", "xv-prime-minister")
)
FIRINGS = (Firing(code="visit_class", anything=12, rare=1, habit=10, among=40),)
PLANTING = Planting(releases=3, eligible=9, plants=(Plant(name="xa:1", feature="stock", place=2),), left=(("cut", 4),))


@pytest.mark.parametrize("width", [80, 100, 140])
def test_every_name_stands_on_one_line(width: int) -> None:
    """At any usual width the tables fit, and no office is broken in the middle of its code."""
    lines = render_calibration(ROWS, FIRINGS, PLANTING, width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert [line.split()[:2] for line in lines if "5604" in line] == [[row.issuer, "en"] for row in ROWS]


@pytest.mark.parametrize(
    "owed",
    ["619 of 5604 (11.0 %)", "all", "1238 of 11208 (11.0 %)", "1 of 40 (2.5 %)", "1 of 1 (100.0 %) among the first 3"],
)
def test_the_three_trials_are_told(owed: str) -> None:
    """The placebo with its total, what fires on routine, and the planted changes."""
    assert owed in render_calibration(ROWS, FIRINGS, PLANTING, width=100)


def test_a_trial_that_was_not_run_has_no_table() -> None:
    """Without a sample and without plants only the placebo is told."""
    told = render_calibration(ROWS[:1], (), None, width=100)
    assert "own habits" in told
    assert "routine records" not in told
    assert "Planted" not in told
    assert "all " not in told
