"""The accuracy that was reached is held: the labelled releases against floors that only rise."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.gate import FLOORS, Gate, Measure, Step, fingerprint, lifted, load_gate, raised, reached, render_gate
from tools.labelled import ASKED, Scores, asked_of, labels_of, scores_of

GATE = load_gate()


def path_of(measure: Measure) -> str:
    """Give the measure's name as a reader of the test's output wants it."""
    return measure.path


@pytest.fixture(scope="session")
def scores(request: pytest.FixtureRequest) -> Scores:
    """Export and score a labelled set in a language, once for all its measures."""
    return scored_once(*request.param)


@cache
def scored_once(labelled: str, language: str) -> Scores:
    """Keep the scores of a set: the order of the tests may ask for them several times."""
    return scores_of(labelled, language)


def cases() -> list[Any]:
    """Give each measure that has a floor with the labelled set it is taken on."""
    held = [measure for measure in GATE.measures if measure.steps]
    return [pytest.param((one.labelled, one.language), one, id=one.path) for one in held]


def unexplained_falls(measure: Measure) -> list[Step]:
    """Give the steps to a worse floor without a reason."""
    steps = pairwise(measure.steps)
    return [after for before, after in steps if measure.falls_short(after.floor, before.floor) and not after.reason]


@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name, _ in GATE.fingerprints])
def test_the_labels_are_those_the_floors_were_measured_on(name: str) -> None:
    """The labelled files have the hashes that the floors were taken on."""
    remedy = "look at what changed, then run `just gate --accept-gold` and lower floors only with a reason"
    assert fingerprint(name) == dict(GATE.fingerprints)[name], f"{name} has changed: {remedy}"


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("scores", "measure"), cases(), indirect=["scores"])
def test_a_measure_holds_its_floor(scores: Scores, measure: Measure) -> None:
    """Each measure on the labelled releases is no worse than its pinned floor."""
    assert not measure.falls_short(reached(measure, scores), measure.floor)


@pytest.mark.shared
@pytest.mark.parametrize("labelled", ASKED)
def test_an_export_never_sees_the_labels(labelled: str) -> None:
    """Of a set that is exported record by record all records are asked, and nothing but what is asked."""
    asked = [json.loads(line) for line in asked_of(labelled, "en")]
    assert [record["id"] for record in asked] == [label["id"] for label in labels_of(labelled, "en")]
    assert {key for record in asked for key in record} <= {*ASKED[labelled]}


@pytest.mark.parametrize("measure", GATE.measures, ids=path_of)
def test_no_floor_was_lowered_in_silence(measure: Measure) -> None:
    """The steps of a floor are in the order of their days, and none leads down without a reason."""
    assert [step.on for step in measure.steps] == sorted(step.on for step in measure.steps)
    assert unexplained_falls(measure) == []


@pytest.mark.parametrize(
    ("floors", "lower", "reason", "falls"),
    [
        pytest.param((0.9, 0.95), False, "", 0, id="raised"),
        pytest.param((0.95, 0.95), False, "", 0, id="held"),
        pytest.param((0.95, 0.9), False, "", 1, id="lowered in silence"),
        pytest.param((0.95, 0.9), False, "two labels were mended", 0, id="lowered with a reason"),
        pytest.param((0.05, 0.02), True, "", 0, id="a ceiling let down"),
        pytest.param((0.02, 0.05), True, "", 1, id="a ceiling lifted in silence"),
    ],
)
def test_a_silent_fall_is_seen(*, floors: tuple[float, float], lower: bool, reason: str, falls: int) -> None:
    """Only a step to a worse floor without a reason counts as a fall."""
    steps = (Step(on=date(2026, 1, 1), floor=floors[0]), Step(on=date(2026, 1, 2), floor=floors[1], reason=reason))
    assert len(unexplained_falls(measure_with(steps, lower=lower))) == falls


@pytest.mark.parametrize(
    ("value", "floor", "lower", "expected"),
    [
        pytest.param(0.97, 0.95, False, 0.97, id="passed"),
        pytest.param(0.95, 0.95, False, 0.95, id="met"),
        pytest.param(0.93, 0.95, False, 0.95, id="not met: the floor stays"),
        pytest.param(0.96666, 0.95, False, 0.966, id="cut, not rounded up"),
        pytest.param(0.02, 0.05, True, 0.02, id="less is better: the ceiling comes down"),
        pytest.param(0.07, 0.05, True, 0.05, id="less is better, not met: the ceiling stays"),
        pytest.param(0.01333, 0.05, True, 0.014, id="a ceiling is cut upwards"),
    ],
)
def test_a_floor_rises_and_never_falls(*, value: float, floor: float, lower: bool, expected: float) -> None:
    """Raising takes a floor to what is reached, and leaves it where worse is reached."""
    measure = measure_with((Step(on=date(2026, 1, 1), floor=floor),), lower=lower)
    assert raised(measure, value, date(2026, 1, 2)).floor == expected


@given(values=st.lists(st.floats(min_value=0, max_value=1), max_size=6), lower=st.booleans())
def test_whatever_is_reached_no_floor_gets_worse(*, values: list[float], lower: bool) -> None:
    """Raising after each of any values leaves no silent fall, and a floor that the best of them holds."""
    measure = measure_with((), lower=lower)
    for value in values:
        measure = raised(measure, value, date(2026, 1, 1))
    best = min([measure.worst, *values]) if lower else max([measure.worst, *values])
    assert unexplained_falls(measure) == []
    assert not measure.falls_short(best, measure.floor)


@pytest.mark.parametrize(
    ("scores", "lower", "value"),
    [
        pytest.param({"direction": {"n": 4, "wrong": 0.25}}, True, 0.25, id="by the scorer's name"),
        pytest.param({"direction": {"n": 0, "wrong": None}}, True, 1.0, id="nothing to score, a ceiling"),
        pytest.param({}, True, 1.0, id="not scored, a ceiling"),
        pytest.param({}, False, 0.0, id="not scored, a floor"),
    ],
)
def test_what_the_scorer_does_not_say_is_the_worst(*, scores: Scores, lower: bool, value: float) -> None:
    """A measure is looked up by the scorer's name for it, and is at its worst where there is no value."""
    measure = replace(measure_with((), lower=lower), name="direction_wrong", of="direction", by="wrong")
    assert reached(measure, scores) == value


