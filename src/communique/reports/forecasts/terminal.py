"""Forecasts as a terminal shows them: what they amount to, each by its state, calibration by band."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.model import Forecast
from communique.reports.excerpt import printable
from communique.reports.forecasts.report import ForecastReport
from communique.reports.forecasts.wording import (
    METHOD,
    ONE_IS_NONE,
    PostMortem,
    band_words,
    counts,
    day_words,
    judgement,
    likelihood_words,
    parts_words,
    post_mortem,
    record_words,
)
from communique.reports.printing import print_lines

WIDEST = 140
"""Columns beyond which a line is no longer read with ease."""

LABEL_WIDTH = 11


def render_forecasts_terminal(report: ForecastReport, *, width: int, colour: bool = False) -> str:
    """Give the report as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(TerminalForecasts(report), width=width, colour=colour)


class TerminalForecasts:
    """A report on forecasts that a rich console prints to its own width."""

    def __init__(self, report: ForecastReport) -> None:
        self.report = report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print the judgement, the forecasts by their state, and the calibration."""
        for piece in self._pieces():
            yield from console.render(piece, options.update(width=min(options.max_width, WIDEST)))

    def _pieces(self) -> Iterator[RenderableType]:
        sheet = self.report.sheet
        yield Text(judgement(sheet), style="bold")
        yield Text(counts(sheet))
        yield Text()
        yield Text(printable(self.report.title), style="bold")
        for name, forecasts in (("Past its day", sheet.due), ("Open", sheet.open), ("Made later", sheet.later)):
            yield from _waiting(name, forecasts)
        yield from _resolved(sheet.resolved)
        yield from self._scores()

    def _scores(self) -> Iterator[RenderableType]:
        sheet = self.report.sheet
        if sheet.record is None:
            return
        yield from _heading("Scores")
        rows = _grid()
        rows.add_row(Text("all", style="dim"), Text(record_words(sheet.record)))
        if [item.analyst for item in sheet.by_analyst] != [""]:
            for item in sheet.by_analyst:
                rows.add_row(Text(printable(item.analyst) or "no name", style="dim"), Text(record_words(item.record)))
        rows.add_row(Text("made up of", style="dim"), Text(parts_words(sheet.record)))
        yield rows
        yield from _heading("By band")
        bands = _grid(22)
        for band in sheet.by_band:
            bands.add_row(Text(band.band.value), Text(band_words(band)))
        yield bands
        yield Text()
        yield Text(METHOD, style="dim")


def _waiting(name: str, forecasts: tuple[Forecast, ...]) -> Iterator[RenderableType]:
    if forecasts:
        yield from _heading(f"{name} ({len(forecasts)})")
        rows = _grid()
        for forecast in forecasts:
            by = f"{printable(forecast.analyst)} · " if forecast.analyst else ""
            told = f"{by}{likelihood_words(forecast)} · made {day_words(forecast.made)} · due {day_words(forecast.due)}"
            rows.add_row(Text(printable(forecast.code), style="bold"), Text(printable(forecast.question)))
            rows.add_row(Text(), Text(told, style="dim"))
        yield rows


def _resolved(forecasts: tuple[Forecast, ...]) -> Iterator[RenderableType]:
    found = [told for forecast in forecasts if (told := post_mortem(forecast))]
    if found:
        yield from _heading(f"Resolved ({len(found)})")
        for told in found:
            yield _told(told)
        yield Text(ONE_IS_NONE, style="dim")


def _told(told: PostMortem) -> RenderableType:
    rows = _grid()
    rows.add_row(Text(printable(told.code), style="bold"), Text(printable(told.question), style="bold"))
    for label, words in (
        ("yes is", told.resolves),
        ("said", told.said),
        ("came", told.came),
        ("basis", told.basis),
        ("score", told.scored),
    ):
        rows.add_row(Text(label, style="dim"), Text(printable(words)))
    return Padding(rows, (0, 0, 1, 0))


def _heading(words: str) -> Iterator[RenderableType]:
    yield Text()
    yield Text(words, style="bold underline")


def _grid(label_width: int = LABEL_WIDTH) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=label_width, overflow="fold")
    rows.add_column(ratio=1, overflow="fold")
    return rows
