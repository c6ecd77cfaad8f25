"""What analysts expected, scored when the day has come: Brier scores, their parts, calibration by band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import fsum

from communique.model import Forecast
from communique.reasoning.estimative import Band, band_of

LEAST_FOR_PARTS = 20
"""Resolved forecasts from which the parts of a score are given: with fewer, chance makes most of each part."""

NO_KNOWLEDGE = 0.25
"""The score of somebody who says 50 % every time."""


def score_of(forecast: Forecast) -> float | None:
    """
    Give the Brier score of one forecast, None while it is open: (probability − outcome)², from 0 (best) to 1 (worst).

    Brier (1950) sums over both answers, which gives twice as much, from 0 to 2; this is the usual form for questions
    of yes and no.
    """
    return None if forecast.outcome is None else (forecast.probability - forecast.outcome) ** 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """
    A mean score taken apart by bands (Murphy 1973): score = reliability − resolution + uncertainty + remainder.

    ``reliability``: how far the probabilities lie from how often it came true (lower is better). ``resolution``: how
    far the bands part what came true from what did not (higher is better). ``uncertainty``: how hard the questions
    were, as far as the base rate tells. ``remainder``: what is lost by putting unlike probabilities into one band
    (Stephenson, Coelho and Jolliffe 2008).
    """

    reliability: float
    resolution: float
    uncertainty: float
    remainder: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """
    How some resolved forecasts did.

    ``mean`` is the mean Brier score (0 to 1, lower is better). ``base_rate`` is how often the answer was yes, and
    ``reference`` the score of somebody who had known just that and said it every time; as it is known only afterwards,
    it is hard to beat with few questions. ``skill`` is 1 − mean / reference: over 0 is better than the base rate; None
    where all answers were alike. ``parts`` are None with fewer than ``LEAST_FOR_PARTS``.
    """

    resolved: int
    mean: float
    base_rate: float
    reference: float
    skill: float | None
    parts: Parts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalystRecord:
    """The record of one analyst; the name is empty where the forecasts name none."""

    analyst: str
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRecord:
    """How often what was said in one band of ICD 203 came true: ``came_true`` of ``said``, and the ``mean`` said."""

    band: Band
    said: int
    came_true: int
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastSheet:
    """
    All forecasts as of one day, in the order of their days.

    ``open``: the day has not come. ``due``: it has passed, and nobody has said what came. ``resolved``: answered.
    ``later``: made after that day, so not yet there. ``record`` is None while none is resolved.
    """

    as_of: date
    open: tuple[Forecast, ...]
    due: tuple[Forecast, ...]
    resolved: tuple[Forecast, ...]
    later: tuple[Forecast, ...]
    record: Record | None
    by_analyst: tuple[AnalystRecord, ...]
    by_band: tuple[BandRecord, ...]


def score_forecasts(forecasts: Iterable[Forecast], *, as_of: date) -> ForecastSheet:
    """
    Sort forecasts by what is known of them on a day, and score those that are answered.

    An answer that came after the day is not known on it: the forecast counts as open, or as due.

    >>> sheet = score_forecasts((), as_of=date(2026, 3, 1))
    >>> sheet.resolved, sheet.record
    ((), None)
    """
    listed = sorted(forecasts, key=lambda forecast: (forecast.due, forecast.made, forecast.code))
    made = tuple(forecast for forecast in listed if forecast.made <= as_of)
    resolved = tuple(forecast for forecast in made if _is_known(forecast, as_of))
    unknown = tuple(forecast for forecast in made if not _is_known(forecast, as_of))
    return ForecastSheet(
        as_of=as_of,
        open=tuple(forecast for forecast in unknown if forecast.due >= as_of),
        due=tuple(forecast for forecast in unknown if forecast.due < as_of),
        resolved=resolved,
        later=tuple(forecast for forecast in listed if forecast.made > as_of),
        record=_record(resolved) if resolved else None,
        by_analyst=tuple(_by_analyst(resolved)),
        by_band=_by_band(resolved),
    )


def _is_known(forecast: Forecast, as_of: date) -> bool:
    return forecast.resolved is not None and forecast.resolved <= as_of


def _record(resolved: tuple[Forecast, ...]) -> Record:
    mean = _mean(score for forecast in resolved if (score := score_of(forecast)) is not None)
    base_rate = _mean(float(forecast.outcome or 0) for forecast in resolved)
    reference = base_rate * (1 - base_rate)
    return Record(
        resolved=len(resolved),
        mean=mean,
        base_rate=base_rate,
        reference=reference,
        skill=1 - mean / reference if reference else None,
        parts=_parts(resolved, mean, base_rate) if len(resolved) >= LEAST_FOR_PARTS else None,
    )


def _parts(resolved: tuple[Forecast, ...], mean: float, base_rate: float) -> Parts:
    bands = _by_band(resolved)
    reliability = fsum(band.said * (band.mean - band.came_true / band.said) ** 2 for band in bands) / len(resolved)
    resolution = fsum(band.said * (band.came_true / band.said - base_rate) ** 2 for band in bands) / len(resolved)
    uncertainty = base_rate * (1 - base_rate)
    return Parts(
        reliability=reliability,
        resolution=resolution,
        uncertainty=uncertainty,
        remainder=mean - (reliability - resolution + uncertainty),
    )


def _by_analyst(resolved: tuple[Forecast, ...]) -> Iterator[AnalystRecord]:
    ordered = sorted(resolved, key=lambda forecast: forecast.analyst)
    for analyst, some in groupby(ordered, key=lambda forecast: forecast.analyst):
        yield AnalystRecord(analyst=analyst, record=_record(tuple(some)))


def _by_band(resolved: tuple[Forecast, ...]) -> tuple[BandRecord, ...]:
    """Give the bands that were used, the least likely first."""
    groups = ((band, [f for f in resolved if band_of(f.probability) is band]) for band in Band)
    return tuple(
        BandRecord(
            band=band,
            said=len(some),
            came_true=sum(bool(forecast.outcome) for forecast in some),
            mean=_mean(forecast.probability for forecast in some),
        )
        for band, some in groups
        if some
    )


def _mean(values: Iterable[float]) -> float:
    listed = tuple(values)
    return fsum(listed) / len(listed)
