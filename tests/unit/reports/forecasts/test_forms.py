"""Forecasts in every form: the same facts, a post-mortem of each that is resolved."""

from __future__ import annotations

import json
from datetime import date
from html import unescape

import pytest
from jsonschema import Draft202012Validator

from communique.reports.forecasts.html import render_forecasts_html
from communique.reports.forecasts.json import FORM, forecasts_schema
from communique.reports.forecasts.wording import post_mortem
from unit.reports.forecasts.forecast_cases import MADE, forecasts, report

FACTS = (
    "Mean Brier score 0.45 over 2 forecasts resolved, too few to judge by (under 20).",
    "2 resolved · 1 past the day set and not resolved · 1 open",
    "Will President Vesk visit Sund?",
    "Ilse Brandt: likely (70 %), on 1 Mar 2021, 30 days before the day set (31 Mar 2021).",
    "Yes, known on 20 Mar 2021.",
    "xv-prime-minister:104",
    "0.09, better than saying 50 % (0.25).",
    "0.81, worse than saying 50 % (0.25).",
    "1 of 1 came true (said 70 % on average)",
)


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_form_tells_the_same(form: str, fact: str) -> None:
    """What one form says of a forecast, all say."""
    shown: str = report().terminal(140) if form == "terminal" else getattr(report(), form)()
    told = shown.replace("\\", "")
    assert fact in told


def test_what_was_not_known_on_the_day_is_not_told() -> None:
    """Before the answers came the forecasts are open, and nothing is scored."""
    early = report(MADE)
    assert early.terminal().startswith("Nothing to score: 4 forecasts, none resolved.")
    assert "Yes, known" not in early.html()
    assert all(item["outcome"] is None for item in json.loads(early.json())["forecasts"])


@pytest.mark.parametrize("as_of", [MADE, date(2021, 4, 10), date(2020, 1, 1)])
def test_json_fits_its_schema(as_of: date) -> None:
    """The published form holds on any day."""
    found = json.loads(report(as_of).json())
    Draft202012Validator(json.loads(forecasts_schema())).validate(found)
    assert found["form"] == FORM


def test_no_word_of_an_analyst_acts_as_markup() -> None:
    """Angle brackets in a question are printed, in the page and in Markdown."""
    assert "signed &lt;there&gt;?" in report().html()
    assert "signed <there>" not in report().markdown()


def test_the_page_lets_nothing_load() -> None:
    """Its policy pins the style and allows no script."""
    page = unescape(render_forecasts_html((report(),)))
    assert "default-src 'none'" in page
    assert "<script" not in page


@pytest.mark.parametrize("width", [60, 80, 140])
def test_lines_keep_to_the_width(width: int) -> None:
    """No line is longer than the terminal is wide."""
    assert max(map(len, report().terminal(width).splitlines())) <= width


def test_an_open_forecast_has_no_post_mortem() -> None:
    """There is nothing to look back on."""
    assert post_mortem(forecasts()[3]) is None
