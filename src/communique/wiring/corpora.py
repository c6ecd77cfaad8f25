"""A corpus opened, filled and asked: the store joined with extraction and precedent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing
from functools import partial
from itertools import chain, islice
from pathlib import Path

from communique.adapters.pool import map_chunks
from communique.corpus.port import Added, Corpus, Deposit
from communique.errors import SourceError
from communique.model import Account, Release
from communique.sources import SetAside
from communique.wiring.building import build_engine
from communique.wiring.corrections import account_as_extracted, keep_corrected
from communique.wiring.deposits import Arrival, deposit_version, extraction_version, make_deposits
from communique.wiring.records import FEW_RELEASES, processes_for
from communique.wiring.settings import Settings

LOOKED_UP = 512
"""Releases whose keys are looked up in the corpus together."""

KEPT_TOGETHER = 64
"""Releases whose accounts are extracted by one process and kept in one step: what an interruption may cost."""


def is_database(location: str) -> bool:
    """Tell whether a corpus is named by the address of a database, not by the path of a file."""
    return "://" in location


def corpus_at_hand(settings: Settings) -> bool:
    """Tell whether there is a corpus to ask: one that was named, or the user's own where its file is there."""
    return settings.corpus_named or (bool(settings.corpus) and Path(settings.corpus).is_file())


def open_corpus(settings: Settings, *, create: bool = False) -> AbstractContextManager[Corpus]:
    """
    Open the corpus that the settings name; it closes with the block.

    Raises:
        SourceError: there is none, and none is to be made.
        CommuniqueError: it cannot be opened.
    """
    from communique.db.opening import open_corpus as opened  # noqa: PLC0415 - loads the database layer

    if not (create or is_database(settings.corpus) or Path(settings.corpus).is_file()):
        raise SourceError(
            wanted=f"a corpus at {settings.corpus}",
            got="none",
            remedy="make one with `communique corpus add FILES`, or name another with --corpus",
        )
    corpus: Corpus = opened(settings.corpus)
    return closing(corpus)


def add_sources(
    corpus: Corpus, sources: Iterable[str], settings: Settings, *, processes: int | None = None
) -> Iterator[Added | SetAside]:
    """
    Keep the releases of some sources, then renew what another version of the program has extracted.

    Yields counts as batches are kept, and each record set aside. What is kept stays kept however the work ends; the
    next run goes on from there. Scores are settled last.
    """
    arrivals = _Arrivals(corpus, build_engine(settings).releases(sources), deposit_version(settings))
    first: list[Release | SetAside] = []
    for company in arrivals:
        first += company
        yield from arrivals.passed()
        if len(first) > FEW_RELEASES:
            break
    for kept in _kept(corpus, chain(first, chain.from_iterable(arrivals)), settings, processes):
        yield from arrivals.passed()
        yield from kept
    yield from arrivals.passed()
    for kept in _kept(corpus, _stale(corpus, settings), settings, processes):
        yield from kept
    corpus.settle()


def _stale(corpus: Corpus, settings: Settings) -> Iterator[Release | Account]:
    """Yield what another version has made: its account where only the rest has to be made anew, else its release."""
    made, extracted = deposit_version(settings), extraction_version(settings)
    stale = corpus.releases(but=made)
    while company := tuple(islice(stale, LOOKED_UP)):
        versions = corpus.versions(release.key for release in company)
        for release in company:
            alike = versions.get(release.key, "").startswith(f"{extracted}.")
            yield (account_as_extracted(corpus, release.key) if alike else None) or release


class _Arrivals:
    """Releases on their way into a corpus; those that it has already, made by this version, are counted and dropped."""

    def __init__(self, corpus: Corpus, arriving: Iterator[Release | SetAside], version: str) -> None:
        self._corpus, self._arriving, self._version = corpus, arriving, version
        self._known = 0

    def __iter__(self) -> Iterator[tuple[Release | SetAside, ...]]:
        """Yield those of each company that are not known."""
        while company := tuple(islice(self._arriving, LOOKED_UP)):
            versions = self._corpus.versions(item.key for item in company if isinstance(item, Release))
            unknown = tuple(item for item in company if not self._is_known(item, versions))
            self._known += len(company) - len(unknown)
            yield unknown

    def _is_known(self, item: Release | SetAside, versions: Mapping[str, str]) -> bool:
        return isinstance(item, Release) and versions.get(item.key) == self._version

    def passed(self) -> Iterator[Added]:
        """Yield how many known releases went by since the last time, if any."""
        known, self._known = self._known, 0
        if known:
            yield Added(known=known)


def _kept(
    corpus: Corpus, arrivals: Iterable[Arrival], settings: Settings, processes: int | None
) -> Iterator[tuple[Added | SetAside, ...]]:
    """Extract and keep, company by company: in processes of their own where there are many releases and cores."""
    remaining = iter(arrivals)
    first = tuple(islice(remaining, FEW_RELEASES + 1))
    if processes is None:
        processes = processes_for(len(first))
    work = partial(make_deposits, settings)
    for company in map_chunks(work, chain(first, remaining), processes=processes, chunk=KEPT_TOGETHER):
        deposits = tuple(item for item in company if isinstance(item, Deposit))
        aside = tuple(item for item in company if isinstance(item, SetAside))
        yield (keep_corrected(corpus, deposits, aside, settings), *aside)
