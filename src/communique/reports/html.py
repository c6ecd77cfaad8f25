"""A report, or several, as one HTML page that needs no network and runs no foreign code."""

from __future__ import annotations

from communique.reports.page import compose_sheet
from communique.reports.report import Report
from communique.reports.webpage import asset_of, framed, page_environment, policy_of


def render_html(reports: tuple[Report, ...], title: str = "") -> str:
    """
    Give one self-contained page: each text with its marked passages, the findings in the margin beside their words.

    Styles and script stand in the page and are pinned by their hashes: its policy lets nothing else run or load.
    ``title`` names the page; without it the first release does.
    """
    sheets = tuple(compose_sheet(report, f"r{number}") for number, report in enumerate(reports, start=1))
    style, script = asset_of("page.css"), asset_of("page.js")
    return (
        page_environment()
        .get_template("page.html")
        .render(
            title=title or (sheets[0].release.title if sheets else "") or "Report",
            heading=title if len(sheets) > 1 else "",
            sheets=sheets,
            style=style,
            script=script,
            policy=policy_of(style, script),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_article(report: Report, *, anchor: str = "r1", level: str = "h1") -> str:
    """
    Give the part of the page that is the report, for a page of somebody else's that has its style and script.

    ``level`` is the tag of its heading; every anchor in it begins with ``anchor``.
    """
    template = page_environment().get_template("sheet.html")
    return template.render(sheet=compose_sheet(report, anchor), level=level)


def render_frame(report: Report) -> str:
    """Give a report for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    return framed(render_html((report,)), repr(report), scripts=True)
