"""Accounts in, FollowTheMoney entities out: of sources that are read, or of the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.corpus.port import Corpus, Selection
from communique.model import Account
from communique.reference.offices import issuer
from communique.reference.rows import Issuer
from communique.reports.ftm import find_entities, render_entity
from communique.sources import SetAside
from communique.wiring.building import build_engine, build_tables
from communique.wiring.corpora import open_corpus
from communique.wiring.engine import MOST_AT_ONCE
from communique.wiring.settings import Settings


def export_entities(sources: Sequence[str], settings: Settings, selection: Selection) -> Iterator[str | SetAside]:
    """
    Yield one entity a line, or a record set aside: of the sources, or of what a selection means of the corpus.

    Raises:
        CommuniqueError: no source is named, and there is no corpus.
    """
    if not sources:
        with open_corpus(settings) as corpus:
            yield from entities_of(corpus, selection, settings)
        return
    aside: list[SetAside] = []
    engine = build_engine(settings)
    read = engine.accounts(engine.releases(sources), first=MOST_AT_ONCE)
    yield from _rendered(_kept(read, aside), settings)
    yield from aside


def entities_of(corpus: Corpus, selection: Selection, settings: Settings) -> Iterator[str]:
    """Yield the entities that the accounts of a corpus tell of, a line each, as they are read."""
    return _rendered(corpus.accounts(selection), settings)


def _rendered(accounts: Iterable[Account], settings: Settings) -> Iterator[str]:
    tables = build_tables(settings)

    def office(code: str) -> Issuer | None:
        return issuer(code, tables=tables)

    return map(render_entity, find_entities(accounts, issuer_of=office))


def _kept(read: Iterable[Account | SetAside], aside: list[SetAside]) -> Iterator[Account]:
    for item in read:
        if isinstance(item, SetAside):
            aside.append(item)
        else:
            yield item
