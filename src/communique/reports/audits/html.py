"""An audit as one HTML page that needs no network and runs no code at all."""

from __future__ import annotations

from communique.model import Audit
from communique.reports.audits.labels import NOT_DECIDED
from communique.reports.audits.page import compose_audit
from communique.reports.webpage import asset_of, framed, page_environment, policy_of

STYLES = ("page.css", "audit.css")
"""The style of every report, then what only audits have."""


def render_audit_html(audit: Audit, *, software: str = "") -> str:
    """Give one self-contained page: the essay with its claims marked by status, each opening on its evidence."""
    style = "\n".join(asset_of(name, __package__) for name in STYLES)
    sheet = compose_audit(audit)
    return (
        page_environment(__package__)
        .get_template("audit.html")
        .render(
            title=f"Audit: {sheet.title}",
            sheet=sheet,
            not_decided=NOT_DECIDED,
            style=style,
            policy=policy_of(style),
            software=software,
        )
    )


def render_audit_body(audit: Audit, *, software: str = "") -> str:
    """Give what stands below the heading, to be set into a page of another."""
    template = page_environment(__package__).get_template("audit_body.html")
    return template.render(sheet=compose_audit(audit), not_decided=NOT_DECIDED, software=software)


def render_audit_frame(audit: Audit, *, software: str = "") -> str:
    """Give an audit for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    return framed(render_audit_html(audit, software=software), f"Audit: {audit.essay.title}")
