"""Where things stand in the plot of a timeline: nothing lies on anything else, nothing is cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.dossiers.imprecise import parse_when, when_of_time
from communique.dossiers.public_days import LIBRARY_DAYS, country_days
from communique.dossiers.timeline_nouns import Moment, Timeline
from communique.model import Kind, Role
from communique.reports.timelines.axis import Axis, lay_out_axis
from communique.reports.timelines.compose import lay_out_timeline
from communique.reports.timelines.layout import NARROW, WIDE, Box
from communique.reports.timelines.lettering import broken, width_of
from communique.reports.timelines.placing import Anchored, find_levels, place_labels, spread
from communique.reports.timelines.report import TimelineReport
from unit.reports.timelines.drawn import REPORTS, crowded, whole

WIDTHS = (WIDE, 7.0, NARROW)


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_words_lie_on_others(report: Callable[[], TimelineReport], width: float) -> None:
    """All boxes of words keep clear of each other, at every width."""
    words = lay_out_timeline(report(), width).words
    assert [(one.lines, other.lines) for one, other in combinations(words, 2) if one.meets(other)] == []


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut(report: Callable[[], TimelineReport], width: float) -> None:
    """Every box and mark lies inside the plot."""
    layout = lay_out_timeline(report(), width)
    for box in layout.words:
        assert box.left >= 0.0
        assert box.right <= width + 1e-6, box.lines
        assert box.top >= 0.0
        assert box.foot <= layout.height, box.lines
    assert all(0.0 < mark.across < width and 0.0 < mark.down < layout.height for mark in layout.marks)


@pytest.mark.parametrize("report", REPORTS)
def test_every_moment_has_its_mark(report: Callable[[], TimelineReport]) -> None:
    """Moments and parallel events each have one, under a name of its own."""
    timeline, layout = report().timeline, lay_out_timeline(report())
    assert sorted(mark.moment.key for mark in layout.marks) == sorted(
        moment.key for moment in (*timeline.moments, *timeline.parallel)
    )
    assert len({mark.name for mark in layout.marks}) == len(layout.marks)


def test_a_long_silence_breaks_the_axis() -> None:
    """An invitation of April does not squash the days of June; the days left out are counted."""
    axis = lay_out_timeline(whole()).axis
    assert [gap.days for gap in axis.breaks] == [53]
    assert [column.day for column in axis.columns] == [
        date(2021, 4, 20),
        *(date(2021, 6, day) for day in range(13, 20)),
    ]
    assert {round(column.width, 6) for column in axis.columns} == {round(axis.columns[0].width, 6)}


def test_marks_stand_in_the_column_of_their_day() -> None:
    """Setting marks apart never moves one into another day."""
    for width in WIDTHS:
        layout = lay_out_timeline(crowded(), width)
        columns = {column.day: column for column in layout.axis.columns}
        for mark in layout.marks:
            column = columns[layout.axis.day_of(mark.moment.when)]
            assert column.left < mark.across < column.right


def test_a_crowded_day_counts_what_it_cannot_name() -> None:
    """Where there are more parallel events than lines, the rest are counted."""
    lines = [line for box in lay_out_timeline(crowded()).boxes for line in box.lines]
    assert lines.count("and 8 others") == 4
    narrow = [line for box in lay_out_timeline(crowded(), NARROW).boxes for line in box.lines]
    assert narrow.count("12") == 4


def test_leads_are_drawn_once_an_event() -> None:
    """Announcement and invitation each have one line, to the record of the office that published them."""
    layout = lay_out_timeline(whole())
    assert sorted(tie.box.lines for tie in layout.ties) == [("announced 2 days before",), ("invited 57 days before",)]
    assert len(layout.bonds) == 1


def test_an_imprecise_moment_is_a_bar() -> None:
    """A month begins where it begins and goes on to its end, as far as it is drawn."""
    layout = lay_out_timeline(whole())
    (bar,) = [mark for mark in layout.marks if mark.moment.name == "report"]
    assert bar.until == layout.axis.right
    assert [window.box.lines for window in layout.windows] == [("foretold for June 2021",)]


def test_times_of_several_zones_stand_by_one_clock() -> None:
    """18:30 one hour east of Greenwich stands after 18:20 three hours east; the words give the offsets."""
    layout = lay_out_timeline(whole())
    places = {mark.moment.name: mark.across for mark in layout.marks}
    assert places["xa:3"] < places["xv:1"]
    assert any("18:30 +01" in line for box in layout.boxes for line in box.lines)


def test_words_break_at_blanks_and_long_ones_anywhere() -> None:
    """No line is wider than asked; past the most lines there is an ellipsis."""
    lines = broken("Unbelievablylongnameofabuilding in Tarsk, the capital of Arvenia", 8.0, 0.9, most=4)
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert all(width_of(line, 8.0) <= 0.9 for line in lines)


PLACES = st.lists(st.floats(0.0, 10.0), min_size=1, max_size=12)


@given(places=PLACES, apart=st.floats(0.01, 0.5))
def test_spreading_keeps_order_distance_and_bounds(places: list[float], apart: float) -> None:
    """Marks set apart stay in order and inside; they are as far from each other as there is room for."""
    moved = spread(sorted(places), apart, 0.0, 10.0)
    least = min(apart, 10.0 / max(len(places) - 1, 1))
    assert all(later - earlier >= least - 1e-9 for earlier, later in pairwise(moved))
    assert all(-1e-9 <= place <= 10.0 + 1e-9 for place in moved)


@given(st.lists(st.tuples(st.floats(0, 9), st.floats(0, 3)), max_size=10))
def test_intervals_of_one_level_do_not_meet(pairs: list[tuple[float, float]]) -> None:
    """Whatever hangs on one level keeps clear of its neighbours."""
    intervals = [(start, start + length) for start, length in pairs]
    levels = find_levels(intervals)
    for one, other in combinations(range(len(intervals)), 2):
        if levels[one] == levels[other]:
            assert intervals[one][1] < intervals[other][0] or intervals[other][1] < intervals[one][0]


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0.0, 10.0), st.integers(1, 5), st.floats(0.3, 2.2)), min_size=1, max_size=14))
def test_labels_never_meet(items: list[tuple[float, int, float]]) -> None:
    """However marks crowd, their words are laid below each other and inside the plot."""
    labels = [
        Anchored(key=str(n), across=across, box=Box(lines=("x",) * lines, left=0.0, top=1.0, width=width, size=8.0))
        for n, (across, lines, width) in enumerate(items)
    ]
    placed = place_labels(labels, 1.0, 0.0, 10.0)
    assert {label.key for label in placed} == {label.key for label in labels}
    assert not any(one.box.meets(other.box) for one, other in combinations(placed, 2))
    assert all(label.box.left >= 0.0 and label.box.right <= 10.0 + 1e-9 and label.box.top >= 1.0 for label in placed)


def made(places: list[tuple[int, int, int]], parallel: list[tuple[int, int]]) -> TimelineReport:
    """Make a timeline by hand: moments by day, hour and role, parallel events by day and hour."""
    start, roles = datetime(2020, 2, 27, 0, 30), tuple(Role)[:4]  # noqa: DTZ001 - as printed, without a zone
    moments = tuple(
        moment_at(n, start + timedelta(days=day, hours=hour), roles[role])
        for n, (day, hour, role) in enumerate(sorted(places), start=1)
    )
    beside = tuple(
        moment_at(n, start + timedelta(days=day, hours=hour), Role.PARALLEL)
        for n, (day, hour) in enumerate(sorted(parallel), start=1)
    )
    days = sorted({moment.when.first for moment in (*moments, *beside)})
    timeline = Timeline(
        title="Made by hand",
        first=date(2020, 2, 27),
        last=date(2020, 6, 1),
        sides=("KZ", "XA"),
        moments=moments,
        parallel=beside,
        calendar=tuple((day, country_days(day, ("KZ", "XA"), LIBRARY_DAYS)) for day in days),
    )
    return TimelineReport(timeline=timeline)


def moment_at(number: int, printed: datetime, role: Role) -> Moment:
    """Make a moment of one of two offices."""
    title = f"Conversation number {number} on the building of a bridge over the long strait"
    return Moment(
        number=number,
        key=f"{role}{number}",
        name=f"n{number}",
        title=title,
        when=when_of_time(printed),
        basis="",
        role=role,
        kind=tuple(Kind)[number % 8],
        issuer=("xa-president", "xv-government")[number % 2],
        sides=("XA", "XV"),
    )


@settings(max_examples=30, deadline=None)
@given(
    places=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 22), st.integers(0, 3)), min_size=1, max_size=10),
    parallel=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 22)), max_size=40),
    width=st.sampled_from(WIDTHS),
)
def test_whatever_happened_no_words_meet(
    places: list[tuple[int, int, int]], parallel: list[tuple[int, int]], width: float
) -> None:
    """However many moments fall on however many days, words keep clear of each other and inside the plot."""
    layout = lay_out_timeline(made(places, parallel), width)
    assert [(a.lines, b.lines) for a, b in combinations(layout.words, 2) if a.meets(b)] == []
    assert all(box.left >= 0.0 and box.right <= width + 1e-6 and box.foot <= layout.height for box in layout.words)


def test_days_that_are_not_drawn_stand_in_their_break_or_at_an_end() -> None:
    """A stretch of days is clipped to what is drawn."""
    axis: Axis = lay_out_axis(whole().timeline, 1.0, 11.0)
    (gap,) = axis.breaks
    assert gap.left < axis.place(date(2021, 5, 16)) < gap.right
    assert axis.reach_of(parse_when("2020/..")) == (1.0, 11.0)
    assert axis.place(date(2030, 1, 1)) == 11.0
