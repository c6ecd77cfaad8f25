"""What an essay calls required, first or unusual."""

from __future__ import annotations

import pytest

from communique.model import Account, Bearing, ClaimStatus, Rate
from communique.precedent.port import NO_PRECEDENT, NoPrecedent
from communique.reasoning.audit.checks.norms import NO_RULE, check_first, check_norm
from communique.reasoning.audit.checks.usual import NO_BASE, check_usual, feature_of
from unit.reasoning.audit.voyage import inquiry_on, ruling_on

REFERENCE = "earlier meetings of the President of Arvenia, 2019 to 2021"


class Counted(NoPrecedent):
    """A precedent that knows one rate, and keeps what it was asked."""

    def __init__(self, seen: int, among: int, low: float, high: float) -> None:
        """Keep the one rate."""
        self.known = Rate(seen=seen, among=among, low=low, high=high, reference=REFERENCE)
        self.asked: list[tuple[str, bool]] = []

    def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:
        """Give the one rate, of accounts that are known by a name."""
        self.asked.append((feature, present))
        return self.known if account.release.identifier else None


FEATURES = (
    ("Such a working visit is highly unusual.", ("visit_class.working", True)),
    ("It is odd that a host is not named, in the middle of nowhere.", ("venue.city_named", False)),
    ("It is strange that so many documents were signed.", ("instruments.many", True)),
    ("Such a silence is strange.", None),
)


@pytest.mark.parametrize(("claim", "feature"), FEATURES)
def test_what_is_called_odd_is_a_feature_or_none(claim: str, feature: tuple[str, bool] | None) -> None:
    """A claim on oddness is asked of the precedents by feature; of other things there is nothing to ask."""
    assert feature_of(inquiry_on(claim)) == feature


RATES = (
    (Counted(2, 120, 0.0, 0.05), ClaimStatus.CONFIRMED, "Seldom seen: 2 of 120", Bearing.FOR),
    (Counted(90, 120, 0.66, 0.82), ClaimStatus.CONTRADICTED, "Usual there: 90 of 120", Bearing.AGAINST),
    (Counted(3, 12, 0.08, 0.53), ClaimStatus.PARTLY, "Neither rare nor the rule: 3 of 12", Bearing.BESIDE),
)


@pytest.mark.parametrize(("precedent", "status", "told", "bearing"), RATES)
def test_a_rate_decides_what_is_unusual(precedent: Counted, status: ClaimStatus, told: str, bearing: Bearing) -> None:
    """A rate that is surely low bears "unusual" out, one that is surely high contradicts it; the figure is told."""
    ruling = ruling_on("Such a working visit is highly unusual.", precedent=precedent)
    assert ruling.status is status
    assert ruling.statement == f"{told} ({REFERENCE})."
    assert ruling.rate == precedent.known
    assert [one.bearing for one in ruling.witnesses] == [bearing]
    assert precedent.asked == [("visit_class.working", True)]


def test_without_precedents_there_is_no_base() -> None:
    """Where there is nothing to count, nothing is said of how usual it is."""
    decision = check_usual(inquiry_on("Such a working visit is highly unusual."), NO_PRECEDENT)
    assert (decision.status, decision.rate, decision.base) == (ClaimStatus.NOT_FOUND, None, NO_BASE)


def test_a_rule_counts_with_its_source_only() -> None:
    """What protocol is said to require is not found where no source states such a rule, whatever the rates."""
    claim = "Protocol requires a president to greet a prime minister at the airport."
    decision = check_norm(inquiry_on(claim, precedent=Counted(2, 120, 0.0, 0.05)))
    assert (decision.status, decision.statement) == (ClaimStatus.NOT_FOUND, NO_RULE)


FIRSTS = (
    "It was the first foreign visit of Adela Korin.",
    "Adela Korin was in Tarsk for the first time.",
    "Tarsk was her first foreign destination.",
)


@pytest.mark.parametrize("claim", FIRSTS)
def test_a_first_is_never_confirmed(claim: str) -> None:
    """Her own word for it stands beside; only a calendar of all trips could bear it out, and none is at hand."""
    decision = check_first(inquiry_on(claim))
    assert decision.status is ClaimStatus.NOT_FOUND
    assert [one.bearing for one in decision.witnesses] == [Bearing.BESIDE]
    assert "first trip abroad" in decision.witnesses[0].words
    assert "no calendar of trips" in decision.statement.casefold()
