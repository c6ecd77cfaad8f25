"""
Look for what is unsafe: in our own source (bandit), and among the pinned dependencies (pip-audit).

Both are strict. What bandit finds has to be mended, or excused where it stands by the linter's own mark for the same
rule, with a reason (``# noqa: S603 - our own``), so that no line needs two. A pin with a known weakness fails the run.
Where no service of advisories can be reached nothing is known of the pins: that is said loudly, and fails nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
SERVICES = ("osv", "pypi", "esms")
"""Where advisories are asked for, by the names that pip-audit gives them; the first that answers is believed."""

SAME_AS = {"B703": "S308", "B404": "S603"}
"""Rules of bandit that the linter has under another number; else B603 is S603."""

EXCUSE = re.compile(r"# noqa: (?P<codes>[A-Z0-9, ]+?) - \S")
_PATIENCE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that bandit found: rule, place, words, and the lines that it is about."""

    rule: str
    place: str
    words: str
    lines: tuple[str, ...]

    @property
    def excused(self) -> bool:
        """Tell whether a line that it is about excuses it, with a reason."""
        wanted = SAME_AS.get(self.rule, self.rule.replace("B", "S", 1))
        return any(wanted in codes_of(line) for line in self.lines)


def codes_of(line: str) -> frozenset[str]:
    """
    Give the codes that a line excuses with a reason.

    >>> sorted(codes_of("run(command)  # noqa: S603, S607 - our own program"))
    ['S603', 'S607']
    >>> codes_of("run(command)  # noqa: S603")
    frozenset()
    """
    found = EXCUSE.search(line)
    return frozenset(re.split(r",\s*", found["codes"])) if found else frozenset()


def remarks(told: dict[str, Any]) -> Iterator[Remark]:
    """Give what bandit found, each with the lines that it is about; the import of a program starter is about all."""
    for result in told["results"]:
        path = Path(result["filename"])
        lines = path.read_text(encoding="utf-8").splitlines()
        about = lines if result["test_id"] == "B404" else [lines[number - 1] for number in result["line_range"]]
        yield Remark(
            rule=result["test_id"],
            place=f"{path.resolve().relative_to(ROOT)}:{result['line_number']}",
            words=result["issue_text"],
            lines=tuple(about),
        )


def audit_source() -> int:
    """Run bandit on the source; give the number of findings that no line excuses."""
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", "src", "--format", "json"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    told = json.loads(run.stdout)
    found = list(remarks(told))
    bad = [remark for remark in found if not remark.excused]
    for remark in bad:
        print(f"{remark.place}: {remark.rule} {remark.words}")
    for error in told["errors"]:
        print(f"{error['filename']}: not looked at: {error['reason']}")
    print(f"source: {len(found)} findings, {len(found) - len(bad)} of them excused with a reason, {len(bad)} not")
    return len(bad) + len(told["errors"])


def asked(service: str) -> list[dict[str, Any]] | None:
    """Give what a service says of every pin; None where it does not answer, or knows none of them."""
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner=off"]
    command += ["--vulnerability-service", service, "--format=json", f"--requirement={CONSTRAINTS}"]
    try:
        # What it says of errors names hosts, which are the machine's own matter.
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=_PATIENCE)
        pins: list[dict[str, Any]] = json.loads(run.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return None
    return pins if any("vulns" in pin for pin in pins) else None


def audit_pins() -> int:
    """Ask for advisories on every pin; give the number of pins with a known weakness, or of which nothing is known."""
    for service in SERVICES:
        pins = asked(service)
        if pins is not None:
            return _told(pins, service)
    line = "!" * 96
    print(f"{line}\nNOT AUDITED: none of {', '.join(SERVICES)} could be reached, so nothing is known of the pins.")
    print(f"Run `just audit` where one of them can be, before a release.\n{line}")
    return 0


def _told(pins: list[dict[str, Any]], service: str) -> int:
    unknown = [pin for pin in pins if "vulns" not in pin]
    weak = [pin for pin in pins if pin.get("vulns")]
    for pin in unknown:
        print(f"{pin['name']}: not known to {service}")
    for pin in weak:
        for advisory in pin["vulns"]:
            mended = ", ".join(advisory["fix_versions"]) or "no version yet"
            print(f"{pin['name']} {pin['version']}: {advisory['id']}, mended in {mended}")
    print(f"pins: {len(pins)} asked of {service}, {len(weak)} with a known weakness, {len(unknown)} not known")
    return len(weak) + len(unknown)


def main() -> int:
    """Audit source and pins; fail where either has something to mend."""
    return int(bool(audit_source() + audit_pins()))


if __name__ == "__main__":
    sys.exit(main())
