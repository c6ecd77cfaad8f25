"""A weighing, or several, as one HTML page that needs no network and runs no code at all."""

from __future__ import annotations

from communique.reports.matrices.report import WeighingReport
from communique.reports.matrices.sheet import compose_sheet
from communique.reports.matrices.wording import MARKS, METHOD
from communique.reports.webpage import asset_of, framed, page_environment, policy_of

SEVERAL = "Explanations weighed"


def render_weighing_html(reports: tuple[WeighingReport, ...], title: str = "") -> str:
    """
    Give one self-contained page: the explanations with their ranges drawn, the matrix, the evidence with its reasons.

    Styles stand in the page and are pinned by their hash: its policy lets nothing else load, and no script run.
    ``title`` names the page; without it the episode does.
    """
    style = "\n".join((asset_of("page.css"), asset_of("weighing.css", __package__)))
    sheets = tuple((f"w{number}", compose_sheet(report)) for number, report in enumerate(reports, start=1))
    return (
        page_environment(__package__)
        .get_template("weighing.html")
        .render(
            title=title or (sheets[0][1].title if len(sheets) == 1 else SEVERAL),
            sheets=sheets,
            marks=MARKS,
            method=METHOD,
            style=style,
            policy=policy_of(style),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_weighing_frame(report: WeighingReport) -> str:
    """Give a weighing for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    return framed(render_weighing_html((report,)), repr(report))
