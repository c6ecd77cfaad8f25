"""Where results go: standard output, or a file that is whole or not there."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

STANDARD_OUTPUT = Path("-")


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """
    Open a text to write; the file takes its name only when all is written, so a crash leaves the old one untouched.

    The temporary file stands in the same folder, under a name of its own, and goes when the writing fails. A device or
    a pipe (``/dev/stdout``) is written as it is.
    """
    with writing_bytes(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
        try:
            yield text
        finally:
            text.detach()  # which hands on what is written, and leaves the closing to the file


@contextmanager
def writing_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open a file of bytes to write, likewise whole or not there."""
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise


@contextmanager
def writing_or_printing(path: Path) -> Iterator[TextIO]:
    """Open a file to write as a whole, or standard output where the path is ``-``."""
    if path != STANDARD_OUTPUT:
        with writing(path) as stream:
            yield stream
        return
    yield sys.stdout
    sys.stdout.flush()


def page_width(stream: TextIO | None = None, *, otherwise: int = 100) -> int:
    """
    Give the columns to fill: those of ``COLUMNS`` or of the terminal; where output goes to no terminal, ``otherwise``.

    Never fewer than 40: narrower text is harder to read than lines that wrap.
    """
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted):
        return max(40, int(wanted))
    with suppress(OSError, ValueError, AttributeError):
        return max(40, os.get_terminal_size((stream or sys.stdout).fileno()).columns)
    return otherwise


def _mode(path: Path) -> int:
    """Give the permissions of the file that is replaced, else those that a new file gets."""
    with suppress(FileNotFoundError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
