"""The worker as a process: it waits for its tables, and stops in good order by a signal or when its server is gone."""

from __future__ import annotations

import logging
import os
import signal
import sys
from contextlib import suppress
from threading import Thread
from types import FrameType

from django.db import close_old_connections
from django.db.utils import InterfaceError, OperationalError

from communique.errors import CommuniqueError
from communique.web.jobs.services import STOPPING
from communique.web.jobs.working import work
from communique.web.serving.tables import refuse_newer, steps_ahead, where

BESIDE = "--beside"
"""The option that tells a worker that it was started by a server, which holds the other end of its standard input."""

_POLITE = 5
"""How much a worker beside a server stands back, so that pages stay quick while it reads."""

_PATIENCE = 2.0
_INTERRUPTED = 130
_LOG = logging.getLogger(__name__)


def run_worker(*, beside: bool = False, once: bool = False) -> int:
    """
    Work until a signal says to stop, or the server beside which this process was started is gone.

    Raises:
        CommuniqueError: a newer version made the tables; or, where it is not to wait (``once``), they are not there.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    if beside:
        with suppress(OSError):  # where the system lets nobody stand back
            os.nice(_POLITE)
        Thread(target=_leave_with_server, name="server", daemon=True).start()
    _await_tables(once=once)
    return work(once=once)


def _await_tables(*, once: bool) -> None:
    """Wait until a server of this version has brought the tables up to date: both may have been started at once."""
    told = False
    while not STOPPING.is_set() and _tables_lack(once=once):
        if not told:
            _LOG.warning("the worker waits until “communique serve” has brought the tables up to date")
            told = True
        STOPPING.wait(_PATIENCE)


def _tables_lack(*, once: bool) -> bool:
    """Tell whether tables are still to be made, or the store does not answer yet."""
    try:
        close_old_connections()
        refuse_newer()
        ahead = steps_ahead()
    except (OperationalError, InterfaceError):
        if once:
            raise
        return True
    if ahead and once:
        raise CommuniqueError(
            wanted=f"tables of this version in {where()}",
            got=f"ones that lack {len(ahead)} steps",
            remedy="start “communique serve” first, which brings them up to date",
        )
    return bool(ahead)


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
