"""Versions of a text, or of several, as one HTML page that needs no network and runs no code at all."""

from __future__ import annotations

from communique.reports.versions.layout import compose_sheet
from communique.reports.versions.report import VersionsReport
from communique.reports.webpage import asset_of, framed, page_environment, policy_of

STYLES = ("page.css", "versions.css")
"""The style of every report, then what only versions have."""


def render_html(reports: tuple[VersionsReport, ...], title: str = "") -> str:
    """
    Give one self-contained page: what each text's edits amount to, each change, and both texts side by side.

    Of several texts the page begins with a list of them, and shows the changes without the whole texts. ``title`` names
    the page; without it the first text does.
    """
    alone = len(reports) == 1
    sheets = tuple(compose_sheet(report, f"v{n}", whole=alone) for n, report in enumerate(reports, start=1))
    style = "\n".join(asset_of(name, __package__) for name in STYLES)
    return (
        page_environment(__package__)
        .get_template("versions.html")
        .render(
            title=title or (reports[0].latest.title if reports else "") or "Versions",
            heading="" if alone else title or "Changed texts",
            sheets=sheets,
            style=style,
            policy=policy_of(style),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_article(report: VersionsReport, *, anchor: str = "v1", level: str = "h1") -> str:
    """
    Give the part of the page that is the report, for a page of somebody else's that has its styles.

    ``level`` is the tag of its heading; every anchor in it begins with ``anchor``.
    """
    template = page_environment(__package__).get_template("versions_sheet.html")
    sheet = compose_sheet(report, anchor, whole=True)
    return template.render(sheet=sheet, level=level, software=report.software)


def render_frame(report: VersionsReport) -> str:
    """Give a report for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    return framed(render_html((report,)), repr(report))
