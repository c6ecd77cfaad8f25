"""Two accounts of one event, collated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from communique.collation.circumstances import find_circumstances, find_order
from communique.collation.clashes.finding import find_clashes
from communique.collation.contradictions import with_clashes
from communique.collation.digesting import digest
from communique.collation.matching import Match, Matching, match_statements
from communique.collation.one_sided import name_one_sided
from communique.collation.one_text import find_changes, is_identical, is_one_text, shared_sentences
from communique.collation.pairing.passages import Passages, pair_accounts
from communique.collation.remainders import find_remainders
from communique.collation.rivals import find_rival_names
from communique.collation.statements import Statement
from communique.collation.stating import make_statements
from communique.collation.two_sided import differs_in_praise, name_two_sided
from communique.collation.usage import UsageOfBoth, feature_of
from communique.collation.vectors import Vectors
from communique.collation.weighing import Weighty, keep_weightiest
from communique.model import Account, Clash, Comparison, Correspondence, Span, Variant, Weight
from communique.precedent import NO_PRECEDENT, Precedent
from communique.reference.rows import Tables

MOST_MAJOR = 13
"""Differences of one comparison that are called major: more than a reader takes in are none."""

Sides: TypeAlias = tuple[tuple[Statement, ...], tuple[Statement, ...]]


def collate(  # noqa: PLR0913 - each thing that decides has its name
    first: Account,
    second: Account,
    *,
    vectors: Vectors,
    passages: Passages = (None, None),
    precedent: Precedent = NO_PRECEDENT,
    tables: Tables | None = None,
    taken_as_one: bool = False,
) -> Comparison:
    """
    Compare two accounts: is it the same event, what do both say, where do they differ?

    ``passages`` limit either side to the part that concerns the event; where none is given it is looked for, in an
    address with one paragraph on a call. ``precedent`` tells how usual a difference is for the two issuers;
    ``tables`` tell who is of which side, the shipped ones by default. With ``taken_as_one`` the event is taken to be
    one though the texts do not show it.
    """
    pairing, limits = pair_accounts(first, second, passages=passages, tables=tables)
    if taken_as_one and not (pairing.same and pairing.sure):
        pairing = replace(pairing, same=True, sure=True, taken=True)
    compared = Comparison(first=first, second=second, pairing=pairing, passages=limits)
    if not pairing.same:
        return compared
    if limits == (None, None) and is_one_text(first, second):
        return replace(
            compared,
            shared=tuple(shared_sentences(first, second)),
            variants=tuple(sorted(find_changes(first, second), key=_weightiest)),
            identical=is_identical(first, second),
        )
    return lay_side_by_side(compared, vectors=vectors, precedent=precedent, tables=tables)


def lay_side_by_side(
    compared: Comparison,
    *,
    vectors: Vectors,
    precedent: Precedent = NO_PRECEDENT,
    tables: Tables | None = None,
) -> Comparison:
    """Find what two accounts share and where they differ, statement by statement, taking it that the event is one."""
    first, second = compared.first, compared.second
    ours, theirs = (
        make_statements(account, passage, tables=tables)
        for account, passage in zip((first, second), compared.passages, strict=True)
    )
    matching = match_statements(ours, theirs, vectors)
    frame = [*_frame(compared), *find_order(ours, theirs, matching.matches)]
    told = (one for one in _told(compared, matching, (ours, theirs), vectors) if not _is_told_by(frame, one.variant))
    weighed = keep_weightiest((*(Weighty(0.0, variant) for variant in frame), *told), MOST_MAJOR)
    usage = UsageOfBoth(first, second, precedent)
    variants = [usage.add_to(one.variant, feature_of(one.variant.kind, one.statement)) for one in weighed]
    answers = [(match.first.span, match.second.span) for match in matching.matches]
    clashes = find_clashes(first, second, answers, tables=tables)
    return replace(
        compared,
        shared=tuple(_shared(matching, clashes)),
        variants=tuple(sorted(with_clashes(variants, clashes), key=_weightiest)),
        unlisted=(
            _unlisted(matching.first_only, [one.first for one in variants]),
            _unlisted(matching.second_only, [one.second for one in variants]),
        ),
        models=(vectors.name,),
    )


def _unlisted(alone: Iterable[Statement], told: Iterable[Span | None]) -> int:
    """Count the statements of one side that no difference marks, those of the opening left out."""
    marked = [span for span in told if span is not None]
    return sum(not one.opening and not any(one.span.overlaps(span) for span in marked) for one in alone)


def _shared(matching: Matching, clashes: tuple[Clash, ...]) -> Iterator[Correspondence]:
    """Yield what both say: answers that say the same, further ones beside them, and none that contradicts."""
    said = [match for match in matching.matches if match.same or differs_in_praise(match)]
    for match in sorted((*said, *matching.covered), key=lambda match: (match.first.span, match.second.span)):
        spans = match.first.span, match.second.span
        if not any(spans[0].overlaps(clash.first) and spans[1].overlaps(clash.second) for clash in clashes):
            yield _correspondence(match)


def _frame(compared: Comparison) -> Iterator[Variant]:
    first, second = compared.first, compared.second
    for variant in (*find_circumstances(first, second), *find_rival_names(first, second)):
        if _within(compared.passages, variant):
            yield variant


def _told(compared: Comparison, matching: Matching, sides: Sides, vectors: Vectors) -> Iterator[Weighty]:
    """Yield the variants of statements: told differently, added to an answer, told by one side alone."""
    yield from filter(None, map(name_two_sided, matching.matches))
    for part, is_first in find_remainders(matching.matches, *sides, vectors):
        account = compared.first if is_first else compared.second
        yield from filter(None, (name_one_sided(part, account, is_first=is_first),))
    for alone, account, is_first in (
        (matching.first_only, compared.first, True),
        (matching.second_only, compared.second, False),
    ):
        yield from filter(None, (name_one_sided(one, account, is_first=is_first) for one in digest(alone)))


def _correspondence(match: Match) -> Correspondence:
    letters = [re.sub(r"[\W_]+", "", one.words.casefold()) for one in (match.first, match.second)]
    return Correspondence(
        first=match.first.span,
        second=match.second.span,
        likeness=min(1.0, max(0.0, match.likeness)),
        exact=letters[0] == letters[1],
    )


def _within(passages: Passages, variant: Variant) -> bool:
    """Tell whether all that a variant marks in a body stands in the part that concerns the event."""
    return all(
        passage is None or span is None or span.part is not passage.part or passage.overlaps(span)
        for passage, span in zip(passages, (variant.first, variant.second), strict=True)
    )


def _is_told_by(frame: list[Variant], variant: Variant) -> bool:
    """Tell whether a minor one-sided statement only carries a circumstance that has its own line."""
    if variant.weight is Weight.MAJOR or (variant.first and variant.second):
        return False
    return any(
        (variant.first and one.first and variant.first.overlaps(one.first) and one.second is None)
        or (variant.second and one.second and variant.second.overlaps(one.second) and one.first is None)
        for one in frame
    )


def _weightiest(variant: Variant) -> tuple[bool, int]:
    span = variant.first or variant.second
    return variant.weight is not Weight.MAJOR, span.start if span else 0
