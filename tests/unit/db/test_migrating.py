"""A store made by an older version opens, is brought up to date after a copy was made, and loses nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connections
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from communique.db.migrating import known_migrations
from communique.db.opening import open_corpus
from unit.corpus.desk import make_deposit
from unit.db.older import FIRST_TABLES, make_older_store

KEPT = Path(__file__).parents[2] / "golden" / "corpus-0001.sqlite3"
DIGEST = "3741ac2b2e3f8882980d1f253e18c2e9fa62e0c94130ddd2b78c99d21ac6548a"


def tables(path: Path) -> set[str]:
    """Give the names of a file's tables."""
    with closing(sqlite3.connect(path)) as store:
        return {row[0] for row in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_kept_store_of_the_first_tables_opens(tmp_path: Path) -> None:
    """The kept file is copied beside itself, gets the index of words, and holds what it held."""
    path = tmp_path / "desk.sqlite3"
    shutil.copy(KEPT, path)
    assert "communique_words" not in tables(path)
    with open_corpus(path) as corpus:
        assert corpus.digest() == DIGEST
        assert (corpus.status().releases, corpus.status().superseded) == (40, 1)
        assert [hit.name for hit in corpus.search("orchard")] == ["xv-government:7"]
        assert list(corpus.faults()) == []
        corpus.add([make_deposit(41)])
    copy = tmp_path / f"desk.{FIRST_TABLES}.sqlite3"
    assert tables(copy) == tables(KEPT)
    assert sorted(file.name for file in tmp_path.iterdir()) == [copy.name, path.name]


def test_a_store_of_the_first_tables_made_now_opens(tmp_path: Path) -> None:
    """What is written today and taken back to the first tables comes up again, whole."""
    path = tmp_path / "desk.sqlite3"
    digest = make_older_store(path)
    with open_corpus(path) as corpus:
        assert corpus.digest() == digest
        assert list(corpus.faults()) == []


def test_no_copy_goes_over_another(tmp_path: Path) -> None:
    """A copy of an earlier time stays; the next gets a number."""
    path = tmp_path / "desk.sqlite3"
    for _ in range(2):
        shutil.copy(KEPT, path)
        open_corpus(path).close()
        path.unlink()
    assert {file.name for file in tmp_path.iterdir()} == {
        f"desk.{FIRST_TABLES}.sqlite3",
        f"desk.{FIRST_TABLES}-2.sqlite3",
    }


def test_a_current_store_is_not_copied(tmp_path: Path) -> None:
    """A new store, and one that is up to date, are opened without a copy."""
    for _ in range(2):
        open_corpus(tmp_path / "desk.sqlite3").close()
    assert [file.name for file in tmp_path.iterdir()] == ["desk.sqlite3"]


def test_a_failed_step_leaves_the_older_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a step fails midway, the store is as before, and the next opening succeeds."""
    path = tmp_path / "desk.sqlite3"
    shutil.copy(KEPT, path)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("django.db.migrations.recorder.MigrationRecorder.record_applied", fail)
        with pytest.raises(KeyboardInterrupt):
            open_corpus(path)
    assert tables(path) == tables(KEPT)
    with open_corpus(path) as corpus:
        assert corpus.digest() == DIGEST


def test_the_migrations_make_the_tables_of_the_models(tmp_path: Path) -> None:
    """No change of a model goes without its migration, and migrations are numbered and named."""
    with open_corpus(tmp_path / "desk.sqlite3") as corpus:
        loader = MigrationLoader(connections[corpus.alias])
        changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(loader.graph)
    assert changes == {}
    assert [name[:4] for name in known_migrations()] == [f"{n:04}" for n in range(1, len(known_migrations()) + 1)]
    assert all(name[4] == "_" and not name[5:].startswith("auto") for name in known_migrations())
