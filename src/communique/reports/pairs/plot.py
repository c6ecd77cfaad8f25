"""Contacts of two sides over time as an image: a lane for each office that tells, the time between contacts below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from textwrap import shorten
from typing import TYPE_CHECKING

from communique.precedent.encounters import Manner
from communique.precedent.pairs import Pair, Teller, Telling
from communique.reports.drawing import INK, LINE, OWN, PALE, WIDER, WIDTH, PlotForm, save_figure, styled
from communique.reports.labels import language_label

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LANE = 0.62
"""Inches from one office to the next."""

HEAD, BETWEEN, GAPS, FOOT = 0.95, 0.55, 1.7, 0.95
LEFT, RIGHT = 0.25, 0.93
LONGEST = 36
"""Characters of an office's name; longer ones are cut at a word's end."""

SHORTEST_HOLE = timedelta(days=20)
"""Shorter holes are not drawn: they would be thinner than a mark."""

_OFF = {Manner.CALL: -0.15, Manner.IN_PERSON: 0.15}
"""Calls stand above the line of their office, contacts in person below it: many fall on days near each other."""

_MARKS = {Manner.CALL: ("o", OWN, 5.0), Manner.IN_PERSON: ("s", WIDER, 6.0)}
_MARKED_YEARS = ((12, 1), (24, 2), (60, 5))


def plot_pair(pair: Pair, form: PlotForm) -> bytes:
    """
    Draw the contacts of two sides as an image of 1,200 points' width.

    A lane is an office: a dot a call, a square a contact in person; a hollow mark is a contact of which only others
    tell though the corpus holds the day. Hatched is what the corpus does not hold. Below stand the days between
    contacts, each at its end; those that a hole touches are left out.
    """
    with styled():
        return save_figure(_draw(pair), form, title=title_of(pair))


def title_of(pair: Pair) -> str:
    """Give the title of the image."""
    return f"Contacts of {pair.names[0]} and {pair.names[1]}"


def _draw(pair: Pair) -> Figure:
    from matplotlib.figure import Figure  # noqa: PLC0415 - loads when a plot is asked for

    lanes = max(len(pair.tellers), 1)
    height = HEAD + LANE * lanes + BETWEEN + GAPS + FOOT
    figure = Figure(figsize=(WIDTH, height))
    top = height - HEAD - LANE * lanes
    told = figure.add_axes((LEFT, top / height, RIGHT - LEFT, LANE * lanes / height))
    gaps = figure.add_axes((LEFT, FOOT / height, RIGHT - LEFT, GAPS / height))
    for axes in (told, gaps):
        _lay_out(axes, pair)
    _draw_lanes(told, pair)
    _draw_gaps(gaps, pair)
    _draw_words(figure, pair, height)
    return figure


def _lay_out(axes: Axes, pair: Pair) -> None:
    years = pair.years
    axes.set_xlim(years.start - 0.15, years.stop + 0.15)
    step = next((step for most, step in _MARKED_YEARS if len(years) <= most), 10)
    marked = [year for year in (*years, years.stop) if year % step == 0]
    axes.set_xticks(marked, [str(year) for year in marked])
    axes.tick_params(length=3, color=LINE)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _draw_lanes(axes: Axes, pair: Pair) -> None:
    axes.set_ylim(len(pair.tellers) - 0.5, -0.5)
    axes.set_yticks(range(len(pair.tellers)), [_name(teller) for teller in pair.tellers])
    axes.tick_params(axis="y", length=0)
    for lane, teller in enumerate(pair.tellers):
        axes.axhline(lane, color=LINE, linewidth=0.8, zorder=1)
        for start, end in _holes(pair, teller):
            _hatch(axes, start, end, lane - 0.38, lane + 0.38)
    for meeting in pair.meetings:
        at = (_place(meeting.encounter.first),)
        mark, colour, size = _MARKS[meeting.encounter.manner]
        for lane, telling in enumerate(meeting.tellings):
            height = (lane + _OFF[meeting.encounter.manner],)
            if telling is Telling.TOLD:
                axes.plot(at, height, marker=mark, markersize=size, color=colour, mew=0, alpha=0.85, zorder=3)
            elif telling is Telling.SILENT:
                axes.plot(at, height, marker=mark, markersize=size, color=colour, markerfacecolor="white", zorder=2)


def _hatch(axes: Axes, start: float, end: float, low: float, high: float) -> None:
    axes.fill_between(
        (start, end), low, high, facecolor="#f3f3f3", edgecolor="#c4c4c4", hatch="////", linewidth=0.0, zorder=0
    )


def _name(teller: Teller) -> str:
    return f"{shorten(teller.name, LONGEST, placeholder=' …')}\n{language_label(teller.language)}"


def _holes(pair: Pair, teller: Teller) -> Iterator[tuple[float, float]]:
    """Give the holes of an office inside the years drawn, those before its first and after its last day too."""
    years, days = pair.years, teller.coverage.days
    if not years or not days:
        return
    whole = (date(years.start, 1, 1), date(years[-1], 12, 31))
    ends = ((whole[0], days[0]), (days[-1], whole[1]))
    for start, end in (*ends, *teller.coverage.holes):
        first, last = max(start, whole[0]), min(end, whole[1])
        if last - first > SHORTEST_HOLE:
            yield _place(first), _place(last)


def _draw_gaps(axes: Axes, pair: Pair) -> None:
    """Draw the gaps that no hole touches; the days that no office's texts cover are hatched."""
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - loads when a plot is asked for

    known = [gap for gap in pair.gaps if not gap.lost]
    top = max((gap.days for gap in known), default=1) * 1.12 + 1
    axes.set_ylim(0, top)
    axes.set_ylabel("days since the\ncontact before", fontsize=9, color=PALE)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.grid(axis="y", color=LINE, linewidth=0.5)
    axes.set_axisbelow(True)
    for start, end in _common(pair):
        _hatch(axes, start, end, 0, top)
    for gap in known:
        at = _place(gap.until)
        axes.plot((at, at), (0, gap.days), color=OWN, linewidth=1.0, zorder=2)
        axes.plot((at,), (gap.days,), marker="o", markersize=3.6, color=OWN, mew=0, zorder=3)
    if pair.usual_gap is not None:
        axes.axhline(pair.usual_gap, color=WIDER, linewidth=1.0, linestyle="--", zorder=2)
        words = f"median\n{pair.usual_gap:.0f} days"
        where = axes.get_yaxis_transform()
        axes.text(1.005, pair.usual_gap, words, transform=where, va="center", fontsize=9, color=WIDER)


