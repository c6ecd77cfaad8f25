"""What is not said, by kind of event and by how far the silence goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, Binding, InstrumentCount, Kind, Part, Person, Place, Span, Stated
from communique.reports.silence import EXPECTED, Degree, Item, find_cuts, find_silences
from unit.readings.accounts import figure, instrument
from unit.readings.strategies import accounts
from unit.reports.accounts import arvenian_account, bare_account, bare_release, velmarkian_account


def silences(account: Account) -> dict[Item, Degree]:
    """Give the degree of every silence by its item."""
    return {silence.item: silence.degree for silence in find_silences(account)}


@pytest.mark.parametrize(
    ("kind", "nowhere"),
    [
        (Kind.CALL, {Item.INITIATOR, Item.LENGTH}),
        (Kind.MEETING, set(Item)),
        (Kind.MULTILATERAL, {Item.CITY, Item.VENUE, Item.FORMAT, Item.LENGTH, Item.DOCUMENTS}),
        (Kind.DOMESTIC, {Item.CITY, Item.VENUE, Item.LENGTH, Item.ATTENDEES}),
        (Kind.STATEMENT, {Item.CITY}),
        (Kind.MESSAGE, set()),
        (Kind.OTHER, set()),
    ],
)
def test_only_what_the_kind_could_have_said_is_missing(kind: Kind, nowhere: set[Item]) -> None:
    """A call misses no venue and a letter no attendees."""
    found = silences(bare_account("They spoke.", kind=kind))
    assert {item for item, degree in found.items() if degree is Degree.NOWHERE} == nowhere


def test_what_stands_only_above_the_body_is_told_apart() -> None:
    """A city named in the place line alone is no silence of the whole release, and its words are at hand."""
    account = arvenian_account()
    city = next(silence for silence in find_silences(account) if silence.item is Item.CITY)
    assert city.degree is Degree.HEADING
    assert city.span is not None
    assert account.release.words(city.span) == "Tarsk"


def test_what_the_body_states_is_not_missing() -> None:
    """An account that names venue, initiator, class and format is silent on none of them."""
    found = silences(velmarkian_account())
    assert set(found) == {Item.ATTENDEES, Item.LENGTH, Item.DOCUMENTS}


@pytest.mark.parametrize(("unit", "silent"), [("hours", False), ("minutes", False), ("years", True), ("percent", True)])
def test_hours_and_minutes_are_the_length_of_talks(unit: str, *, silent: bool) -> None:
    """A length in hours or minutes ends the silence on how long the talks were; no other figure does."""
    account = bare_account("They spoke for three hours.", kind=Kind.CALL)
    told = figure(account.release, "three", "They spoke for three hours", number=3.0, unit=unit)
    assert (Item.LENGTH in silences(replace(account, figures=(told,)))) is silent


def test_a_document_or_a_number_of_them_ends_the_silence() -> None:
    """Documents named, or only counted, are not missing."""
    account = bare_account("Two documents were signed.", kind=Kind.MEETING)
    count = InstrumentCount(span=Span(0, 13), number=2)
    named = instrument(account.release, "documents", "documents", Binding.UNCLEAR)
    assert Item.DOCUMENTS not in silences(replace(account, counts=(count,)))
    assert Item.DOCUMENTS not in silences(replace(account, instruments=(named,)))


@pytest.mark.parametrize("item", [Item.VENUE, Item.LENGTH, Item.DOCUMENTS])
def test_nothing_is_said_of_the_absence_of_what_was_not_looked_for(item: Item) -> None:
    """What is not read in the language of a release is marked as unread, never as absent."""
    account = bare_account("Олар сөйлесті.", kind=Kind.MEETING)
    kazakh = replace(account, release=replace(account.release, language="kk"))
    assert silences(kazakh)[item] is Degree.UNREAD
    assert silences(account)[item] is Degree.NOWHERE


def test_an_attendee_without_a_place_in_the_text_is_an_attendee() -> None:
    """Somebody known to have taken part counts, also where no words mark the name."""
    account = bare_account("They spoke.", kind=Kind.MEETING)
    attended = replace(account, event=replace(account.event, others=(Person(name="Rosa Ilyan"),)))
    assert Item.ATTENDEES not in silences(attended)


@given(accounts())
def test_a_silence_is_about_something_expected(account: Account) -> None:
    """Every silence is expected of the kind, stands once, and has its words exactly where something stands above."""
    found = find_silences(account)
    assert {silence.item for silence in found} <= set(EXPECTED[account.event.kind])
    assert len({silence.item for silence in found}) == len(found)
    assert all((silence.span is not None) == (silence.degree is Degree.HEADING) for silence in found)


@given(st.sampled_from([Part.TITLE, Part.TEXT]))
def test_naming_the_venue_in_the_body_ends_its_silence(part: Part) -> None:
    """A venue in the title leaves the silence of the body; a venue in the body ends it."""
    account = bare_account("At Linden Palace they spoke.", title="Linden Palace", kind=Kind.MEETING)
    start = account.release.part(part).index("Linden")
    venue = Stated(value="Linden Palace", span=Span(start, start + 13, part))
    told = replace(account, event=replace(account.event, place=Place(venue=venue)))
    assert silences(told).get(Item.VENUE) is (Degree.HEADING if part is Part.TITLE else None)


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("We agree. <…>", ["<…>"]),
        ("We agree. <...> And then [ … ] they left (…).", ["<...>", "[ … ]", "(…)"]),
        ("Well… we agree.", []),
        ("(some) of it", []),
    ],
)
def test_signs_of_a_cut_are_seen(text: str, cuts: list[str]) -> None:
    """An ellipsis between brackets is a cut; one in running speech is a pause."""
    release = bare_release(text)
    assert [release.words(span) for span in find_cuts(release)] == cuts
