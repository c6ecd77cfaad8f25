"""Stock phrases over time as an image: a row a phrase, a dot a year, what the corpus does not hold hatched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby, pairwise
from textwrap import shorten
from typing import TYPE_CHECKING

from communique.precedent.phrase_history import PhraseBook, PhraseHistory, YearOfUse
from communique.reports.drawing import INK, LINE, OWN, PALE, WIDER, WIDTH, PlotForm, save_figure, styled
from communique.reports.phrase_table import find_years, head_lines, peak_label

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW = 0.32
"""Inches from one phrase to the next."""

HEAD, FOOT = 1.35, 0.95
LEFT, RIGHT = 0.37, 0.88
LONGEST = 50
"""Characters of a phrase; longer ones are cut at a word's end."""

DOT = 15.0
"""Width in points of the dot of a year in which every record has the phrase; its area is the share."""

LEAST_DOT = 2.5
LONGEST_HOLE = timedelta(days=60)
"""Shorter holes are not drawn: they would be thinner than a dot."""

_COUNT, _PEAK = 1.05, 1.135
_LEGEND_SHARES = (1.0, 0.5, 0.1)


def plot_phrases(book: PhraseBook, form: PlotForm) -> bytes:
    """
    Draw stock phrases over time, as an image of 1,200 points' width.

    The area of a dot is the share of the year's records that have the phrase; a tick marks a year whose records lack
    it. A cross marks a last use after which the phrase was dropped, a ring a use that revived it, an arrow the phrase
    that took its place.
    """
    with styled():
        return save_figure(_draw(book), form, title=head_lines(book)[0])


def _draw(book: PhraseBook) -> Figure:
    from matplotlib.figure import Figure  # noqa: PLC0415 - loads when a plot is asked for

    rows = max(len(book.phrases), 1)
    height = HEAD + ROW * rows + FOOT
    figure = Figure(figsize=(WIDTH, height))
    axes = figure.add_axes((LEFT, FOOT / height, RIGHT - LEFT, ROW * rows / height))
    _lay_out(axes, book, rows)
    _draw_holes(axes, book)
    centres = _centres(book)
    for place, history in enumerate(book.phrases):
        _draw_history(axes, history, place, centres)
    _draw_rewordings(axes, book)
    _draw_words(figure, book, height)
    _draw_legend(figure, height)
    return figure


