"""Whose idea a contact was."""

from __future__ import annotations

import pytest

from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.checks.initiatives import beside_initiative, check_initiative, find_told
from unit.reasoning.audit.voyage import desk_of, inquiry_on

CLAIMS = (
    ("Ilmar Vesk invited Adela Korin to Arvenia.", ClaimStatus.CONFIRMED, "states it"),
    ("Adela Korin invited Ilmar Vesk to talks.", ClaimStatus.CONTRADICTED, "Ilmar Vesk instead"),
    ("Adela Korin invited Ilmar Vesk to visit Velmark.", ClaimStatus.NOT_FOUND, "not stated"),
    ("Adela Korin was invited to Tarsk by Ilmar Vesk.", ClaimStatus.CONFIRMED, "states it"),
    ("Ilmar Vesk did not invite Adela Korin to Arvenia.", ClaimStatus.CONTRADICTED, "was Ilmar Vesk"),
    ("Adela Korin did not invite Ilmar Vesk.", ClaimStatus.CONFIRMED, "names Ilmar Vesk"),
    ("Nobody invited Adela Korin to Tarsk.", ClaimStatus.CONTRADICTED, "has Ilmar Vesk do so"),
    ("Adela Korin called Ilmar Vesk on 12 June.", ClaimStatus.CONFIRMED, "states it"),
    ("Ilmar Vesk called Adela Korin on 12 June.", ClaimStatus.CONTRADICTED, "XV instead"),
    ("Davor Selim rang Ilmar Vesk on 16 June.", ClaimStatus.NOT_FOUND, "not stated"),
    ("Ilmar Vesk rang Davor Selim on 16 June.", ClaimStatus.NOT_FOUND, "not stated"),
)


@pytest.mark.parametrize(("claim", "status", "told"), CLAIMS)
def test_a_claim_on_an_initiative_is_set_beside_who_had_it(claim: str, status: ClaimStatus, told: str) -> None:
    """Another giver contradicts, a denial turns that about, and where no source states one nothing is found."""
    decision = check_initiative(inquiry_on(claim))
    assert decision is not None
    assert decision.status is status
    assert told in decision.statement


def test_without_the_invitation_thanks_for_it_still_tell() -> None:
    """Thanks for an invitation show whose it was."""
    decision = check_initiative(inquiry_on("Ilmar Vesk invited Adela Korin to Arvenia.", "xa:invitation"))
    assert decision is not None
    assert decision.status is ClaimStatus.CONFIRMED
    assert {one.release.identifier for one in decision.witnesses} == {"xa:talks", "xv:talks"}


def test_where_nothing_is_stated_all_traces_stand_beside() -> None:
    """Without any statement on the idea the earliest words that foresee the visit are shown, and nothing is ruled."""
    left_out = ("xa:invitation", "xa:talks", "xv:talks")
    decision = check_initiative(inquiry_on("Ilmar Vesk invited Adela Korin to Arvenia.", *left_out))
    assert decision is not None
    assert decision.status is ClaimStatus.NOT_FOUND
    assert {one.bearing for one in decision.witnesses} <= {Bearing.BESIDE}


def test_statements_on_initiative_come_in_order_of_publication() -> None:
    """Invitation, call and thanks are told, the earliest first, each by its giver."""
    told = find_told(desk_of("It rained in Sund for a week.").record)
    assert [one.account.release.identifier for one in told] == ["xa:invitation", "xa:call", "xa:talks", "xv:talks"]
    assert told[0].label == "Ilmar Vesk"
    assert told[1].side == "XV"


def test_all_that_is_said_of_an_idea_stands_beside_a_claim_on_it() -> None:
    """Each statement is shown once, with giver and kind."""
    beside = beside_initiative(desk_of("It rained in Sund for a week.").record)
    places = [(one.release.identifier, one.span) for one in beside]
    assert len(places) == len(set(places))
    assert "Ilmar Vesk, invited" in beside[0].note
