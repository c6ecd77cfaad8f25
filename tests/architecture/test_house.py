"""The house itself: the README's two commands, what the tree must not name, and the news."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FENCED = re.compile(r"<!-- commands: begin -->\n```console\n(.*?)\n```\n<!-- commands: end -->", re.DOTALL)
# Hosts of package registries, written so that this file does not name them.
REGISTRIES = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|deb[.]debian|security[.]debian|crates[.]io"
    r"|conda[.]io|anaconda[.](?:org|com)|rubygems[.]org|proxy[.]golang|ghcr[.]io|docker[.]io",
    re.IGNORECASE,
)
TEXTS = frozenset({"", ".py", ".md", ".toml", ".txt", ".csv", ".html", ".json", ".cfg", ".yml", ".yaml", ".css", ".js"})
LEFT_OUT = frozenset({".git", "__pycache__", "_build", "out", "build", "dist", ".venv"})
NEWS = re.compile(r"\+?[a-z0-9-]+\.(added|changed|mended|removed)\.md")


def texts_of_the_tree() -> Iterator[Path]:
    """Walk the text files of the project, without caches and things built."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.endswith(("_cache", ".egg-info")) or part in {".hypothesis", ".venv"} for part in parts)
        if path.is_file() and not hidden and LEFT_OUT.isdisjoint(parts) and path.suffix in TEXTS:
            yield path


def readme_commands() -> list[str]:
    """Give the commands that the README tells a reader to type, as CI takes them."""
    found = FENCED.search((ROOT / "README.md").read_text(encoding="utf-8"))
    return found.group(1).splitlines() if found else []


def test_the_readme_has_its_two_commands() -> None:
    """The first command installs and runs the demo, the second installs the test extra and passes the tests."""
    assert readme_commands() == ["pip install . && communique demo", 'pip install ".[test]" && pytest']


def test_ci_runs_what_the_readme_says() -> None:
    """CI takes its commands from the README, so that the two cannot drift apart."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    taken = re.search(r"^readme_commands\(\) \{\n(.*?)^\}", script, re.DOTALL | re.MULTILINE)
    assert taken
    shown = subprocess.run(["bash", "-c", taken.group(1)], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603, S607 - the script's own lines
    assert shown.stdout.splitlines() == readme_commands()


@pytest.mark.slow
def test_the_readme_episode_runs(tmp_path: Path) -> None:
    """What the README shows on the bundled dossier runs as it stands; the linter, the last, finds what is planted."""
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (script,) = (block for block in blocks if "demo --dossier" in block)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    run = subprocess.run(  # noqa: S603 - the README's own lines
        ["bash", "-euo", "pipefail", "-c", script],  # noqa: S607 - likewise
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert re.search(r"^[1-9]\d* errors.* 1 text read\.$", run.stdout, re.MULTILINE)
    assert {"audit.html", "timeline.svg", "tarsk-2021"} == {item.name for item in tmp_path.iterdir()}


def test_no_registry_is_named() -> None:
    """Where packages come from is the installer's setting: no file of the tree names a registry."""
    named = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in texts_of_the_tree()
        if (found := REGISTRIES.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert named == []


@pytest.mark.parametrize("address", ["https://pypi" + ".org/simple", "https://files.pythonhosted" + ".org/x.whl"])
def test_a_registry_would_be_seen(address: str) -> None:
    """The pattern of registries finds one where it stands."""
    assert REGISTRIES.search(address)


def test_every_pin_has_its_hashes() -> None:
    """The constraints name every run-time dependency, each pin followed by at least one hash and by no address."""
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^([a-z0-9-]+)==\S+(?: ;[^\\\n]*)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", pins, re.MULTILINE
    )
    assert len(blocks) == sum(
        "==" in line and not line.startswith("#") for line in pins.splitlines() if "--hash" not in line
    )
    assert "://" not in pins
    assert {name for name, _ in blocks} >= direct_dependencies()


def direct_dependencies() -> set[str]:
    """Give the names of the dependencies declared in ``pyproject.toml``."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return {re.split(r"[^A-Za-z0-9-]", line)[0].lower() for line in declared}


@pytest.mark.parametrize("path", sorted((ROOT / "newsfragments").glob("*.md")), ids=lambda path: path.name)
def test_a_fragment_of_news_is_well_formed(path: Path) -> None:
    """A fragment is named after its change and its kind, and is at least one whole sentence."""
    text = path.read_text(encoding="utf-8").strip()
    assert path.name == "README.md" or NEWS.fullmatch(path.name)
    assert text.endswith((".", "`"))
