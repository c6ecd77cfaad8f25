"""What a user gets of a timeline; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich, jinja2 and matplotlib load when a form is asked for, not when a report is made
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.dossiers.timeline_nouns import Timeline
from communique.reports.report import DEFAULT_WIDTH

if TYPE_CHECKING:
    from communique.reports.timelines.terminal import TerminalTimeline


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TimelineReport:
    """
    A timeline, and what a report needs besides.

    ``offices`` names issuers in words, by their codes ("xa-president", "President of Arvenia"); one that is not among
    them stands by its code. ``software`` names the program and its version.
    """

    timeline: Timeline
    offices: tuple[tuple[str, str], ...] = ()
    software: str = ""

    def __repr__(self) -> str:
        timeline = self.timeline
        return (
            f"<TimelineReport “{timeline.title}”: {len(timeline.moments)} moments, {len(timeline.parallel)} parallel>"
        )

    def __rich__(self) -> TerminalTimeline:
        from communique.reports.timelines.terminal import TerminalTimeline

        return TerminalTimeline(self)

    def _repr_html_(self) -> str:
        from communique.reports.timelines.html import render_timeline_frame

        return render_timeline_frame(self)

    def office(self, issuer: str) -> str:
        """Name an issuer: in words where they are known, else by its code."""
        return dict(self.offices).get(issuer, "") or issuer or "issuer unknown"

    @property
    def name(self) -> str:
        """The title of the dossier, for a file."""
        return self.timeline.title

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give the timeline as lines of a terminal of so many columns."""
        from communique.reports.timelines.terminal import render_timeline_terminal

        return render_timeline_terminal(self, width=width, colour=colour)

    def markdown(self) -> str:
        """Give the timeline as Markdown."""
        from communique.reports.timelines.markdown import render_timeline_markdown

        return render_timeline_markdown(self)

    def html(self) -> str:
        """Give the timeline as one self-contained page, the plot in it."""
        from communique.reports.timelines.html import render_timeline_html

        return render_timeline_html((self,))

    def json(self) -> str:
        """Give the timeline as JSON that fits the published schema."""
        from communique.reports.timelines.json import render_timeline_json

        return render_timeline_json(self)

    def svg(self) -> str:
        """Give the plot as SVG."""
        from communique.reports.timelines.plot import render_timeline_svg

        return render_timeline_svg(self)
