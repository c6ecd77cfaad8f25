"""``communique lint`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from communique.cli import lint
from communique.cli.exits import Exit
from communique.cli.shell import Shell

app = typer.Typer(cls=Shell, rich_markup_mode=None)
app.command("lint")(lint.lint)
app.callback()(lambda: None)

STATUSES = [
    ("They met in Tarsk.", Exit.READ),
    ("It is possible that they met.", Exit.READ),
    ("The guest was angry.", Exit.SET_ASIDE),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_the_status_tells_whether_a_rule_is_broken(text: str, status: Exit) -> None:
    """Advice alone is no failure; a broken rule is."""
    assert CliRunner().invoke(app, ["lint", "-"], input=text).exit_code == status


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    """The others are printed, the reason stands on standard error, the status is another than for remarks."""
    path = tmp_path / "essay.md"
    path.write_text("The guest was angry.", encoding="utf-8")
    result = CliRunner().invoke(app, ["lint", str(tmp_path / "nowhere.md"), str(path)])
    assert result.exit_code == Exit.NOTHING
    assert "mood “angry”" in result.stdout
    assert "nowhere.md" in result.stderr


def test_json_is_one_object_for_all_files() -> None:
    """Other programs get every remark with its place."""
    result = CliRunner().invoke(app, ["lint", "--format", "json", "-"], input="The guest was angry.")
    (text,) = json.loads(result.stdout)["texts"]
    assert [(remark["code"], remark["column"]) for remark in text["remarks"]] == [("mood", 15)]


def test_rules_are_chosen_by_code() -> None:
    """Selecting and ignoring can be repeated."""
    arguments = ["lint", "-", "--select", "mood", "--select", "motive", "--ignore", "mood"]
    result = CliRunner().invoke(app, arguments, input="He was angry and wanted to leave.")
    assert "wanted" in result.stdout
    assert "angry" not in result.stdout


def test_a_code_of_no_rule_is_refused() -> None:
    """A slip of the pen would silence everything."""
    result = CliRunner().invoke(app, ["lint", "-", "--select", "moods"], input="He was angry.")
    assert result.exit_code == Exit.USAGE
    assert "moods" in result.stderr


def test_a_language_without_words_is_refused() -> None:
    """No text is called clean because nobody could look."""
    result = CliRunner().invoke(app, ["lint", "-", "--language", "fr"], input="Il est furieux.")
    assert result.exit_code == Exit.NOTHING
    assert "“fr”" in result.stderr
