"""What an interruption by the user does: before a command runs and after it, and while it runs."""

from __future__ import annotations

import os
import signal

INTERRUPTED = 130
"""The exit status, as in `communique.cli.exits`, which costs more to import than there may be time for."""


def leave_at_once() -> None:
    """Leave in one plain line from now on: imports do not expect an exception, and nothing is half written."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _leave)


def raise_instead() -> None:
    """Raise an exception from now on, so that a command can put away what it has half written."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(*_: object) -> None:
    os.write(2, b"communique: interrupted\n")
    os._exit(INTERRUPTED)
