"""How usual a difference is, in words: how often each issuer's earlier texts have the feature, and over what base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from communique.model import Comparison, Rate, Usage
from communique.reports.comparisons.names import Name
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.rows import Row
from communique.reports.verdict import rate_label

NO_CORPUS = "No corpus: how usual such a difference is for these two issuers is not said."
NO_BASE = "No base: the corpus does not tell how usual these differences are."

Bases = tuple[str, str]
"""What the rates of either text were counted over, empty where that differs or nothing was."""


def usage_label(usage: Usage, names: tuple[Name, Name], bases: Bases = ("", "")) -> str:
    """
    Give the rates of a feature ("names the initiator: Arvenia's texts 31 of 44 (55–83 %), Velmark's texts no base").

    A base stands behind its rate unless it is one of those already named.
    """
    rates = (usage.first, usage.second)
    if not any(rates):
        return f"{usage.feature}: no base"
    clauses = (_clause(name, rate, base) for name, rate, base in zip(names, rates, bases, strict=True))
    return f"{usage.feature}: {', '.join(clauses)}"


def row_usage(row: Row, names: tuple[Name, Name], bases: Bases = ("", "")) -> str:
    """Give the rates that go with a row, or the number of the row that has them; empty where there are none."""
    if row.variant.usage is None:
        return ""
    return f"as under {row.usage_told}" if row.usage_told else usage_label(row.variant.usage, names, bases)


def find_bases(comparison: Comparison) -> Bases:
    """Give what most rates of either text were counted over, to be named once."""
    usages = [variant.usage for variant in comparison.variants if variant.usage]
    return _commonest(usage.first for usage in usages), _commonest(usage.second for usage in usages)


def find_base_line(report: ComparisonReport, names: tuple[Name, Name]) -> str:
    """Say once over what the rates were counted, or why there are none; empty where nothing differs."""
    comparison = report.comparison
    if not comparison.variants:
        return ""
    bases = find_bases(comparison)
    if any(bases):
        told = (f"{base} ({name.key})" for name, base in zip(names, bases, strict=True) if base)
        return f"Base of “how usual”: {'; '.join(told)}."
    return NO_BASE if report.corpus or any(variant.usage for variant in comparison.variants) else NO_CORPUS


def _clause(name: Name, rate: Rate | None, base: str) -> str:
    if rate is None:
        return f"{name.texts}: too few to tell"
    return f"{name.texts} {rate_label(rate)}" + (f" of {rate.reference}" if rate.reference != base else "")


def _commonest(rates: Iterable[Rate | None]) -> str:
    counted = Counter(rate.reference for rate in rates if rate)
    return next((reference for reference, _ in counted.most_common(1)), "")
