"""
The quality gate: what the extraction reaches on the labelled releases, against floors that only rise.

``just gate`` prints each measure with its floor and the target it is on the way to. ``--raise`` lifts every floor that
is passed; ``--accept-gold`` notes that the labels have changed. A floor is lowered by hand only: a further step in
``tests/quality/floors.toml`` with its ``reason``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tools.labelled import ROOT, SHARED, Scores, is_read, scores_of

FLOORS = ROOT / "tests" / "quality" / "floors.toml"
HEAD = """\
# What the extraction reaches on the labelled releases, and must not fall below. Written by `just gate --raise`.
#
# A measure has the target it is on the way to and the steps of its floor, oldest first; the last step is in force, and
# a measure without steps is not held yet. `of` and `by` name it as the scorer does (`of`: where not by the name here).
# With `lower = true` less is better: floor and target are ceilings.
# A step down needs a reason:  { on = 2026-01-31, floor = 0.9, reason = "two labels were mended" }
# The fingerprints are those of the files that the floors were measured on.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A floor from a day on; ``reason`` says why it is lower than the one before, empty where it is not."""

    on: date
    floor: float
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """
    One measure of one labelled set in one language: ``anatomy``, ``en``, ``principals``, by ``f1`` or ``accuracy``.

    ``target`` is what the project wants to reach; all values run from 0 to 1, higher is better unless ``lower``. ``of``
    is the scorer's name for it, where that differs from the name here (``direction`` has a right and a wrong share).
    """

    labelled: str
    language: str
    name: str
    by: str
    target: float
    steps: tuple[Step, ...]
    of: str = ""
    lower: bool = False

    @property
    def worst(self) -> float:
        """The worst value there is."""
        return 1.0 if self.lower else 0.0

    @property
    def floor(self) -> float:
        """The floor in force (a ceiling where lower is better), the worst value before the first step."""
        return self.steps[-1].floor if self.steps else self.worst

    @property
    def path(self) -> str:
        """The name of the measure in full ("anatomy.en.principals")."""
        return f"{self.labelled}.{self.language}.{self.name}"

    def falls_short(self, value: float, mark: float) -> bool:
        """Tell whether a value is worse than a mark."""
        return value > mark if self.lower else value < mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """All measures, and the hashes of the files they were taken on."""

    fingerprints: tuple[tuple[str, str], ...]
    measures: tuple[Measure, ...]


def load_gate(path: Path = FLOORS) -> Gate:
    """Load the floors from their table."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    measures = (
        Measure(
            labelled=labelled,
            language=language,
            name=name,
            by=row["by"],
            target=row["target"],
            steps=tuple(Step(**step) for step in row["steps"]),
            of=row.get("of", ""),
            lower=row.get("lower", False),
        )
        for labelled, languages in table.items()
        if labelled != "fingerprint"
        for language, rows in languages.items()
        for name, row in rows.items()
    )
    return Gate(fingerprints=tuple(table["fingerprint"].items()), measures=tuple(measures))


def render_gate(gate: Gate) -> str:
    """Render the floors as their table."""
    lines = [HEAD, "[fingerprint]", *(f'"{name}" = "{digest}"' for name, digest in gate.fingerprints)]
    for measure in gate.measures:
        lines += ["", *render_measure(measure)]
    return "\n".join(lines) + "\n"


def render_measure(measure: Measure) -> list[str]:
    """Render one measure as the lines of its table."""
    of = [f'of = "{measure.of}"'] if measure.of else []
    lower = ["lower = true"] if measure.lower else []
    steps = (
        ["steps = [", *(f"    {render_step(step)}," for step in measure.steps), "]"]
        if measure.steps
        else ["steps = []"]
    )
    return [f"[{measure.path}]", *of, f'by = "{measure.by}"', *lower, f"target = {measure.target}", *steps]


def render_step(step: Step) -> str:
    """Render one step as a TOML inline table."""
    reason = f", reason = {json.dumps(step.reason, ensure_ascii=False)}" if step.reason else ""
    return f"{{ on = {step.on.isoformat()}, floor = {step.floor}{reason} }}"


def fingerprint(name: str) -> str:
    """Give the SHA-256 of a file beside the project."""
    return hashlib.sha256((SHARED / name).read_bytes()).hexdigest()


def score_of(measure: Measure, scores: Scores) -> dict[str, Any]:
    """Give all that the scorer says of what a measure is about; nothing where it was not scored."""
    return scores.get(measure.of or measure.name, {})


def reached(measure: Measure, scores: Scores) -> float:
    """Give what the scorer says of one measure, the worst value where it says nothing."""
    value = score_of(measure, scores).get(measure.by)
    return measure.worst if value is None else float(value)


def raised(measure: Measure, value: float, today: date) -> Measure:
    """
    Give the measure with its floor lifted to what is reached, cut after the third decimal; a ceiling is let down to it.

    A floor that is not passed stays as it is.

    >>> kind = Measure(labelled="anatomy", language="en", name="kind", by="accuracy", target=0.95, steps=())
    >>> raised(kind, 0.96667, date(2026, 1, 1)).floor
    0.966
    """
    cut = math.ceil if measure.lower else math.floor
    floor = cut(value * 1000) / 1000
    if not measure.falls_short(measure.floor, floor):
        return measure
    return replace(measure, steps=(*measure.steps, Step(on=today, floor=floor)))


def missed_and_spurious(score: dict[str, Any]) -> str:
    """Say how many items were missed and how many were invented, as far as the scorer's shares tell."""
    count, precision, recall = score.get("n", 0), score.get("precision"), score.get("recall")
    if recall is None or "f1" not in score:
        return ""
    hits = round(recall * count)
    spurious = "0" if precision is None else f"{round(hits / precision - hits)}" if precision else "some"
    return f"missed {count - hits}, spurious {spurious}"


