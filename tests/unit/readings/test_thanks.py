"""The reading of thanks and other courtesies: direction, object, mirror."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Grade, Kind, Party, RelationKind, Side, SideKind, Status, find_courtesies
from communique.precedent import NO_PRECEDENT
from communique.readings.thanks import KINDS, mark_features, read_thanks
from unit.readings.accounts import (
    FixedPrecedent,
    bare_account,
    courtesy,
    full_guest_account,
    full_host_account,
    host_account,
)
from unit.readings.strategies import accounts

HOST, GUEST = host_account().event.principals


def thanking(kind: RelationKind, *, from_host: bool) -> Account:
    """Give the host's account with one courtesy of a kind, from the host or to the host."""
    account = host_account()
    giver, receiver = (HOST, GUEST) if from_host else (GUEST, HOST)
    relation = courtesy(account.release, kind, giver, receiver, "thank", "the invitation")
    return replace(account, relations=(relation,))


@pytest.mark.parametrize(
    ("kind", "from_host", "code", "statement"),
    [
        (RelationKind.THANKS, True, "thanks.given", "Ilmar Vesk thanks Adela Korin for “the invitation”"),
        (RelationKind.THANKS, False, "thanks.received", "Adela Korin thanks Ilmar Vesk for “the invitation”"),
        (
            RelationKind.CONGRATULATION,
            True,
            "thanks.congratulation",
            "Ilmar Vesk congratulates Adela Korin on “the invitation”",
        ),
        (
            RelationKind.CONDOLENCE,
            False,
            "thanks.condolence",
            "Adela Korin condoles with Ilmar Vesk on “the invitation”",
        ),
        (RelationKind.APOLOGY, False, "thanks.apology", "Adela Korin apologises to Ilmar Vesk for “the invitation”"),
    ],
)
def test_each_courtesy_is_told_with_its_direction(
    kind: RelationKind, code: str, statement: str, *, from_host: bool
) -> None:
    """Who gives stands before who receives, and what it is for stands in the text's own words."""
    (finding,) = (f for f in read_thanks(thanking(kind, from_host=from_host), NO_PRECEDENT))
    assert (finding.code, finding.statement) == (code, statement)


def test_thanks_in_one_direction_are_one_finding() -> None:
    """Two places that thank the same person are told together, each opening on its words."""
    account = thanking(RelationKind.THANKS, from_host=True)
    again = courtesy(account.release, RelationKind.THANKS, HOST, GUEST, "Welcome", "work")
    (finding,) = read_thanks(replace(account, relations=(*account.relations, again)), NO_PRECEDENT)
    assert finding.statement == "Ilmar Vesk thanks Adela Korin for “the invitation” and for “work”"
    assert len(finding.spans) == 2


def test_the_mirror_tells_what_the_other_thanks_are_for() -> None:
    """The same direction with another object is no difference of fact, but both objects are printed."""
    (finding,) = read_thanks(full_host_account(), NO_PRECEDENT, (full_guest_account(),))
    assert finding.grade is Grade.OBSERVED
    assert finding.mirror == "Velmark's text has: Adela Korin thanks Ilmar Vesk for “the talks”"


def test_thanks_the_other_way_are_no_mirror() -> None:
    """Where the other text thanks in the opposite direction only, the two differ and it is said."""
    ours = thanking(RelationKind.THANKS, from_host=True)
    (finding,) = read_thanks(ours, NO_PRECEDENT, (full_guest_account(),))
    assert finding.grade is Grade.DIFFERS
    assert finding.mirror == (
        "Velmark's text has no thanks in this direction, but: Adela Korin thanks Ilmar Vesk for “the talks”"
    )


def test_an_organisation_is_told_as_one() -> None:
    """Thanks to an organisation are not thanks to one of its states."""
    account = thanking(RelationKind.THANKS, from_host=True)
    union = Party(words="the Union", side=Side(code="XU", name="Straits Union", kind=SideKind.ORGANISATION))
    account = replace(account, relations=(replace(account.relations[0], receiver=union),))
    (finding,) = read_thanks(account, NO_PRECEDENT)
    assert finding.statement.endswith("(an organisation, no single state)")


def test_silence_is_told_only_beside_thanks() -> None:
    """That nobody is thanked is worth a line where the other text has thanks, or earlier ones mostly had."""
    silent = replace(full_host_account(), relations=())
    usual = FixedPrecedent(seen=38, among=41, low=0.8, high=0.98)
    assert list(read_thanks(silent, NO_PRECEDENT)) == []
    assert [f.code for f in read_thanks(silent, NO_PRECEDENT, (full_guest_account(),))] == ["thanks.none"]
    assert [f.grade for f in read_thanks(silent, usual)] == [Grade.RARE]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.ACTUAL}))
def test_what_is_only_planned_or_recalled_is_no_courtesy(status: Status) -> None:
    """A courtesy that the text does not report as done, or perform, is left out."""
    account = thanking(RelationKind.THANKS, from_host=True)
    account = replace(account, relations=(replace(account.relations[0], status=status),))
    assert list(read_thanks(account, NO_PRECEDENT)) == []


@pytest.mark.parametrize("kind", [Kind.DOMESTIC, Kind.OTHER])
def test_texts_of_one_side_are_no_exposure(kind: Kind) -> None:
    """A text that reports no dealing between sides is not counted as silent."""
    assert mark_features(bare_account(kind)) == ()


@given(account=accounts())
def test_every_courtesy_is_in_one_finding(account: Account) -> None:
    """There are as many findings as kinds and directions."""
    found = [courtesy for courtesy in find_courtesies(account) if courtesy.kind in KINDS]
    assert len([f for f in read_thanks(account, NO_PRECEDENT) if not f.absent]) == len(found)
