"""The protocol sheet in a terminal, in Markdown and in JSON."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from typing import Any

import jsonschema
import pytest

from communique.dossiers.protocol import read_protocol
from communique.reports.protocols.json import protocol_schema
from communique.reports.protocols.report import ProtocolReport
from unit.dossiers.protocol_made import KORIN, VELMARK, VESK, met, opened
from unit.dossiers.test_protocol import call, visit
from unit.fictional import tables
from unit.reports.test_json import closed

SCHEMA: dict[str, Any] = json.loads(protocol_schema())
VALIDATOR = jsonschema.Draft202012Validator(
    closed(deepcopy(SCHEMA)), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def report() -> ProtocolReport:
    """Give the report on a call and a visit."""
    return ProtocolReport(sheet=read_protocol(opened(call(), visit()), tables=tables()), software="communique 0")


def test_the_record_fits_its_schema_and_has_no_other_key() -> None:
    """Every key is named by the published schema, and the spans carry their words."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    record = json.loads(report().json())
    VALIDATOR.validate(record)
    assert record["contacts"][1]["counterparts"][0]["rule"] == "no rule found"
    assert record["first_destinations"][0]["statement"] == "no calendar of trips at hand: not found"


@pytest.mark.parametrize("width", [80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """At both widths every line fits, and the words in question are there."""
    told = report().terminal(width)
    assert max(map(len, told.splitlines())) <= width
    flat = " ".join(told.split())
    assert "no rule found" in flat
    assert "“my first foreign visit since the New Year”" in flat


def test_colour_adds_nothing_to_the_words() -> None:
    """Without colour the same words stand there."""
    plain, coloured = report().terminal(100), report().terminal(100, colour=True)
    assert "\x1b[" not in plain
    assert "\x1b[" in coloured


def test_words_of_a_release_cannot_act_as_markup() -> None:
    """A title with signs of markup stays text."""
    account = met(date(2021, 6, 16), VESK, KORIN, at=VELMARK, title="*A* <b>title</b> | [x](y)")
    told = ProtocolReport(sheet=read_protocol(opened(account), tables=tables())).markdown()
    assert "<b>" not in told
    assert r"\*A\*" in told


def test_it_names_itself_shortly() -> None:
    """The representation tells title and numbers."""
    assert repr(report()) == "<ProtocolReport “The ferry talks”: 2 contacts, 2 releases>"
