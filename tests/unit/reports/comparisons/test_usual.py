"""How usual a difference is, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Rate, Usage
from communique.reports.comparisons.names import find_names
from communique.reports.comparisons.usual import NO_BASE, NO_CORPUS, find_base_line, find_bases, usage_label
from unit.reports.comparisons.demo import ARVENIAN, VELMARKIAN, demo_comparison, demo_report, quiet_report

NAMES = find_names(demo_report())
OFTEN = Rate(seen=31, among=44, low=0.55, high=0.83, reference=ARVENIAN)
NEVER = Rate(seen=0, among=12, low=0.0, high=0.26, reference=VELMARKIAN)


@pytest.mark.parametrize(
    ("usage", "label"),
    [
        (
            Usage(feature="names the initiator", first=OFTEN, second=NEVER),
            "names the initiator: Arvenia's texts 31 of 44 (55–83 %), Velmark's texts 0 of 12 (0–26 %)",
        ),
        (
            Usage(feature="names the initiator", first=OFTEN),
            "names the initiator: Arvenia's texts 31 of 44 (55–83 %), Velmark's texts: too few to tell",
        ),
        (Usage(feature="names the initiator"), "names the initiator: no base"),
    ],
)
def test_each_issuer_has_its_rate_or_no_base(usage: Usage, label: str) -> None:
    """Both rates are told with their intervals; a missing one is no rate of nought."""
    assert usage_label(usage, NAMES, (ARVENIAN, VELMARKIAN)) == label


def test_a_base_of_its_own_is_named_with_its_rate() -> None:
    """A rate that was counted over something else than most says over what."""
    usage = Usage(feature="names the initiator", first=replace(OFTEN, reference="calls of Arvenia"))
    assert "31 of 44 (55–83 %) of calls of Arvenia, " in usage_label(usage, NAMES, (ARVENIAN, VELMARKIAN))


def test_the_bases_are_named_once() -> None:
    """What most rates were counted over stands before the tables, under the keys of the texts."""
    assert find_bases(demo_comparison()) == (ARVENIAN, VELMARKIAN)
    assert find_base_line(demo_report(), NAMES) == f"Base of “how usual”: {ARVENIAN} (A); {VELMARKIAN} (B)."


@pytest.mark.parametrize(("corpus", "line"), [("", NO_CORPUS), ("desk.sqlite", NO_BASE)])
def test_without_rates_the_report_says_why(corpus: str, line: str) -> None:
    """No corpus and no base are two things."""
    bare = tuple(replace(variant, usage=None) for variant in demo_comparison().variants)
    report = replace(demo_report(replace(demo_comparison(), variants=bare)), corpus=corpus)
    assert find_base_line(report, NAMES) == line


def test_where_nothing_differs_nothing_is_called_usual() -> None:
    """A quiet comparison has no line on bases."""
    assert find_base_line(quiet_report(), NAMES) == ""
