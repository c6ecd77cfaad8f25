"""What decides before anything is read: arguments, environment, the user's own folder."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from communique.wiring import Settings, load_settings


@pytest.mark.parametrize(
    ("arguments", "environment", "wanted"),
    [
        ({}, {}, Settings()),
        ({"issuer": "xa-president"}, {"COMMUNIQUE_ISSUER": "xv-king"}, Settings(issuer="xa-president")),
        ({}, {"COMMUNIQUE_ISSUER": "xv-king", "COMMUNIQUE_LANGUAGE": "en"}, Settings(issuer="xv-king", language="en")),
        ({}, {"COMMUNIQUE_ALLOW_PRIVATE": "1"}, Settings(allow_private=True)),
        ({}, {"COMMUNIQUE_ALLOW_PRIVATE": "no"}, Settings()),
        ({}, {"COMMUNIQUE_ALLOW_OUTSIDE": "1"}, Settings(allow_outside=True)),
        ({}, {"COMMUNIQUE_ALLOW_OUTSIDE": "yes"}, Settings()),
        ({}, {"COMMUNIQUE_TABLES": os.pathsep.join(("x", "y"))}, Settings(tables=(Path("x"), Path("y")))),
        ({"corpus": "a"}, {"COMMUNIQUE_CORPUS": "b"}, Settings(corpus="a", corpus_named=True)),
        (
            {},
            {"COMMUNIQUE_CORPUS": "b", "DATABASE_URL": "postgres://desk/c"},
            Settings(corpus="b", corpus_named=True),
        ),
        ({}, {"DATABASE_URL": "postgres://desk/c"}, Settings(corpus="postgres://desk/c", corpus_named=True)),
        ({"tables": (Path("z"),)}, {"COMMUNIQUE_TABLES": "x"}, Settings(tables=(Path("z"),))),
    ],
)
def test_arguments_come_before_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: dict[str, str],
    environment: dict[str, str],
    wanted: Settings,
) -> None:
    """What is said on the spot counts more than what was set before, and nothing is assumed where neither speaks."""
    monkeypatch.setattr("communique.wiring.settings._own_folder", lambda: tmp_path / "none")
    monkeypatch.setattr("communique.wiring.settings.own_corpus", lambda: tmp_path / "own.sqlite3")
    found = load_settings(**arguments, environment=environment)  # type: ignore[arg-type]
    assert found == replace(wanted, corpus=wanted.corpus or str(tmp_path / "own.sqlite3"))


def test_the_user_s_own_tables_are_found_where_there_are_some(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder of the user counts only where neither arguments nor environment name one."""
    monkeypatch.setattr("communique.wiring.settings._own_folder", lambda: tmp_path)
    assert load_settings(environment={}).tables == (tmp_path,)
    assert load_settings(environment={"COMMUNIQUE_TABLES": "x"}).tables == (Path("x"),)


def test_no_test_sees_a_corpus_of_its_developer() -> None:
    """Unasked, neither this process nor a command that it starts finds a corpus, whatever the machine holds."""
    code = "from communique.wiring import load_settings; print(load_settings().corpus)"
    started = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - our own code
    assert not load_settings().corpus_named
    assert not Path(load_settings().corpus).exists()
    assert sys.platform != "linux" or started.startswith(os.environ["XDG_DATA_HOME"])
