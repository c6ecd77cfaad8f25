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
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "quality" / "floors.toml"
HEAD = """\
# What the extraction reaches on the labelled releases, and must not fall below. Written by `just gate --raise`.
#
# A measure has the target it is on the way to and the steps of its floor, oldest first; the last step is in force.
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

    ``target`` is what the project wants to reach; all values run from 0 to 1, higher is better.
    """

    labelled: str
    language: str
    name: str
    by: str
    target: float
    steps: tuple[Step, ...]

    @property
    def floor(self) -> float:
        """The floor in force, 0 before the first step."""
        return self.steps[-1].floor if self.steps else 0.0

    @property
    def path(self) -> str:
        """The name of the measure in full ("anatomy.en.principals")."""
        return f"{self.labelled}.{self.language}.{self.name}"


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
        lines += ["", f"[{measure.path}]", f'by = "{measure.by}"', f"target = {measure.target}", "steps = ["]
        lines += [f"    {render_step(step)}," for step in measure.steps]
        lines += ["]"]
    return "\n".join(lines) + "\n"


def render_step(step: Step) -> str:
    """Render one step as a TOML inline table."""
    reason = f", reason = {json.dumps(step.reason, ensure_ascii=False)}" if step.reason else ""
    return f"{{ on = {step.on.isoformat()}, floor = {step.floor}{reason} }}"


def fingerprint(name: str) -> str:
    """Give the SHA-256 of a file beside the project."""
    return hashlib.sha256((SHARED / name).read_bytes()).hexdigest()


def scores_of(labelled: str, language: str) -> dict[str, dict[str, Any]]:
    """
    Export the labelled releases of a language with the command line, score them, and give what the scorer says.

    Raises:
        CalledProcessError: the export or the scorer ended with an error; set-aside records are one.
    """
    releases = SHARED / "gold" / f"{labelled}-dev.in.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        chosen, accounts = Path(folder) / "releases.jsonl", Path(folder) / "accounts.jsonl"
        lines = releases.read_text(encoding="utf-8").splitlines(keepends=True)
        chosen.write_text("".join(line for line in lines if json.loads(line)["language"] == language), encoding="utf-8")
        _run("-m", "communique.cli", "export", "accounts", str(chosen), "-o", str(accounts), "--quiet")
        gold = SHARED / "gold" / f"{labelled}-dev.gold.jsonl"
        scorer = str(SHARED / "score" / "score.py")
        scored = _run(scorer, labelled, str(gold), str(accounts), "--json", f"--language={language}")
    result: dict[str, dict[str, Any]] = json.loads(scored)
    return result


def _run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def reached(measure: Measure, scores: dict[str, dict[str, Any]]) -> float:
    """Give what the scorer says of one measure, 0 where it says nothing."""
    return float(scores[measure.name][measure.by] or 0.0)


def raised(measure: Measure, value: float, today: date) -> Measure:
    """
    Give the measure with its floor lifted to what is reached, cut after the third decimal.

    A floor that is not passed stays as it is.

    >>> kind = Measure(labelled="anatomy", language="en", name="kind", by="accuracy", target=0.95, steps=())
    >>> raised(kind, 0.96667, date(2026, 1, 1)).floor
    0.966
    """
    floor = math.floor(value * 1000) / 1000
    if floor <= measure.floor:
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


def print_table(gate: Gate, scores: dict[tuple[str, str], dict[str, dict[str, Any]]]) -> None:
    """Print each measure: what is reached, the floor, the target."""
    print(f"{'measure':34} {'reached':>8} {'floor':>7} {'target':>7}")
    for measure in gate.measures:
        score = scores[measure.labelled, measure.language]
        value = reached(measure, score)
        word = "BELOW ITS FLOOR" if value < measure.floor else "" if value >= measure.target else "short of its target"
        row = f"{measure.path:34} {value:8.4f} {measure.floor:7.3f} {measure.target:7.2f}"
        print(f"{row}  {missed_and_spurious(score[measure.name]):24}{word}".rstrip())


def main() -> int:
    """Print the table; write the floors anew where that was asked for; fail where one is not held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift every floor that is passed")
    parser.add_argument("--accept-gold", action="store_true", help="take the labels as they now are")
    options = parser.parse_args()
    gate = load_gate()
    kinds = dict.fromkeys((measure.labelled, measure.language) for measure in gate.measures)
    scores = {kind: scores_of(*kind) for kind in kinds}
    print_table(gate, scores)
    values = {measure: reached(measure, scores[measure.labelled, measure.language]) for measure in gate.measures}
    if options.accept_gold:
        gate = replace(gate, fingerprints=tuple((name, fingerprint(name)) for name, _ in gate.fingerprints))
    if options.lift:
        today = date.today()  # noqa: DTZ011 - the day on the wall of whoever raises the floor
        gate = replace(gate, measures=tuple(raised(measure, values[measure], today) for measure in gate.measures))
    if options.accept_gold or options.lift:
        FLOORS.write_text(render_gate(gate), encoding="utf-8")
    return int(any(value < measure.floor for measure, value in values.items()))


if __name__ == "__main__":
    sys.exit(main())
