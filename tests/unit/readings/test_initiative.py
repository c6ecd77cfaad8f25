"""The reading of initiative: who asked, in which words, said by whom, and what the other text says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, Basis, Grade, Initiative, Kind, Part, Side
from communique.precedent import NO_PRECEDENT
from communique.readings.initiative import mark_features, read_initiative
from unit.readings.accounts import (
    ARVENIA,
    VELMARK,
    FixedPrecedent,
    bare_account,
    guest_account,
    host_account,
    words,
)


def stating(basis: Basis, side: Side | None) -> Account:
    """Give the host's account with one statement on the initiative."""
    account = host_account()
    initiative = Initiative(basis=basis, span=words(account.release, "at the initiative"), side=side)
    return replace(account, initiatives=(initiative,))


@pytest.mark.parametrize(
    ("basis", "side", "code", "statement"),
    [
        (Basis.INITIATED, VELMARK, "initiative.initiated", "The text says that Velmark initiated the meeting"),
        (Basis.REQUESTED, ARVENIA, "initiative.requested", "The text says that Arvenia asked for the meeting"),
        (Basis.INVITED, ARVENIA, "initiative.invited", "The text says that Arvenia gave an invitation"),
        (Basis.INITIATED, None, "initiative.initiated", "The text says that one side, not named there, initiated"),
    ],
)
def test_what_is_stated_is_told_with_its_words(basis: Basis, side: Side | None, code: str, statement: str) -> None:
    """Each basis has its own code and verb, and the words of the text follow."""
    (finding,) = read_initiative(stating(basis, side), NO_PRECEDENT)
    assert finding.code == code
    assert finding.statement.startswith(statement)
    assert finding.statement.endswith("“at the initiative”")
    assert finding.grade is Grade.OBSERVED


def test_a_statement_in_direct_speech_has_its_speaker() -> None:
    """What a guest says in a turn is attributed to the guest, not to the text."""
    account = host_account()
    said = Initiative(basis=Basis.INVITED, span=words(account.release, "thank you for the invitation"), side=ARVENIA)
    (finding,) = read_initiative(replace(account, initiatives=(said,)), NO_PRECEDENT)
    assert finding.statement.startswith("Adela Korin says that Arvenia gave an invitation")


def test_a_speaker_s_own_wish_is_told_as_such() -> None:
    """A guest who names the guest as the one who asked is told in the guest's own words."""
    account = host_account()
    guest = account.event.principals[1]
    span = words(account.release, "thank you for the invitation")
    said = Initiative(basis=Basis.REQUESTED, span=span, side=VELMARK, person=guest)
    (finding,) = read_initiative(replace(account, initiatives=(said,)), NO_PRECEDENT)
    assert finding.statement.startswith("By the speaker's own words, Adela Korin (Velmark) asked for the meeting: “")


def test_a_statement_in_the_title_is_said_to_stand_there_only() -> None:
    """Absence has degrees: the body may lack what the title states."""
    account = host_account()
    titled = Initiative(basis=Basis.REQUESTED, span=words(account.release, "Meeting", where=Part.TITLE), side=VELMARK)
    (finding,) = read_initiative(replace(account, initiatives=(titled,)), NO_PRECEDENT)
    assert "(in the title only)" in finding.statement


@pytest.mark.parametrize("kind", [Kind.CALL, Kind.MEETING, Kind.VISIT])
def test_silence_is_found_for_encounters(kind: Kind) -> None:
    """An encounter whose text is silent gets one finding, of an absence, with a reason fit for its kind."""
    (finding,) = read_initiative(bare_account(kind), NO_PRECEDENT)
    assert (finding.code, finding.absent, finding.spans) == ("initiative.unstated", True, ())


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.CALL, Kind.MEETING, Kind.VISIT}))
def test_other_kinds_have_no_initiator_to_miss(kind: Kind) -> None:
    """A message or a domestic meeting is silent without a finding and without a mark."""
    assert list(read_initiative(bare_account(kind), NO_PRECEDENT)) == []
    assert mark_features(bare_account(kind)) == ()


def test_two_texts_that_name_two_sides_dispute() -> None:
    """Where the other text lays the same act with another side, both are quoted and nobody is believed."""
    (finding,) = read_initiative(host_account(), NO_PRECEDENT, (guest_account(),))
    assert (finding.code, finding.grade) == ("initiative.disputed", Grade.DIFFERS)
    assert finding.mirror == (
        "Velmark's text says that Arvenia initiated the meeting: “at the initiative of the Arvenian side”"
    )


def test_an_invitation_does_not_contradict_a_request() -> None:
    """One side may invite and the other ask: the two statements stand beside each other."""
    (finding,) = read_initiative(stating(Basis.INVITED, ARVENIA), NO_PRECEDENT, (stating(Basis.REQUESTED, VELMARK),))
    assert (finding.code, finding.grade) == ("initiative.invited", Grade.OBSERVED)


def test_silence_beside_a_statement_differs() -> None:
    """A text that is silent where the other is not differs from it, and the other is quoted."""
    silent = replace(host_account(), initiatives=())
    (finding,) = read_initiative(silent, NO_PRECEDENT, (guest_account(),))
    assert finding.grade is Grade.DIFFERS
    assert "at the initiative of the Arvenian side" in (finding.mirror or "")


def test_silence_against_habit_is_rare() -> None:
    """Where 38 of 41 earlier accounts state it, silence is 3 of 41."""
    silent = replace(host_account(), initiatives=())
    (finding,) = read_initiative(silent, FixedPrecedent(seen=38, among=41, low=0.8, high=0.98))
    assert finding.grade is Grade.RARE
    assert str(finding.rate) == "3 of 41"


@pytest.mark.parametrize(
    ("basis", "side", "code"),
    [
        (Basis.INITIATED, ARVENIA, "initiative.own"),
        (Basis.REQUESTED, VELMARK, "initiative.counterpart"),
        (Basis.INVITED, ARVENIA, "initiative.own_invites"),
        (Basis.INVITED, VELMARK, "initiative.counterpart_invites"),
        (Basis.INITIATED, None, "initiative.initiated"),
    ],
)
def test_the_rate_is_that_of_the_side(basis: Basis, side: Side | None, code: str) -> None:
    """A statement carries the rate of what it says: which side initiated, asked or invited, where the text tells."""
    account = stating(basis, side)
    (finding,) = read_initiative(account, FixedPrecedent(seen=5, among=41, low=0.05, high=0.26))
    assert finding.feature == code
    present = {mark.code for mark in mark_features(account) if mark.present}
    assert present == {"initiative.stated", f"initiative.{basis}", code}


def test_without_an_own_side_no_side_is_counted() -> None:
    """Where the issuer's side is unknown, the features of sides are no exposure."""
    codes = {mark.code for mark in mark_features(bare_account(Kind.CALL))}
    assert codes == {"initiative.stated", *(f"initiative.{basis}" for basis in Basis)}


@given(bases=st.lists(st.sampled_from(Basis), max_size=4))
def test_every_statement_is_one_finding(bases: list[Basis]) -> None:
    """As many findings as statements, and exactly one where there is none."""
    account = host_account()
    stated = tuple(Initiative(basis=basis, span=words(account.release, "initiative")) for basis in bases)
    findings = tuple(read_initiative(replace(account, initiatives=stated), NO_PRECEDENT))
    assert len(findings) == max(len(bases), 1)
    marks = {mark.code: mark.present for mark in mark_features(replace(account, initiatives=stated))}
    assert marks["initiative.stated"] == bool(bases)
