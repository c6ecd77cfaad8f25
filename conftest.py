"""What every test run shares: the order of tests, what is skipped and why, and the folder that examples run in."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

ROOT = Path(__file__).parent
SHARED = ROOT.parent / "shared"
EXAMPLES = ROOT / "docs" / "examples"
GUIDES = ROOT / "docs" / "howto"
OF_TESTS = "COMMUNIQUE_TEST_"

collect_ignore = ["docs/conf.py"]

# How long an example takes is the machine's matter: the first one may load a model.
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Run the quick tests first and the slow ones last; skip what needs the labelled releases where there are none.

    The guides' examples are slow ones: each walks a whole way, models and all.
    """
    for item in items:
        if GUIDES in item.path.parents:
            item.add_marker(pytest.mark.slow)
        if item.get_closest_marker("shared") and not SHARED.is_dir():
            item.add_marker(pytest.mark.skip(reason="the labelled releases are not beside the project"))
    items.sort(key=lambda item: [bool(item.get_closest_marker(name)) for name in ("slow", "shared")])


def _settings_of_the_user() -> list[str]:
    """Give the variables that set the program; those that set its tests stay."""
    return [name for name in os.environ if name.startswith("COMMUNIQUE_") and not name.startswith(OF_TESTS)]


@pytest.fixture(scope="session", autouse=True)
def nothing_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """
    Keep the developer's own corpus, tables and settings from every test, and from every command that a test starts.

    What the environment names is set aside, and the user's folders are empty ones.
    """
    home = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in (*_settings_of_the_user(), "DATABASE_URL"):
            patch.delenv(name, raising=False)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(home))
        patch.setattr("communique.wiring.settings.own_corpus", lambda: home / "corpus.sqlite3")
        patch.setattr("communique.wiring.settings._own_folder", lambda: home / "tables")
        yield


@pytest.fixture(scope="session", autouse=True)
def stores_at_hand(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let tests open stores of their own; that of the workspace is asked only by tests that say so (``db``)."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(autouse=True)
def examples_at_hand(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the examples of a page in a copy of ``docs/examples``, with this interpreter's commands on the path."""
    if request.path.suffix == ".md":
        shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
