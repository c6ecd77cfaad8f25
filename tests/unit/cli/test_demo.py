"""``communique demo``: the bundled dossier, read for real."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.app import app
from communique.cli.demo import wants_browser
from communique.cli.exits import Exit


def test_the_demo_prints_both_accounts_and_names_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who met whom, where, in what office, from either side; and one page with both."""
    monkeypatch.setenv("CI", "true")
    page = tmp_path / "demo.html"
    result = CliRunner().invoke(app, ["demo", "--output", str(page)])
    assert result.exit_code == Exit.READ
    assert result.stdout.count("meeting · Thu 16 May 2019") == 2
    assert "XA  Ilmar Vesk, President of Arvenia" in result.stdout
    assert "XV  Adela Korin, Prime Minister of Velmark" in result.stdout
    assert str(page) in result.stdout
    written = page.read_text(encoding="utf-8")
    assert written.count("fictional") >= 2
    assert "government.velmark.example" in written


def test_the_demo_shows_where_the_accounts_differ(tmp_path: Path) -> None:
    """One text names the hall, the other only the city: both reports say so."""
    told = CliRunner().invoke(app, ["demo", "--no-open", "-o", str(tmp_path / "demo.html")]).stdout
    assert told.count("differs   The venue") == 2


def test_no_line_of_the_demo_runs_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 60 columns lines are cut at words, apart from the path of the page."""
    monkeypatch.setenv("COLUMNS", "60")
    told = CliRunner().invoke(app, ["demo", "--no-open", "-o", str(tmp_path / "demo.html")]).stdout
    assert max(len(line) for line in told.splitlines()[:-1]) <= 60


@pytest.mark.parametrize(
    ("asked", "environment", "terminal", "wanted"),
    [
        (True, {}, False, True),
        (False, {"DISPLAY": ":0"}, True, False),
        (None, {"DISPLAY": ":0"}, False, False),
        (None, {"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        (None, {"DISPLAY": ":0", "CI": "1"}, True, False),
        (True, {"CI": "1"}, True, False),
    ],
)
def test_a_browser_opens_only_where_somebody_looks(
    environment: dict[str, str], *, asked: bool | None, terminal: bool, wanted: bool
) -> None:
    """Asked for, or on a desktop's terminal; never where CI runs."""
    assert wants_browser(asked, environment, terminal=terminal) is wanted


def test_the_bundled_dossier_comes_with_commands_that_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says to try can be typed as it stands, though the folder has a blank in its name."""
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(app, ["demo", "--dossier", "my tarsk"])
    assert told.exit_code == Exit.READ
    commands = [line.strip() for line in told.stdout.splitlines() if line.startswith("  communique ")]
    assert len(commands) == 3
    shown = CliRunner().invoke(app, [*shlex.split(commands[0])[1:], "--no-corpus"])
    assert shown.exit_code == Exit.READ
    assert "Arvenia, Velmark" in shown.stdout
    assert "10 releases" in shown.stdout


def test_the_bundled_dossier_goes_over_nothing(tmp_path: Path) -> None:
    """A folder that is in use is refused in one line, and no page is written either."""
    (tmp_path / "mine.md").touch()
    refused = CliRunner().invoke(app, ["demo", "--dossier", str(tmp_path)])
    assert refused.exit_code == Exit.USAGE
    assert refused.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]
