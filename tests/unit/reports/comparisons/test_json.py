"""The comparison as JSON, against its published schema."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from communique.model import Pairing, Part
from communique.reports.comparisons.json import comparison_schema
from communique.reports.comparisons.report import ComparisonReport
from unit.reports.comparisons.demo import apart_report, demo_comparison, demo_report, edition_report, quiet_report
from unit.reports.comparisons.strategies import reports
from unit.reports.test_json import closed, spans_in

SCHEMA: dict[str, Any] = json.loads(comparison_schema())
VALIDATOR = jsonschema.Draft202012Validator(
    closed(deepcopy(SCHEMA)), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def test_the_schema_is_a_schema() -> None:
    """The published file is valid JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "report",
    [demo_report(), apart_report(), quiet_report(identical=True), edition_report()],
    ids=["demo", "apart", "identical", "editions"],
)
def test_a_comparison_fits_the_schema_and_has_no_other_key(report: ComparisonReport) -> None:
    """Every key is named by the schema and every named key is there."""
    VALIDATOR.validate(json.loads(report.json()))


@settings(max_examples=60)
@given(reports())
def test_any_comparison_fits_the_schema(report: ComparisonReport) -> None:
    """Whatever was found can be written in the published form, each span with its words."""
    record = json.loads(report.json())
    VALIDATOR.validate(record)
    for place, key in enumerate(("first", "second")):
        release = record["sides"][place]["release"]
        for span in spans_in([item[key] for item in (*record["variants"], *record["shared"])]):
            assert release[Part(span["part"])][span["start"] : span["end"]] == span["words"]


def test_what_was_taken_for_granted_is_a_value() -> None:
    """Whether it could be told, whether it was taken to be so, and how much is not listed, without reading words."""
    assert [json.loads(demo_report().json())[key] for key in ("sure", "taken", "unlisted")] == [True, False, [0, 0]]
    taken = replace(
        demo_comparison(),
        pairing=Pairing(same=True, sure=False, taken=True, against=("one is a call",)),
        unlisted=(2, 0),
    )
    record = json.loads(demo_report(taken).json())
    VALIDATOR.validate(record)
    assert [record[key] for key in ("sure", "taken", "unlisted")] == [False, True, [2, 0]]


def test_the_first_lines_and_the_tables_stand_as_values() -> None:
    """A program need not count or parse what the report says in words."""
    record = json.loads(demo_report().json())
    assert (record["same_event"], record["identical"], record["aspect"]) == (True, False, "accounts")
    assert record["opening"].startswith("Same event: meeting, Thu 16 May 2019 (")
    assert [side["key"] for side in record["sides"]] == ["A", "B"]
    tables = [variant["table"] for variant in record["variants"]]
    assert tables == ["contradictions"] * 2 + ["differently"] * 3 + ["only_first"] * 2 + ["only_second"] * 5
    assert record["variants"][0]["clash"]["second"]["words"] == "three million tonnes"
    assert record["variants"][7]["usage"]["first"] is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("sides"),
        lambda record: record["sides"].pop(),
        lambda record: record["variants"][0].update(kind="motive"),
        lambda record: record["variants"][0].update(weight="grave"),
        lambda record: record["shared"][0].update(likeness=1.2),
        lambda record: record.update(surplus=1),
        lambda record: record.update(form="communique/comparison/0"),
    ],
    ids=["key gone", "one side", "unknown kind", "unknown weight", "too like", "surplus key", "old form"],
)
def test_the_schema_refuses_what_is_no_comparison(spoil: Any) -> None:  # noqa: ANN401 - a change of any JSON
    """A record without a key, or with a value that cannot be, does not fit."""
    record = json.loads(demo_report().json())
    spoil(record)
    assert not VALIDATOR.is_valid(record)
