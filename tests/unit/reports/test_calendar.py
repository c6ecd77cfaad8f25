"""The calendar of what a corpus holds: holes plainly there, at 80 columns and as an image."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reports.calendar import (
    BLOCKS,
    HOLE,
    find_holes,
    find_span,
    hole_label,
    months_between,
    render_calendar,
    shade_of,
)
from communique.reports.calendar_plot import Calendar, plot_calendars

MONTHS = {(2018, 11): 4, (2018, 12): 120, (2019, 1): 0, (2021, 2): 1}
months = st.dictionaries(st.tuples(st.integers(1999, 2006), st.integers(1, 12)), st.integers(0, 250), max_size=40)


@pytest.mark.parametrize(
    ("held", "holes"),
    [
        ({}, []),
        ({(2018, 1): 1}, []),
        ({(2018, 12): 1, (2019, 1): 2}, []),
        ({(2018, 12): 1, (2019, 2): 2}, ["Jan 2019"]),
        (MONTHS, ["Jan 2019 – Jan 2021"]),
        ({(2018, 1): 0, (2018, 3): 1}, []),
    ],
)
def test_holes_lie_between_months_that_are_held(held: dict[tuple[int, int], int], holes: list[str]) -> None:
    """What comes before the first release and after the last is no hole; a count of nothing is one."""
    assert [hole_label(hole) for hole in find_holes(held)] == holes


def test_the_calendar_shows_counts_holes_and_totals() -> None:
    """A year a line, also a year of which nothing is held."""
    head, *years = render_calendar(MONTHS).splitlines()
    assert head.split() == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec all".split()
    assert [line.split() for line in years] == [
        ["2018", "▂4", "█120", "124"],
        ["2019", *[HOLE] * 12, "–"],
        ["2020", *[HOLE] * 12, "–"],
        ["2021", HOLE, "▁1", "1"],
    ]


def test_months_stand_in_their_columns() -> None:
    """The end of each cell stands below the end of its month's name."""
    head, first, *_ = render_calendar(MONTHS).splitlines()
    assert first.index("█120") + 4 == head.index("Dec") + 3


def test_crowded_months_show_figures_alone() -> None:
    """Four digits leave no room for a block."""
    assert not set(BLOCKS) & set(render_calendar({(2020, 1): 1200, (2020, 2): 30}))


@given(months)
def test_every_release_is_in_the_calendar(held: dict[tuple[int, int], int]) -> None:
    """Totals add up, every month between the ends is a count or a hole, and 80 columns are enough."""
    lines = render_calendar(held).splitlines()
    totals = [line.split()[-1] for line in lines[1:]]
    assert sum(0 if total == "–" else int(total) for total in totals) == sum(held.values())
    span = find_span(held)
    between = sum(1 for _ in months_between(span)) if span else 0
    assert sum(line.count(HOLE) for line in lines) + sum(count > 0 for count in held.values()) == between
    assert max(map(len, lines), default=0) <= 80


@given(st.integers(1, 500), st.integers(1, 500))
def test_more_releases_are_never_paler(one: int, other: int) -> None:
    """The shade grows with the count."""
    few, many = sorted((one, other))
    assert 0 <= shade_of(few, many) <= shade_of(many, many) == len(BLOCKS) - 1


def test_calendars_without_a_date_are_left_out_of_the_image() -> None:
    """An issuer with undated releases only has no calendar; the image is the same each time."""
    calendars: tuple[Calendar, ...] = (("xa-president", MONTHS), ("xv-government", {}))
    assert plot_calendars(calendars, "svg", title="Coverage") == plot_calendars(calendars[:1], "svg", title="Coverage")
    assert plot_calendars((), "png", title="Coverage")[:4] == b"\x89PNG"
