"""A timeline as an image: lanes by issuer, a line from each announcement to its event, parallel events apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.dossiers.timeline_nouns import Moment
from communique.reports.drawing import INK, LINE, OWN, PALE, WIDER, PlotForm, save_figure, styled
from communique.reports.timelines.compose import lay_out_timeline
from communique.reports.timelines.glyphs import glyph_of
from communique.reports.timelines.layout import WIDE, Box, Glyph, Lane, Layout, Mark, Shade, Tie, Tone, Window
from communique.reports.timelines.lettering import LEADING, POINTS
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.vector import inlined

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TONES = {Tone.OWN: INK, Tone.PALE: PALE, Tone.PARALLEL: PALE, Tone.HEAD: INK, Tone.LINK: WIDER}
FREE, PARTLY_FREE = "#ececec", "#f5f5f5"
TICK = "#8a8a8a"


def plot_timeline(report: TimelineReport, form: PlotForm, *, width: float = WIDE) -> bytes:
    """Draw a timeline as an image of so many inches; the same timeline gives the same bytes."""
    layout = lay_out_timeline(report, width)
    with styled():
        return save_figure(_draw(layout), form, title=report.timeline.title)


def render_timeline_svg(
    report: TimelineReport, *, width: float = WIDE, prefix: str = "", captioned: bool = True
) -> str:
    """
    Give the plot as SVG that may stand alone or in a page: titled, described, every moment a group with its own title.

    The group of the first moment is ``moment-1``, that of the first parallel one ``parallel-1``; ``prefix``
    stands before every name, so that a page may hold several plots. ``captioned`` is false where a page
    around it has title and notes.
    """
    layout = lay_out_timeline(report, width, captioned=captioned)
    with styled():
        page = save_figure(_draw(layout), "svg", title=report.timeline.title)
    return inlined(page, layout, report.timeline, prefix=prefix)


def _draw(layout: Layout) -> Figure:
    from matplotlib.figure import Figure  # noqa: PLC0415 - loads when a plot is asked for

    figure = Figure(figsize=(layout.width, layout.height))
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0.0, layout.width)
    axes.set_ylim(layout.height, 0.0)
    _draw_days(axes, layout)
    for lane in layout.lanes:
        _draw_lane(axes, lane, layout)
    for bond in layout.bonds:
        ends = zip(bond.start, bond.end, strict=True)
        axes.plot(*ends, color=OWN, linewidth=1.4, linestyle=(0, (1, 1.5)), zorder=2)
    for window in layout.windows:
        _draw_window(axes, window)
    for tie in layout.ties:
        _draw_tie(axes, tie)
    for mark in layout.marks:
        _draw_mark(axes, mark)
    for key in layout.legend:
        if key.glyph is not None:
            _draw_glyph(axes, key.glyph, key.across, key.down)
    for box in layout.words:
        _draw_box(axes, box, layout.shades)
    return figure


def _draw_days(axes: Axes, layout: Layout) -> None:
    """Shade what is free, rule the days, and break the axis."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - as above

    if not layout.lanes:
        return
    foot = layout.lanes[-1].foot
    for shade in layout.shades:
        colour = FREE if shade.full else PARTLY_FREE
        size = shade.right - shade.left, foot - layout.head
        axes.add_patch(Rectangle((shade.left, layout.head), *size, facecolor=colour, linewidth=0.0, zorder=0))
    for column in layout.axis.columns:
        for side in (column.left, column.right):
            axes.plot((side, side), (layout.head, foot), color=LINE, linewidth=0.5, zorder=1)
    for gap in layout.axis.breaks:
        middle = (gap.left + gap.right) / 2
        for lane in layout.lanes:
            for off in (-0.035, 0.035):
                ends = (middle + off - 0.03, middle + off + 0.03), (lane.line + 0.07, lane.line - 0.07)
                axes.plot(*ends, color=PALE, linewidth=1.0, zorder=4)


def _draw_lane(axes: Axes, lane: Lane, layout: Layout) -> None:
    axes.plot((0.24, layout.width - 0.24), (lane.top, lane.top), color=LINE, linewidth=0.8, zorder=1)
    ends = (layout.axis.left, layout.axis.right)
    axes.plot(ends, (lane.line, lane.line), color=LINE if lane.parallel else TICK, linewidth=1.2, zorder=2)


