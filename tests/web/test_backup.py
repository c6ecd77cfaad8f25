"""Backups of a workspace: whole, of one moment, and good to go on from."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from unit.db.servers import fresh_database
from web.stand import do, environment, start

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "howto" / "back-up-and-restore.md").read_text(encoding="utf-8")


def communique(store: str, *words: str) -> None:
    """Run a command of the program."""
    run("communique", *words, environment=environment(store))


def run(*words: str, environment: dict[str, str] | None = None) -> None:
    """Run a program, and fail with what it says."""
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own, or the server's
    assert done.returncode == 0, done.stdout + done.stderr


def written_while(store: str, path: Path, copy: Callable[[], None]) -> tuple[set[str], set[str]]:
    """Copy a store while jobs are being added to it; give those acknowledged before the copy, and in the end."""
    with start(store, "add", str(path), "400", "1") as writer:
        assert writer.stdout is not None
        before = {writer.stdout.readline().strip() for _ in range(20)}
        copy()
        after = before | {line.strip() for line in writer.stdout}
    return before, after


def goes_on(restored: str, before: set[str], after: set[str]) -> None:
    """Check that a restored store has what was acknowledged before the copy, nothing of its own, and works on."""
    kept = do(restored, "jobs")
    assert before <= set(kept) <= after
    assert do(restored, "tables") == 0
    start(restored, "work", "once").communicate(timeout=240)
    assert {state for state, *_ in do(restored, "jobs").values()} == {"done"}


def test_a_copy_of_the_file_is_a_workspace(tmp_path: Path) -> None:
    """A backup made while others write holds every table of one moment; a workspace goes on from it."""
    store, copy = str(tmp_path / "desk.sqlite3"), str(tmp_path / "backups" / "desk.sqlite3")
    do(store, "tables")
    before, after = written_while(store, tmp_path / "walks", lambda: communique(store, "corpus", "backup", copy))
    assert len(after) == 400
    goes_on(copy, before, after)
    communique(copy, "corpus", "check")


@pytest.mark.parametrize("form", ["custom", "plain"])
def test_a_dump_of_the_server_is_a_workspace(tmp_path: Path, form: str) -> None:
    """What pg_dump wrote while others write is read back into an empty database, and a workspace goes on from it."""
    if not shutil.which("pg_dump"):
        pytest.skip("no pg_dump")
    dump = str(tmp_path / "desk.dump")
    with fresh_database() as store, fresh_database() as restored:
        do(store, "tables")
        name, target = libpq(store), libpq(restored)
        before, after = written_while(
            store, tmp_path / "walks", lambda: run("pg_dump", f"--format={form}", f"--file={dump}", name)
        )
        if form == "custom":
            run("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={target}", dump)
        else:
            run("psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--single-transaction", f"--file={dump}", target)
        goes_on(restored, before, after)


def libpq(address: str) -> str:
    """Give the address as the server's own programs take it."""
    return urlunsplit(urlsplit(address)._replace(scheme="postgresql"))


@pytest.mark.parametrize(
    "words",
    ["corpus backup", "pg_dump --format=custom", "pg_restore --no-owner --exit-on-error", "psql --set ON_ERROR_STOP=1"],
)
def test_the_page_says_what_is_tested(words: str) -> None:
    """What the how-to tells to type is what these tests do."""
    assert re.search(re.escape(words), PAGE)
