"""What a user gets of an episode's forecasts; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich and jinja2 load when a form is asked for, not when a report is made
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reasoning.forecasting import ForecastSheet
from communique.reports.report import DEFAULT_WIDTH

if TYPE_CHECKING:
    from communique.reports.forecasts.terminal import TerminalForecasts


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ForecastReport:
    """The forecasts of an episode as of one day; ``title`` is the episode's, ``software`` program and version."""

    title: str
    sheet: ForecastSheet
    software: str = ""

    def __repr__(self) -> str:
        sheet = self.sheet
        counts = f"{len(sheet.resolved)} resolved, {len(sheet.due)} due, {len(sheet.open)} open"
        return f"<ForecastReport “{self.title}”: {counts}>"

    def __rich__(self) -> TerminalForecasts:
        from communique.reports.forecasts.terminal import TerminalForecasts

        return TerminalForecasts(self)

    def _repr_html_(self) -> str:
        from communique.reports.forecasts.html import render_forecasts_frame

        return render_forecasts_frame(self)

    @property
    def name(self) -> str:
        """The episode's title, for a file."""
        return f"{self.title} forecasts"

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give the forecasts as lines of a terminal of so many columns."""
        from communique.reports.forecasts.terminal import render_forecasts_terminal

        return render_forecasts_terminal(self, width=width, colour=colour)

    def markdown(self) -> str:
        """Give the forecasts as Markdown."""
        from communique.reports.forecasts.markdown import render_forecasts_markdown

        return render_forecasts_markdown(self)

    def html(self) -> str:
        """Give the forecasts as one self-contained page, with a post-mortem of each that is resolved."""
        from communique.reports.forecasts.html import render_forecasts_html

        return render_forecasts_html((self,))

    def json(self) -> str:
        """Give the forecasts as JSON that fits the published schema."""
        from communique.reports.forecasts.json import render_forecasts_json

        return render_forecasts_json(self)
