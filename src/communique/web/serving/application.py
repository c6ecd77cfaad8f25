"""The application as a process of the server loads it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from threading import Thread
from typing import Any

_PATIENCE = 10.0


def load_application() -> Callable[..., Any]:
    """Give the WSGI application, in a process that leaves when the one that started it is gone."""
    Thread(target=_leave_with_parent, name="parent", daemon=True).start()
    from communique.web.wsgi import application  # noqa: PLC0415 - it sets Django up, in this process

    return application


def _leave_with_parent() -> None:
    """Stop in good order when the first process of the server dies, so that its port is free for the next."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_PATIENCE)
    os._exit(1)
