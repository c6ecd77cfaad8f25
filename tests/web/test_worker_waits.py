"""A worker that is started before its tables are there, as services that start together do."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from unit.db.servers import fresh_database
from web.stand import do, start

pytestmark = pytest.mark.slow

PATIENCE = 90.0


@pytest.fixture(params=["sqlite", "postgres"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a store of each kind without any table."""
    if request.param == "sqlite":
        yield str(tmp_path / "desk.sqlite3")
    else:
        with fresh_database() as address:
            yield address


def test_a_worker_waits_for_its_tables(bare: str, tmp_path: Path) -> None:
    """It says once what it waits for, works when the tables are there, and fails at nothing meanwhile."""
    worker = start(bare, "work")
    assert worker.stderr is not None
    assert "waits until" in worker.stderr.readline()
    assert do(bare, "tables") > 50
    path = tmp_path / "walk.txt"
    start(bare, "add", str(path), "1", "2").communicate(timeout=PATIENCE)
    start(bare, "work", "once").communicate(timeout=PATIENCE)
    worker.send_signal(signal.SIGTERM)
    _, told = worker.communicate(timeout=PATIENCE)
    assert worker.returncode == 0
    assert path.read_text(encoding="utf-8").split() == ["0", "1"]
    assert "Traceback" not in told
    assert "waits until" not in told


def test_a_worker_that_waits_can_be_stopped(bare: str) -> None:
    """A signal ends the waiting in good order."""
    worker = start(bare, "work")
    assert worker.stderr is not None
    assert "waits until" in worker.stderr.readline()
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=PATIENCE)
    assert worker.returncode == 0


def test_a_worker_that_is_not_to_wait_says_what_is_missing(bare: str) -> None:
    """Asked to do what is queued and leave, it refuses a store without tables."""
    worker = start(bare, "work", "once")
    _, told = worker.communicate(timeout=PATIENCE)
    assert worker.returncode != 0
    assert "communique serve" in told
