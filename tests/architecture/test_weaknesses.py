"""What is known to be unsafe stops a change: in our own source (bandit), and among the pins (pip-audit)."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tools import audit

ROOT = Path(__file__).parents[2]


def test_every_change_is_audited() -> None:
    """What CI runs has the audit in it."""
    recipes = (ROOT / "justfile").read_text(encoding="utf-8")
    check = re.search(r"^check: (.*)$", recipes, re.MULTILINE)
    assert check is not None
    assert "audit" in check[1].split()
    assert re.search(r"^audit:\n    python -m tools\.audit$", recipes, re.MULTILINE)
    assert re.search(r"^(\w+='[^']*' )?just check$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "excused"),
    [
        ("run(command)", False),
        ("run(command)  # noqa: S603", False),
        ("run(command)  # noqa: S101 - another rule", False),
        ("run(command)  # noqa: S603 - our own program", True),
    ],
)
def test_a_finding_is_excused_by_a_reason_alone(line: str, *, excused: bool) -> None:
    """A mark without a reason, or for another rule, excuses nothing."""
    assert audit.Remark(rule="B603", place="a.py:1", words="", lines=(line,)).excused is excused


@pytest.mark.tools
def test_what_bandit_finds_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The program itself finds what is unsafe in a file, and its finding counts."""
    pytest.importorskip("bandit", reason="the program that looks for weaknesses is not installed")
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "unsafe.py").write_text("eval(input())\n", encoding="utf-8")
    monkeypatch.setattr(audit, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert audit.audit_source() == 1


@pytest.mark.parametrize(
    ("pin", "faults"),
    [
        ({"name": "a", "version": "1", "vulns": []}, 0),
        ({"name": "a", "version": "1", "vulns": [{"id": "ADV-1", "fix_versions": []}]}, 1),
        ({"name": "a", "skip_reason": "not there"}, 1),
    ],
)
def test_a_weak_pin_fails(monkeypatch: pytest.MonkeyPatch, pin: dict[str, Any], faults: int) -> None:
    """A pin with a known weakness fails the run, and so does one of which nothing is known where others are."""
    known = {"name": "b", "version": "2", "vulns": []}
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: Told([pin, known]))
    assert audit.audit_pins() == faults


class Told:
    """What the program says of pins, without asking anybody."""

    def __init__(self, pins: list[dict[str, Any]]) -> None:
        self.stdout = json.dumps({"dependencies": pins})
