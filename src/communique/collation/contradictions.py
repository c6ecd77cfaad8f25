"""Contradictions set among the other differences: each on the line of its passage, or on a line of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.model import Clash, ClashKind, Span, Variant, VariantKind, Weight

RULE = "the two cannot both be right as they stand"

KIND_OF_CLASH = {
    ClashKind.NUMBER: VariantKind.FIGURE,
    ClashKind.DATE: VariantKind.LENGTH_TIME,
    ClashKind.PLACE: VariantKind.VENUE,
    ClashKind.NEGATION: VariantKind.WORDING,
    ClashKind.ANTONYM: VariantKind.WORDING,
}
"""What kind of difference a contradiction is."""

_LOOSE = frozenset({VariantKind.WORDING, VariantKind.SCOPE})
"""Kinds that say less of a difference than what clashes in it."""


def with_clashes(variants: Iterable[Variant], clashes: Sequence[Clash]) -> Iterator[Variant]:
    """Yield the variants, each contradiction on that which tells of both its passages, else as a variant of its own."""
    left = list(clashes)
    for variant in variants:
        clash = next((one for one in left if _tells(variant, one)), None)
        if clash is None:
            yield variant
            continue
        left.remove(clash)
        kind = variant.kind if variant.kind not in _LOOSE else KIND_OF_CLASH[clash.kind]
        yield replace(variant, kind=kind, clash=clash, weight=Weight.MAJOR, rule=RULE)
    for clash in left:
        kind = KIND_OF_CLASH[clash.kind]
        yield Variant(
            kind=kind,
            weight=Weight.MAJOR,
            rule=RULE,
            told=clash.told,
            first=clash.first,
            second=clash.second,
            clash=clash,
        )


def _tells(variant: Variant, clash: Clash) -> bool:
    return _covers(variant.first, clash.first) and _covers(variant.second, clash.second)


def _covers(span: Span | None, other: Span) -> bool:
    return span is not None and span.covers(other)
