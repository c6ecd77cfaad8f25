"""A sentence encoder loaded by a process of its own, while this one does other work; it ends with this one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO

import numpy as np

from communique.adapters.vectors import UNIVERSAL_WIDTH, Encode, load_universal, universal_vectors
from communique.collation.vectors import Matrix, Vectors

COMMAND = (sys.executable, "-P", "-m", "communique.adapters.beside")
"""A fresh interpreter that serves; no file of the folder it starts in can stand before a package (``-P``)."""


class EncodedBeside:
    """
    An encoder whose model loads at once, in a process beside.

    Where that process cannot be had, or dies, the model is loaded here when it is asked: by ``load``.
    """

    def __init__(self, command: Sequence[str] = COMMAND, load: Callable[[], Encode] = load_universal) -> None:
        self._load = load
        self._here: Encode | None = None
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give one row of length 1 for each text."""
        if self._here is None:
            rows = self._asked(texts)
            if rows is not None:
                return rows
            self._here = self._load()
        return self._here(texts)

    def close(self) -> None:
        """End the process; what is asked later is encoded here."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _asked(self, texts: Sequence[str]) -> Matrix | None:
        """Ask the process; None where there is none, or no whole answer."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        wanted = len(texts) * UNIVERSAL_WIDTH * np.dtype(np.float32).itemsize
        with suppress(OSError):
            process.stdin.write(json.dumps(list(texts)).encode() + b"\n")
            process.stdin.flush()
            told = process.stdout.read(wanted)
            if len(told) == wanted:
                return np.frombuffer(told, dtype=np.float32).reshape(len(texts), UNIVERSAL_WIDTH)
        self.close()
        return None


@contextmanager
def vectors_beside() -> Iterator[Vectors]:
    """
    Give the universal vectors, their model loading from this moment in a process beside; it ends with the block.

    Where there is one core alone, the model loads here, when it is asked.
    """
    if not has_cores_to_spare():
        yield universal_vectors()
        return
    encoder = EncodedBeside()
    try:
        yield universal_vectors(lambda: encoder.encode)
    finally:
        encoder.close()


def has_cores_to_spare() -> bool:
    """Tell whether another process can run beside this one without taking its time."""
    allowed = getattr(os, "sched_getaffinity", None)
    return (len(allowed(0)) if allowed else os.cpu_count() or 1) > 1


def serve(questions: BinaryIO, answers: BinaryIO, load: Callable[[], Encode] = load_universal) -> None:
    """Load the model, then answer until nobody asks: a line of texts (a JSON list) in, the bytes of their rows out."""
    encode = load()
    for line in questions:
        answers.write(np.ascontiguousarray(encode(json.loads(line)), dtype=np.float32).tobytes())
        answers.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the program stops this with it
    serve(sys.stdin.buffer, sys.stdout.buffer)
