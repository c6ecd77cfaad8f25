"""``communique audit`` on the essay and the dossier that come with the package."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli.app import app
from communique.cli.exits import Exit
from communique.reference.loading import fictional_folder
from communique.wiring.bundled import ESSAY, unpack_dossier

TABLES = Path(str(fictional_folder()))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work beside the bundled dossier, without a corpus of a user's own."""
    monkeypatch.chdir(tmp_path)
    for variable in ("COMMUNIQUE_CORPUS", "DATABASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    unpack_dossier(tmp_path / "tarsk")


def run(*arguments: str) -> Result:
    """Run the command on the bundled dossier."""
    return CliRunner().invoke(app, ["audit", *arguments, "-d", "tarsk", "--tables", str(TABLES), "--no-corpus", "-q"])


FORMS = (("markdown", "contradicted"), ("json", '"status"'), ("html", "<!doctype html>"))


@pytest.mark.parametrize(("form", "told"), FORMS)
def test_an_essay_is_audited_in_each_form(form: str, told: str) -> None:
    """Markdown, JSON and a page all tell the status of the claims."""
    result = run(f"tarsk/{ESSAY}", "--format", form)
    assert result.exit_code == Exit.READ, result.output
    assert told in result.output.lower()


def test_the_form_follows_the_file() -> None:
    """A report written to a .json file is JSON, with a ruling for each claim."""
    result = run(f"tarsk/{ESSAY}", "-o", "audit.json")
    assert result.exit_code == Exit.READ, result.output
    assert json.loads(Path("audit.json").read_text("utf-8"))


def test_pages_of_several_essays_need_a_folder() -> None:
    """Two essays as HTML into one file are refused before anything is read; a folder takes them."""
    Path("other.md").write_text("Adela Korin met with Ilmar Vesk on 18 February.", encoding="utf-8")
    refused = run(f"tarsk/{ESSAY}", "other.md", "-o", "audit.html")
    assert refused.exit_code == Exit.USAGE
    assert "a folder for the pages of 2 essays" in " ".join(refused.output.split())
    assert not Path("audit.html").exists()
    taken = run(f"tarsk/{ESSAY}", "other.md", "--format", "html", "-o", "audits/")
    assert taken.exit_code == Exit.READ, taken.output
    assert len(list(Path("audits").glob("*.html"))) == 2


def test_a_missing_essay_is_told_and_the_exit_says_so() -> None:
    """An essay that is not there is set aside with its name."""
    result = run("gone.md")
    assert result.exit_code != Exit.READ
    assert "gone.md" in result.output
