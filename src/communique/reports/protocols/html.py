"""A protocol sheet as one HTML page that needs no network and runs no code at all."""

from __future__ import annotations

from dataclasses import dataclass

from communique.reports.protocols.layout import CAUTION, Layout
from communique.reports.protocols.report import ProtocolReport
from communique.reports.protocols.rows import Section, Source
from communique.reports.webpage import asset_of, framed, page_environment, policy_of

STYLES = ("page.css", "protocol.css")
"""The style of every report, then what only protocol sheets have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page shows of one episode; ``anchor`` stands before the names of its places."""

    anchor: str
    title: str
    opening: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    unread: tuple[str, ...]
    software: str


def render_protocol_html(reports: tuple[ProtocolReport, ...]) -> str:
    """Give one self-contained page: each contact as a table, then what holds for the episode, then the releases."""
    style = "\n".join(asset_of(name, __package__) for name in STYLES)
    return (
        page_environment(__package__)
        .get_template("protocol.html")
        .render(
            title=f"Protocol: {reports[0].sheet.title}" if reports else "Protocol",
            sheets=[_sheet(report, f"p{number}") for number, report in enumerate(reports, start=1)],
            caution=CAUTION,
            style=style,
            policy=policy_of(style),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_protocol_body(report: ProtocolReport, anchor: str = "p1") -> str:
    """Give what stands below the heading, to be set into a page of another."""
    template = page_environment(__package__).get_template("protocol_body.html")
    return template.render(sheet=_sheet(report, anchor), caution=CAUTION)


def render_protocol_frame(report: ProtocolReport) -> str:
    """Give a sheet for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    return framed(render_protocol_html((report,)), repr(report))


def _sheet(report: ProtocolReport, anchor: str) -> Sheet:
    layout = Layout(report.sheet)
    return Sheet(
        anchor=anchor,
        title=report.sheet.title,
        opening=layout.opening(),
        sections=tuple(layout.sections()),
        sources=tuple(layout.sources()),
        unread=report.sheet.unread,
        software=report.software,
    )
