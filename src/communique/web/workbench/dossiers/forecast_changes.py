"""What can be done to the forecasts of a dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from communique.errors import ModelError
from communique.model import Dossier, Forecast
from communique.web.workbench.dossiers.changes import refuse_strange, values_of, without
from communique.web.workbench.dossiers.merging import Edit


def add_forecast(**values: object) -> Edit:
    """Add a forecast under a code of its own (F1, F2 …)."""

    def edit(dossier: Dossier) -> Dossier:
        taken, number = {one.code for one in dossier.forecasts}, len(dossier.forecasts) + 1
        while f"F{number}" in taken:
            number += 1
        return replace(dossier, forecasts=(*dossier.forecasts, Forecast(code=f"F{number}", **values_of(values))))

    return edit


def resolve_forecast(code: str, *, outcome: bool, resolved: date, basis: str) -> Edit:
    """Say what came of a forecast."""

    def edit(dossier: Dossier) -> Dossier:
        refuse_strange(code, [one.code for one in dossier.forecasts], "forecast")
        answer: dict[str, Any] = {"outcome": outcome, "resolved": resolved, "basis": basis}
        changed = (replace(one, **answer) if one.code == code else one for one in dossier.forecasts)
        return replace(dossier, forecasts=tuple(changed))

    return edit


def take_forecast_out(code: str) -> Edit:
    """Take a forecast out, if nothing came of it yet: what was wrong stays on record."""

    def edit(dossier: Dossier) -> Dossier:
        found = next((one for one in dossier.forecasts if one.code == code), None)
        if found is not None and found.outcome is not None:
            raise ModelError(
                wanted="a forecast that is open",
                got=f"{code}, which is answered",
                remedy="what was said stays on record",
            )
        return replace(dossier, forecasts=without(dossier.forecasts, code, "forecast"))

    return edit
