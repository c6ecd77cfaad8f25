"""The precedent of a corpus, with the names that its words need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial

from communique.corpus.port import Corpus
from communique.errors import SourceError
from communique.model import Release
from communique.precedent import ReferenceClass
from communique.precedent.base import Label
from communique.precedent.history import History
from communique.precedent.of_corpus import CorpusPrecedent
from communique.readings import FEATURES, mark_features
from communique.reference.groups import group_name, group_of
from communique.reference.offices import issuer
from communique.reports.classes import class_label
from communique.sources import SetAside
from communique.wiring.building import build_engine, build_publishers, build_tables
from communique.wiring.corpora import corpus_at_hand, open_corpus
from communique.wiring.engine import Engine
from communique.wiring.settings import Settings

KEPT = "corpus:"
"""How a source names a release that the corpus keeps."""


def build_precedent(corpus: Corpus, settings: Settings, *, history: History | None = None) -> CorpusPrecedent:
    """
    Give the precedent that a corpus holds, its classes named as the tables name issuers and sides.

    ``history`` answers in its place: that of the corpus, each question asked once.
    """
    tables = build_tables(settings)
    return CorpusPrecedent(
        history or corpus,
        mark=mark_features,
        features=FEATURES,
        group_of=lambda side: group_of(side, tables=tables),
        label=class_words(settings),
        source=f"corpus at {corpus.location}",
    )


def class_words(settings: Settings) -> Label:
    """Give what words a reference class, with the names of the tables."""
    tables, publishers = build_tables(settings), build_publishers(settings)
    names = {row.side.code: row.side.name for row in tables.sides}

    def words(reference: ReferenceClass, first: date | None, last: date | None) -> str:
        office = issuer(reference.issuer, tables=tables) or publishers.of_issuer(reference.issuer)
        return class_label(
            reference,
            issuer_name=office.name if office else reference.issuer,
            side_name=names.get(reference.counterpart, reference.counterpart),
            group_name=group_name(reference.group) if reference.group else "",
            first=first,
            last=last,
        )

    return words


@contextmanager
def engine_at_hand(settings: Settings, *, ask_corpus: bool = True) -> Iterator[Engine]:
    """
    Give an engine that asks the corpus at hand for precedents; one without precedents where there is none.

    Raises:
        CommuniqueError: a corpus was named and cannot be opened.
    """
    with engine_and_corpus(settings, ask_corpus=ask_corpus) as (engine, _):
        yield engine


@contextmanager
def engine_and_corpus(settings: Settings, *, ask_corpus: bool = True) -> Iterator[tuple[Engine, Corpus | None]]:
    """
    Give the same engine, and the corpus that it asks, None where there is none; both close with the block.

    Raises:
        CommuniqueError: a corpus was named and cannot be opened.
    """
    engine = build_engine(settings)
    if not (ask_corpus and corpus_at_hand(settings)):
        refusing = without_kept(engine.intake, settings.corpus if ask_corpus else None)
        yield replace(engine, intake=refusing), None
        return
    with open_corpus(settings) as corpus:
        yield collating_engine(corpus, settings), corpus


def collating_engine(corpus: Corpus, settings: Settings) -> Engine:
    """Give the engine of an open corpus that takes its releases as sources too (``corpus:NAME``)."""
    engine = engine_of_corpus(corpus, settings)
    return replace(engine, intake=with_kept(engine.intake, corpus))


def engine_of_corpus(corpus: Corpus, settings: Settings, *, history: History | None = None) -> Engine:
    """Give an engine that asks an open corpus (or ``history`` in its place) what is usual; corrections are told."""
    from communique.wiring.corrections import correcting, corrections_of  # noqa: PLC0415 - loads the database layer

    engine = build_engine(settings)
    return replace(
        engine,
        extract=correcting(engine.extract, corpus),
        precedent=build_precedent(corpus, settings, history=history),
        corrections=partial(corrections_of, corpus),
    )


def without_kept(
    intake: Callable[[str], Iterator[Release | SetAside]], location: str | None
) -> Callable[[str], Iterator[Release | SetAside]]:
    """Refuse sources that name releases of a corpus: it is not at its location, or None as none is to be asked."""

    def read_only(source: str) -> Iterator[Release | SetAside]:
        if source.startswith(KEPT):
            if location is None:
                raise SourceError(wanted=f"a corpus for {source}", got="--no-corpus", remedy="leave that out")
            raise SourceError(wanted=f"the corpus at {location} for {source}", got="none there")
        return intake(source)

    return read_only


def with_kept(
    intake: Callable[[str], Iterator[Release | SetAside]], corpus: Corpus
) -> Callable[[str], Iterator[Release | SetAside]]:
    """Let sources name releases of the corpus too, as ``corpus:NAME``."""

    def kept_or_read(source: str) -> Iterator[Release | SetAside]:
        if not source.startswith(KEPT):
            return intake(source)
        release = corpus.release(source.removeprefix(KEPT))
        if release is None:
            raise SourceError(
                wanted=f"a release named {source.removeprefix(KEPT)} in the {corpus.location} corpus",
                got="none of that name",
                remedy="`communique corpus search` finds names",
            )
        return iter((release,))

    return kept_or_read
