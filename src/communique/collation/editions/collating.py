"""Editions of one release in two languages, aligned sentence by sentence and compared by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.collation.contradictions import with_clashes
from communique.collation.editions.alignment import Answer, align_editions, find_lone
from communique.collation.editions.contradictions import find_edition_clashes, holds
from communique.collation.editions.facts import EditionText, read_edition
from communique.collation.editions.labels import find_headline_shifts
from communique.collation.editions.pairing import compare_imprints, judge_editions
from communique.collation.editions.passages import EditionPassage, Pair
from communique.collation.editions.rules import RULES
from communique.collation.vectors import Vectors
from communique.languages.manner_words import Manner
from communique.model import (
    Account,
    Aspect,
    Comparison,
    Correspondence,
    Pairing,
    Span,
    Variant,
    VariantKind,
    Weight,
)
from communique.precedent import NO_PRECEDENT, Precedent

SURE = 0.12
"""Likeness from which answering passages are compared by rule; of others it is only said that they answer."""

_FEW_WORDS = 4
_FULL = 0.6


def collate_editions(
    first: Account,
    second: Account,
    *,
    vectors: Vectors,
    precedent: Precedent = NO_PRECEDENT,  # noqa: ARG001 - the shape of every collation
) -> Comparison:
    """
    Compare two language editions of one release: number, hedge, tense, verb, post, and sentences of one edition only.

    What the editions contradict each other in (denied in one only, another day, month or place) stands first, with the
    contradiction, and is not said by both.

    Translations part in style everywhere; only differences that hold by rule are given, with the exact words of both.
    Where the two are no editions of one release, there is a pairing that says why, and nothing else.
    """
    against = compare_imprints(first.release, second.release)
    if against:
        return _unpaired(first, second, Pairing(same=False, against=against), vectors)
    editions = read_edition(first), read_edition(second)
    answers = align_editions(*editions, vectors=vectors)
    pairing = judge_editions((first, second), editions, answers)
    if not pairing.same:
        return _unpaired(first, second, pairing, vectors)
    headlines = _headlines(editions)
    pairs = [_pair(editions, answer) for answer in answers if answer.likeness >= SURE]
    clashes = find_edition_clashes(first, second, pairs)
    variants = (*with_clashes(_shifts(headlines, pairs), clashes), *_omissions(editions, answers))
    shared = (_correspondence(editions, answer) for answer in answers)
    return Comparison(
        first=first,
        second=second,
        pairing=pairing,
        aspect=Aspect.EDITIONS,
        shared=tuple(one for one in shared if not any(holds(clash, one.first, one.second) for clash in clashes)),
        variants=tuple(sorted(variants, key=_weightiest)),
        models=(vectors.name,),
    )


def _unpaired(first: Account, second: Account, pairing: Pairing, vectors: Vectors) -> Comparison:
    return Comparison(first=first, second=second, pairing=pairing, aspect=Aspect.EDITIONS, models=(vectors.name,))


def _weightiest(variant: Variant) -> tuple[bool, bool]:
    return variant.clash is None, variant.weight is not Weight.MAJOR


def _shifts(headlines: Pair | None, pairs: Sequence[Pair]) -> Iterator[Variant]:
    if headlines is not None:
        yield from find_headline_shifts(headlines)
    for pair in ([headlines] if headlines else []) + list(pairs):
        for rule in RULES:
            yield from rule(pair)


def _headlines(editions: tuple[EditionText, EditionText]) -> Pair | None:
    one, other = editions
    if one.headline is None or other.headline is None:
        return None
    return (
        EditionPassage(edition=one, manners=(one.headline,)),
        EditionPassage(edition=other, manners=(other.headline,)),
    )


def _pair(editions: tuple[EditionText, EditionText], answer: Answer) -> Pair:
    one, other = (
        EditionPassage(edition=edition, manners=tuple(edition.manners[n] for n in numbers))
        for edition, numbers in zip(editions, (answer.first, answer.second), strict=True)
    )
    return one, other


def _correspondence(editions: tuple[EditionText, EditionText], answer: Answer) -> Correspondence:
    one, other = _pair(editions, answer)
    likeness = min(1.0, max(0.0, answer.likeness / _FULL))
    return Correspondence(first=one.span, second=other.span, likeness=likeness)


def _omissions(editions: tuple[EditionText, EditionText], answers: Sequence[Answer]) -> Iterator[Variant]:
    for side, n in find_lone(editions, answers):
        edition = editions[side]
        passage = EditionPassage(edition=edition, manners=edition.manners)
        yield _omission(passage, edition.manners[n], first=side == 0)


def _omission(passage: EditionPassage, manner: Manner, *, first: bool) -> Variant:
    span: Span = manner.sentence
    slight = manner.boilerplate or manner.words <= _FEW_WORDS or not (manner.predicates or manner.amounts)
    return Variant(
        kind=VariantKind.OMISSION,
        weight=Weight.MINOR if slight else Weight.MAJOR,
        rule="a sentence that tells something is substance; a by-line, a caption or a scrap is not",
        told=f"only {passage.name} has this sentence",
        first=span if first else None,
        second=None if first else span,
    )
