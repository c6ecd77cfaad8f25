"""The reading of the venue: named where, or not named, by degrees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Grade, Kind, Part, Place, Release, Span, Stated
from communique.precedent import NO_PRECEDENT
from communique.readings.venue import mark_features, read_venue
from unit.readings.accounts import FixedPrecedent, bare_account, guest_account, host_account
from unit.readings.strategies import accounts

TITLE, PLACE, TEXT = "Talks at Linden Palace", "Linden Palace, Tarsk", "They spoke at Linden Palace in Tarsk."


def placed(*, venue: Part | None, city: Part | None) -> Account:
    """Give an account of a meeting whose venue and city stand in these parts of the release."""
    release = Release(address="", issuer="", language="en", title=TITLE, text=TEXT, place=PLACE)
    place = Place(venue=stated(release, "Linden Palace", venue), city=stated(release, "Tarsk", city))
    account = bare_account(Kind.MEETING)
    return replace(account, release=release, event=replace(account.event, place=place))


def stated(release: Release, name: str, part: Part | None) -> Stated[str] | None:
    """Give a name with its span in a part of the release."""
    if part is None:
        return None
    start = release.part(part).index(name)
    return Stated(value=name, span=Span(start, start + len(name), part))


@pytest.mark.parametrize(
    ("venue", "city", "code", "statement"),
    [
        (Part.TEXT, Part.TEXT, "venue.named", "The venue is named: “Linden Palace”"),
        (Part.TITLE, Part.TEXT, "venue.outside_body", "The venue is named (in the title only): “Linden Palace”"),
        (Part.PLACE, None, "venue.outside_body", "The venue is named (in the place line only): “Linden Palace”"),
        (None, Part.TEXT, "venue.unnamed", "The venue of the meeting is not named; only the city is: “Tarsk”"),
        (
            None,
            Part.PLACE,
            "venue.unnamed",
            "The venue of the meeting is not named; only the city is (in the place line only): “Tarsk”",
        ),
        (None, None, "venue.nowhere", "The venue of the meeting is not named; neither is the city"),
    ],
)
def test_the_degrees_of_naming(venue: Part | None, city: Part | None, code: str, statement: str) -> None:
    """Body, title only, place line only, city only, nothing: each is told apart."""
    (finding,) = read_venue(placed(venue=venue, city=city), NO_PRECEDENT)
    assert (finding.code, finding.statement) == (code, statement)
    assert finding.absent is (venue is None)


@pytest.mark.parametrize("kind", [Kind.CALL, Kind.MESSAGE, Kind.STATEMENT, Kind.DOMESTIC])
def test_a_call_has_no_venue_to_miss(kind: Kind) -> None:
    """Where nobody met abroad or at home, no venue is missing and none is marked."""
    assert list(read_venue(bare_account(kind), NO_PRECEDENT)) == []
    assert mark_features(bare_account(kind)) == ()


def test_the_other_text_names_the_hall() -> None:
    """A venue that only the other side names is a difference, with the other's words."""
    (finding,) = read_venue(guest_account(), NO_PRECEDENT, (host_account(),))
    assert finding.grade is Grade.DIFFERS
    assert finding.mirror == "Arvenia's text names the venue: “Linden Palace”"


def test_silence_on_both_sides_is_no_difference() -> None:
    """Two texts that both leave the venue out agree in it."""
    (finding,) = read_venue(guest_account(), NO_PRECEDENT, (guest_account(),))
    assert finding.grade is Grade.OBSERVED
    assert finding.mirror == "Velmark's text names only the city: “Tarsk”"


def test_an_omission_by_template_is_a_habit() -> None:
    """Where earlier accounts leave the venue out as well, leaving it out is a habit."""
    (finding,) = read_venue(guest_account(), FixedPrecedent(seen=4, among=44, low=0.04, high=0.21))
    assert (finding.grade, str(finding.rate)) == (Grade.HABIT, "40 of 44")


@pytest.mark.parametrize("city", [Part.TEXT, None])
def test_a_venue_outside_the_body_is_held_against_texts_without_it(city: Part | None) -> None:
    """The precedent asked is that of the body where the body names no place, else that of the venue."""
    precedent = FixedPrecedent(seen=1, among=2)
    list(read_venue(placed(venue=Part.TITLE, city=city), precedent))
    assert precedent.asked == ["venue.named" if city else "venue.in_body"]


@given(account=accounts())
def test_there_is_at_most_one_finding(account: Account) -> None:
    """The venue is named or it is not."""
    assert len(list(read_venue(account, NO_PRECEDENT))) <= 1
