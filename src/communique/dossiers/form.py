"""The form of ``dossier.toml``: its tables with their keys, and the nouns that they stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from communique.dossiers.keys import (
    Key,
    choice,
    codes,
    count,
    day,
    grade,
    grade_words,
    imprecise_day,
    number,
    text,
    truth,
)
from communique.model import Evidence, Exhibit, ExhibitKind, Filing, Forecast, Hypothesis, Likelihood, Role

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm(Generic[Noun]):
    """One array of tables: its name in the file, the field of a dossier, the noun, its keys, and its identity."""

    name: str
    field: str
    noun: Callable[..., Noun]
    keys: tuple[Key, ...]
    identity: tuple[str, ...] = ("code",)

    def names(self) -> tuple[str, ...]:
        """Give the names of its keys."""
        return tuple(key.name for key in self.keys)


HEAD = (text("title", required=True), day("first", required=True), day("last", required=True), codes("sides"))
"""The keys of ``[dossier]``."""

RELEASES = TableForm(
    name="release",
    field="filings",
    noun=Filing,
    keys=(text("source", required=True), choice("role", Role), text("reason"), grade()),
    identity=("source",),
)
EXHIBITS = TableForm(
    name="exhibit",
    field="exhibits",
    noun=Exhibit,
    keys=(
        text("code", required=True),
        choice("kind", ExhibitKind, required=True),
        text("title", required=True),
        grade(required=True),
        text("words"),
        text("address"),
        imprecise_day("day"),
    ),
)
HYPOTHESES = TableForm(
    name="hypothesis",
    field="hypotheses",
    noun=Hypothesis,
    keys=(
        text("code", required=True),
        text("statement", required=True),
        truth("dull", usual=False),
        number("prior", "a number over 0", usual=1.0),
        text("refuted_by"),
    ),
)
EVIDENCE = TableForm(
    name="evidence",
    field="evidence",
    noun=Evidence,
    keys=(
        text("code", required=True),
        text("statement", required=True),
        text("source"),
        text("quote"),
        text("finding"),
        text("group"),
        grade_words(),
        count("seen"),
        count("among"),
    ),
)
LIKELIHOODS = TableForm(
    name="likelihood",
    field="likelihoods",
    noun=Likelihood,
    keys=(
        text("evidence", required=True),
        text("hypothesis", required=True),
        number("value", "a number over 0, up to 1", required=True),
        text("reason", required=True),
        text("analyst"),
        day("entered"),
    ),
    identity=("evidence", "hypothesis", "analyst"),
)
FORECASTS = TableForm(
    name="forecast",
    field="forecasts",
    noun=Forecast,
    keys=(
        text("code", required=True),
        text("question", required=True),
        number("probability", "a number from 0 to 1", required=True),
        day("made", required=True),
        day("due", required=True),
        text("resolves", required=True),
        text("analyst"),
        truth("outcome", usual=None),
        day("resolved"),
        text("basis"),
    ),
)
TABLES = cast("tuple[TableForm[object], ...]", (RELEASES, EXHIBITS, HYPOTHESES, EVIDENCE, LIKELIHOODS, FORECASTS))
"""The arrays of tables, in the order in which they are written."""
