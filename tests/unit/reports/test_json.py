"""The report as JSON, against its published schema."""

from __future__ import annotations

import json
from copy import deepcopy
from math import log2
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from communique.model import Account, Part
from communique.reports.json import report_schema
from communique.reports.report import Report
from unit.readings.strategies import accounts
from unit.reports.accounts import arvenian_report, bare_account, velmarkian_report
from unit.reports.precedents import REFERENCE, SOURCE, precedented_report

SCHEMA: dict[str, Any] = json.loads(report_schema())


def closed(schema: Any) -> Any:  # noqa: ANN401 - a schema is any JSON
    """Give the schema with every object closed, so that a key it does not name is an error."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    narrowed = {key: closed(part) for key, part in schema.items()}
    return narrowed | ({"additionalProperties": False} if schema.get("type") == "object" else {})


VALIDATOR = jsonschema.Draft202012Validator(
    closed(deepcopy(SCHEMA)), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def test_the_schema_is_a_schema() -> None:
    """The published file is valid JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "report",
    [
        arvenian_report(),
        velmarkian_report(),
        Report(account=bare_account("They spoke.")),
        precedented_report(96.5),
        precedented_report(None),
    ],
    ids=["arvenia", "velmark", "bare", "with precedents", "with too few"],
)
def test_a_report_fits_the_schema_and_has_no_other_key(report: Report) -> None:
    """Every key is named by the schema and every named key is there."""
    VALIDATOR.validate(json.loads(report.json()))


@settings(max_examples=50)
@given(accounts())
def test_any_account_fits_the_schema(account: Account) -> None:
    """Whatever was extracted can be written in the published form."""
    VALIDATOR.validate(json.loads(Report(account=account, others=(account,)).json()))


def test_the_standing_and_every_rate_are_written_whole() -> None:
    """Judgement, corpus and checks stand as values, and a rate with expectation, surprisal and chance."""
    record = json.loads(precedented_report(96.5).json())
    assert record["standing"] == {
        "unusual": True,
        "percentile": 96.5,
        "among": 31,
        "score": pytest.approx(1.86),
        "reference": REFERENCE,
    }
    assert (record["corpus"], len(record["checks"])) == (SOURCE, 8)
    assert record["features"] > 100
    first = record["findings"][0]
    assert (first["feature"], first["rate"]["seen"], first["rate"]["chance"]) == ("tone.stated", 1, 0.02)
    assert first["rate"]["surprisal"] == pytest.approx(-log2(first["rate"]["expected"]), abs=0.001)


def test_without_a_corpus_there_is_no_standing() -> None:
    """What was not judged is null, not a number."""
    record = json.loads(arvenian_report().json())
    assert (record["standing"], record["corpus"], record["features"]) == (None, "", 0)


def spans_in(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Give every span in a piece of JSON."""
    if isinstance(value, list):
        return [span for part in value for span in spans_in(part)]
    if not isinstance(value, dict):
        return []
    here = [value] if set(value) == {"part", "start", "end", "words"} else []
    return here + [span for part in value.values() for span in spans_in(part)]


def test_every_span_gives_its_words() -> None:
    """Cut by its numbers, each span of the record is the words that stand with it."""
    record = json.loads(arvenian_report().json())
    release = record["release"]
    parts = {Part.TITLE: release["title"], Part.PLACE: release["place"], Part.TEXT: release["text"]}
    spans = spans_in(record)
    assert len(spans) > 30
    assert all(parts[Part(span["part"])][span["start"] : span["end"]] == span["words"] for span in spans)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("release"),
        lambda record: record["findings"][0].update(grade="untestable"),
        lambda record: record["findings"][0].update(plain=""),
        lambda record: record["event"].update(kind="party"),
        lambda record: record.update(surplus=1),
        lambda record: record.update(form="communique/report/1"),
        lambda record: record.update(standing={"unusual": False, "percentile": 101}),
    ],
    ids=["key gone", "grade of a claim", "no plain explanation", "unknown kind", "surplus key", "old form", "no place"],
)
def test_the_schema_refuses_what_is_no_report(spoil: Any) -> None:  # noqa: ANN401 - a change of any JSON
    """A record without a key, or with a value that cannot be, does not fit."""
    record = json.loads(arvenian_report().json())
    spoil(record)
    assert not VALIDATOR.is_valid(record)


def test_letters_stay_letters() -> None:
    """Text is written as it stands, not as codes of letters."""
    assert "Қасым" in Report(account=bare_account("Қасым")).json()
