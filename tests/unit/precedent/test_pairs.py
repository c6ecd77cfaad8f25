"""Two sides over time: whose contacts, told by whom, with which gaps."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Kind
from communique.precedent import Contact, Coverage
from communique.precedent.encounters import Manner
from communique.precedent.pairs import Pair, Teller, Telling, count_manners, find_pair
from unit.precedent.contacts import contact, daily, day, held

ALL = held(daily(0, 400))


def teller(side: str, contacts: tuple[Contact, ...], coverage: Coverage = ALL) -> Teller:
    """Give an office of a side with what it tells."""
    return Teller(
        issuer=f"{side.lower()}-president",
        language="en",
        side=side,
        name=f"President of {side}",
        contacts=tuple(replace(one, key=f"{side}/{one.key}") for one in contacts),
        coverage=coverage,
    )


def pair(*tellers: Teller) -> Pair:
    """Give what is known of Arvenia and Velmark."""
    return find_pair(("XA", "XV"), ("Arvenia", "Velmark"), tellers)


def test_what_two_offices_tell_of_one_day_is_one_contact() -> None:
    """Both tell of a call on one day: one contact, told by both; of another only one tells."""
    both = pair(
        teller("XA", (contact(10, Kind.CALL), contact(40, Kind.MEETING))), teller("XV", (contact(10, Kind.CALL),))
    )
    assert [meeting.tellings for meeting in both.meetings] == [
        (Telling.TOLD, Telling.TOLD),
        (Telling.TOLD, Telling.SILENT),
    ]
    assert [meeting.encounter.manner for meeting in both.meetings] == [Manner.CALL, Manner.IN_PERSON]


def test_a_hole_is_not_silence() -> None:
    """Where the corpus holds nothing of an office, it is told not to be held, not to be silent."""
    partly = pair(teller("XA", (contact(10), contact(300))), teller("XV", (), held(daily(0, 100))))
    assert [meeting.tellings[1] for meeting in partly.meetings] == [Telling.SILENT, Telling.NOT_HELD]


def test_gaps_that_a_hole_of_every_office_touches_are_set_apart() -> None:
    """A gap counts where one office at least is held throughout; the usual gap is the median of those."""
    contacts = (contact(10), contact(20), contact(50), contact(350))
    coverage = held(daily(0, 100), daily(300, 400))
    alone = pair(teller("XA", contacts, coverage))
    assert [(gap.days, gap.lost) for gap in alone.gaps] == [(10, False), (30, False), (300, True)]
    assert alone.usual_gap == 20
    assert alone.longest_gap is not None
    assert alone.longest_gap.days == 30
    beside = pair(teller("XA", contacts, coverage), teller("XV", ()))
    assert [gap.lost for gap in beside.gaps] == [False, False, False]


def test_years_and_manners_are_counted() -> None:
    """Each year has its calls and its contacts in person; a pair without contacts has no year."""
    told = pair(teller("XA", (contact(10, Kind.CALL), contact(60), contact(370, Kind.VISIT))))
    assert [(year, count_manners(told, year)) for year in told.years] == [(2019, (1, 1)), (2020, (0, 1))]
    assert list(pair(teller("XA", ())).years) == []
    assert pair(teller("XA", ())).usual_gap is None


def test_calls_before_meetings_need_a_base() -> None:
    """With eight encounters in person the share that a call preceded is told, with fewer nothing."""
    met = tuple(contact(30 * number + 20) for number in range(8))
    called = tuple(contact(30 * number + 15, Kind.CALL) for number in range(4))
    ((one, counts),) = pair(teller("XA", (*met, *called))).called_first
    assert (one.side, counts) == ("XA", (4, 8))
    assert pair(teller("XA", met[:7])).called_first == ()


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(("XA", "XV"))), max_size=25), st.integers())
def test_who_comes_first_makes_no_difference(drawn: list[tuple[int, str]], seed: int) -> None:
    """The contacts and their gaps are those of the days, in whatever order contacts come; gaps add up."""
    by_side = {side: tuple(contact(number) for number, own in set(drawn) if own == side) for side in ("XA", "XV")}
    tellers = tuple(teller(side, contacts) for side, contacts in by_side.items())
    shuffled = tuple(
        replace(one, contacts=tuple(random.Random(seed).sample(one.contacts, len(one.contacts))))  # noqa: S311 - no secret
        for one in tellers
    )
    here, there = pair(*tellers), pair(*shuffled)
    assert here.meetings == there.meetings
    if here.meetings:
        first, last = here.meetings[0].encounter.first, here.meetings[-1].encounter.last
        stays = sum((one.encounter.last - one.encounter.first).days for one in here.meetings)
        assert sum(gap.days for gap in here.gaps) + stays == (last - first).days
    told = {one.key for some in tellers for one in some.contacts}
    assert {one.key for meeting in here.meetings for one in meeting.encounter.contacts} == told


@pytest.mark.parametrize("number", [0, 200])
def test_a_meeting_of_days_in_a_row_is_one(number: int) -> None:
    """A visit of three days told day by day, by either, is one contact from its first day to its last."""
    told = pair(teller("XA", (contact(number), contact(number + 2))), teller("XV", (contact(number + 1),)))
    (meeting,) = told.meetings
    assert (meeting.encounter.first, meeting.encounter.last) == (day(number), day(number + 2))
    assert meeting.tellings == (Telling.TOLD, Telling.TOLD)
