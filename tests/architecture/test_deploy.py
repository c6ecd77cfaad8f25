"""The examples of deployment: they read, name nothing that is gone, and give nobody more than needed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
VARIABLE = re.compile(r"\bCOMMUNIQUE_[A-Z_]+\b")
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_it_names_is_a_setting(path: Path) -> None:
    """Every variable that an example names stands in the reference."""
    named = set(VARIABLE.findall(path.read_text(encoding="utf-8")))
    assert named <= set(VARIABLE.findall((ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_secret_is_preset(path: Path) -> None:
    """A key or password that stands in an example would be everybody's."""
    preset = re.findall(
        r"^(?:COMMUNIQUE_SECRET_KEY|POSTGRES_PASSWORD)=(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert preset == []


def test_the_image_is_pinned_and_runs_as_nobody_special() -> None:
    """Every dependency is checked by its hash, and the last user named is not root."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    assert "--require-hashes -r constraints.txt" in text
    assert re.findall(r"^USER (\S+)", text, re.MULTILINE) == ["communique"]


def test_the_composition_reads() -> None:
    """Where a composer is at hand it accepts the file, with the example's environment and without."""
    composer = shutil.which("docker-compose")
    command = [composer] if composer else ["docker", "compose"]
    if not composer and not _composes():
        pytest.skip("no docker compose, and no docker-compose")
    for environment in ((), ("--env-file", "env.example")):
        run = subprocess.run(  # noqa: S603 - the system's own
            [*command, *environment, "-f", "compose.yaml", "config", "-q"],
            cwd=DEPLOY,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr


def _composes() -> bool:
    docker = shutil.which("docker")
    if docker is None:
        return False
    return subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode == 0  # noqa: S603 - the system's own


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_reads(unit: Path, tmp_path: Path) -> None:
    """The system has nothing to say of it; the program, which is not installed here, stands for itself."""
    analyser = shutil.which("systemd-analyze")
    if analyser is None:
        pytest.skip("no systemd")
    text = re.sub(
        r"^ExecStart=\S+", f"ExecStart={sys.executable}", unit.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    (copy := tmp_path / unit.name).write_text(text, encoding="utf-8")
    run = subprocess.run([analyser, "verify", copy], capture_output=True, text=True, check=False)  # noqa: S603 - the system's own
    said = [line for line in run.stderr.splitlines() if unit.name in line]
    assert (run.returncode, said) == (0, [])


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_gives_little(unit: Path) -> None:
    """The program runs as a user of its own, gains no rights, and writes nothing but its own folder."""
    text = unit.read_text(encoding="utf-8")
    for line in ("User=communique", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n"):
        assert line in text
