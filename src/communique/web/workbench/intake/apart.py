"""Foreign bytes read in a process of their own, that may take so much memory and time and no more."""

from __future__ import annotations

import contextlib
import multiprocessing
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from communique.errors import CommuniqueError, SourceError
from communique.model import Capture, Release
from communique.sources import Publishers, SetAside, find_feed_links, parse_releases
from communique.sources.formats import SourceFormat, detect_format
from communique.sources.packing import MEGABYTE

Answer = TypeVar("Answer")

LONGEST_TEXT = 1_000_000
"""Characters that a release may have: the longest speeches have a fifth of it."""

MOST_RELEASES = 20_000
"""So many releases are taken of one source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What reading one source may take: memory in bytes, time in seconds."""

    memory: int = 1536 * MEGABYTE
    seconds: int = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What counts where a source does not tell, and the table of publishers."""

    publishers: Publishers
    issuer: str | None = None
    language: str | None = None


def parse_apart(capture: Capture, hints: Hints, bounds: Bounds) -> tuple[Release | SetAside, ...]:
    """
    Give the releases of a capture, read apart.

    Raises:
        CommuniqueError: it cannot be read, or not within the bounds.
    """
    return _apart(_parsed, (capture, hints), capture.address, bounds)


def links_apart(capture: Capture, bounds: Bounds) -> tuple[str, ...]:
    """
    Give the addresses that a feed links, read apart; none where it is no feed.

    Raises:
        CommuniqueError: it cannot be read, or not within the bounds.
    """
    return _apart(_linked, (capture,), capture.address, bounds)


def _parsed(capture: Capture, hints: Hints) -> tuple[Release | SetAside, ...]:
    return tuple(_bounded(capture, hints))


def _bounded(capture: Capture, hints: Hints) -> Iterator[Release | SetAside]:
    found = parse_releases(capture, issuer=hints.issuer, language=hints.language, publishers=hints.publishers)
    for count, item in enumerate(found):
        if count >= MOST_RELEASES:
            reason = f"expected at most {MOST_RELEASES:,} releases, got more (give the rest in another file)"
            yield SetAside(source=capture.address, reason=reason)
            return
        if isinstance(item, Release) and len(item.text) > LONGEST_TEXT:
            reason = f"expected a text of at most {LONGEST_TEXT:,} characters, got {len(item.text):,}"
            yield SetAside(source=item.address, reason=f"{reason} (is it a collection? give its releases one by one)")
            continue
        yield item


def _linked(capture: Capture) -> tuple[str, ...]:
    return tuple(find_feed_links(capture)) if detect_format(capture) is SourceFormat.FEED else ()


def _apart(work: Callable[..., Answer], given: tuple[Any, ...], source: str, bounds: Bounds) -> Answer:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_answer, args=(theirs, work, given, source, bounds), daemon=True)
    worker.start()
    theirs.close()
    try:
        answered, answer = _heard(ours, source, bounds)
    finally:
        worker.kill()
        worker.join()
        ours.close()
    if not answered:
        raise answer
    return answer  # type: ignore[no-any-return] # what the work gave


def _heard(ours: Connection, source: str, bounds: Bounds) -> tuple[bool, Any]:
    """Give whether the process answered as it should, and its answer or the error."""
    # Starting an interpreter takes a while on a busy machine; only the work is counted.
    if not ours.poll(bounds.seconds * 2 + 60):
        return False, _too_much(source, f"one that takes longer than {bounds.seconds} seconds")
    try:
        answered, answer = ours.recv()
    except (EOFError, ConnectionError):
        return False, _too_much(
            source, f"one that takes more than {bounds.memory // MEGABYTE} MB or {bounds.seconds} seconds"
        )
    return answered, answer


def _too_much(source: str, got: str) -> SourceError:
    return SourceError(
        wanted=f"in {source} a source that reads in moderate time and memory",
        got=got,
        remedy="is it a release? give its text as .txt",
    )


def _answer(theirs: Connection, work: Callable[..., Any], given: tuple[Any, ...], source: str, bounds: Bounds) -> None:
    """Do the work within the bounds, and say what came of it."""
    resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
    spent = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (spent + bounds.seconds, spent + bounds.seconds + 5))
    try:
        answer: tuple[bool, Any] = (True, work(*given))
    except CommuniqueError as error:
        answer = (False, error)
    except (MemoryError, RecursionError) as error:
        kind = "too deeply nested" if isinstance(error, RecursionError) else "too large in memory"
        answer = (False, _too_much(source, f"one {kind}"))
    with contextlib.suppress(BrokenPipeError):
        theirs.send(answer)
