"""The command line: one file a command; nothing is imported before a command needs it."""

from __future__ import annotations

import gc
import sys

from communique.cli.interrupts import leave_at_once


def main() -> None:
    """Run the command line; ``communique --version`` answers without loading anything else."""
    leave_at_once()
    if sys.argv[1:] == ["--version"]:
        from communique import __version__  # noqa: PLC0415 - imported when asked for

        sys.stdout.write(f"communique {__version__}\n")
        return
    from communique.cli.app import app  # noqa: PLC0415 - the commands cost more than the version does

    try:
        app(prog_name="communique")
    finally:
        leave_at_once()
        gc.freeze()  # what the models hold need not be searched for rings on the way out: a third of a second
