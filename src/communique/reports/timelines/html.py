"""A timeline, or several, as one HTML page that needs no network and no script; the plot stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.reports.timelines.layout import NARROW
from communique.reports.timelines.plot import render_timeline_svg
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.rows import Day, Row, compose_parallel, compose_rows, unplaced_label
from communique.reports.timelines.wording import NEARBY, days_off, head_lines, notes_of
from communique.reports.webpage import asset_of, framed, page_environment, policy_of

SEVERAL = "Timelines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page shows of one timeline; the plot stands in it twice, for wide and for narrow windows."""

    anchor: str
    title: str
    counts: str
    wide: str
    narrow: str
    rows: tuple[Row, ...]
    days: tuple[Day, ...]
    free: tuple[str, ...]
    unplaced: tuple[str, ...]
    notes: tuple[str, ...]


def render_timeline_html(reports: tuple[TimelineReport, ...], title: str = "") -> str:
    """
    Give one self-contained page: the plot, the moments in order, the parallel events by day, what must be known.

    ``title`` names the page; without it the first timeline does. Styles are pinned by their hash, and no script runs.
    """
    sheets = tuple(_sheet(report, f"t{number}") for number, report in enumerate(reports, start=1))
    style = "\n".join((asset_of("page.css"), asset_of("timeline.css", __package__)))
    named = sheets[0].title if len(sheets) == 1 else SEVERAL
    return (
        page_environment(__package__)
        .get_template("timeline.html")
        .render(
            title=title or named,
            sheets=sheets,
            nearby=NEARBY,
            style=style,
            policy=policy_of(style),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_timeline_body(report: TimelineReport, anchor: str = "t1") -> str:
    """Give what stands below the plot, to be set into a page of another: moments in order, parallel events, notes."""
    sheet = _sheet(report, anchor, drawn=False)
    template = page_environment(__package__).get_template("timeline_body.html")
    return template.render(sheet=sheet, nearby=NEARBY, software=report.software)


def render_timeline_frame(report: TimelineReport) -> str:
    """Give a timeline for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    return framed(render_timeline_html((report,)), repr(report))


def _sheet(report: TimelineReport, anchor: str, *, drawn: bool = True) -> Sheet:
    timeline = report.timeline
    title, counts = head_lines(timeline)
    return Sheet(
        anchor=anchor,
        title=title,
        counts=counts,
        wide=render_timeline_svg(report, prefix=f"{anchor}-", captioned=False) if drawn else "",
        narrow=render_timeline_svg(report, width=NARROW, prefix=f"{anchor}n-", captioned=False) if drawn else "",
        rows=compose_rows(report),
        days=compose_parallel(report),
        free=tuple(days_off(timeline)),
        unplaced=tuple(map(unplaced_label, timeline.unplaced)),
        notes=tuple(notes_of(timeline)),
    )
