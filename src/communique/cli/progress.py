"""A bar on standard error: how many releases, how fast, how long yet."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

Thing = TypeVar("Thing")

SPEED_OVER = 120.0
"""Seconds over which the speed is taken for the time left: workers hand in their results in bursts."""

FEW = 5
"""Up to so many releases need no bar."""


def with_progress(
    things: Iterable[Thing],
    *,
    total: Callable[[], int | None],
    wanted: bool,
    weigh: Callable[[Thing], int] | None = None,
) -> Iterator[Thing]:
    """
    Yield the things, and show a bar on standard error while more than a few of them pass.

    ``total`` counts how many there will be, or gives None: then the bar tells the rate only. ``weigh`` gives how many
    releases a thing stands for, where things are batches: then the bar is there from the start. There is no bar where
    it is not ``wanted`` or standard error is no terminal.
    """
    things = iter(things)
    if not (wanted and sys.stderr.isatty()):
        yield from things
        return
    if weigh is not None:
        yield from _with_bar(things, total(), weigh)
        return
    first = list(islice(things, FEW + 1))
    if len(first) <= FEW:
        yield from first
        return
    yield from _with_bar(chain(first, things), total(), lambda _: 1)


def count_ahead(sources: Iterable[str]) -> int | None:
    """
    Count the releases in the sources without reading them: lines of JSON Lines, files of folders; None if unsure.

    A cheap guess for the bar; what was really read is counted as it is read.
    """
    counts = [_count(Path(source)) for source in sources]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _count(path: Path) -> int | None:
    if path.is_dir():
        found = [_count(file) for file in path.rglob("*") if file.is_file()]
        return sum(count for count in found if count is not None)
    if not path.is_file():
        return None
    if path.name.endswith((".jsonl.gz", ".ndjson.gz")):
        with gzip.open(path) as lines:
            return sum(1 for line in lines if line.strip())
    if path.name.endswith((".jsonl", ".ndjson")):
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    return 1


def _with_bar(things: Iterator[Thing], total: int | None, weigh: Callable[[Thing], int]) -> Iterator[Thing]:
    from rich.console import Console  # noqa: PLC0415 - a command of one release needs no bar
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns: tuple[ProgressColumn, ...] = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=SPEED_OVER) as progress:
        task = progress.add_task("reading", total=total, rate="")
        for thing in things:
            yield thing
            bar = progress.tasks[task]
            done, since = int(bar.completed) + weigh(thing), bar.elapsed or 0.0
            most = max(total, done) if total is not None else None
            progress.update(task, completed=done, total=most, rate=f"{done / since:.1f}/s" if since else "")
