"""Forecasts on fictional states for the reports to show."""

from __future__ import annotations

from datetime import date

from communique.model import Forecast
from communique.reasoning.forecasting import score_forecasts
from communique.reports.forecasts.report import ForecastReport

MADE, DUE = date(2021, 3, 1), date(2021, 3, 31)
RECORDED = "a release of either office records it"


def forecasts() -> tuple[Forecast, ...]:
    """Give one that came true, one that did not, one past its day and one open."""
    return (
        Forecast(
            code="F1",
            question="Will President Vesk visit Sund?",
            probability=0.7,
            due=DUE,
            analyst="Ilse Brandt",
            outcome=True,
            resolved=date(2021, 3, 20),
            basis="xv-prime-minister:104",
            made=MADE,
            resolves=RECORDED,
        ),
        Forecast(
            code="F2",
            question="Will the ferry treaty be signed <there>?",
            probability=0.9,
            due=DUE,
            analyst="Tomas Reek",
            outcome=False,
            resolved=date(2021, 4, 1),
            made=MADE,
            resolves=RECORDED,
        ),
        Forecast(
            code="F3", question="Will King Osmund IV attend?", probability=0.2, due=DUE, made=MADE, resolves=RECORDED
        ),
        Forecast(
            code="F4",
            question="Will talks go on in May?",
            probability=0.5,
            due=date(2021, 5, 31),
            made=MADE,
            resolves=RECORDED,
        ),
    )


def report(as_of: date = date(2021, 4, 10)) -> ForecastReport:
    """Give the report of all of them as of a day."""
    return ForecastReport(title="The ferry", sheet=score_forecasts(forecasts(), as_of=as_of), software="communique 0")
