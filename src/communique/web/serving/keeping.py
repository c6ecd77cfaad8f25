"""Keeping a worker beside the server: started again when it dies, stopped with the server."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Sequence
from threading import Event, Thread

from communique.web.serving.worker import BESIDE

COMMAND = (sys.executable, "-m", "communique.cli", "worker", BESIDE)

_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_LONG_LIFE = 60.0
_PATIENCE = 30.0


class WorkerKeeper:
    """
    One worker process, as long as the server lives.

    It has a session of its own, so that Ctrl+C reaches the server alone, which then stops it; if the server dies it
    sees its standard input close. One that dies is started again, each time a little later.
    """

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = tuple(command)
        self._over = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = Thread(target=self._keep, name="worker keeper", daemon=True)

    def start(self) -> None:
        """Start the worker: here, before the server forks, for a fork beside it would hold on to its pipes."""
        self._process = self._begun()
        self._thread.start()

    def stop(self, patience: float = _PATIENCE) -> None:
        """Stop the worker in good order; one that does not end in time is killed, and its job taken up later."""
        self._over.set()
        process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            _LOG.warning("the worker did not stop in %s s, and was killed", patience)
            process.kill()
            process.wait()
        self._thread.join(patience)

    def _keep(self) -> None:
        pause = _FIRST_PAUSE
        while self._process is not None:
            begun = time.monotonic()
            status = self._process.wait()
            if self._over.is_set():
                return
            pause = _FIRST_PAUSE if time.monotonic() - begun > _LONG_LIFE else min(2 * pause, _LONGEST_PAUSE)
            _LOG.error("the worker ended by itself (status %s); it is started again in %.0f s", status, pause)
            if self._over.wait(pause):
                return
            self._process = self._begun()
            if self._over.is_set():  # stopped in between
                self._process.terminate()

    def _begun(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 - our own
