"""How plots of reports look, and how they become a file: the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PlotForm: TypeAlias = Literal["svg", "png"]

WIDTH = 12.0
"""Inches; with ``DOTS`` an image of 1,200 points."""

DOTS = 100
INK, PALE, LINE = "#1a1a1a", "#6b6b6b", "#d9d9d9"
OWN, WIDER = "#0b3c74", "#9a4a00"

_STYLE: dict[Any, object] = {
    "font.family": "DejaVu Sans",
    "font.size": 10.0,
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "svg.fonttype": "path",
    "svg.hashsalt": "communique",
    "hatch.color": "#8a8a8a",
    "hatch.linewidth": 0.8,
}


@contextmanager
def styled() -> Iterator[None]:
    """Draw and save figures in the style of the house; letters become paths, so that no viewer needs the font."""
    from matplotlib import rc_context  # noqa: PLC0415 - loads when a plot is asked for

    with rc_context(_STYLE):
        yield


def save_figure(figure: Figure, form: PlotForm, *, title: str) -> bytes:
    """Give a figure as the bytes of a file, without the time or the program's version in it."""
    page = io.BytesIO()
    unsaid = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
    figure.savefig(page, format=form, dpi=DOTS, metadata={"Title": title, **unsaid})
    return page.getvalue()
