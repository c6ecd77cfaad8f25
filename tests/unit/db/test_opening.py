"""Where a corpus may be, and what is said where it may not."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connections

from communique.db.opening import open_corpus
from communique.errors import CommuniqueError
from unit.corpus.desk import fill, make_company, make_deposit
from unit.db.servers import fresh_database

PASSWORD = "Osmund-IV"  # noqa: S105 - nobody's


def test_a_new_corpus_is_made_with_its_folders(tmp_path: Path) -> None:
    """A path that is not there yet becomes an empty corpus, as text or as a path; opened again it holds the same."""
    place = tmp_path / "desk" / "of tarsk" / "corpus.sqlite3"
    with open_corpus(str(place)) as corpus:
        assert corpus.location == str(place)
        corpus.add([make_deposit()])
        assert corpus.status().size > 0
    with open_corpus(place) as corpus:
        assert corpus.status().releases == 1


def test_a_file_is_opened_for_many_readers_and_one_writer(tmp_path: Path) -> None:
    """SQLite keeps a log beside the file, writes it at each step's end, minds foreign keys and waits for others."""
    with open_corpus(tmp_path / "c.sqlite3") as corpus, connections[corpus.alias].cursor() as cursor:
        told = {}
        for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
            cursor.execute(f"PRAGMA {pragma}")
            told[pragma] = cursor.fetchone()[0]
    assert told == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 120_000}


def test_several_corpora_are_open_at_once(tmp_path: Path) -> None:
    """Each corpus keeps to itself, and closing one leaves the others open."""
    deposits = make_company(9)
    with open_corpus(tmp_path / "one.sqlite3") as one, open_corpus(tmp_path / "two.sqlite3") as two:
        fill(one, deposits[:3])
        fill(two, deposits)
        one.close()
        assert two.status().releases == 9
        assert list(two.faults()) == []
    assert one.alias not in connections.settings
    assert two.alias not in connections.settings


@pytest.mark.parametrize("address", ["mysql://desk/c", "sqlite:///c.sqlite3", "https://desk.example/c"])
def test_an_address_of_another_kind_is_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """It is refused by its first word, and no folder of that name is made."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommuniqueError, match=f"got an address that begins {address.partition(':')[0]}://"):
        open_corpus(address)
    assert list(tmp_path.iterdir()) == []


def test_an_error_closes_the_corpus(tmp_path: Path) -> None:
    """Leaving the block by an error lets go of the file too."""
    with pytest.raises(ZeroDivisionError), open_corpus(tmp_path / "c.sqlite3") as corpus:
        _ = 1 // 0
    assert corpus.alias not in connections.settings


def test_a_corpus_opens_in_a_notebook() -> None:
    """Where an event loop runs, as in the cells of a notebook, a corpus works as elsewhere."""
    # In a process of its own: this one runs under the settings of the workspace, which has no notebooks.
    code = """
import asyncio
from pathlib import Path; from tempfile import mkdtemp
from communique.db.opening import open_corpus
async def cell():
    with open_corpus(Path(mkdtemp()) / "c.sqlite3") as corpus:
        corpus.settle()
        return corpus.status().releases
print(asyncio.run(cell()))
"""
    assert run_alone(code) == "0\n"


def other_database(path: Path) -> None:
    """Make a database of something else."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE ferries (name text)")


def broken_database(path: Path) -> None:
    """Make a file that begins as SQLite's do, and goes on otherwise."""
    path.write_bytes(b"SQLite format 3\0" + b"ferry" * 400)


def newer_corpus(path: Path) -> None:
    """Make a corpus that a later version has been at."""
    open_corpus(path).close()
    with closing(sqlite3.connect(path)) as store, store:
        store.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('communique', '0999_later', '2030-01-01')"
        )


