"""The days since the last contact, beside the earlier gaps of the pair."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Kind
from communique.precedent import Contact, Coverage
from communique.precedent.encounters import Manner, find_encounters, took_place
from communique.precedent.tempo import Asked, call_before_visit, find_counterpart, find_tempo, measure_tempo
from unit.fictional import account_of
from unit.precedent.contacts import contact, daily, day, held

YEARS = held(daily(0, 1500))


def asked(number: int, manner: Manner = Manner.IN_PERSON) -> Asked:
    """Ask about a contact of one day, published the same day."""
    return Asked(day=day(number), manner=manner, issued=day(number))


@pytest.mark.parametrize(
    ("contacts", "spans"),
    [
        ((contact(3), contact(3, Kind.CALL), contact(3, Kind.VISIT)), [(3, 3)]),
        ((contact(3), contact(4), contact(5, Kind.VISIT)), [(3, 5)]),
        ((contact(3), contact(5)), [(3, 3), (5, 5)]),
        ((contact(3, Kind.CALL), contact(4, Kind.CALL)), [(3, 3), (4, 4)]),
        ((contact(3, Kind.CALL), contact(4)), [(3, 3), (4, 4)]),
        ((contact(3), contact(4, Kind.CALL)), [(3, 3), (4, 4)]),
        ((contact(3, Kind.MESSAGE), contact(4, Kind.OTHER)), []),
        ((contact(9, issued=5),), []),
        ((contact(9, title="Ilmar Vesk will meet with Adela Korin"),), []),
    ],
)
def test_real_contacts_are_put_together(contacts: tuple[Contact, ...], spans: list[tuple[int, int]]) -> None:
    """Releases of a day are one contact, those of a visit on consecutive days too; announcements are none."""
    found = find_encounters(contacts)
    assert [(item.first, item.last) for item in found] == [(day(first), day(last)) for first, last in spans]


@pytest.mark.parametrize(
    ("title", "happened"),
    [
        ("Meeting with Adela Korin", True),
        ("On May 3, Ilmar Vesk will visit Velmark", False),
        ("President Vesk to Host King Osmund IV", False),
        ("President Vesk said that he will meet the farmers", True),
        ("Ilmar Vesk met with Adela Korin, who invited him to visit Sund", True),
        ("Ильмар Веск посетит Вельмарк", False),
        ("Телефонный разговор с Аделой Корин", True),
    ],
)
def test_a_headline_that_announces(title: str, happened: bool) -> None:  # noqa: FBT001 - a table's column
    """A contact is known to have taken place unless its headline speaks of one to come."""
    assert took_place(contact(3, title=title)) is happened


@pytest.mark.parametrize(
    ("gap", "percentile", "shorter", "longer"),
    [(10, 50.0, 0, 0), (5, 0.0, 0, 8), (20, 100.0, 8, 0)],
    ids=["as long as all", "shorter", "longer"],
)
def test_a_gap_is_placed_among_the_earlier_ones(gap: int, percentile: float, shorter: int, longer: int) -> None:
    """Ties count half; nine contacts ten days apart make eight gaps."""
    contacts = tuple(contact(10 * number) for number in range(9))
    tempo = measure_tempo(asked(80 + gap), contacts, YEARS)
    assert (tempo.gap, tempo.percentile, tempo.among, tempo.hole) == (gap, percentile, 8, "")
    assert (tempo.shorter, tempo.longer) == (shorter, longer)
    assert tempo.previous == contacts[-1]


def test_too_few_gaps_give_no_place() -> None:
    """Seven earlier gaps are no base for a percentile; the gap itself stands."""
    tempo = measure_tempo(asked(80), tuple(contact(10 * number) for number in range(8)), YEARS)
    assert (tempo.gap, tempo.percentile, tempo.among) == (10, None, 7)


def test_over_a_hole_there_is_no_gap() -> None:
    """The months of a hole are no silence: no gap, no percentile, but since when there is no base."""
    coverage = held(daily(0, 200), daily(400, 700))
    contacts = tuple(contact(10 * number) for number in range(20))
    tempo = measure_tempo(asked(410), contacts, coverage)
    assert (tempo.gap, tempo.percentile, tempo.hole, tempo.run) == (None, None, "no base since July 2019", 0)
    assert tempo.missing == (day(201), day(399))
    assert tempo.lost == "from 21 July 2019 to 4 February 2020"


def test_gaps_over_a_hole_do_not_count_among_the_earlier_ones() -> None:
    """A later contact is compared with the gaps on either side of the hole only."""
    coverage = held(daily(0, 200), daily(400, 700))
    contacts = tuple(contact(number) for number in (*range(0, 200, 10), *range(410, 450, 10)))
    tempo = measure_tempo(asked(460), contacts, coverage)
    assert (tempo.gap, tempo.among, tempo.percentile) == (20, 22, 100.0)


def test_a_first_contact_is_never_called_the_first() -> None:
    """Without an earlier contact the corpus only tells from when on it would know."""
    assert measure_tempo(asked(40), (), YEARS).hole == "no base before January 2019"
    assert measure_tempo(asked(410), (), held(daily(0, 200), daily(400, 700))).hole == "no base since July 2019"


def test_only_what_was_known_on_the_day_counts() -> None:
    """Contacts of the day, later ones, and earlier ones published later are left out."""
    contacts = (contact(10), contact(20), contact(30), contact(15, issued=40))
    assert measure_tempo(asked(20), contacts, YEARS).previous == contacts[0]


def test_the_days_of_one_visit_have_one_gap() -> None:
    """On the third day of a visit the gap runs up to its first."""
    contacts = (contact(10), contact(30), contact(31))
    tempo = measure_tempo(asked(32), contacts, YEARS)
    assert (tempo.gap, tempo.previous) == (20, contacts[0])


def test_the_same_manner_has_a_tempo_of_its_own() -> None:
    """A call is also set beside calls alone."""
    contacts = (contact(10, Kind.CALL), contact(20))
    tempo = measure_tempo(asked(30, Manner.CALL), contacts, YEARS)
    assert tempo.gap == 10
    assert tempo.alike is not None
    assert (tempo.alike.gap, tempo.alike.previous) == (20, contacts[0])


def test_runs_count_the_last_thirty_days() -> None:
    """This contact is counted; before, the longest run was of two."""
    contacts = tuple(contact(number) for number in (0, 50, 60, 200, 205, 210))
    tempo = measure_tempo(asked(220), contacts, YEARS)
    assert (tempo.run, tempo.longest) == (4, 3)


def test_calls_before_encounters_in_person() -> None:
    """Encounters with a call in the 14 days before, of those whose 14 days the corpus holds."""
    calls = tuple(contact(number - 5, Kind.CALL) for number in range(100, 500, 100))
    meetings = tuple(contact(number) for number in range(100, 1300, 100))
    coverage = held(daily(0, 1190), daily(1199, 1500))
    assert call_before_visit((*calls, *meetings), coverage) == (4, 11)
    assert call_before_visit((*calls, *meetings[:7]), coverage) is None
    tempo = measure_tempo(asked(405), (*calls, *meetings[:3]), YEARS)
    assert (tempo.called, tempo.called_first) == (calls[-1], None)


def test_an_account_of_two_sides_has_a_tempo() -> None:
    """One counterpart, one kind of contact, one day; its own record is not its own precedent."""
    account = account_of("Ilmar Vesk met with Prime Minister of Velmark Adela Korin at the Linden Palace.", "Meeting")
    side = find_counterpart(account)
    assert side is not None
    assert side.code == "XV"
    issued = account.release.issued
    assert issued is not None
    own = replace(contact(0), key=account.release.key, day=issued.date(), issued=issued.date())
    tempo = find_tempo(account, (contact(890), own), held(daily(0, 896)))
    assert tempo is not None
    assert (tempo.gap, tempo.reference) == ((issued.date() - day(890)).days, "contacts with Velmark")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ilmar Vesk congratulated Adela Korin on her birthday.", "Greetings to Adela Korin"),
        (
            "On June 20, Ilmar Vesk will meet with Prime Minister of Velmark Adela Korin.",
            "Ilmar Vesk will meet Adela Korin",
        ),
        ("Ilmar Vesk met with the mayor of Tarsk.", "Meeting with the mayor"),
    ],
)
def test_what_records_no_contact_has_none(text: str, title: str) -> None:
    """Messages, announcements and domestic meetings have no tempo."""
    assert find_tempo(account_of(text, title, issued=datetime(2021, 6, 16)), (contact(3),), YEARS) is None  # noqa: DTZ001


@given(
    numbers=st.lists(st.integers(0, 700), max_size=40),
    kinds=st.lists(st.sampled_from([Kind.CALL, Kind.MEETING, Kind.VISIT]), min_size=40, max_size=40),
    on=st.integers(1, 720),
    holes=st.booleans(),
)
def test_a_gap_is_counted_only_where_every_day_is_held(
    numbers: list[int],
    kinds: list[Kind],
    on: int,
    holes: bool,  # noqa: FBT001 - drawn by Hypothesis
) -> None:
    """A gap or a hole, never both; a percentile only beside a gap; later contacts change nothing."""
    coverage: Coverage = held(daily(0, 300), daily(400, 720)) if holes else YEARS
    contacts = tuple(contact(number, kind) for number, kind in zip(numbers, kinds, strict=False))
    tempo = measure_tempo(asked(on), contacts, coverage)
    assert (tempo.gap is None) == bool(tempo.hole)
    assert tempo.percentile is None or (tempo.gap is not None and 0 <= tempo.percentile <= 100)
    assert tempo == measure_tempo(asked(on), tuple(item for item in contacts if item.day < day(on)), coverage)
