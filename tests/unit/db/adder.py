"""A process that fills a corpus, to be run beside others or to die midway: ``python -m unit.db.adder PLACE …``."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from django.db import connections

from communique.corpus.port import Deposit
from communique.db.opening import open_corpus
from unit.corpus.desk import make_company, make_deposit

TESTS = Path(__file__).parents[2]
SIZE = 160
STOPPED = -signal.SIGKILL


def company() -> tuple[Deposit, ...]:
    """Give the releases that adders add: some offices over some years, then one text changed."""
    first = make_company(SIZE)
    office = first[6].account.release.issuer
    return (*first, make_deposit(7, issuer=office, body="They spoke of the orchard."))


def run_adder(place: str, *, part: str = "0/1", die_at: str = "never") -> subprocess.Popen[str]:
    """Start an adder of a part of the company ("0/2": every second one); it dies at a statement, by number or words."""
    words = [sys.executable, "-m", "unit.db.adder", place, part, die_at]
    return subprocess.Popen(words, cwd=TESTS, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own


def main(place: str, part: str, die_at: str) -> None:
    """Add, settle, and say how many statements it took."""
    first, step = map(int, part.split("/"))
    deposits = company()[first::step]
    statements = count(1)

    def counted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:  # noqa: ANN401 - Django's own shape
        if str(next(statements)) == die_at or die_at in sql:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *rest)

    with open_corpus(place) as corpus, connections[corpus.alias].execute_wrapper(counted):
        for start in range(0, len(deposits), 8):
            corpus.add(deposits[start : start + 8])
        corpus.settle()
    sys.stdout.write(str(next(statements) - 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
