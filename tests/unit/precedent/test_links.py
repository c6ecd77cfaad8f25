"""Notices linked to the encounters they led to, forwards and backwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, Kind
from communique.precedent import Contact, Coverage, Notice
from communique.precedent.encounters import persons_of
from communique.precedent.links import contact_of, find_leads, find_outcomes
from unit.fictional import account_of
from unit.precedent.contacts import KORIN, OSMUND, START, VESK, contact, daily, day, held, notice

YEARS = held(daily(0, 1500))
ON = 100


def record(number: int = ON, *, text: str = "") -> Account:
    """Give the record of talks of Arvenia and Velmark in Tarsk on one day."""
    issued = datetime(2019, 1, 1, 18, 0) + timedelta(days=number)  # noqa: DTZ001 - wall time
    opening = "Ilmar Vesk met with Prime Minister of Velmark Adela Korin at the Linden Palace in Tarsk. "
    return account_of(opening + text, "Meeting with Adela Korin", issued=issued)


@pytest.mark.parametrize(
    ("given_notice", "contacts", "days"),
    [
        pytest.param(notice(97, until=142), (), [3], id="upcoming"),
        pytest.param(notice(97, until=142), (contact(98),), [], id="another encounter came first"),
        pytest.param(notice(97, until=142), (contact(98, Kind.CALL),), [3], id="a call in between is no visit"),
        pytest.param(notice(97, until=142), (contact(99),), [2], id="first day of the same visit"),
        pytest.param(notice(40, until=85), (), [], id="too long ago"),
        pytest.param(notice(97, Kind.CALL, until=142), (), [], id="a call was foreseen"),
        pytest.param(notice(60, since=98, until=102, dated=True), (contact(80),), [40], id="dated"),
        pytest.param(notice(60, since=110, until=114, dated=True), (), [], id="dated later"),
        pytest.param(notice(50, until=450, invitation=True), (), [50], id="invitation"),
        pytest.param(notice(97, until=142, traveller="XA"), (), [], id="the other was to travel"),
        pytest.param(notice(97, until=142, traveller="XV"), (), [3], id="the guest travelled"),
        pytest.param(notice(97, until=142, persons=(OSMUND,)), (), [], id="somebody else was to come"),
        pytest.param(notice(97, until=142, persons=(VESK, KORIN)), (), [3], id="these two"),
        pytest.param(
            notice(97, until=142, persons=(KORIN,)), (contact(98, persons=(OSMUND,)),), [3], id="the King came"
        ),
        pytest.param(notice(100, until=142), (), [], id="of the day itself"),
    ],
)
def test_what_leads_to_an_event(given_notice: Notice, contacts: tuple[Contact, ...], days: list[int]) -> None:
    """The first fitting encounter after a notice is the one it foresaw."""
    leads = find_leads(record(), (given_notice,), contacts, YEARS)
    assert [lead.days for lead in leads] == days


@pytest.mark.parametrize(("dated", "leads"), [(False, 0), (True, 1)])
def test_an_undated_notice_leads_over_no_hole(dated: bool, leads: int) -> None:  # noqa: FBT001 - a table's column
    """What it foresaw may lie in the hole; a notice with a date leads to that date."""
    coverage = held(daily(0, 60), daily(90, 200))
    found = find_leads(record(), (notice(50, until=140, dated=dated),), (), coverage)
    assert len(found) == leads


def test_leads_come_in_order_and_none_from_the_account_itself() -> None:
    """The earliest notice stands first."""
    notices = (notice(98, until=140), notice(90, until=140, invitation=True))
    assert [lead.days for lead in find_leads(record(), notices, (), YEARS)] == [10, 2]


def outcomes_of(text: str, contacts: tuple[Contact, ...], coverage: Coverage = YEARS) -> list[tuple[int | None, str]]:
    """Give days and hole of what became of the notices of a record."""
    asked: list[tuple[str, date, date]] = []

    def ask(side: str, since: date, until: date) -> tuple[Contact, ...]:
        asked.append((side, since, until))
        return tuple(item for item in contacts if since <= item.day < until)

    found = find_outcomes(record(text=text), ask, coverage)
    assert all(side == "XV" and since == day(ON) for side, since, _ in asked)
    return [(outcome.days, outcome.hole) for outcome in found]


UPCOMING = "They discussed Adela Korin’s upcoming visit to Arvenia."


@pytest.mark.parametrize(
    ("text", "contacts", "coverage", "expected"),
    [
        pytest.param(UPCOMING, (contact(103), contact(120)), YEARS, (3, ""), id="the first"),
        pytest.param(UPCOMING, (contact(101, Kind.CALL), contact(103)), YEARS, (3, ""), id="a call is no visit"),
        pytest.param(UPCOMING, (contact(102, place="XV"), contact(104, place="XA")), YEARS, (4, ""), id="not abroad"),
        pytest.param(UPCOMING, (contact(102, place="XT"),), YEARS, (None, ""), id="not in a third country"),
        pytest.param(UPCOMING, (contact(180),), YEARS, (None, ""), id="too late"),
        pytest.param(UPCOMING, (), YEARS, (None, ""), id="none"),
        pytest.param(
            UPCOMING,
            (contact(135),),
            held(daily(0, 105), daily(130, 200)),
            (None, "no base since April 2019"),
            id="hole",
        ),
        pytest.param(UPCOMING, (), held(daily(0, 105)), (None, "no base since April 2019"), id="the corpus ends"),
        pytest.param(
            "Ilmar Vesk will visit Velmark on May 14.",
            (contact(133),),
            held(daily(0, 105), daily(130, 200)),
            (33, ""),
            id="dated beyond a hole",
        ),
        pytest.param(
            "Ilmar Vesk invited Adela Korin to visit Arvenia.", (contact(300),), YEARS, (200, ""), id="invitation"
        ),
    ],
)
def test_what_became_of_a_notice(
    text: str, contacts: tuple[Contact, ...], coverage: Coverage, expected: tuple[int | None, str]
) -> None:
    """The first fitting contact, none, or a hole in which it may lie."""
    assert outcomes_of(text, contacts, coverage) == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [(UPCOMING, Kind.VISIT), ("Ilmar Vesk and Adela Korin will speak by phone on May 14.", Kind.CALL)],
)
def test_an_outcome_tells_what_was_foreseen(text: str, kind: Kind) -> None:
    """The kind of the encounter follows from the words, whatever came of them."""
    ask = {True: (contact(103),), False: ()}
    for later in ask.values():
        (outcome,) = find_outcomes(record(text=text), lambda *_, later=later: later, YEARS)
        assert outcome.kind is kind


def test_a_record_announces_nothing() -> None:
    """Without words on an encounter to come there is no outcome, and nothing is asked."""
    assert outcomes_of("", (contact(103),)) == []


def test_an_account_as_a_contact() -> None:
    """Day, place and persons of an account stand in its contact."""
    found = contact_of(record())
    assert found is not None
    assert (found.day, found.kind, found.place) == (day(ON), Kind.MEETING, "XA")
    assert found.persons == persons_of(record())
    assert {person.partition("/")[0] for person in found.persons} == {"XA", "XV"}
    assert contact_of(account_of("Talks were held.", issued=None)) is None


@given(
    numbers=st.lists(st.integers(0, 99), max_size=12),
    notices=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 400), st.booleans()), max_size=8),
)
def test_every_lead_is_earlier_and_its_event_the_first(
    numbers: list[int], notices: list[tuple[int, int, bool]]
) -> None:
    """No encounter that the notice fits lies between it and the event it leads to."""
    contacts = tuple(contact(number) for number in numbers)
    given_notices = tuple(notice(number, until=number + span, dated=dated) for number, span, dated in notices)
    for lead in find_leads(record(), given_notices, contacts, YEARS):
        begun = lead.notice.day + timedelta(days=lead.days)
        assert lead.days > 0
        assert begun <= START + timedelta(days=ON)
        assert not any(lead.notice.day < item.day < begun for item in contacts)
