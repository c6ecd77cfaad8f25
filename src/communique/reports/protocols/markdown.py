"""A protocol sheet as Markdown, for notes, issue trackers and archives."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reports.markdown import escaped
from communique.reports.protocols.layout import CAUTION, Layout
from communique.reports.protocols.report import ProtocolReport
from communique.reports.protocols.rows import Said, Section


def render_protocol_markdown(report: ProtocolReport) -> str:
    """Give the sheet as CommonMark; no word of a release can act as markup."""
    layout = Layout(report.sheet)
    blocks = (
        f"# Protocol: {escaped(report.sheet.title)}",
        f"**{escaped(layout.opening())}** {escaped(CAUTION)}",
        *(block for section in layout.sections() for block in _section(section)),
        "## Sources",
        "\n".join(_sources(report, layout)),
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    if section.note:
        yield f"*{escaped(section.note)}*"
    yield "\n".join(
        f"- **{escaped(row.label)}**: {_said(row.said[0])}" + "".join(f"\n  - {_said(more)}" for more in row.said[1:])
        for row in section.rows
    )


def _said(said: Said) -> str:
    quotes = "; ".join(
        f"“{escaped(quote.words)}” ({quote.key})" if quote.words else f"({quote.key})" for quote in said.quotes
    )
    return f"{escaped(said.statement)}{' ' if quotes else ''}{quotes}"


def _sources(report: ProtocolReport, layout: Layout) -> Iterator[str]:
    yield from (f"- **{source.key}** {escaped(source.label)}" for source in layout.sources())
    yield from (f"- not read: {escaped(words)}" for words in report.sheet.unread)
    if report.software:
        yield f"- read by {escaped(report.software)}"
