"""One program, run once, with its time and its memory to itself."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median

COMMUNIQUE = (sys.executable, "-m", "communique.cli")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """
    What one run of a program took.

    ``seconds``: wall time from start to exit, loading included. ``first``: seconds until its first output, None where
    it printed nothing. ``peak``: the most memory, in MiB, that one of its processes held (workers it waited for
    included, the greatest counts). ``status``: its exit status. ``output``: what it printed.
    """

    seconds: float
    first: float | None
    peak: float
    status: int
    output: str


def measured(*command: str) -> Run:
    """Run a program to its end and give what it took; its errors go to ours."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        if process.stdout is None:
            raise RuntimeError
        head = process.stdout.read(1)
        first = time.perf_counter() - begun if head else None
        output = head + process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Run(
        seconds=time.perf_counter() - begun,
        first=first,
        peak=usage.ru_maxrss / 1024,
        status=process.returncode,
        output=output.decode("utf-8", errors="replace"),
    )


def middle_of(times: int, *command: str) -> Run:
    """Run a program several times and give the run with the median time."""
    runs = [measured(*command) for _ in range(times)]
    middle = median(run.seconds for run in runs)
    return min(runs, key=lambda run: abs(run.seconds - middle))
