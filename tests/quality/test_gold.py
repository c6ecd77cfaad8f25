"""The accuracy that was reached is held: the labelled releases against floors that only rise."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tools.gate import FLOORS, Gate, Measure, Step, fingerprint, load_gate, raised, reached, render_gate, scores_of

GATE = load_gate()


def path_of(measure: Measure) -> str:
    """Give the measure's name as a reader of the test's output wants it."""
    return measure.path


@pytest.fixture(scope="session")
def scores(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    """Export and score a labelled set in a language, once for all its measures."""
    return scores_of(*request.param)


def cases() -> list[Any]:
    """Give each measure with the labelled set it is taken on."""
    return [pytest.param((one.labelled, one.language), one, id=one.path) for one in GATE.measures]


def unexplained_falls(measure: Measure) -> list[Step]:
    """Give the steps that lead down without a reason."""
    return [after for before, after in pairwise(measure.steps) if after.floor < before.floor and not after.reason]


@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name, _ in GATE.fingerprints])
def test_the_labels_are_those_the_floors_were_measured_on(name: str) -> None:
    """The labelled files have the hashes that the floors were taken on."""
    remedy = "look at what changed, then run `just gate --accept-gold` and lower floors only with a reason"
    assert fingerprint(name) == dict(GATE.fingerprints)[name], f"{name} has changed: {remedy}"


@pytest.mark.shared
@pytest.mark.parametrize(("scores", "measure"), cases(), indirect=["scores"])
def test_a_measure_holds_its_floor(scores: dict[str, dict[str, Any]], measure: Measure) -> None:
    """Each measure on the labelled releases is at or above its pinned floor."""
    assert reached(measure, scores) >= measure.floor


@pytest.mark.parametrize("measure", GATE.measures, ids=path_of)
def test_no_floor_was_lowered_in_silence(measure: Measure) -> None:
    """The steps of a floor are in the order of their days, and none leads down without a reason."""
    assert [step.on for step in measure.steps] == sorted(step.on for step in measure.steps)
    assert unexplained_falls(measure) == []


@pytest.mark.parametrize(
    ("floors", "reason", "falls"),
    [
        pytest.param((0.9, 0.95), "", 0, id="raised"),
        pytest.param((0.95, 0.95), "", 0, id="held"),
        pytest.param((0.95, 0.9), "", 1, id="lowered in silence"),
        pytest.param((0.95, 0.9), "two labels were mended", 0, id="lowered with a reason"),
    ],
)
def test_a_silent_fall_is_seen(floors: tuple[float, float], reason: str, falls: int) -> None:
    """Only a step down without a reason counts as a fall."""
    steps = (Step(on=date(2026, 1, 1), floor=floors[0]), Step(on=date(2026, 1, 2), floor=floors[1], reason=reason))
    assert len(unexplained_falls(measure_with(steps))) == falls


@pytest.mark.parametrize(
    ("value", "floor"),
    [
        pytest.param(0.97, 0.97, id="passed"),
        pytest.param(0.95, 0.95, id="met"),
        pytest.param(0.93, 0.95, id="not met: the floor stays"),
        pytest.param(0.96666, 0.966, id="cut, not rounded up"),
    ],
)
def test_a_floor_rises_and_never_falls(value: float, floor: float) -> None:
    """Raising lifts a floor to what is reached, and leaves it where less is reached."""
    measure = measure_with((Step(on=date(2026, 1, 1), floor=0.95),))
    assert raised(measure, value, date(2026, 1, 2)).floor == floor


def test_the_table_survives_being_written(tmp_path: Path) -> None:
    """What is rendered loads as the same gate, reasons with quotation marks included; the table in force as well."""
    step = Step(on=date(2026, 1, 1), floor=0.5, reason='label "x" was mended')
    gate = Gate(fingerprints=(("gold/a.jsonl", "00"),), measures=(measure_with((step,)),))
    path = tmp_path / "floors.toml"
    path.write_text(render_gate(gate), encoding="utf-8")
    assert load_gate(path) == gate
    assert render_gate(GATE) == FLOORS.read_text(encoding="utf-8")


def measure_with(steps: tuple[Step, ...]) -> Measure:
    """Give a measure with these steps."""
    return Measure(labelled="anatomy", language="en", name="kind", by="accuracy", target=0.95, steps=steps)
