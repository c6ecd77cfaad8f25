"""Where an English release places the event."""

from __future__ import annotations

import pytest

from communique.languages.english.places import (
    Places,
    find_event_places,
    find_place_line,
    find_places_named,
    hangs_on_main_verb,
)
from communique.languages.port import PlaceWords
from communique.model import Part, Span
from unit.fictional import names, parsed

PLACES = Places.of(names())


def told(found: tuple[PlaceWords, ...]) -> tuple[str | None, str | None, str | None]:
    """Give city, venue and country of the places found, the first of each."""
    city = next((p.city.value for p in found if p.city), None)
    venue = next((p.venue.value for p in found if p.venue), None)
    country = next((p.country.code for p in found if p.country), None)
    return city, venue, country


@pytest.mark.parametrize(
    ("line", "city", "venue", "country"),
    [
        ("Tarsk", "Tarsk", None, "XA"),
        ("Linden Palace, Tarsk", "Tarsk", "Linden Palace", "XA"),
        ("The Linden Palace, Tarsk", "Tarsk", "The Linden Palace", "XA"),
        ("Harbour House", None, "Harbour House", "XV"),
        ("Sund, Velmark", "Sund", None, "XV"),
        ("Linden Palace – Tarsk", "Tarsk", "Linden Palace", "XA"),
        ("Northern Region", None, None, None),
        ("Velmark", None, None, "XV"),
        ("Oakhaven", "Oakhaven", None, None),
        ("Oakhaven, Velmark", "Oakhaven", None, "XV"),
    ],
)
def test_place_lines(line: str, city: str | None, venue: str | None, country: str | None) -> None:
    """A place line holds a venue, a city, a state or a region, alone or together."""
    found = find_place_line(line, PLACES)
    assert told(found) == (city, venue, country)
    assert {i.span.part for p in found for i in (p.city, p.venue) if i} <= {Part.PLACE}


@pytest.mark.parametrize(
    ("text", "city", "venue"),
    [
        ("Ilmar Vesk met Adela Korin in Tarsk.", "Tarsk", None),
        ("Ilmar Vesk met Adela Korin at the Linden Palace in Tarsk.", "Tarsk", "Linden Palace"),
        ("Talks were held in Merano Bay.", "Merano Bay", None),
        ("During his visit to Sund, Ilmar Vesk met Adela Korin.", "Sund", None),
        ("Sund hosted the talks.", "Sund", None),
        ("Ilmar Vesk arrived in Sund.", "Sund", None),
        ("Ilmar Vesk received Adela Korin at the guest residence.", None, "guest residence"),
        ("Ilmar Vesk received Adela Korin at the residence.", None, None),
        ("Ilmar Vesk discussed the summit in Merano Bay.", None, None),
        ("Ilmar Vesk recalled last year’s talks in Sund.", None, None),
        ("Ilmar Vesk met Adela Korin before the upcoming summit in Sund.", None, None),
        ("Ilmar Vesk spoke of the bridge to be built in Sund.", None, None),
    ],
)
def test_places_of_the_event(text: str, city: str | None, venue: str | None) -> None:
    """Only places tied to the main verb or to the encounter itself are the event's."""
    assert told(find_event_places(text, parsed(text), PLACES))[:2] == (city, venue)


def test_known_places_are_found_in_order() -> None:
    """Known venues and cities of a stretch of text are given in order, the longest names whole."""
    text = "From Merano Bay to Harbour House in Sund."
    found = [span.of(text) for span, _ in find_places_named(text, Span(0, len(text)), PLACES)]
    assert found == ["Merano Bay", "Harbour House", "Sund"]


@pytest.mark.parametrize(
    ("text", "day", "dated"),
    [
        ("Ilmar Vesk met Adela Korin on June 14.", "June 14", True),
        ("On June 14, Ilmar Vesk met Adela Korin.", "June 14", True),
        ("Ilmar Vesk met Adela Korin in Tarsk on 14 June 2019.", "14 June 2019", True),
        ("Ilmar Vesk praised the treaty that was signed on 14 June 2019.", "14 June 2019", False),
        ("Talks were held today.", "today", True),
        ("Ilmar Vesk spoke of the bridge that was opened on June 14.", "June 14", False),
        ("Ilmar Vesk discussed the summit to be held on June 14.", "June 14", False),
    ],
)
def test_whose_day_it_is(text: str, day: str, *, dated: bool) -> None:
    """A day belongs to the event where it hangs on the main verb, not on another one."""
    at = text.index(day)
    assert hangs_on_main_verb(parsed(text), Span(at, at + len(day))) is dated
