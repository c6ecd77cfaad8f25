"""Forecasts as Markdown, for notes and archives."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Forecast
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
from communique.reports.markdown import escaped


def render_forecasts_markdown(report: ForecastReport) -> str:
    """Give the report as CommonMark; no word of an analyst can act as markup."""
    return "\n\n".join(filter(None, _blocks(report))) + "\n"


def _blocks(report: ForecastReport) -> Iterator[str]:
    sheet = report.sheet
    yield f"**{escaped(judgement(sheet))}**"
    yield escaped(counts(sheet))
    yield f"# {escaped(report.title)}: forecasts"
    for name, forecasts in (("Past its day", sheet.due), ("Open", sheet.open), ("Made later", sheet.later)):
        yield from _waiting(name, forecasts)
    found = [told for forecast in sheet.resolved if (told := post_mortem(forecast))]
    if found:
        yield "## Resolved"
        yield from map(_told, found)
        yield escaped(ONE_IS_NONE)
    yield from _scores(report)


def _waiting(name: str, forecasts: tuple[Forecast, ...]) -> Iterator[str]:
    if forecasts:
        yield f"## {name}"
        yield "\n".join(_line(forecast) for forecast in forecasts)


def _line(forecast: Forecast) -> str:
    by = f"{escaped(forecast.analyst)}, " if forecast.analyst else ""
    made = f"made {day_words(forecast.made)}, due {day_words(forecast.due)}"
    return f"- **{escaped(forecast.code)}** {escaped(forecast.question)} ({by}{likelihood_words(forecast)}; {made})"


def _told(told: PostMortem) -> str:
    rows = (("Yes is", told.resolves), ("Said", told.said), ("Came", told.came), ("Basis", told.basis))
    lines = [f"- {label}: {escaped(words)}" for label, words in (*rows, ("Score", told.scored))]
    return "\n".join((f"### {escaped(told.code)}: {escaped(told.question)}\n", *lines))


def _scores(report: ForecastReport) -> Iterator[str]:
    sheet = report.sheet
    if sheet.record is None:
        return
    yield "## Scores"
    named = [item for item in sheet.by_analyst if [other.analyst for other in sheet.by_analyst] != [""]]
    lines = [f"- all: {escaped(record_words(sheet.record))}"]
    lines += [f"- {escaped(item.analyst) or 'no name'}: {escaped(record_words(item.record))}" for item in named]
    yield "\n".join((*lines, f"- made up of: {escaped(parts_words(sheet.record))}"))
    yield "\n".join(
        ("| band | what came |", "|---|---|", *(f"| {b.band.value} | {band_words(b)} |" for b in sheet.by_band))
    )
    yield escaped(METHOD)