def other_file(path: Path) -> None:
    """Make a file of another kind."""
    path.write_text("The ferry sails at nine.", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(Path.mkdir, "a file for the corpus, got a folder", id="a folder"),
        pytest.param(other_file, "got a file of another kind", id="a text"),
        pytest.param(other_database, "a database of something else .its tables: ferries", id="another database"),
        pytest.param(broken_database, "is it whole", id="a broken file"),
        pytest.param(newer_corpus, "a newer version .0999_later.* .install the newer version", id="a newer corpus"),
    ],
)
def test_what_is_no_corpus_is_refused(tmp_path: Path, make: object, message: str) -> None:
    """What is something else, broken or too new is refused in words, and left as it is."""
    path = tmp_path / "c.sqlite3"
    assert callable(make)
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(CommuniqueError, match=message):
        open_corpus(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """A path through something that is no folder is refused in words."""
    (tmp_path / "desk").write_text("no folder", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="choose another place"):
        open_corpus(tmp_path / "desk" / "c.sqlite3")


def test_no_server_is_said_without_the_password() -> None:
    """Where no server answers, the place is named, and what to look at; the password is not."""
    pytest.importorskip("psycopg")
    with pytest.raises(CommuniqueError, match=r"postgres://vesk@127\.0\.0\.1:1/desk.*is the server running") as refused:
        open_corpus(f"postgres://vesk:{PASSWORD}@127.0.0.1:1/desk")
    assert PASSWORD not in str(refused.value)


@pytest.mark.parametrize(
    "address", ["postgres://", f"postgres://vesk:{PASSWORD}@host:harbour/desk", "postgresql://host"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    """An address without a database, or with a port that is no number, is refused, and not repeated."""
    pytest.importorskip("psycopg")
    with pytest.raises(CommuniqueError, match="postgres://user:password@host:port/database") as refused:
        open_corpus(address)
    assert PASSWORD not in str(refused.value)


def test_a_missing_driver_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without psycopg the message says what to install."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(CommuniqueError, match=r"pip install 'communique\[postgres\]'"):
        open_corpus("postgres://vesk@host/desk")


def test_a_wrong_database_is_said() -> None:
    """A server without the database says so; what is right is opened, its location without a password."""
    with fresh_database() as address:
        with open_corpus(address) as corpus:
            assert corpus.location.startswith("postgres://")
            assert corpus.status().size > 0
        with pytest.raises(CommuniqueError, match="does not exist"):
            open_corpus(f"{address}_not_there")


def test_a_full_place_is_said(tmp_path: Path) -> None:
    """Where there is no room left the message says that nothing of the step was kept, and nothing was."""
    with open_corpus(tmp_path / "c.sqlite3") as corpus:
        fill(corpus, make_company(5))
        before = corpus.digest()
        with connections[corpus.alias].cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        with pytest.raises(CommuniqueError, match=r"full.*nothing of this step was kept"):
            corpus.add(make_company(60, seed=8))
        assert corpus.digest() == before
        assert list(corpus.faults()) == []


def run_alone(code: str) -> str:
    """Run code in a fresh interpreter and give what it prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own code


def test_the_port_of_a_corpus_needs_no_django() -> None:
    """A corpus in memory, and the port, load nothing of Django."""
    loaded = "import sys, communique.corpus.memory, communique.corpus.port; print('django' in sys.modules)"
    assert run_alone(loaded) == "False\n"


def test_the_settings_of_a_project_hold() -> None:
    """Inside a project of Django its own settings stay, and a corpus opens beside its databases."""
    code = """
from django.conf import settings
settings.configure(INSTALLED_APPS=["communique.db"], DATABASES={}, TIME_ZONE="Asia/Almaty", USE_TZ=True)
import django; django.setup()
from pathlib import Path; from tempfile import mkdtemp
from communique.db.opening import open_corpus
with open_corpus(Path(mkdtemp()) / "c.sqlite3") as corpus:
    print(settings.TIME_ZONE, corpus.status().releases)
"""
    assert run_alone(code) == "Asia/Almaty 0\n"


def test_a_project_without_the_tables_is_told() -> None:
    """A project that does not list the tables among its apps is told to."""
    code = """
from django.conf import settings
settings.configure(INSTALLED_APPS=["elsewhere"])
try:
    import communique.db.opening
except Exception as error:
    print(error)
"""
    assert "expected 'communique.db' among INSTALLED_APPS, got elsewhere" in run_alone(code)
