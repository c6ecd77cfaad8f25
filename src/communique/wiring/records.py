"""Every release as one record, in one process or several."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice

from communique.adapters.pool import map_chunks
from communique.model import Release
from communique.reports.record import render_record
from communique.sources import SetAside
from communique.wiring.building import build_engine
from communique.wiring.engine import MOST_AT_ONCE
from communique.wiring.settings import Settings

FEW_RELEASES = 200
"""Up to so many releases one process is quicker than two, which must both load their models."""


def export_accounts(
    sources: Iterable[str], settings: Settings, *, processes: int | None = None
) -> Iterator[str | SetAside]:
    """
    Yield one record (a line of JSON), or one record set aside, for each release of the sources, in order.

    ``processes`` None: two where there are cores and more than a few hundred releases, else one.
    """
    releases = build_engine(settings).releases(sources)
    first = tuple(islice(releases, FEW_RELEASES + 1))
    if processes is None:
        processes = processes_for(len(first))
    everything = chain(first, releases)
    if processes == 1:
        return _records(settings, everything)
    return chain.from_iterable(map_chunks(partial(render_records, settings), everything, processes=processes))


def processes_for(releases: int) -> int:
    """Give how many processes are quickest for so many releases: two where there are cores and many releases."""
    return min(2, os.cpu_count() or 1) if releases > FEW_RELEASES else 1


def render_records(settings: Settings, releases: tuple[Release | SetAside, ...]) -> tuple[str | SetAside, ...]:
    """Render the records of some releases: the work of a worker process, which builds its engine once."""
    return tuple(_records(settings, releases))


def _records(settings: Settings, releases: Iterable[Release | SetAside]) -> Iterator[str | SetAside]:
    accounts = build_engine(settings).accounts(releases, first=MOST_AT_ONCE)
    return (item if isinstance(item, SetAside) else render_record(item) for item in accounts)
