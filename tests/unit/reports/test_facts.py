"""The rows of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Basis, Initiative, Kind, Pattern, Person, Reception, Side, Span
from communique.reports.facts import CUT_CAVEAT, find_facts, find_headline, find_seats, find_unsaid
from unit.readings.strategies import accounts
from unit.reports.accounts import arvenian_account, bare_account, velmarkian_account


@pytest.mark.parametrize(
    ("account", "headline"),
    [
        (arvenian_account(), "meeting · Thu 16 May 2019 · Tarsk"),
        (velmarkian_account(), "meeting · Thu 16 May 2019 · Linden Palace, Tarsk"),
        (bare_account("They spoke.", kind=Kind.CALL), "call · day not stated"),
    ],
)
def test_the_headline_tells_kind_day_and_place(account: Account, headline: str) -> None:
    """One line says what took place, when and where, and says so where the day is not stated."""
    assert find_headline(account) == headline


def test_principals_are_seated_with_side_and_office() -> None:
    """Each principal has side, name and office; the host is marked as such."""
    seats = [(seat.side, seat.name, seat.office, seat.role) for seat in find_seats(velmarkian_account())]
    assert seats == [
        ("XV", "Adela Korin", "Prime Minister", ""),
        ("XA", "Ilmar Vesk", "President of the Republic of Arvenia", "host"),
    ]


def test_a_principal_without_side_name_or_office_is_seated_openly() -> None:
    """What is not known of a principal is said, not left blank."""
    account = bare_account("They spoke.")
    seated = replace(account, event=replace(account.event, principals=(Person(name="Davor Selim"),)))
    (seat,) = find_seats(seated)
    assert (seat.side, seat.office) == ("?", "office not stated")


def test_a_principal_is_seated_by_the_name_in_its_base_form() -> None:
    """A name that the text inflects is shown as the tables have it."""
    account = bare_account("They spoke.")
    person = Person(name="Ильмара Веска", base="Ильмар Веск")
    (seat,) = find_seats(replace(account, event=replace(account.event, principals=(person,))))
    assert seat.name == "Ильмар Веск"


@pytest.mark.parametrize(("kind", "told"), [(Kind.MEETING, True), (Kind.OTHER, False), (Kind.MESSAGE, False)])
def test_only_of_encounters_is_a_missing_reception_told(kind: Kind, *, told: bool) -> None:
    """That a first sentence does not tell who received whom is a row where somebody met."""
    account = bare_account("They spoke.", kind=kind)
    account = replace(account, reception=Reception(pattern=Pattern.OTHER, span=Span(0, 4)))
    assert ("reception" in {fact.label for fact in find_facts(account)}) is told


def test_the_rows_follow_one_order() -> None:
    """Date, place, initiator, reception, classes and speakers stand in fixed order."""
    assert [fact.label for fact in find_facts(velmarkian_account())] == [
        "dated by",
        "placed by",
        "initiator",
        "reception",
        "visit class",
        "format",
        "quoted",
    ]


@pytest.mark.parametrize(
    ("side", "person", "statement"),
    [
        (Side(code="XT", name="Tholia"), Person(name="Davor Selim"), "at the request of Davor Selim (Tholia)"),
        (None, Person(name="Davor Selim"), "at the request of Davor Selim"),
        (Side(code="XT", name="Tholia"), None, "at the request of Tholia"),
        (None, None, "at the request of a side that the words do not name"),
    ],
)
def test_the_initiator_is_named_as_far_as_the_words_go(
    side: Side | None, person: Person | None, statement: str
) -> None:
    """Person and side, either, or neither: the row never says more than the text."""
    initiative = Initiative(basis=Basis.REQUESTED, span=Span(0, 4), side=side, person=person)
    (fact,) = find_facts(replace(bare_account("They spoke."), initiatives=(initiative,)))
    assert fact.statement == statement


def test_speech_is_counted_by_speaker() -> None:
    """Each speaker has one row with turns, words and the places, in the order of first words."""
    quoted = [fact for fact in find_facts(arvenian_account()) if fact.label == "quoted"]
    assert [fact.statement.split(":")[0] for fact in quoted] == ["Ilmar Vesk", "Adela Korin"]
    assert [len(fact.spans) for fact in quoted] == [2, 2]
    assert not any(fact.printed for fact in quoted)


def test_a_cut_text_qualifies_its_silence() -> None:
    """Where the publisher has cut the text, the silences say that the rest may speak."""
    assert CUT_CAVEAT in find_unsaid(arvenian_account())
    assert CUT_CAVEAT not in find_unsaid(velmarkian_account())


@given(accounts())
def test_every_row_opens_on_words_of_the_release(account: Account) -> None:
    """Whatever was extracted, each row has something to say and its spans lie in their part."""
    for fact in find_facts(account):
        assert fact.statement or fact.spans
        assert all(account.release.words(span) for span in fact.spans)
