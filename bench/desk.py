"""A workspace in processes of its own, to be measured: started, given an import, killed, asked what it keeps."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

from bench.measure import COMMUNIQUE

ROOT = Path(__file__).resolve().parent.parent
KEY = "a key for measuring alone, as long as keys have to be, and kept by nobody at all"
_SHORT = 60.0


class Desk:
    """A workspace on a store, in processes of its own."""

    def __init__(self, store: str, folder: Path) -> None:
        self.store, self.folder, self.port = store, folder, _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")},
            "COMMUNIQUE_CORPUS": store,
            "COMMUNIQUE_FILES": str(folder),
            "COMMUNIQUE_SECRET_KEY": KEY,
            "COMMUNIQUE_PROXIES": "1",  # so that each writer may come from a network of their own
        }

    def start(self) -> float:
        """Start server and worker; give the seconds until the first answer."""
        begun = time.perf_counter()
        log = (self.folder / "serve.log").open("ab")
        command = (*COMMUNIQUE, "serve", "--port", str(self.port), "--demo", "--corpus", self.store)
        self._process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)
        log.close()
        while time.perf_counter() - begun < _SHORT * 3:
            with suppress(httpx.HTTPError):
                if httpx.get(f"{self.address}/healthz").status_code == httpx.codes.OK:
                    return time.perf_counter() - begun
            time.sleep(0.05)
        raise RuntimeError((self.folder / "serve.log").read_text(encoding="utf-8"))

    def kill(self) -> int:
        """Kill the server, its processes and its worker outright, at once; give how many they were."""
        assert self._process is not None  # noqa: S101 - it was started
        family = [self._process.pid, *_children(self._process.pid)]
        for number in family:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self._process.wait()
        return len(family)

    def stop(self) -> None:
        """Stop it in good order."""
        assert self._process is not None  # noqa: S101 - it was started
        self._process.terminate()
        self._process.wait(_SHORT)

    def comments(self) -> list[str]:
        """Give the words of every comment that the store holds."""
        code = (
            "import json; from communique.web.discussion.models import Comment; "
            "print('WORDS' + json.dumps(list(Comment.objects.values_list('words', flat=True))))"
        )
        command = (*COMMUNIQUE, "manage", "shell", "-c", code)
        told = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True).stdout
        return [str(words) for words in json.loads(told.partition("WORDS")[2])]

    @contextmanager
    def importing(self) -> Iterator[None]:
        """Fill the corpus from a long file beside everything else."""
        path = self.folder / "archive.jsonl"
        path.write_text("\n".join(_records(20_000)), encoding="utf-8")
        command = (*COMMUNIQUE, "corpus", "add", str(path), "--quiet", "--processes", "1")
        with subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL) as process:
            yield
            if process.poll() is not None:
                print(f"  (the import ended by itself: {process.returncode})")
            process.send_signal(signal.SIGINT)


def _records(number: int) -> Iterator[str]:
    """Yield records of fictional releases, no two alike."""
    chance = random.Random(7)  # noqa: S311 - the same records each time
    words = "harbour ferry grain bridge island forest railway census lighthouse vineyard".split()
    for place in range(number):
        topics = ", ".join(chance.sample(words, 4))
        text = (
            f"The President of Arvenia, Ilmar Vesk, spoke by telephone with the Prime Minister of Velmark, Adela "
            f"Korin. They discussed the {topics}. Ilmar Vesk thanked Adela Korin for item {place}. Velmark "
            f"proposed the call. They agreed to meet in Tarsk and to keep in touch."
        )
        record = {
            "id": f"load:{place}",
            "url": f"https://press.arvenia.example/{place}",
            "title": f"Telephone conversation {place} on the {topics}",
            "text": text,
            "date": f"20{place % 20:02}-{1 + place % 12:02}-{1 + place % 28:02}",
            "issuer": "xa-president",
            "language": "en",
        }
        yield json.dumps(record)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _children(parent: int) -> list[int]:
    told = subprocess.run(["/bin/ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [int(number) for number in told.stdout.split()]


@contextmanager
def store_of(name: str, folder: Path, address: str) -> Iterator[str]:
    """Give where a store of a kind can be: a file in the folder, the server at an address, or one that is started."""
    if name == "sqlite" or address:
        yield address or str(folder / "desk.sqlite3")
        return
    sys.path.insert(0, str(ROOT / "tests"))
    from unit.db.servers import fresh_database  # noqa: PLC0415 - the server of the tests

    with fresh_database() as made:
        yield made
