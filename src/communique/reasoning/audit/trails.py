"""Guesses that later serve as premises, laid over the claims of an essay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.languages.estimative import is_estimative
from communique.model import Account, Ruling, Span
from communique.reasoning.hedge_trails import Trail, find_chains, find_trails


def with_trails(essay: Account, rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Give the rulings, each with the numbers of the hedged claims that it takes for granted, the first guess first."""
    release = essay.release
    if not is_estimative(release.language):
        return tuple(rulings)
    quoted = tuple(quotation.content for quotation in essay.quotations)
    trails = find_trails(release.text, release.language, sentences=essay.sentences, quoted=quoted)
    chains = find_chains(trails)
    return tuple(_with_trail(ruling, rulings, chains) for ruling in rulings)


def _with_trail(ruling: Ruling, rulings: Sequence[Ruling], chains: Sequence[Sequence[Trail]]) -> Ruling:
    numbers = dict.fromkeys(
        number
        for chain in chains
        for place, step in enumerate(chain)
        if step.later.overlaps(ruling.claim.span)
        for earlier in chain[: place + 1]
        if (number := _number_at(earlier.hedge, rulings)) is not None and number < ruling.claim.number
    )
    return replace(ruling, trail=tuple(sorted(numbers))) if numbers else ruling


def _number_at(span: Span, rulings: Sequence[Ruling]) -> int | None:
    """Give the number of the claim in which a hedge stands."""
    return next((ruling.claim.number for ruling in rulings if ruling.claim.span.overlaps(span)), None)
