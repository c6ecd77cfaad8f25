"""Processes that die while they work or write: what was acknowledged is done, once, whoever died."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from unit.db.servers import fresh_database
from web.stand import do, start

pytestmark = pytest.mark.slow

SILENT = "200"
"""Seconds after which a worker that says nothing counts as dead."""

PATIENCE = 90.0


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a store of each kind, with its tables."""
    if request.param == "sqlite":
        place = str(tmp_path / "desk.sqlite3")
        do(place, "tables")
        yield place
    else:
        with fresh_database() as address:
            do(address, "tables")
            yield address


def until_walked(path: Path, steps: int) -> None:
    """Wait until a walk has so many steps behind it."""
    end = time.monotonic() + PATIENCE
    while not path.exists() or path.read_text(encoding="utf-8").count("\n") < steps:
        assert time.monotonic() < end, "the worker does not walk"
        time.sleep(0.01)


def test_a_killed_worker_loses_no_job(store: str, tmp_path: Path) -> None:
    """Killed in the middle of a job, the worker leaves it to the next, which does it whole; it is done once."""
    path = tmp_path / "walk.txt"
    key = start(store, "add", str(path), "1", "60").communicate()[0].strip()
    worker = start(store, "work")
    until_walked(path, 3)
    worker.kill()
    worker.communicate()
    assert do(store, "jobs")[key][:2] == ["running", 1]
    assert do(store, "resume", "1") == 0, "a worker that may only be slow keeps its job"
    path.unlink()
    assert do(store, "resume", SILENT) == 1
    assert do(store, "resume", SILENT) == 0
    worker = start(store, "work", "once")
    worker.communicate(timeout=PATIENCE)
    assert do(store, "jobs")[key][:2] == ["done", 2]
    assert path.read_text(encoding="utf-8").split() == [str(step) for step in range(60)]


def test_a_worker_that_is_told_to_stop_hands_its_job_back(store: str, tmp_path: Path) -> None:
    """Asked to stop, the worker leaves after the step in hand; the job waits, and this attempt does not count."""
    path = tmp_path / "walk.txt"
    key = start(store, "add", str(path), "1", "60").communicate()[0].strip()
    worker = start(store, "work")
    until_walked(path, 3)
    begun = time.monotonic()
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=PATIENCE)
    assert worker.returncode == 0
    assert time.monotonic() - begun < 5
    assert do(store, "jobs")[key][:2] == ["queued", 0]
    start(store, "work", "once").communicate(timeout=PATIENCE)
    assert do(store, "jobs")[key][:2] == ["done", 1]


def test_a_worker_leaves_when_its_server_is_gone(store: str, tmp_path: Path) -> None:
    """A worker beside a server stops when its standard input closes, as it does however the server died."""
    path = tmp_path / "walk.txt"
    key = start(store, "add", str(path), "1", "60").communicate()[0].strip()
    with start(store, "work", "beside") as worker:
        until_walked(path, 3)
        assert worker.stdin is not None
        worker.stdin.close()
        assert worker.wait(timeout=PATIENCE) == 0
    assert do(store, "jobs")[key][0] == "queued"


def test_what_was_acknowledged_is_kept_when_the_writer_is_killed(store: str, tmp_path: Path) -> None:
    """Every job that was acknowledged before a kill is there, queued, and done by the next worker, each once."""
    path = tmp_path / "walks.txt"
    with start(store, "add", str(path), "5000", "1") as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline().strip() for _ in range(25)]
        writer.kill()
        told += [line.strip() for line in writer.stdout.readlines() if line.endswith("\n")]
    kept = do(store, "jobs")
    assert set(told) <= set(kept)
    start(store, "work", "once").communicate(timeout=120)
    assert {state for state, *_ in do(store, "jobs").values()} == {"done"}
    assert path.read_text(encoding="utf-8").split() == ["0"] * len(kept)