def _lay_out(axes: Axes, book: PhraseBook, rows: int) -> None:
    years = find_years(book)
    axes.set_xlim(years.start - 0.2, years.stop + 0.2)
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_yticks([])
    step = 1 if len(years) <= 12 else 2 if len(years) <= 24 else 5  # noqa: PLR2004 - as many as can be read
    marked = [year for year in years if year % step == 0]
    axes.set_xticks([year + 0.5 for year in marked], [str(year) for year in marked])
    axes.tick_params(top=True, labeltop=True, length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    for words, place in (("records", _COUNT), ("peak", _PEAK)):
        axes.text(place, 1.0, f"{words}\n", transform=axes.transAxes, ha="center", va="bottom", fontsize=9, color=PALE)


def _draw_holes(axes: Axes, book: PhraseBook) -> None:
    for start, end in _holes(book):
        axes.axvspan(start, end, facecolor="#f3f3f3", edgecolor="#c4c4c4", hatch="////", linewidth=0.0, zorder=0)


def _holes(book: PhraseBook) -> tuple[tuple[float, float], ...]:
    """Give the holes of the corpus inside the years drawn, the ends of these too, in years."""
    years, days = find_years(book), book.coverage.days
    if not years or not days:
        return ()
    ends = ((date(years.start, 1, 1), days[0]), (days[-1], date(years[-1], 12, 31)))
    found = sorted((*ends, *book.coverage.holes))
    clipped = ((max(_place(one), years.start), min(_place(other), years.stop)) for one, other in found)
    return tuple((one, other) for one, other in clipped if other - one > LONGEST_HOLE.days / 365)


def _place(day: date) -> float:
    """Give a day as a place on the axis of years."""
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _draw_history(axes: Axes, history: PhraseHistory, place: int, centres: Mapping[int, float]) -> None:
    axes.axhline(place + 0.5, color=LINE, linewidth=0.4, zorder=1)
    words = shorten(history.words, LONGEST, placeholder=" …")
    axes.text(-0.012, place, words, transform=axes.get_yaxis_transform(), ha="right", va="center", fontsize=9.5)
    axes.plot((_place(history.first), _place(history.last)), (place, place), color=LINE, linewidth=2.0, zorder=1)
    for use in history.years:
        _draw_year(axes, use, centres.get(use.year, use.year + 0.5), place)
    if history.dropped:
        axes.plot((_place(history.last),), (place,), marker="x", markersize=8, color=WIDER, mew=2.0, zorder=4)
    for silence in history.revived:
        if silence.until:
            at = (_place(silence.until),)
            axes.plot(at, (place,), marker="o", markersize=11, color=WIDER, markerfacecolor="none", mew=1.6, zorder=4)
    for words, column in ((f"{history.seen:,}", _COUNT), (peak_label(history), _PEAK)):
        axes.text(column, place, words, transform=axes.get_yaxis_transform(), ha="center", va="center", fontsize=9.5)


def _centres(book: PhraseBook) -> dict[int, float]:
    """Give for each year the middle of the days that the corpus holds: a dot stands where its records are."""
    years = groupby(book.coverage.days, key=lambda day: day.year)
    return {year: _place(held[len(held) // 2]) for year, days in years for held in [tuple(days)]}


def _draw_year(axes: Axes, use: YearOfUse, centre: float, place: int) -> None:
    if use.seen:
        size = _width(use.seen / use.among)
        axes.plot((centre,), (place,), marker="o", markersize=size, color=OWN, mew=0, zorder=3)
    else:
        axes.plot((centre,), (place,), marker="|", markersize=4, color="#9a9a9a", mew=0.9, zorder=2)


def _width(share: float) -> float:
    return float(max(DOT * share**0.5, LEAST_DOT))


def _draw_rewordings(axes: Axes, book: PhraseBook) -> None:
    """Draw an arrow from each phrase that was reworded to the next line, where its rewording stands there."""
    for place, (one, other) in enumerate(pairwise(book.phrases)):
        if one.became == other.words:
            at = _place(one.last) + 0.25
            arrow = {"arrowstyle": "->", "color": WIDER, "linewidth": 1.6}
            axes.annotate("", xy=(at, place + 0.9), xytext=(at, place + 0.1), arrowprops=arrow, zorder=5)


def _draw_words(figure: Figure, book: PhraseBook, height: float) -> None:
    title, source = head_lines(book)
    figure.text(0.02, 1 - 0.36 / height, shorten(title, 110, placeholder=" …"), fontsize=14, fontweight="bold")
    figure.text(0.02, 1 - 0.62 / height, shorten(source, 150, placeholder=" …"), color=PALE)
    if not book.phrases:
        figure.text(0.02, 0.5, "No wording recurs often enough to be called a stock phrase.")


def _draw_legend(figure: Figure, height: float) -> None:
    """Explain the marks below the plot."""
    axes = figure.add_axes((0.02, 0.08 / height, 0.96, 0.5 / height))
    axes.set_axis_off()
    axes.set_xlim(0.0, 100.0)
    axes.set_ylim(0.0, 2.0)
    for number, share in enumerate(_LEGEND_SHARES):
        axes.plot((1.0 + 7.5 * number,), (1.5,), marker="o", markersize=_width(share), color=OWN, mew=0)
        axes.text(2.4 + 7.5 * number, 1.5, f"{100 * share:.0f} %", va="center", fontsize=9)
    axes.text(22.5, 1.5, "of the year's records have it", va="center", fontsize=9, color=INK)
    marks = (("|", 43.0, "#9a9a9a", "none of them"), ("x", 57.0, WIDER, "dropped"), ("o", 67.0, WIDER, "revived"))
    for mark, place, colour, words in marks:
        axes.plot((place,), (1.5,), marker=mark, markersize=8, color=colour, markerfacecolor="none", mew=1.6)
        axes.text(place + 1.2, 1.5, words, va="center", fontsize=9)
    axes.text(77.0, 1.5, "→", color=WIDER, va="center", fontsize=13)
    axes.text(79.0, 1.5, "reworded", va="center", fontsize=9)
    axes.text(
        0.0,
        0.4,
        "hatched: the corpus holds nothing of this office then (exposure lost, not silence) · no mark: no such records "
        "that year · peak: greatest share in a year",
        va="center",
        fontsize=9,
        color=PALE,
    )