def _draw_window(axes: Axes, window: Window) -> None:
    axes.plot(
        (window.left, window.right), (window.down,) * 2, color=WIDER, alpha=0.35, linewidth=5.0, solid_capstyle="butt"
    )


def _draw_tie(axes: Axes, tie: Tie) -> None:
    across = (tie.start, tie.start, tie.end, tie.end)
    down = (tie.start_down - 0.08, tie.down, tie.down, tie.end_down - 0.16)
    axes.plot(across, down, color=WIDER, linewidth=1.0, zorder=3)
    arrow = {"arrowstyle": "-|>", "color": WIDER, "linewidth": 1.0, "shrinkA": 0.0, "shrinkB": 0.0, "mutation_scale": 8}
    ends = (tie.end, tie.end_down - 0.08), (tie.end, tie.end_down - 0.2)
    axes.annotate("", xy=ends[0], xytext=ends[1], arrowprops=arrow, zorder=3)


def _draw_mark(axes: Axes, mark: Mark) -> None:
    """Draw the mark of a moment with the line down to its words; a stretch of days as a bar."""
    if mark.leader is not None:
        axes.plot((mark.across,) * 2, (mark.down, mark.leader + 0.02), color=TICK, linewidth=0.7, zorder=2)
    if mark.until is not None and mark.until > mark.across:
        bar = axes.plot((mark.across, mark.until), (mark.down,) * 2, color=_colour(mark.moment), linewidth=4.5)
        bar[0].set(alpha=0.4, solid_capstyle="butt", zorder=3, gid=f"{mark.name}-bar")
    _draw_glyph(axes, glyph_of(mark.moment), mark.across, mark.down, name=mark.name)


def _colour(moment: Moment) -> str:
    return WIDER if moment.exhibit is not None else OWN


def _draw_glyph(axes: Axes, glyph: Glyph, across: float, down: float, name: str | None = None) -> None:
    tick = glyph.shape == "|"
    colour = TICK if tick else WIDER if glyph.foretells or glyph.shape == "X" else OWN
    axes.plot(
        (across,),
        (down,),
        marker=glyph.shape,
        markersize=9.0 if tick else 8.5,
        markerfacecolor=colour if glyph.filled else "white",
        markeredgecolor=colour,
        mew=1.3 if tick else 1.6,
        zorder=5,
        gid=name,
    )


def _draw_box(axes: Axes, box: Box, shades: tuple[Shade, ...]) -> None:
    """Write lines, each from its own place, so that none depends on how another is set."""
    if box.tone in {Tone.OWN, Tone.LINK}:
        _clear(axes, box, shades)
    step = box.size * LEADING / POINTS
    middle = box.left + box.width / 2 if box.centred else box.left
    for place, line in enumerate(box.lines):
        axes.text(
            middle,
            box.top + step * (place + 0.5),
            line,
            fontsize=box.size,
            fontweight="bold" if place < box.bold else "normal",
            color=TONES[box.tone],
            ha="center" if box.centred else "left",
            va="center_baseline",
            zorder=7,
            parse_math=False,
        )


def _clear(axes: Axes, box: Box, shades: tuple[Shade, ...]) -> None:
    """Lighten what runs behind words, and let the shade of free days show through as it is."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - as above

    for left, right, colour in grounds_of(box.left - 0.02, box.right + 0.02, shades):
        size = right - left, box.height
        axes.add_patch(Rectangle((left, box.top), *size, facecolor=colour, alpha=0.82, linewidth=0.0, zorder=6))


def grounds_of(left: float, right: float, shades: tuple[Shade, ...]) -> Iterator[tuple[float, float, str]]:
    """
    Part a stretch by what it lies on: from, to, and the colour there, white where no day is free.

    >>> list(grounds_of(0.0, 3.0, (Shade(left=1.0, right=2.0, full=True),)))
    [(0.0, 1.0, 'white'), (1.0, 2.0, '#ececec'), (2.0, 3.0, 'white')]
    """
    for shade in sorted(shades, key=lambda shade: shade.left):
        start, end = max(left, shade.left), min(right, shade.right)
        if start >= end:
            continue
        if left < start:
            yield left, start, "white"
        yield start, end, FREE if shade.full else PARTLY_FREE
        left = end
    if left < right:
        yield left, right, "white"
