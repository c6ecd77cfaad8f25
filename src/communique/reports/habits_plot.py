"""An issuer's house style as a dot plot: each feature with its interval, the class beside the wider class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from communique.model import Rate
from communique.precedent.habits import Habit, Habits, expected_share
from communique.reports.drawing import INK, LINE, OWN, PALE, WIDER, WIDTH, PlotForm, save_figure, styled
from communique.reports.habits import LEGEND_PARTED, PARTED, base_label, find_groups, find_head, habit_words, is_parted
from communique.reports.labels import count_label

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW = 0.25
"""Inches from one feature to the next."""

HEAD, FOOT = 1.6, 0.9
LEFT, RIGHT = 0.44, 0.75
LONGEST = 68
"""Characters of a feature's name; longer ones are cut at a word's end."""

_OFFSET = 0.17
_OWN, _BESIDE, _PARTED = 1.2, 1.52, 1.7
"""Where the figures stand, in widths of the plot."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the plot: a reading's title, or one of its features."""

    title: str = ""
    habit: Habit | None = None


def plot_habits(habits: Habits, form: PlotForm) -> bytes:
    """
    Draw what is usual in a class, as an image of 1,200 points' width.

    Features that no record of the class has are counted below. Dot and solid line are the class, hollow diamond and
    dashed line the wider class: what each expects next and its interval of 95 %.
    """
    with styled():
        return save_figure(_draw(habits), form, title=habits.label)


def _draw(habits: Habits) -> Figure:
    from matplotlib.figure import Figure  # noqa: PLC0415 - loads when a plot is asked for

    rows = tuple(_rows(habits))
    height = HEAD + ROW * max(len(rows), 1) + FOOT
    figure = Figure(figsize=(WIDTH, height))
    axes = figure.add_axes((LEFT, FOOT / height, RIGHT - LEFT, ROW * max(len(rows), 1) / height))
    _lay_out(axes, len(rows))
    for place, row in enumerate(rows):
        if row.habit is None:
            axes.text(-0.42 / (RIGHT - LEFT), place, row.title, fontweight="bold", va="center", clip_on=False)
        else:
            _draw_habit(axes, row.habit, place, beside=bool(habits.wider_label))
    _draw_words(figure, habits, height)
    _draw_legend(axes, beside=bool(habits.wider_label))
    return figure


def _rows(habits: Habits) -> Iterator[_Row]:
    for group in find_groups(habits):
        if group.seen:
            yield _Row(title=group.title)
            yield from (_Row(habit=habit) for habit in group.seen)


def _lay_out(axes: Axes, rows: int) -> None:
    axes.set_xlim(0.0, 1.0)
    axes.set_ylim(max(rows, 1) - 0.5, -0.5)
    axes.set_yticks([])
    shares = (0.0, 0.25, 0.5, 0.75, 1.0)
    axes.set_xticks(shares, [f"{100 * share:.0f} %" for share in shares])
    axes.tick_params(top=True, labeltop=True, length=0)
    axes.grid(axis="x", color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _draw_habit(axes: Axes, habit: Habit, place: int, *, beside: bool) -> None:
    offset = _OFFSET if beside else 0.0
    axes.axhline(place + 0.5, color=LINE, linewidth=0.4)
    words = shorten(habit_words(habit), LONGEST, placeholder=" …")
    axes.text(-0.02, place, words, ha="right", va="center", fontsize=9.5, clip_on=False)
    if habit.wider is not None:
        _draw_rate(axes, habit.wider, place + offset, own=False)
        axes.text(_BESIDE, place, _figures(habit.wider), ha="center", va="center", fontsize=9.5, color=WIDER)
    if is_parted(habit):
        axes.text(_PARTED, place, PARTED, ha="center", va="center", fontweight="bold", clip_on=False)
    _draw_rate(axes, habit.rate, place - offset, own=True)
    axes.text(_OWN, place, _figures(habit.rate), ha="center", va="center", fontsize=9.5, color=OWN)


def _draw_rate(axes: Axes, rate: Rate, place: float, *, own: bool) -> None:
    colour, line, width = (OWN, "solid", 2.4) if own else (WIDER, (0, (2, 1)), 1.2)
    axes.plot((rate.low, rate.high), (place, place), color=colour, linestyle=line, linewidth=width, clip_on=False)
    axes.plot(
        (expected_share(rate),),
        (place,),
        marker="o" if own else "D",
        markersize=6.0 if own else 5.0,
        color=colour,
        markerfacecolor=colour if own else "white",
        clip_on=False,
        zorder=3,
    )


def _figures(rate: Rate) -> str:
    return f"{rate.seen:,} of {rate.among:,}"


def _draw_words(figure: Figure, habits: Habits, height: float) -> None:
    """Write the class above the plot, and below it what is not shown."""
    title, *lines = find_head(habits)
    figure.text(0.02, 1 - 0.32 / height, shorten(title, 110, placeholder=" …"), fontsize=14, fontweight="bold")
    for place, line in enumerate(lines):
        figure.text(0.02, 1 - (0.58 + 0.22 * place) / height, shorten(line, 150, placeholder=" …"), color=PALE)
    never = sum(not habit.rate.seen for habit in habits.habits)
    parted = f"{LEGEND_PARTED}. " if any(map(is_parted, habits.habits)) else ""
    unseen = count_label(never, "feature", "features")
    feet = wrap(f"{parted}Left out: {unseen} that none of these records has. {base_label(habits)}.", 150)
    for place, line in enumerate(feet):
        figure.text(0.02, (0.34 - 0.2 * place) / height, line, color=PALE, fontsize=9)


def _draw_legend(axes: Axes, *, beside: bool) -> None:
    """Head the columns of figures with the marks that they go with."""
    heads = ((_OWN, "o", OWN, OWN, "this class"), (_BESIDE, "D", WIDER, "white", "wider class"))
    for place, mark, colour, face, words in heads[: 1 + beside]:
        axes.plot(
            (place - 0.12,), (-1.75,), marker=mark, color=colour, markerfacecolor=face, markersize=6, clip_on=False
        )
        axes.text(place - 0.095, -1.75, words, va="center", color=INK, clip_on=False)
