"""Two statements of one state on one day, collated: contradictions, and stronger and weaker words on one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from communique.collation.alignment import assign, csls
from communique.collation.clashes.finding import find_clashes
from communique.collation.clashes.matter import Passage, passage_of
from communique.collation.same_side.pairing import judge_same_side, spoken_sentences
from communique.collation.same_side.wording import (
    Question,
    find_figures_twice,
    find_wordings,
    is_one_statement,
    share_of,
    variant_of_clash,
)
from communique.collation.vectors import Matrix, Vectors
from communique.languages.assertion_lexicon import is_asserting
from communique.model import Account, Aspect, Clash, Comparison, Correspondence, Variant, Weight
from communique.precedent import NO_PRECEDENT, Precedent
from communique.reference import Tables, shipped_tables

CLOSE = 0.05
"""Mutual-neighbour likeness from which two sentences that share telling words are on one question."""

SURE = 0.7
"""Cosine from which two sentences are on one question, whatever stands beside them."""

SHARED = 2
"""Telling words that two sentences on one question share at least."""

LEAST_WORDS = 5
"""Shorter sentences are greetings and thanks."""


def collate_same_side(
    first: Account,
    second: Account,
    *,
    vectors: Vectors,
    precedent: Precedent = NO_PRECEDENT,
    tables: Tables | None = None,
) -> Comparison:
    """
    Set two statements of one state on one day side by side: opening remarks, press statement, interview.

    Only what both speak of is compared, for such statements differ in what they are for: nothing is told to be left
    out. A contradiction is major; words that are vaguer, less firm or hedged on one side, and figures that differ
    within their hedges, are minor. Sentences of the other side's officials are left aside. Of what the words are a sign
    the comparison says nothing: a short opening and a full statement later are the usual case.
    """
    names = tables if tables is not None else shipped_tables()
    pairing = judge_same_side(first, second, names)
    ours, theirs = (_passages(account, names) if pairing.same else () for account in (first, second))
    questions = _questions(ours, theirs, vectors, names)
    clashes = find_clashes(first, second, [(q.first.span, q.second.span) for q in questions], tables=names)
    told = [variant_of_clash(clash) for clash in clashes]
    softer = [variant for question in questions for variant in find_wordings(question, precedent, names)]
    softer += find_figures_twice(ours, theirs, precedent, names)
    told += [variant for variant in softer if not any(_is_same_place(variant, clash) for clash in told)]
    return Comparison(
        first=first,
        second=second,
        pairing=pairing,
        aspect=Aspect.SAME_SIDE,
        shared=tuple(_shared(questions, clashes, names)),
        variants=tuple(sorted(dict.fromkeys(told), key=_weightiest)),
        models=(vectors.name,),
    )


def _shared(questions: Iterable[Question], clashes: Sequence[Clash], tables: Tables) -> Iterator[Correspondence]:
    """Yield what both say: not all that is on one question, and nothing that contradicts."""
    for question in questions:
        one, two = question.first.span, question.second.span
        clashing = any(one.overlaps(clash.first) and two.overlaps(clash.second) for clash in clashes)
        if not clashing and is_one_statement(question, tables):
            yield _correspondence(question)


def _questions(
    ours: tuple[Passage, ...], theirs: tuple[Passage, ...], vectors: Vectors, tables: Tables
) -> tuple[Question, ...]:
    """Give the sentences that are on one question: the nearest of each other by meaning that share telling words."""
    if not ours or not theirs:
        return ()
    rows = _encoded(ours, vectors), _encoded(theirs, vectors)
    cosine, likeness = rows[0] @ rows[1].T, _likeness(*rows)
    pairs = (
        Question(
            first=ours[i],
            second=theirs[j],
            likeness=max(0.0, min(1.0, score)),
            cosine=max(0.0, min(1.0, float(cosine[i, j]))),
        )
        for i, j, score in assign(likeness, floor=CLOSE)
        if score >= likeness[i].max() or score >= likeness[:, j].max()
    )
    return tuple(question for question in pairs if share_of(question, tables) >= SHARED)


def _passages(account: Account, tables: Tables) -> tuple[Passage, ...]:
    if not is_asserting(account.release.language):
        return ()
    told = [s for s in spoken_sentences(account, tables) if len(account.release.words(s).split()) >= LEAST_WORDS]
    return tuple(passage for passage in (passage_of(account, span) for span in told) if not passage.asks)


def _likeness(first: Matrix, second: Matrix) -> Matrix:
    """Give how alike sentences are beside their neighbours; sure ones count in short texts too, where all are near."""
    cosine, beside = first @ second.T, csls(first, second)
    return np.asarray(np.where(cosine >= SURE, np.maximum(beside, cosine - SURE + 2 * CLOSE), beside), dtype=np.float32)


def _encoded(passages: tuple[Passage, ...], vectors: Vectors) -> Matrix:
    return vectors.encode([passage.words(passage.span) for passage in passages])


def _correspondence(question: Question) -> Correspondence:
    one, two = question.first, question.second
    exact = one.words(one.span) == two.words(two.span)
    return Correspondence(first=one.span, second=two.span, likeness=question.cosine, exact=exact)


def _is_same_place(variant: Variant, other: Variant) -> bool:
    pairs = ((variant.first, other.first), (variant.second, other.second))
    return all(one is not None and two is not None and one.overlaps(two) for one, two in pairs)


def _weightiest(variant: Variant) -> tuple[bool, int]:
    span = variant.first or variant.second
    return variant.weight is not Weight.MAJOR, span.start if span else 0
