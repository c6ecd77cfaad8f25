"""Numbers of two answering passages: which the other edition gives otherwise, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from communique.collation.editions.passages import EditionPassage, Pair, told_both
from communique.languages.manner_words import Amount, AmountKind
from communique.model import Span, Variant, VariantKind, Weight

_HUNDRED = 100
_HALF_DAY = 720
_COUNTED = frozenset({AmountKind.NUMBER, AmountKind.YEAR})
_WHEN = frozenset({AmountKind.DAY, AmountKind.CLOCK})


def find_number_shifts(pair: Pair) -> Iterator[Variant]:
    """
    Numbers that the other edition does not have: changed where it has another in its place, else left out.

    Only firm numbers count as left out, and a year never does: editions leave out the year they stand in.
    """
    one, other = pair
    lone = (
        [a for a in one.amounts if not _is_in(a, other.amounts)],
        [a for a in other.amounts if not _is_in(a, one.amounts)],
    )
    changed = tuple(_changed(*lone))
    yield from (_change(pair, a, b) for a, b in changed)
    taken = {amount.span for found in changed for amount in found}
    for passage, amounts in zip(pair, lone, strict=True):
        for amount in amounts:
            if amount.firm and amount.kind is AmountKind.NUMBER and amount.span not in taken:
                yield _left_out(pair, passage, amount)
                taken.add(amount.span)


def _is_in(amount: Amount, among: Sequence[Amount]) -> bool:
    return any(_equal(amount, other) for other in among)


def _equal(one: Amount, other: Amount) -> bool:
    if {one.kind, other.kind} & _WHEN:
        turned = one.kind is other.kind is AmountKind.CLOCK and abs(one.value - other.value) == _HALF_DAY
        return one.kind is other.kind and (one.value == other.value or turned)
    values = (one.value, other.value)
    if isclose(*values, rel_tol=1e-4):
        return True
    low, high = sorted(values)
    shares = not (one.firm and other.firm) and isclose(low * _HUNDRED, high, rel_tol=1e-2)
    decade = AmountKind.YEAR in {one.kind, other.kind} and high % _HUNDRED == low
    return shares or decade


def _changed(first: Sequence[Amount], second: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    free = sorted(second, key=lambda amount: not amount.firm)
    for amount in sorted(first, key=lambda each: not each.firm):
        against = next((other for other in free if _replaces(amount, other)), None)
        if against is not None:
            free.remove(against)
            yield amount, against


def _replaces(one: Amount, other: Amount) -> bool:
    if one.kind is AmountKind.NUMBER is other.kind:
        return one.firm or other.firm
    return one.kind is other.kind


def _change(pair: Pair, one: Amount, other: Amount) -> Variant:
    return Variant(
        kind=VariantKind.LENGTH_TIME if one.kind in _WHEN else VariantKind.FIGURE,
        weight=Weight.MAJOR,
        rule="a number is substance",
        told=f"the editions give different numbers: {told_both(pair, one.span, other.span)}",
        first=one.span,
        second=other.span,
    )


def _left_out(pair: Pair, passage: EditionPassage, amount: Amount) -> Variant:
    one, other = pair
    spans: tuple[Span, Span] = (amount.span, other.span) if passage is one else (one.span, amount.span)
    return Variant(
        kind=VariantKind.FIGURE,
        weight=Weight.MAJOR,
        rule="a number is substance",
        told=f"only {passage.name} gives the number “{passage.words(amount.span)}”",
        first=spans[0],
        second=spans[1],
    )
