"""The reading of praise and credit: direction, return, mirror."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from communique.model import Account, Grade, RelationKind
from communique.precedent import NO_PRECEDENT
from communique.readings.credit import mark_features, read_credit
from unit.readings.accounts import courtesy, full_guest_account, full_host_account
from unit.readings.strategies import accounts


def returned_account() -> Account:
    """Give the host's account in which the guest praises the host too."""
    account = full_host_account()
    host, guest = account.event.principals
    back = courtesy(account.release, RelationKind.PRAISE, guest, host, "Welcome", "work")
    return replace(account, relations=(*account.relations, back))


def test_praise_one_way_is_told_as_such() -> None:
    """Who praises whom for what is told, and that none goes the other way in this text."""
    (finding,) = read_credit(full_host_account(), NO_PRECEDENT)
    assert finding.code == "credit.given"
    assert finding.statement == (
        "Ilmar Vesk praises Adela Korin for “the work”; praise in this text: none the other way"
    )


def test_praise_both_ways_is_told_for_both() -> None:
    """Where each praises the other, each finding says so."""
    findings = tuple(read_credit(returned_account(), NO_PRECEDENT))
    assert [finding.code for finding in findings] == ["credit.returned"] * 2
    assert all(finding.statement.endswith("the other way too") for finding in findings)


def test_credit_in_one_text_only_differs() -> None:
    """Praise that the other text lacks is a difference."""
    (finding,) = read_credit(full_host_account(), NO_PRECEDENT, (full_guest_account(),))
    assert (finding.grade, finding.mirror) == (Grade.DIFFERS, "Velmark's text has no such praise")


def test_the_mirror_gives_the_same_praise_with_its_object() -> None:
    """The other text's praise in the same direction stands beside."""
    (finding,) = read_credit(full_host_account(), NO_PRECEDENT, (returned_account(),))
    assert finding.grade is Grade.OBSERVED
    assert finding.mirror == "Arvenia's text has: Ilmar Vesk praises Adela Korin for “the work”"


@given(account=accounts())
def test_praise_returned_is_praise_given(account: Account) -> None:
    """The feature of exchange is never there without that of praise."""
    marks = {mark.code: mark.present for mark in mark_features(account)}
    assert marks.get("credit.returned", False) <= marks.get("credit.given", False)
