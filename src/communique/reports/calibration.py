"""A calibration as tables for a terminal: how often routine is called unusual, and what fires on it."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from communique.precedent.calibration import FIRST_FINDINGS, Firing, Planting
from communique.precedent.placebo import Placebo
from communique.precedent.scoring import UNUSUAL

WIDEST = 140


def render_calibration(
    placebo: tuple[Placebo, ...], firings: tuple[Firing, ...], planting: Planting | None, *, width: int
) -> str:
    """Give the tables as lines of so many columns."""
    page = io.StringIO()
    console = Console(file=page, width=min(width, WIDEST), no_color=True)
    for piece in (*_placebo(placebo), *_firings(firings), *(_planting(planting) if planting else ())):
        console.print(piece)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def share(some: int, among: int) -> str:
    """
    Give a share with its parts, or a dash where there is none.

    >>> share(3, 40), share(0, 0)
    ('3 of 40 (7.5 %)', '–')
    """
    return f"{some} of {among} ({100 * some / among:.1f} %)" if among else "–"


def _placebo(rows: tuple[Placebo, ...]) -> Iterator[RenderableType]:
    yield Text(f"Called unusual: past the {UNUSUAL:.0f}th percentile of comparable earlier records, as of each day")
    table = _table("office", "language", "own habits", "habits of an office drawn by lot")
    for row in rows:
        table.add_row(
            row.issuer, row.language, share(row.unusual, row.placed), share(row.shuffled_unusual, row.shuffled_placed)
        )
    if len(rows) > 1:
        own = share(sum(row.unusual for row in rows), sum(row.placed for row in rows))
        lot = share(sum(row.shuffled_unusual for row in rows), sum(row.shuffled_placed for row in rows))
        table.add_row("all", "", own, lot)
    yield table


def _firings(rows: tuple[Firing, ...]) -> Iterator[RenderableType]:
    if not rows:
        return
    among = rows[0].among
    yield Text(f"\nWhat each reading finds in {among} routine records (a standing, and not unusual)")
    table = _table("reading", "anything", "rare", "habit")
    for row in rows:
        table.add_row(row.code, share(row.anything, row.among), share(row.rare, row.among), share(row.habit, row.among))
    yield table


def _planting(planting: Planting) -> Iterator[RenderableType]:
    number = len(planting.plants)
    yield Text(
        f"\nPlanted changes: {share(planting.found, number)} among the first {FIRST_FINDINGS} findings; "
        f"{planting.eligible} eligible in {planting.releases} releases"
    )
    for reason, times in planting.left:
        yield Text(f"  tried and not planted, {reason}: {times}")
    table = _table("what was taken out", f"among the first {FIRST_FINDINGS}")
    for code, found, planted in planting.by_feature():
        table.add_row(code, share(found, planted))
    yield table


def _table(*heads: str) -> Table:
    """Give a table whose first column keeps its words whole; heads may take two lines."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    for place, head in enumerate(heads):
        table.add_column(head, no_wrap=not place)
    return table
