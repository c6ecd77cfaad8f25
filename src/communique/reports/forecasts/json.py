"""Forecasts as JSON for other programs; the form is published as a JSON Schema."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from communique.model import Forecast
from communique.reasoning.estimative import band_of
from communique.reasoning.forecasting import BandRecord, Record, score_of
from communique.reports.forecasts.report import ForecastReport
from communique.reports.forecasts.wording import judgement
from communique.reports.json_items import Json

FORM = "communique/forecasts/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""


def render_forecasts_json(report: ForecastReport) -> str:
    """Give the report as one JSON object, indented, in the form of ``forecasts_schema``."""
    sheet = report.sheet
    states = (("open", sheet.open), ("due", sheet.due), ("resolved", sheet.resolved), ("later", sheet.later))
    found: dict[str, Json] = {
        "form": FORM,
        "software": report.software,
        "title": report.title,
        "as_of": sheet.as_of.isoformat(),
        "judgement": judgement(sheet),
        "forecasts": [_forecast(forecast, state) for state, some in states for forecast in some],
        "record": _record(sheet.record),
        "by_analyst": [{"analyst": item.analyst, "record": _record(item.record)} for item in sheet.by_analyst],
        "by_band": [_band(band) for band in sheet.by_band],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def forecasts_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered report on forecasts fits."""
    shipped = files("communique.reports.forecasts").joinpath("schema", "forecasts.schema.json")
    return shipped.read_text(encoding="utf-8")


def _forecast(forecast: Forecast, state: str) -> Json:
    known = state == "resolved"
    return {
        "code": forecast.code,
        "state": state,
        "question": forecast.question,
        "resolves": forecast.resolves,
        "analyst": forecast.analyst,
        "probability": forecast.probability,
        "band": band_of(forecast.probability).value,
        "made": forecast.made.isoformat(),
        "due": forecast.due.isoformat(),
        "outcome": forecast.outcome if known else None,
        "resolved": _day(forecast.resolved) if known else None,
        "basis": forecast.basis if known else "",
        "score": score_of(forecast) if known else None,
    }


def _record(record: Record | None) -> Json:
    if record is None:
        return None
    parts = record.parts
    return {
        "resolved": record.resolved,
        "mean": record.mean,
        "base_rate": record.base_rate,
        "reference": record.reference,
        "skill": record.skill,
        "parts": None
        if parts is None
        else {
            "reliability": parts.reliability,
            "resolution": parts.resolution,
            "uncertainty": parts.uncertainty,
            "remainder": parts.remainder,
        },
    }


def _band(band: BandRecord) -> Json:
    return {"band": band.band.value, "said": band.said, "came_true": band.came_true, "mean": band.mean}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
