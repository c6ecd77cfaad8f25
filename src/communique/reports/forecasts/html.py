"""Forecasts as one HTML page that needs no network and runs no code at all, with a post-mortem of each resolved one."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Forecast
from communique.reasoning.forecasting import BandRecord
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
from communique.reports.webpage import asset_of, framed, page_environment, policy_of

STYLES = ("page.css", "forecasts.css")
"""The style of every report, then what only forecasts have."""

SIDE = 100
"""Units of the drawing's side: a probability of 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One band in the drawing of calibration: said (to the right), came true (upward), and the words beside it."""

    x: float
    y: float
    size: float
    words: str


def render_forecasts_html(reports: tuple[ForecastReport, ...], title: str = "") -> str:
    """Give one self-contained page: what the forecasts amount to, those that wait, a post-mortem of the others."""
    style = "\n".join(asset_of(name, __package__) for name in STYLES)
    return (
        page_environment(__package__)
        .get_template("forecasts.html")
        .render(
            title=title or (f"{reports[0].title}: forecasts" if reports else "Forecasts"),
            sheets=[_sheet(report) for report in reports],
            method=METHOD,
            one_is_none=ONE_IS_NONE,
            style=style,
            policy=policy_of(style),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_forecasts_body(report: ForecastReport, *, waiting: bool = True) -> str:
    """Give what stands below the heading, to be set into a page of another; without ``waiting``, that lists them."""
    template = page_environment(__package__).get_template("forecasts_body.html")
    sheet = _sheet(report) | ({} if waiting else {"waiting": ()})
    return template.render(sheet=sheet, method=METHOD, one_is_none=ONE_IS_NONE)


def render_forecasts_frame(report: ForecastReport) -> str:
    """Give a report for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    return framed(render_forecasts_html((report,)), repr(report))


def _sheet(report: ForecastReport) -> dict[str, object]:
    """Give what the template lays out of one report."""
    sheet = report.sheet
    named = [item.analyst for item in sheet.by_analyst] != [""]
    return {
        "title": report.title,
        "judgement": judgement(sheet),
        "counts": counts(sheet),
        "waiting": [
            (name, [_waiting(forecast) for forecast in forecasts])
            for name, forecasts in (("Past its day", sheet.due), ("Open", sheet.open), ("Made later", sheet.later))
            if forecasts
        ],
        "resolved": [told for forecast in sheet.resolved if (told := post_mortem(forecast))],
        "record": record_words(sheet.record) if sheet.record else "",
        "parts": parts_words(sheet.record) if sheet.record else "",
        "analysts": [(item.analyst or "no name", record_words(item.record)) for item in sheet.by_analyst if named],
        "bands": [(band.band.value, band_words(band)) for band in sheet.by_band],
        "points": [_point(band) for band in sheet.by_band],
    }


def _waiting(forecast: Forecast) -> tuple[str, str, str]:
    by = f"{forecast.analyst} · " if forecast.analyst else ""
    made = f"made {day_words(forecast.made)} · due {day_words(forecast.due)}"
    return forecast.code, forecast.question, f"{by}{likelihood_words(forecast)} · {made}"


def _point(band: BandRecord) -> Point:
    return Point(
        x=round(SIDE * band.mean, 1),
        y=round(SIDE * (1 - band.came_true / band.said), 1),
        size=round(min(6.0, 1.5 + band.said**0.5), 1),
        words=f"{band.band.value}: {band_words(band)}",
    )


__all__ = ["Point", "PostMortem", "render_forecasts_body", "render_forecasts_frame", "render_forecasts_html"]
