"""How usual a difference is in either issuer's earlier texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.usage import FEATURES, UsageOfBoth, feature_of
from communique.model import Account, Rate, Span, Topic, Variant, VariantKind, Weight
from communique.precedent import NO_PRECEDENT, NoPrecedent
from unit.collation.readouts import our_account, statement, their_account

VARIANT = Variant(kind=VariantKind.VENUE, weight=Weight.MINOR, rule="r", told="t", first=Span(0, 5))
PLACE = FEATURES[VariantKind.VENUE]


class CountedPrecedent(NoPrecedent):
    """Precedent with one rate for one issuer; it remembers what it was asked."""

    source = "a handmade base"

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.asked: list[tuple[str, str]] = []

    def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:
        """Give three of four for the one issuer."""
        self.asked.append((feature, account.release.issuer))
        if account.release.issuer != self.issuer or not present:
            return None
        return Rate(seen=3, among=4, low=0.2, high=0.9, reference="meetings")


@pytest.mark.parametrize(
    ("kind", "topics", "code"),
    [
        (VariantKind.VENUE, (), "venue.named"),
        (VariantKind.INITIATIVE, (), "initiative.stated"),
        (VariantKind.FIGURE, (Topic.ENERGY,), "figures.stated"),
        (VariantKind.OMISSION, (Topic.TRANSPORT,), "topics.transport"),
        (VariantKind.OMISSION, (Topic.AGRICULTURE_FOOD, Topic.SANCTIONS), "topics.sanctions"),
        (VariantKind.OMISSION, (), None),
        (VariantKind.ORDER, (), None),
    ],
)
def test_a_difference_has_the_feature_behind_it(kind: VariantKind, topics: tuple[Topic, ...], code: str | None) -> None:
    """By its kind, else by the hardest topic of its statement; none without either."""
    found = feature_of(kind, statement("Ferries sail.", topics=topics))
    assert (found and found[0]) == code


@pytest.mark.parametrize(
    ("issuer", "rates"), [("xa-president", ("3 of 4", "None")), ("xv-government", ("None", "3 of 4"))]
)
def test_each_side_has_its_own_rate(issuer: str, rates: tuple[str, str]) -> None:
    """None where one of them has no base."""
    found = UsageOfBoth(our_account(), their_account(), CountedPrecedent(issuer)).add_to(VARIANT, PLACE)
    assert found.usage is not None
    assert found.usage.feature == "names the place"
    assert (str(found.usage.first), str(found.usage.second)) == rates


@given(st.lists(st.sampled_from([*FEATURES.values(), None]), max_size=12))
def test_each_feature_is_asked_once(features: list[tuple[str, str] | None]) -> None:
    """However many differences have it, of each side; nothing else of a variant changes."""
    precedent = CountedPrecedent("xa-president")
    usage = UsageOfBoth(OURS, THEIRS, precedent)
    found = [usage.add_to(VARIANT, feature) for feature in features]
    assert len(precedent.asked) == len(set(precedent.asked)) == 2 * len({*features} - {None})
    assert [one.usage and one.usage.feature for one in found] == [feature and feature[1] for feature in features]
    assert {(one.kind, one.first, one.weight) for one in found} <= {(VARIANT.kind, VARIANT.first, VARIANT.weight)}


OURS, THEIRS = our_account(), their_account()


@pytest.mark.parametrize("precedent", [NO_PRECEDENT, CountedPrecedent("xt-president")], ids=["no base", "another base"])
def test_without_a_base_nothing_is_added(precedent: NoPrecedent) -> None:
    """Neither where there is no corpus nor where it has neither issuer."""
    assert UsageOfBoth(OURS, THEIRS, precedent).add_to(VARIANT, PLACE) == VARIANT
