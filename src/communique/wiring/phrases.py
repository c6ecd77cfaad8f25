"""The stock phrases of a selection of a corpus over time."""

from __future__ import annotations

from collections.abc import Iterator

from communique.corpus.port import Corpus, Selection
from communique.precedent import ReferenceClass
from communique.precedent.base import Label
from communique.precedent.entering import find_issued
from communique.precedent.habits import ALL_KINDS
from communique.precedent.phrase_history import PhraseBook, trace_phrases
from communique.precedent.phrase_mining import Told, tell
from communique.precedent.wordings import abstract


def trace(corpus: Corpus, selection: Selection, *, label: Label, most: int) -> PhraseBook:
    """Give the stock phrases of the accounts of a selection; ``label`` words whose they are."""
    reference = ReferenceClass(
        issuer=selection.issuer,
        language=selection.language,
        kind=selection.kind.value if selection.kind else ALL_KINDS,
        counterpart=selection.counterpart,
    )
    coverage = corpus.coverage(selection.issuer, selection.language)
    return trace_phrases(_told(corpus, selection), coverage, label=label(reference, None, None), most=most)


def _told(corpus: Corpus, selection: Selection) -> Iterator[Told]:
    for account in corpus.accounts(selection):
        day = find_issued(account)
        if day is not None:
            yield tell(day, abstract(account))
