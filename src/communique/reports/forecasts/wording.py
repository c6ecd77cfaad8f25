"""Forecasts and their scores in words, the same in every form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.model import Forecast
from communique.reasoning.estimative import band_of, percent
from communique.reasoning.forecasting import LEAST_FOR_PARTS, NO_KNOWLEDGE, BandRecord, ForecastSheet, Record, score_of

METHOD = (
    "Brier score of a question of yes and no: (probability − outcome)², from 0, the best, to 1 (Brier 1950; his own "
    f"form gives twice as much). Somebody who says 50 % every time scores {NO_KNOWLEDGE:.2f}. The base rate is that of "
    "these questions, known only afterwards."
)

ONE_IS_NONE = "One outcome does not show whether its probability was right: only many of one band do."


@dataclass(frozen=True, slots=True, kw_only=True)
class PostMortem:
    """
    One resolved forecast as a page tells it, in plain words.

    ``said`` is what was said and when, ``came`` what came and when it was known, ``scored`` the score and what it is
    beside saying 50 %.
    """

    code: str
    question: str
    resolves: str
    said: str
    came: str
    basis: str
    scored: str
    score: float
    outcome: bool


def post_mortem(forecast: Forecast) -> PostMortem | None:
    """Give the post-mortem of a forecast, None while it is open."""
    score = score_of(forecast)
    if score is None or forecast.resolved is None:
        return None
    return PostMortem(
        code=forecast.code,
        question=forecast.question,
        resolves=forecast.resolves,
        said=said_words(forecast),
        came=f"{'Yes' if forecast.outcome else 'No'}, known on {day_words(forecast.resolved)}.",
        basis=forecast.basis or "not noted",
        scored=f"{score:.2f}, {_beside(score)} than saying 50 % ({NO_KNOWLEDGE:.2f})."
        if score != NO_KNOWLEDGE
        else f"{score:.2f}, as saying 50 %.",
        score=score,
        outcome=bool(forecast.outcome),
    )


def said_words(forecast: Forecast) -> str:
    """
    Say what was said, by whom, when, how long before.

    >>> made = date(2026, 3, 1)
    >>> said_words(Forecast(code="F1", question="-", probability=0.7, made=made, due=date(2026, 3, 11), resolves="-"))
    'Likely (70 %), on 1 Mar 2026, 10 days before the day set (11 Mar 2026).'
    """
    by = f"{forecast.analyst}: " if forecast.analyst else ""
    band = band_of(forecast.probability).value
    days = (forecast.due - forecast.made).days
    ahead = f"{days} {'day' if days == 1 else 'days'} before the day set" if days else "on the day set itself"
    word = band if by else band.capitalize()
    return (
        f"{by}{word} ({percent(forecast.probability)}), on {day_words(forecast.made)}, {ahead} "
        f"({day_words(forecast.due)})."
    )


def day_words(day: date) -> str:
    """Write a day ("11 Mar 2026")."""
    return f"{day.day} {day:%b %Y}"


def likelihood_words(forecast: Forecast) -> str:
    """Write a probability with its word ("likely, 70 %")."""
    return f"{band_of(forecast.probability).value}, {percent(forecast.probability)}"


def judgement(sheet: ForecastSheet) -> str:
    """Say first what it amounts to, and no more than the number of questions allows."""
    if sheet.record is None:
        waiting = len(sheet.open) + len(sheet.due)
        return f"Nothing to score: {waiting} {'forecast' if waiting == 1 else 'forecasts'}, none resolved."
    record = sheet.record
    few = "" if record.resolved >= LEAST_FOR_PARTS else f", too few to judge by (under {LEAST_FOR_PARTS})"
    return f"Mean Brier score {record.mean:.2f} over {_forecasts(record.resolved)} resolved{few}."


def counts(sheet: ForecastSheet) -> str:
    """Count the open, the due and the resolved."""
    due = f"{len(sheet.due)} past the day set and not resolved" if sheet.due else "none past its day"
    return f"As of {day_words(sheet.as_of)}: {len(sheet.resolved)} resolved · {due} · {len(sheet.open)} open"


def record_words(record: Record) -> str:
    """Set a mean score beside the base rate."""
    came = round(record.base_rate * record.resolved)
    base = f"{record.mean:.2f} over {record.resolved}; the answer was yes in {came} of {record.resolved}"
    if record.skill is None:
        return f"{base}; all answers alike, so the base rate is no measure."
    better = "better" if record.skill > 0 else "worse" if record.skill < 0 else "no better"
    return f"{base}; saying so every time scores {record.reference:.2f}: {better} than that, skill {record.skill:+.2f}."


def parts_words(record: Record) -> str:
    """Say how a score is made up, or why that is not told."""
    if record.parts is None:
        return f"Not taken apart: {record.resolved} of the {LEAST_FOR_PARTS} resolved forecasts that it needs."
    parts = record.parts
    within = round(parts.remainder, 3) + 0
    return (
        f"reliability {parts.reliability:.3f} (lower is better) − resolution {parts.resolution:.3f} (higher is better) "
        f"+ uncertainty {parts.uncertainty:.3f}, within bands {within:+.3f}: {record.mean:.3f} (Murphy 1973)"
    )


def band_words(band: BandRecord) -> str:
    """
    Set what was said in a band beside what came.

    >>> from communique.reasoning.estimative import Band
    >>> band_words(BandRecord(band=Band.LIKELY, said=4, came_true=3, mean=0.7))
    '3 of 4 came true (said 70 % on average)'
    """
    return f"{band.came_true} of {band.said} came true (said {percent(band.mean)} on average)"


def _beside(score: float) -> str:
    return "better" if score < NO_KNOWLEDGE else "worse"


def _forecasts(number: int) -> str:
    return f"{number} {'forecast' if number == 1 else 'forecasts'}"
