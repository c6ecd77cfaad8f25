"""What both sides say, but not alike."""

from __future__ import annotations

from communique.collation.matching import Match
from communique.collation.matters import things_of
from communique.collation.one_sided import is_praise
from communique.collation.statements import BOTH, Statement
from communique.collation.weighing import Weighty, substance, weigh_two_sided
from communique.model import Variant, VariantKind, Weight

_MORE = 2
"""Names, numbers and third sides that one statement must have beyond the other to be the more exact."""


def name_two_sided(match: Match) -> Weighty | None:
    """Give the variant of two statements on one matter, None where they say the same."""
    if match.first.opening and match.second.opening:
        return None
    if differs_in_praise(match):
        return _praise(match)
    if match.same:
        return None
    kind = kind_of_match(match)
    weight, rule = weigh_two_sided(match.first, match.second)
    told = "both speak of it, one more widely or more exactly"
    if kind is not VariantKind.SCOPE:
        owners = {match.first.owner, match.second.owner} - {"", BOTH}
        told = "alike in words, but told of another side" if len(owners) > 1 else "one matter, told otherwise"
    variant = Variant(kind=kind, weight=weight, rule=rule, told=told, first=match.first.span, second=match.second.span)
    weightier = max(match.first, match.second, key=substance)
    return Weighty(substance(weightier), variant, weightier)


def differs_in_praise(match: Match) -> bool:
    """Tell whether one side says what the other says with praise."""
    return is_praise(match.first) != is_praise(match.second)


def _praise(match: Match) -> Weighty:
    """Give the praise that one side adds to what both say."""
    variant = Variant(
        kind=VariantKind.PRAISE_TONE,
        weight=Weight.MINOR,
        rule="courtesy or atmosphere",
        told="the same matter, with praise on one side",
        first=match.first.span,
        second=match.second.span,
    )
    return Weighty(0.0, variant)


def kind_of_match(match: Match) -> VariantKind:
    """Tell scope from wording: scope where one side is more exact, or speaks of part of the matter."""
    ours, theirs = things_of(match.first), things_of(match.second)
    if match.by_matter or ours < theirs or theirs < ours:
        return VariantKind.SCOPE
    gap = abs(_exactness(match.first) - _exactness(match.second))
    return VariantKind.SCOPE if gap >= _MORE else VariantKind.WORDING


def _exactness(statement: Statement) -> int:
    return len(statement.names) + len(statement.numbers) + len(statement.sides) + len(statement.topics)
