"""A dossier, or several, as one HTML page that needs no network and runs no code at all."""

from __future__ import annotations

from communique.reports.dossiers.report import DossierReport
from communique.reports.dossiers.rows import (
    find_counts,
    find_groups,
    find_roles,
    find_span,
    find_unread,
    forecast_label,
    prior_label,
    rate_label,
)
from communique.reports.webpage import asset_of, framed, page_environment, policy_of

STYLES = ("page.css", "dossier.css")
"""The style of every report, then what only dossiers have."""


def render_html(reports: tuple[DossierReport, ...]) -> str:
    """Give one self-contained page: what is filed and why, what could not be read, what is made of it."""
    style = "\n".join(asset_of(name, __package__) for name in STYLES)
    return (
        page_environment(__package__)
        .get_template("dossier.html")
        .render(
            title=reports[0].name if reports else "Dossier",
            sheets=[_sheet(report) for report in reports],
            style=style,
            policy=policy_of(style),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_frame(report: DossierReport) -> str:
    """Give a dossier for a notebook: the whole page in a frame of its own."""
    return framed(render_html((report,)), repr(report))


def _sheet(report: DossierReport) -> dict[str, object]:
    dossier = report.opened.dossier
    return {
        "dossier": dossier,
        "span": find_span(report),
        "counts": find_counts(report),
        "roles": find_roles(report),
        "unread": find_unread(report),
        "exhibits": report.exhibits,
        "hypotheses": [(item, prior_label(item, dossier)) for item in report.hypotheses],
        "groups": find_groups(report),
        "evidence": [(item, rate_label(item)) for item in report.evidence],
        "forecasts": [(item, forecast_label(item)) for item in report.forecasts],
    }