@pytest.mark.parametrize(
    ("names", "floors"),
    [
        pytest.param([], (0.9, 0.9), id="all"),
        pytest.param(["protocol.ru"], (0.0, 0.9), id="one language of a set"),
        pytest.param(["figures"], (0.0, 0.0), id="none of these"),
    ],
)
def test_floors_are_raised_by_name(names: list[str], floors: tuple[float, float]) -> None:
    """Only the measures whose names begin as asked for are raised, all where nothing was asked for."""
    measures = (measure_with(()), replace(measure_with(()), labelled="protocol", language="ru"))
    gate = lifted(Gate(fingerprints=(), measures=measures), dict.fromkeys(measures, 0.9), names)
    assert tuple(measure.floor for measure in gate.measures) == floors


def test_the_table_survives_being_written(tmp_path: Path) -> None:
    """What is rendered loads as the same gate, reasons with quotation marks included; the table in force as well."""
    step = Step(on=date(2026, 1, 1), floor=0.5, reason='label "x" was mended')
    wrong = replace(measure_with((), lower=True), name="direction_wrong", of="direction", by="wrong")
    gate = Gate(fingerprints=(("gold/a.jsonl", "00"),), measures=(measure_with((step,)), wrong))
    path = tmp_path / "floors.toml"
    path.write_text(render_gate(gate), encoding="utf-8")
    assert load_gate(path) == gate
    assert render_gate(GATE) == FLOORS.read_text(encoding="utf-8")


def measure_with(steps: tuple[Step, ...], *, lower: bool = False) -> Measure:
    """Give a measure with these steps."""
    return Measure(labelled="anatomy", language="en", name="kind", by="accuracy", target=0.95, steps=steps, lower=lower)
