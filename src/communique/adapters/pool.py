"""The same work in several processes: items in, results out in the same order, never more than a few chunks in hand."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from communique.errors import CommuniqueError

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 100
"""Items that travel to a worker together: enough that the journey costs nothing, few enough that memory stays flat."""

_IN_HAND = 3
"""Chunks given out per process, so that no worker waits for the reader."""


def map_chunks(
    work: Callable[[tuple[Item, ...]], Result], items: Iterable[Item], *, processes: int, chunk: int = CHUNK
) -> Iterator[Result]:
    """
    Do the work on chunks of the items and yield its results in the order of the items.

    With one process the work is done here, lazily. With more, ``work`` must be picklable: it is sent to fresh
    interpreters (started by "spawn", so that it works alike on every system). Leaving the iteration early, for
    whatever reason, ends the workers.

    Raises:
        CommuniqueError: a worker died before it had finished its chunk.

    >>> list(map_chunks(sum, range(6), processes=1, chunk=2))
    [1, 5, 9]
    """
    chunks = _chunks(iter(items), chunk)
    if processes <= 1:
        yield from map(work, chunks)
        return
    with _workers(processes) as executor:
        yield from _in_order(executor, work, chunks, processes * _IN_HAND)


def _chunks(items: Iterator[Item], size: int) -> Iterator[tuple[Item, ...]]:
    while some := tuple(islice(items, size)):
        yield some


def _in_order(
    executor: ProcessPoolExecutor,
    work: Callable[[tuple[Item, ...]], Result],
    chunks: Iterator[tuple[Item, ...]],
    most: int,
) -> Iterator[Result]:
    given: deque[Future[Result]] = deque()
    for some in chunks:
        given.append(executor.submit(work, some))
        if len(given) >= most:
            yield given.popleft().result()
    while given:
        yield given.popleft().result()


@contextmanager
def _workers(processes: int) -> Iterator[ProcessPoolExecutor]:
    ours = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_settle_in)
    try:
        yield executor
    except BrokenProcessPool as error:
        raise CommuniqueError(
            wanted="a worker process that finishes its chunk",
            got="one that died",
            remedy="was it short of memory? one process needs less: --processes 1",
        ) from error
    except BaseException:
        for worker in set(multiprocessing.active_children()) - ours:
            worker.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _settle_in() -> None:
    """Die silently when interrupted, and with the parent: no worker outlives the command that started it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