def print_table(gate: Gate, scores: dict[tuple[str, str], Scores]) -> None:
    """Print each measure: what is reached, the floor, the target."""
    print(f"{'measure':42} {'reached':>8} {'floor':>7} {'target':>7}")
    for measure in gate.measures:
        kind = measure.labelled, measure.language
        print(row_of(measure, scores[kind]) if is_read(measure.language) else f"{measure.path:42} not read yet")


def row_of(measure: Measure, scores: Scores) -> str:
    """Give the row of one measure."""
    value = reached(measure, scores)
    floor = f"{measure.floor:7.3f}" if measure.steps else f"{'none':>7}"
    target = f"{'≤' if measure.lower else ''}{measure.target:.2f}"
    short = "short of its target" if measure.falls_short(value, measure.target) else ""
    word = "BELOW ITS FLOOR" if measure.falls_short(value, measure.floor) else short
    counts = missed_and_spurious(score_of(measure, scores))
    return f"{measure.path:42} {value:8.4f} {floor} {target:>7}  {counts:24}{word}".rstrip()


def lifted(gate: Gate, values: dict[Measure, float], names: list[str]) -> Gate:
    """Lift the floors that are passed: all, or those of the measures whose names begin so."""
    today = date.today()  # noqa: DTZ011 - the day on the wall of whoever raises the floor
    chosen = tuple(names) or ("",)
    some = (raised(m, values[m], today) if m.path.startswith(chosen) else m for m in gate.measures)
    return replace(gate, measures=tuple(some))


def main() -> int:
    """Print the table; write the floors anew where that was asked for; fail where one is not held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", nargs="*", metavar="NAME", help="lift every floor that is passed")
    parser.add_argument("--accept-gold", action="store_true", help="take the labels as they now are")
    options = parser.parse_args()
    gate = load_gate()
    kinds = dict.fromkeys((measure.labelled, measure.language) for measure in gate.measures)
    scores = {kind: scores_of(*kind) for kind in kinds}
    print_table(gate, scores)
    values = {measure: reached(measure, scores[measure.labelled, measure.language]) for measure in gate.measures}
    if options.accept_gold:
        gate = replace(gate, fingerprints=tuple((name, fingerprint(name)) for name, _ in gate.fingerprints))
    if options.lift is not None:
        gate = lifted(gate, values, options.lift)
    if options.accept_gold or options.lift is not None:
        FLOORS.write_text(render_gate(gate), encoding="utf-8")
    return int(any(measure.falls_short(value, measure.floor) for measure, value in values.items()))


if __name__ == "__main__":
    sys.exit(main())
