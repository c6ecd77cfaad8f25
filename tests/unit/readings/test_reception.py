"""The reading of reception: pattern, subject and host of the first sentence, and no more than that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, Grade, Kind, Pattern, Reception
from communique.precedent import NO_PRECEDENT
from communique.readings.reception import mark_features, read_reception
from unit.readings.accounts import FixedPrecedent, bare_account, guest_account, host_account

HOST, GUEST = host_account().event.principals


def putting(reception: Reception) -> Account:
    """Give the host's account with another first sentence."""
    return replace(host_account(), reception=reception)


SPAN = host_account().sentences[0]


@pytest.mark.parametrize(
    ("reception", "clause"),
    [
        (
            Reception(pattern=Pattern.RECEIVED, span=SPAN, subject=HOST, host=HOST),
            "Ilmar Vesk, the host, is the subject and receives",
        ),
        (
            Reception(pattern=Pattern.WAS_RECEIVED, span=SPAN, subject=GUEST, host=HOST),
            "Adela Korin (the host is Ilmar Vesk) is the subject and is received",
        ),
        (Reception(pattern=Pattern.MET_WITH, span=SPAN, subject=GUEST), "Adela Korin is the subject and meets"),
        (Reception(pattern=Pattern.JOINT, span=SPAN), "the participants are the subject together"),
        (Reception(pattern=Pattern.HELD_TALKS, span=SPAN), "no one person is the subject"),
    ],
)
def test_the_sentence_is_told_as_it_stands(reception: Reception, clause: str) -> None:
    """Subject, host and verb are told whatever the voice, with the words of the sentence."""
    (finding,) = read_reception(putting(reception), NO_PRECEDENT)
    assert finding.code == f"reception.{reception.pattern}"
    assert finding.statement.startswith(f"The first sentence: {clause}: “President of Arvenia")
    assert finding.spans == (SPAN,)


@pytest.mark.parametrize("kind", sorted(Kind))
def test_a_first_sentence_without_the_encounter(kind: Kind) -> None:
    """A text that opens on something else has an absence where an encounter is reported, and nothing elsewhere."""
    findings = tuple(read_reception(bare_account(kind), NO_PRECEDENT))
    encounter = kind in {Kind.CALL, Kind.MEETING, Kind.VISIT}
    assert [finding.code for finding in findings] == ["reception.unstated"] * encounter


def test_each_service_names_its_own_principal_first() -> None:
    """Two texts that turn the sentence round do not differ: host and guest are the same in both."""
    (finding,) = read_reception(host_account(), NO_PRECEDENT, (guest_account(),))
    assert finding.grade is Grade.OBSERVED
    assert "Adela Korin (the host is Ilmar Vesk) is the subject and meets" in (finding.mirror or "")


def test_two_hosts_differ() -> None:
    """Where the two texts name two hosts, they differ."""
    other = replace(guest_account(), reception=replace(guest_account().reception, host=GUEST))
    (finding,) = read_reception(host_account(), NO_PRECEDENT, (other,))
    assert finding.grade is Grade.DIFFERS


def test_a_usual_verb_is_a_habit() -> None:
    """The issuer's own set verb is printed as a habit, with its rate."""
    (finding,) = read_reception(host_account(), FixedPrecedent(seen=41, among=44, low=0.82, high=0.98))
    assert (finding.grade, str(finding.rate)) == (Grade.HABIT, "41 of 44")


def test_the_subject_is_marked_against_host_and_own_side() -> None:
    """The guest's own text makes the guest its subject, who is not the host."""
    marks = {mark.code: mark.present for mark in mark_features(guest_account())}
    assert marks["reception.host_is_subject"] is False
    assert marks["reception.own_is_subject"] is True


@given(pattern=st.sampled_from(Pattern))
def test_one_pattern_is_marked(pattern: Pattern) -> None:
    """Of all patterns exactly one is present."""
    marks = mark_features(putting(Reception(pattern=pattern, span=SPAN)))
    assert [mark.code for mark in marks if mark.present] == [f"reception.{pattern}"]
