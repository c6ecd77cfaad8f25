"""Corrections as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model.corrections import Correction, Outcome
from communique.reports.corrected import NAMES, value_label
from communique.reports.excerpt import printable
from communique.reports.labels import day_label


def render_corrections(told: Iterable[tuple[str, Correction, Outcome]]) -> str:
    """Give two lines a correction: the release, the item and its value before and after; then who, when and why."""
    return "".join(f"{line}\n" for name, correction, outcome in told for line in _lines(name, correction, outcome))


def _lines(name: str, correction: Correction, outcome: Outcome) -> tuple[str, str]:
    before, after = (printable(value_label(parts)) for parts in (correction.before, correction.after))
    state = "" if outcome is Outcome.APPLIED else f" [{outcome.value}]"
    who = f"{printable(correction.author)}, {day_label(correction.moment.date())}"
    words = f" “{printable(correction.quote)}”" if correction.quote else ""
    return (
        f"{printable(name)}  {NAMES[correction.what]}: {before} → {after}{state}",
        f"    {who}: {printable(correction.reason)}{words}",
    )