def _common(pair: Pair) -> list[tuple[float, float]]:
    """Give what is a hole of every office."""
    common = list(_holes(pair, pair.tellers[0])) if pair.tellers else []
    for teller in pair.tellers[1:]:
        theirs = tuple(_holes(pair, teller))
        crossed = ((max(one[0], other[0]), min(one[1], other[1])) for one in common for other in theirs)
        common = [(start, end) for start, end in crossed if end > start]
    return common


def _draw_words(figure: Figure, pair: Pair, height: float) -> None:
    title = shorten(title_of(pair), 100, placeholder=" …")
    figure.text(0.02, 1 - 0.36 / height, title, fontsize=14, fontweight="bold", color=INK)
    number = len(pair.meetings)
    figure.text(
        0.02, 1 - 0.62 / height, f"{number} contact{'' if number == 1 else 's'} that a text reports", color=PALE
    )
    axes = figure.add_axes((0.02, 0.1 / height, 0.96, 0.5 / height))
    axes.set_axis_off()
    axes.set_xlim(0.0, 100.0)
    axes.set_ylim(0.0, 2.0)
    for place, manner, words in ((1.0, Manner.CALL, "call"), (8.0, Manner.IN_PERSON, "in person")):
        mark, colour, size = _MARKS[manner]
        axes.plot((place,), (1.5,), marker=mark, markersize=size, color=colour, mew=0)
        axes.text(place + 1.2, 1.5, words, va="center", fontsize=9)
    axes.plot((20.0,), (1.5,), marker="o", markersize=5.0, color=OWN, markerfacecolor="white", mew=1.0)
    axes.text(21.2, 1.5, "only others tell of it", va="center", fontsize=9)
    axes.text(
        0.0,
        0.4,
        "hatched: the corpus holds nothing of this office then (exposure lost, not silence)",
        va="center",
        fontsize=9,
        color=PALE,
    )


def _place(day: date) -> float:
    """Give a day as a place on the axis of years."""
    return day.year + (day.timetuple().tm_yday - 1) / 366
