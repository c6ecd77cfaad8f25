"""Accounts of one event, or what is taken for one, set side by side: sources in, comparisons out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations
from pathlib import Path
from string import ascii_uppercase
from typing import TypeAlias

from communique.adapters.vectors import (
    KAZAKH_EXTRA,
    NotedVectors,
    kazakh_vectors,
    knows_kazakh,
    universal_vectors,
)
from communique.collation.vectors import Vectors
from communique.corpus.port import Corpus
from communique.errors import SourceError
from communique.languages.manners import LANGUAGES as MANNERED
from communique.model import Account, Comparison, Release, Span
from communique.precedent import NO_PRECEDENT, Precedent
from communique.reference.rows import Tables
from communique.reports.comparisons.report import ComparisonReport
from communique.wiring.accounts import AccountReader, one_each
from communique.wiring.building import build_tables
from communique.wiring.counterparts import find_counterparts
from communique.wiring.engine import SOFTWARE, Engine
from communique.wiring.passages import find_passage
from communique.wiring.precedents import engine_and_corpus
from communique.wiring.reading import settings_of
from communique.wiring.settings import Settings

Passages: TypeAlias = tuple[Span | None, Span | None]
VectorsFor: TypeAlias = Callable[[Release, Release], Vectors]

WHOLE: Passages = (None, None)
KAZAKH = "kk"
WEAK_IN_KAZAKH = f"weak in Kazakh; for vectors that know it: {KAZAKH_EXTRA}"


def compare_accounts(  # noqa: PLR0913 - each thing that decides has its name
    first: Account,
    second: Account,
    *,
    vectors: Vectors,
    precedent: Precedent = NO_PRECEDENT,
    same_side: bool = False,
    passages: Passages = WHOLE,
    tables: Tables | None = None,
    taken_as_one: bool = False,
) -> Comparison:
    """
    Compare two accounts as what they are: editions of one release, statements of one side, or accounts of two sides.

    ``same_side`` says that both are statements of officials of one state. ``passages`` limit the texts of two accounts
    to what concerns the event; editions and statements of one side are compared whole. ``tables`` tell who is of which
    side, the shipped ones by default. With ``taken_as_one`` the event is taken to be one though the texts do not show
    it.
    """
    if same_side:
        from communique.collation.same_side.collating import collate_same_side  # noqa: PLC0415 - of three ways one is gone

        return collate_same_side(first, second, vectors=vectors, precedent=precedent, tables=tables)
    tongues = {first.release.language, second.release.language}
    if passages == WHOLE and tongues <= set(MANNERED) and are_editions(first.release, second.release):
        from communique.collation.editions.collating import collate_editions  # noqa: PLC0415 - likewise

        editions = collate_editions(first, second, vectors=vectors, precedent=precedent)
        if editions.pairing.same or not taken_as_one:
            return editions
    from communique.collation.collating import collate  # noqa: PLC0415 - likewise

    return collate(
        first,
        second,
        vectors=vectors,
        passages=passages,
        precedent=precedent,
        tables=tables,
        taken_as_one=taken_as_one,
    )


def are_editions(first: Release, second: Release) -> bool:
    """Tell whether two releases may be editions of one: of one issuer in two languages, or one names the other so."""
    if first.issuer and first.issuer == second.issuer and first.language != second.language:
        return True
    linked = {edition.address for release in (first, second) for edition in release.editions}
    return bool(linked & {first.address, second.address})


def vectors_for(first: Release, second: Release, *, universal: Vectors | None = None) -> Vectors:
    """
    Give the sentence vectors for two texts: one model where both are in its languages, another where one is Kazakh.

    Without the package that knows Kazakh the first model has to do, under a name that says so. ``universal`` is the
    first model where it is at hand already.
    """
    usual = universal or _universal()
    if KAZAKH not in {first.language, second.language}:
        return usual
    return _kazakh() if knows_kazakh() else NotedVectors(usual, WEAK_IN_KAZAKH)


@cache
def _universal() -> Vectors:
    return universal_vectors()


@cache
def _kazakh() -> Vectors:
    return kazakh_vectors()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collator:
    """
    Sources in, comparisons out: the parts of the house that collation needs, joined.

    ``engine`` reads sources and knows what is usual; ``corpus`` is where names and counterparts are looked up, None
    where there is none; ``version`` tells which of its accounts are up to date; ``vectors`` chooses the model;
    ``tables`` are the user's.
    """

    engine: Engine
    corpus: Corpus | None = None
    version: Callable[[], str] = str
    vectors: VectorsFor = vectors_for
    tables: Tables | None = None

    def reports(
        self,
        sources: Sequence[str],
        *,
        same_side: bool = False,
        taken_as_one: bool = False,
        passages: Sequence[str | None] = (),
        issuers: Sequence[str | None] = (),
    ) -> Iterator[ComparisonReport]:
        """
        Yield the comparison of each source with each that follows: A with B, A with C, B with C.

        ``passages`` are exact words that limit the sources, in order, to what concerns the event; None for the whole.
        ``issuers`` are the codes of who published them, in order; None for what the source tells.

        Raises:
            CommuniqueError: a source holds no readable release, or several; or not the words of its passage; or no
                table knows an issuer.
        """
        accounts = self.accounts(sources, issuers)
        spans = self._spans(accounts, passages)
        for (here, first), (there, second) in combinations(enumerate(accounts), 2):
            limits = spans[here], spans[there]
            comparison = self._compared(first, second, same_side=same_side, taken_as_one=taken_as_one, passages=limits)
            yield self._report(comparison, keys=(_key(here), _key(there)))

    def found(
        self, source: str, *, passage: str | None = None, issuer: str | None = None
    ) -> Iterator[ComparisonReport]:
        """
        Yield the comparison of one source with each other account of its event that the corpus has.

        Raises:
            CommuniqueError: there is no corpus to look in, or the source cannot be taken, as of ``reports``.
        """
        if self.corpus is None:
            raise SourceError(
                wanted="a corpus to look for the other account in", got="none", remedy="name one with --corpus"
            )
        (account,) = self.accounts((source,), (issuer,))
        (span,) = self._spans((account,), (passage,))
        for other, _ in find_counterparts(account, self.corpus, tables=self.tables):
            yield self._report(self._compared(account, other, passages=(span, None)))

    def accounts(self, sources: Sequence[str], issuers: Sequence[str | None] = ()) -> tuple[Account, ...]:
        """
        Give the account of each source, extracted together; one of the corpus is taken from there, if up to date.

        ``issuers`` are the codes of who published them, in order; None for what the source tells.

        Raises:
            CommuniqueError: a source holds no readable release, or several; or no table knows an issuer.
        """
        return AccountReader(engine=self.engine, corpus=self.corpus, version=self.version).accounts(sources, issuers)

    def _spans(self, accounts: Sequence[Account], passages: Sequence[str | None]) -> tuple[Span | None, ...]:
        return tuple(
            find_passage(account.release, words) if words else None
            for account, words in zip(accounts, one_each(passages, accounts, "passages"), strict=True)
        )

    def _compared(
        self,
        first: Account,
        second: Account,
        *,
        same_side: bool = False,
        taken_as_one: bool = False,
        passages: Passages = WHOLE,
    ) -> Comparison:
        return compare_accounts(
            first,
            second,
            vectors=self.vectors(first.release, second.release),
            precedent=self.engine.precedent,
            same_side=same_side,
            passages=passages,
            tables=self.tables,
            taken_as_one=taken_as_one,
        )

    def _report(self, comparison: Comparison, keys: tuple[str, str] = ("A", "B")) -> ComparisonReport:
        first, second = comparison.first.release, comparison.second.release
        return ComparisonReport(
            comparison=comparison,
            software=SOFTWARE,
            offices=(self.engine.office(first.issuer), self.engine.office(second.issuer)),
            corpus=self.engine.precedent.source,
            keys=keys,
        )


@contextmanager
def collator_at_hand(
    settings: Settings, *, ask_corpus: bool = True, universal: Vectors | None = None
) -> Iterator[Collator]:
    """
    Give a collator that asks the corpus at hand; one without a corpus where there is none.

    ``universal`` are the vectors for most languages, where they are at hand already.

    Raises:
        CommuniqueError: a corpus was named and cannot be opened.
    """
    with engine_and_corpus(settings, ask_corpus=ask_corpus) as (engine, corpus):
        yield Collator(
            engine=engine,
            corpus=corpus,
            version=partial(_version, settings),
            vectors=partial(vectors_for, universal=universal),
            tables=build_tables(settings),
        )


def compare(  # noqa: PLR0913 - each option has its name
    a: str | Path,
    b: str | Path,
    *others: str | Path,
    same_side: bool = False,
    same_event: bool = False,
    passages: Sequence[str | None] = (),
    issuers: Sequence[str | None] = (),
    language: str | None = None,
    issuer: str | None = None,
    tables: Iterable[str | Path] = (),
    corpus: str | Path | None = None,
) -> tuple[ComparisonReport, ...]:
    """
    Compare accounts of one event, each with each: is it one event, what do both say, where do they part?

    A source is a file, an address, one record of many (``releases.jsonl.gz#identifier``) or a release of the corpus
    (``corpus:NAME``, or its name alone). Editions of one release in two languages are known as such; ``same_side`` says
    that all are statements of officials of one state on one day, ``same_event`` that the event is to be taken for one
    though the texts do not show it. ``passages`` are exact words that limit the sources, in order, to what concerns the
    event, None for the whole text; ``issuers`` the codes of who published them, None for what the source tells. The
    other arguments are those of ``read``.

    There is one comparison for two sources; for three, A with B, A with C, B with C.

    Raises:
        CommuniqueError: a source holds no readable release, or several; a passage is not in its text; no table knows an
            issuer; the corpus that was named is not there.
    """
    with collator_at_hand(settings_of(language, issuer, tables, corpus)) as collator:
        return tuple(
            collator.reports(
                [str(one) for one in (a, b, *others)],
                same_side=same_side,
                taken_as_one=same_event,
                passages=passages,
                issuers=issuers,
            )
        )


def _version(settings: Settings) -> str:
    from communique.wiring.deposits import extraction_version  # noqa: PLC0415 - asked only of releases of a corpus

    return extraction_version(settings)


def _key(number: int) -> str:
    """Give the short name of a text by its place: A, B, C."""
    return ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1)
