"""The worker as a process: stopped by a signal in good order, or when the server beside it is gone."""

from __future__ import annotations

import logging
import os
import signal
import sys
from contextlib import suppress
from threading import Thread
from types import FrameType

from communique.web.jobs.services import STOPPING
from communique.web.jobs.working import work

BESIDE = "--beside"
"""The option that tells a worker that it was started by a server, which holds the other end of its standard input."""

_POLITE = 5
"""How much a worker beside a server stands back, so that pages stay quick while it reads."""

_INTERRUPTED = 130
_LOG = logging.getLogger(__name__)


def run_worker(*, beside: bool = False, once: bool = False) -> int:
    """Work until a signal says to stop, or the server beside which this process was started is gone."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    if beside:
        with suppress(OSError):  # where the system lets nobody stand back
            os.nice(_POLITE)
        Thread(target=_leave_with_server, name="server", daemon=True).start()
    return work(once=once)


def _stop(number: int, _: FrameType | None) -> None:
    """Stop after the next step of the job in hand; at a second signal, at once: nothing that is kept is lost by it."""
    if STOPPING.is_set():
        os._exit(_INTERRUPTED)
    STOPPING.set()
    os.write(2, f"communique: worker: {signal.strsignal(number)}; it stops after this step\n".encode())


def _leave_with_server() -> None:
    """Stop when the other end of standard input closes, however the server ended."""
    while os.read(sys.stdin.fileno(), 1):
        continue
    if not STOPPING.is_set():
        STOPPING.set()
        _LOG.warning("the server is gone; the worker stops")
