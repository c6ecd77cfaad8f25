"""What every store decides alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from communique.corpus.rules import (
    class_of,
    contact_sides,
    day_of,
    find_scores,
    moment_of,
    notice_sides,
    whole_text,
)
from communique.model import Kind
from communique.precedent import Entry
from communique.precedent.scoring import Replay
from unit.corpus.desk import FIRST, make_company, make_deposit


def entry_of(kind: Kind = Kind.CALL, sides: tuple[str, ...] = ("XV",)) -> Entry:
    """Give the entry of one deposit."""
    entry = make_deposit(kind=kind, sides=sides).entry
    assert entry
    return entry


@pytest.mark.parametrize(
    ("kind", "sides", "expected"),
    [
        (Kind.CALL, ("XV",), ("XV",)),
        (Kind.MULTILATERAL, ("XV", "XT", "XV"), ("XV", "XT")),
        (Kind.VISIT, (), ()),
        (Kind.MESSAGE, ("XV",), ()),
        (Kind.STATEMENT, ("XV",), ()),
    ],
)
def test_only_encounters_are_contacts(kind: Kind, sides: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """A contact is an encounter, by whatever means, with each side once; a message or a statement is none."""
    assert contact_sides(entry_of(kind, sides)) == expected


@pytest.mark.parametrize(("named", "expected"), [("XT", ("XT",)), ("", ("XV", "XO"))])
def test_a_notice_concerns_whom_it_names(named: str, expected: tuple[str, ...]) -> None:
    """Where a notice names no counterpart it concerns those of its account."""
    deposit = make_deposit(sides=("XV", "XO"), notices=1)
    assert deposit.entry
    assert notice_sides(replace(deposit.notices[0], counterpart=named), deposit.entry) == expected


def test_the_day_is_that_precedent_counts_from() -> None:
    """The day of an entry goes before that of the release, which has none where only the event is dated."""
    deposit = make_deposit()
    undated = replace(deposit, account=replace(deposit.account, release=replace(deposit.account.release, issued=None)))
    assert day_of(undated) == FIRST
    assert day_of(replace(deposit, entry=None)) == FIRST
    assert day_of(replace(undated, entry=None)) is None


def test_times_of_capture_are_compared_in_any_zone() -> None:
    """A time with a zone, one without (UTC) and none at all (before all others) stand in one order."""
    noon = datetime(2021, 6, 16, 12, tzinfo=UTC)
    plain = noon.replace(tzinfo=None) - timedelta(minutes=2)
    east = datetime(2021, 6, 16, 14, 59, tzinfo=timezone(timedelta(hours=3)))
    assert sorted([noon, east, plain, None], key=moment_of) == [None, plain, east, noon]


@pytest.mark.parametrize("title", ["Talks in Tarsk", ""])
def test_title_and_body_come_apart_again(title: str) -> None:
    """The first line break parts title and body, also where there is no title or the body has more of them."""
    assert whole_text(title, "One.\n\nTwo.").partition("\n") == (title, "\n", "One.\n\nTwo.")


def test_a_class_is_read_from_its_code() -> None:
    """The code of every class reads back, whatever stands in the issuer's."""
    for deposit in (*make_company(30), make_deposit(issuer="press/xa")):
        assert deposit.entry
        assert all(class_of(reference.code) == reference for reference in deposit.entry.classes)


def test_a_day_does_not_count_for_itself() -> None:
    """The score of an account is the same whatever else was published on its day, and in whatever order."""
    earlier = [deposit.entry for deposit in make_company(240, years=1) if deposit.entry]
    last = max(entry.issued for entry in earlier) + timedelta(days=1)
    company = make_company(6, seed=3)
    of_one_day = [replace(deposit.entry, issued=last) for deposit in company if deposit.entry]
    told = {
        frozenset(
            (entry.key, score) for entry, score in find_scores([*earlier, *some], Replay()) if entry.issued == last
        )
        for some in (of_one_day, of_one_day[::-1])
    }
    alone = frozenset(
        (entry.key, score)
        for one in of_one_day
        for entry, score in find_scores([*earlier, one], Replay())
        if entry.issued == last
    )
    assert told == {alone}
    assert any(score is not None for _, score in alone)
