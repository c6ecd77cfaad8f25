"""What both sides say, but not alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.matching import Match
from communique.collation.statements import Statement
from communique.collation.two_sided import kind_of_match, name_two_sided
from communique.languages.acts import Act
from communique.model import Topic, VariantKind, Weight
from unit.collation.readouts import statement

PLAIN = statement("He spoke of ferries.")
EXACT = statement("He spoke of 40 ferries and 12 ports.", numbers=(40.0, 12.0), start=3)
POSITION = statement("She stressed the sovereignty of the islands.")
PRAISE = statement("He thanked her for strong support.", act=Act.THANK)
THANKS = statement("He thanked her.", act=Act.THANK)


def match(first: Statement, second: Statement, *, same: bool = False) -> Match:
    """Match two statements."""
    return Match(first=first, second=second, likeness=0.6 if same else 0.4, words=0.3, same=same)


@pytest.mark.parametrize(
    ("first", "second", "same", "expected"),
    [
        (PLAIN, PLAIN, True, None),
        (PLAIN, PLAIN, False, (VariantKind.WORDING, Weight.MINOR)),
        (PLAIN, EXACT, False, (VariantKind.SCOPE, Weight.MINOR)),
        (EXACT, PLAIN, False, (VariantKind.SCOPE, Weight.MINOR)),
        (PLAIN, POSITION, False, (VariantKind.WORDING, Weight.MAJOR)),
        (PRAISE, THANKS, True, (VariantKind.PRAISE_TONE, Weight.MINOR)),
        (PRAISE, PRAISE, True, None),
    ],
)
def test_two_tellings_differ_in_kind(
    first: Statement,
    second: Statement,
    same: bool,  # noqa: FBT001 - a row
    expected: tuple[VariantKind, Weight] | None,
) -> None:
    """In scope where one is more exact by two facts, in wording else, in tone where one side praises alone."""
    found = name_two_sided(match(first, second, same=same))
    assert (found and (found.variant.kind, found.variant.weight)) == expected


def test_praise_on_one_side_is_told_beside_what_both_say() -> None:
    """Both passages are marked; the difference is the praise."""
    found = name_two_sided(match(THANKS, PRAISE, same=True))
    assert found is not None
    assert (found.variant.first, found.variant.second) == (THANKS.span, PRAISE.span)
    assert found.variant.kind is VariantKind.PRAISE_TONE


lines = st.sampled_from([PLAIN, EXACT, POSITION, PRAISE, THANKS, statement("Gas.", topics=(Topic.ENERGY,))])


@given(lines, lines, st.booleans())
def test_swapping_the_sides_keeps_kind_and_weight(first: Statement, second: Statement, same: bool) -> None:  # noqa: FBT001 - drawn
    """And swaps the marked words."""
    here, there = name_two_sided(match(first, second, same=same)), name_two_sided(match(second, first, same=same))
    assert (here is None) == (there is None)
    if here is not None and there is not None:
        assert (here.variant.kind, here.variant.weight, here.substance) == (
            there.variant.kind,
            there.variant.weight,
            there.substance,
        )
        assert (here.variant.first, here.variant.second) == (there.variant.second, there.variant.first)


@given(lines, lines)
def test_the_kind_is_scope_or_wording(first: Statement, second: Statement) -> None:
    """A statement against itself is another wording at most."""
    assert kind_of_match(match(first, second)) in {VariantKind.SCOPE, VariantKind.WORDING}
    assert kind_of_match(match(first, first)) is VariantKind.WORDING
