"""The workspace as a running program: its tables, its processes, what it says, how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from communique.db.opening import open_corpus
from communique.errors import CommuniqueError
from communique.web.serving import running
from communique.web.serving.place import Place
from communique.web.serving.running import Wishes, _hosts, serve_workspace
from communique.web.serving.server import answers, refuse_taken
from unit.corpus.desk import fill, make_company
from unit.db.servers import fresh_database
from web.stand import do, environment

PATIENCE = 120.0
LAST = "Ctrl+C"


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a place where nothing is kept yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "desk.sqlite3")
    else:
        with fresh_database() as address:
            yield address


def free_port() -> int:
    """Give a port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(store: str, *words: str) -> subprocess.Popen[str]:
    """Start a command of the program on a store."""
    return subprocess.Popen(  # noqa: S603 - our own
        [sys.executable, "-m", "communique.cli", *words],
        env=environment(store),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def served(store: str, port: int, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve a store; give the process and what it said by the time that it answered."""
    with command(store, "serve", "--port", str(port), *words) as process:
        assert process.stderr is not None
        said = ""
        try:
            while LAST not in said:
                line = process.stderr.readline()
                assert line, said
                said += line
            yield process, said
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            process.communicate(timeout=PATIENCE)


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Ask the server for a page."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with closing(connection):
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()


def children(parent: int) -> dict[int, str]:
    """Give the processes that a process started, each with its command line."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            number = int(status.parent.name)
            if int(status.read_text(encoding="utf-8").rpartition(")")[2].split()[1]) == parent:
                found[number] = (status.parent / "cmdline").read_text(encoding="utf-8").replace("\0", " ")
    return found


def lives(number: int) -> bool:
    """Tell whether a process runs; one that only waits for its parent to ask does not."""
    try:
        status = Path(f"/proc/{number}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def eventually(true: Any, within: float = PATIENCE) -> Any:  # noqa: ANN401 - whatever is asked
    """Ask until the answer is not empty, and give it."""
    end = time.monotonic() + within
    while not (answer := true()):
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)
    return answer


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")


@pytest.mark.slow
def test_tables_are_made_once(place: str) -> None:
    """The first start makes every table of every room, the second finds them there."""
    assert do(place, "tables") > 50
    assert do(place, "tables") == 0


@pytest.mark.slow
def test_a_corpus_becomes_a_workspace(place: str) -> None:
    """Releases that the command line has kept are there still; the corpus works with the tables beside its own."""
    with open_corpus(place) as corpus:
        fill(corpus, make_company(5))
        before = corpus.digest()
    assert do(place, "tables") > 50
    with open_corpus(place) as corpus:
        assert corpus.digest() == before
        assert list(corpus.faults()) == []
    if "://" not in place:
        assert [file.name for file in Path(place).parent.glob("*.sqlite3")] == ["desk.sqlite3"], "nothing was changed"


def manage(store: str, *words: str) -> None:
    """Run one of Django's commands."""
    with command(store, "manage", *words) as process:
        told, errors = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, told + errors


@pytest.mark.slow
def test_an_older_store_is_copied_first(tmp_path: Path) -> None:
    """Where tables that hold something are to change, the store is copied beside itself before."""
    store = str(tmp_path / "desk.sqlite3")
    do(store, "tables")
    manage(store, "migrate", "auditlog", "0014")
    steps = do(store, "tables")
    assert steps > 0
    (copy,) = set(tmp_path.glob("*.sqlite3")) - {Path(store)}
    assert copy.name == "desk.auditlog-0014_logentry_cid.sqlite3"
    assert do(str(copy), "tables") == steps


@pytest.mark.slow
def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    """A store that a later version has been at is left as it is, by serve and by doctor."""
    store = tmp_path / "desk.sqlite3"
    do(str(store), "tables")
    with closing(sqlite3.connect(store)) as kept, kept:
        kept.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('jobs', '0999_later', '2030-01-01')")
    before = store.read_bytes()
    with command(str(store), "serve", "--port", str(free_port())) as process:
        _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 4
    assert "got one made by a newer version (jobs.0999_later) (install the newer version)" in errors
    assert store.read_bytes() == before


@pytest.mark.slow
@needs_proc
def test_it_serves_and_stops(place: str) -> None:
    """One command gives pages, headers and a worker, says where it is, and stops all of it at a signal."""
    port = free_port()
    with served(place, port) as (process, said):
        assert f"http://127.0.0.1:{port}/" in said
        status, headers, text = get(port, "/healthz")
        assert (status, '"status": "ok"' in text) == (200, True)
        assert "default-src 'none'" in headers["content-security-policy"]
        assert get(port, "/healthz", Host="elsewhere.example")[0] == 400
        started = eventually(lambda: children(process.pid))
        assert sum("communique.cli worker" in line for line in started.values()) == 1
        process.terminate()
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
        assert not any(lives(number) for number in started)
    refuse_taken(Place(host="127.0.0.1", port=port))


@pytest.mark.slow
@needs_proc
def test_a_second_one_at_the_port_is_refused(tmp_path: Path) -> None:
    """It says in one line that the port is taken and what to do, and the first goes on."""
    store, port = str(tmp_path / "desk.sqlite3"), free_port()
    with served(store, port, "--no-worker") as (process, said):
        assert "communique worker" in said
        with command(store, "serve", "--port", str(port)) as second:
            _, errors = second.communicate(timeout=PATIENCE)
        assert second.returncode == 4
        assert f"--port {port + 1}" in errors
        assert "Traceback" not in errors
        assert get(port, "/healthz")[0] == 200
        assert not any("communique.cli worker" in line for line in children(process.pid).values())


@pytest.mark.slow
@needs_proc
def test_a_worker_and_a_server_that_die_are_started_again(tmp_path: Path) -> None:
    """Killed, the worker comes back; so does a process that makes pages."""
    store, port = str(tmp_path / "desk.sqlite3"), free_port()
    with served(store, port, "--workers", "1") as (process, _):

        def of(worker: bool) -> set[int]:  # noqa: FBT001 - which of the two
            return {
                number
                for number, line in children(process.pid).items()
                if lives(number) and ("communique.cli worker" in line) is worker
            }

        for worker in (True, False):
            (first,) = eventually(lambda worker=worker: of(worker))
            os.kill(first, signal.SIGKILL)
            eventually(lambda worker=worker, first=first: of(worker) - {first})
        assert answers(Place(host="127.0.0.1", port=port), patience=PATIENCE)


@pytest.mark.slow
@needs_proc
def test_nothing_is_left_when_it_is_killed(tmp_path: Path) -> None:
    """Where the server is killed outright, its processes leave by themselves, and the port is free for the next."""
    store, port = str(tmp_path / "desk.sqlite3"), free_port()
    with served(store, port) as (process, _):
        started = eventually(lambda: children(process.pid))
        process.kill()
        eventually(lambda: not any(lives(number) for number in started))
    refuse_taken(Place(host="127.0.0.1", port=port))
    assert do(store, "tables") == 0


@pytest.mark.slow
def test_the_example_is_served(tmp_path: Path) -> None:
    """With the example the front page has an analysis to read, and the first administrator is asked in; loaded once."""
    store, port = str(tmp_path / "desk.sqlite3"), free_port()
    for again in (False, True):
        with served(store, port, "--demo", "--no-worker", "--corpus", store) as (_, said):
            assert ("Loading the bundled example" in said) is not again
            assert f"http://127.0.0.1:{port}/accounts/welcome/" in said
            _, _, front = get(port, "/")
            assert front.count("<h1") == 1
            (slug,) = set(re.findall(r'href="/publications/([a-z0-9-]*tarsk[a-z0-9-]*)/"', front))
            status, headers, page = get(port, f"/publications/{slug}/")
            assert status == 200
            assert "Tarsk" in page
            assert "script-src 'self'" in headers["content-security-policy"]


def test_a_taken_port_is_told() -> None:
    """Whoever has the port, the words say which, and what to type."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommuniqueError, match=rf"port {port} .*another workspace.*--port {port + 1}"):
            refuse_taken(Place(host="127.0.0.1", port=port))


def test_a_host_that_is_not_ours_is_told() -> None:
    """An address that this machine does not have cannot be listened at."""
    with pytest.raises(CommuniqueError, match="choose another"):
        refuse_taken(Place(host="192.0.2.1", port=8000))


@pytest.mark.parametrize(
    ("host", "address", "hosts", "others"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000", "127.0.0.1", False),
        ("::1", "http://[::1]:8000", "[::1]", False),
        ("0.0.0.0", "http://127.0.0.1:8000", "", True),  # noqa: S104 - what a user names
        ("desk.lan", "http://desk.lan:8000", "desk.lan", True),
    ],
)
def test_the_host_is_the_one_to_ask_for(
    monkeypatch: pytest.MonkeyPatch, host: str, address: str, hosts: str, *, others: bool
) -> None:
    """Where it listens is how it is reached, and a name that is listened at may be asked for."""
    monkeypatch.delenv("COMMUNIQUE_HOSTS", raising=False)
    listening = Place(host=host, port=8000)
    assert (listening.address, listening.open_to_others) == (address, others)
    assert _hosts(Wishes(host=host)) == {"COMMUNIQUE_HOSTS": hosts}


def test_the_server_tells_letters_where_it_listens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What it sets reaches its own processes and the worker, both of which write letters."""
    for name in ("COMMUNIQUE_SERVED_AT", "COMMUNIQUE_HOSTS", "COMMUNIQUE_CORPUS"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(running, "_serve", lambda *_: None)
    serve_workspace(Wishes(port=8001, store=str(tmp_path / "desk.sqlite3")), print)
    assert os.environ["COMMUNIQUE_SERVED_AT"] == "http://127.0.0.1:8001"
