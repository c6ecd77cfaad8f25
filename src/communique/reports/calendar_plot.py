"""The coverage of a corpus as an image: a calendar for each issuer and language, one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten
from typing import TYPE_CHECKING, TypeAlias

from communique.reports.calendar import MONTHS, Month, find_span, months_between
from communique.reports.drawing import LINE, PALE, WIDTH, PlotForm, save_figure, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Calendar: TypeAlias = tuple[str, Mapping[Month, int]]
"""What is covered, in words, and the releases of each month."""

ROW = 0.27
"""Inches from one year to the next."""

HEAD, FOOT, BETWEEN = 0.5, 0.5, 0.75
LEFT, RIGHT = 0.06, 0.92
FULL, EMPTY = (0x0B / 255, 0x3C / 255, 0x74 / 255), (0.94, 0.96, 0.99)
"""The shades of the fullest month and of one with next to nothing; every month carries its number besides."""

_DARK = 0.5
_LEGEND = "hatched: nothing of this month is held (exposure lost, not silence) · figures: releases in the month"


def plot_calendars(calendars: tuple[Calendar, ...], form: PlotForm, *, title: str) -> bytes:
    """Draw calendars as one image of 1,200 points' width; the shades of each go up to its own fullest month."""
    with styled():
        return save_figure(_draw(tuple(item for item in calendars if find_span(item[1])), title), form, title=title)


def _draw(calendars: tuple[Calendar, ...], title: str) -> Figure:
    from matplotlib.figure import Figure  # noqa: PLC0415 - loads when a plot is asked for

    years = tuple(_years(months) for _, months in calendars)
    height = HEAD + FOOT + sum(BETWEEN + ROW * len(some) for some in years)
    figure = Figure(figsize=(WIDTH, height))
    figure.text(0.02, 1 - 0.36 / height, shorten(title, 110, placeholder=" …"), fontsize=14, fontweight="bold")
    top = height - HEAD
    for (words, months), some in zip(calendars, years, strict=True):
        top -= BETWEEN
        figure.text(0.02, (top + 0.38) / height, shorten(words, 140, placeholder=" …"), fontweight="bold")
        top -= ROW * len(some)
        area = (LEFT, top / height, RIGHT - LEFT, ROW * len(some) / height)
        _draw_calendar(figure.add_axes(area), months, some)
    figure.text(0.02, 0.2 / height, _LEGEND, color=PALE, fontsize=9)
    return figure


def _years(months: Mapping[Month, int]) -> range:
    span = find_span(months)
    return range(span[0][0], span[1][0] + 1) if span else range(0)


def _draw_calendar(axes: Axes, months: Mapping[Month, int], years: range) -> None:
    axes.set_xlim(0.0, len(MONTHS))
    axes.set_ylim(years.stop, years.start)
    axes.set_xticks([place + 0.5 for place in range(len(MONTHS))], MONTHS)
    axes.set_yticks([year + 0.5 for year in years], [str(year) for year in years])
    axes.tick_params(length=0, top=False, bottom=False, labeltop=True, labelbottom=False)
    for spine in axes.spines.values():
        spine.set_visible(False)
    most, span = max(months.values()), find_span(months)
    for month in months_between(span) if span else ():
        _draw_month(axes, month, months.get(month, 0), most)
    for year in years:
        total = sum(months.get((year, month), 0) for month in range(1, len(MONTHS) + 1))
        axes.text(len(MONTHS) + 0.75, year + 0.5, f"{total:,}" if total else "–", ha="right", va="center")


def _draw_month(axes: Axes, month: Month, count: int, most: int) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - loads when a plot is asked for

    year, place = month[0], month[1] - 1
    strength = (count / most) ** 0.5
    shade = tuple(pale + (full - pale) * strength for pale, full in zip(EMPTY, FULL, strict=True))
    face, hatch = (shade, None) if count else ("white", "////")
    axes.add_patch(Rectangle((place, year), 1, 1, facecolor=face, edgecolor=LINE, hatch=hatch, linewidth=0.8))
    if count:
        colour = "white" if strength > _DARK else "black"
        axes.text(place + 0.5, year + 0.5, f"{count:,}", ha="center", va="center", color=colour, fontsize=9)
