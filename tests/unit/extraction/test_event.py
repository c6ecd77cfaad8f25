"""When and where the event took place, in which class and format."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from communique.model import DateBasis, Part
from unit.fictional import ISSUED, VELMARK, account_of

MET = "President Ilmar Vesk met with Prime Minister of Velmark Adela Korin"
NEW_YEAR = datetime(2022, 1, 2, 9, 0)  # noqa: DTZ001 - wall time as issuers print it


@pytest.mark.parametrize(
    ("text", "title", "issued", "day", "basis"),
    [
        (f"{MET}.", "", ISSUED, date(2021, 6, 16), "issued"),
        (f"Yesterday, {MET}.", "", ISSUED, date(2021, 6, 15), "text"),
        (f"On June 14, {MET}.", "", ISSUED, date(2021, 6, 14), "text"),
        (f"{MET} on Monday.", "", ISSUED, date(2021, 6, 14), "text"),
        (f"{MET} today.", "", ISSUED, date(2021, 6, 16), "text"),
        (f"On December 30, {MET}.", "", NEW_YEAR, date(2021, 12, 30), "text"),
        (f"{MET}.", "Meeting with Adela Korin, 14 June 2021", ISSUED, date(2021, 6, 14), "title"),
        (f"{MET} to discuss the treaty of 3 March 2001.", "", ISSUED, date(2021, 6, 16), "issued"),
        (f"{MET}, who was elected on June 1.", "", ISSUED, date(2021, 6, 16), "issued"),
        (f"{MET}. On June 14 the two spoke of ferries.", "", ISSUED, date(2021, 6, 16), "issued"),
        (
            "President Ilmar Vesk will meet with Prime Minister of Velmark Adela Korin on June 18.",
            "",
            ISSUED,
            date(2021, 6, 18),
            "text",
        ),
    ],
)
def test_the_day_of_the_event(text: str, title: str, issued: datetime, day: date, basis: str) -> None:
    """The main clause or the headline dates the event, else the day of issue; other days do not count."""
    found = account_of(text, title, issued=issued).event.date
    assert found is not None
    assert (found.day, found.basis) == (day, DateBasis(basis))


def test_no_day_is_invented() -> None:
    """Without a day of issue and a full date, no day is known."""
    assert account_of(f"{MET} today.", issued=None).event.date is None


@pytest.mark.parametrize(
    ("text", "title", "line", "city", "venue"),
    [
        (f"{MET} in Tarsk.", "", None, "Tarsk", None),
        (f"{MET} at the Linden Palace in Tarsk.", "", None, "Tarsk", "Linden Palace"),
        (f"{MET} at Harbour House.", "", None, None, "Harbour House"),
        (f"In Sund, {MET}.", "", None, "Sund", None),
        ("Talks between Ilmar Vesk and Adela Korin were held at the Linden Palace.", "", None, None, "Linden Palace"),
        (f"{MET}.", "", "Tarsk", "Tarsk", None),
        (f"{MET}.", "", "Linden Palace, Tarsk", "Tarsk", "Linden Palace"),
        (f"{MET} in the city museum.", "", None, None, "city museum"),
        (f"{MET}.", "Meeting with Adela Korin in Sund", None, "Sund", None),
        ("President Ilmar Vesk arrived in Sund on an official visit.", "", None, "Sund", None),
        ("President Ilmar Vesk arrived in Merano Bay.", "", None, "Merano Bay", None),
        # places of other events
        (f"{MET}. They recalled the summit in Merano Bay.", "", None, None, None),
        (f"{MET} ahead of the summit in Merano Bay.", "", None, None, None),
        (f"{MET} to discuss the fire in Ostragard.", "", None, None, None),
        (f"{MET} in Tarsk. Next year they will meet in Sund.", "", None, "Tarsk", None),
        (f"{MET}, who arrived from Ostragard.", "", None, None, None),
        (f"{MET}. She invited him to Sund.", "", "Tarsk", "Tarsk", None),
        ("Ilmar Vesk spoke by telephone with Adela Korin about the ferry to Merano Bay.", "", None, None, None),
        (f"{MET} at the conference centre.", "", "Northern Region", None, "conference centre"),
    ],
)
def test_city_and_venue(text: str, title: str, line: str | None, city: str | None, venue: str | None) -> None:
    """The place is where this event took place: cities of other events are not taken."""
    place = account_of(text, title, place=line).event.place
    found = (place.city.value if place.city else None, place.venue.value if place.venue else None)
    assert found == (city, venue)


@pytest.mark.parametrize(
    ("text", "line", "in_body"),
    [
        (f"{MET} in Tarsk.", None, True),
        (f"{MET} in Tarsk.", "Tarsk", True),
        (f"{MET}.", "Tarsk", False),
        (f"{MET} at the Linden Palace.", "Tarsk", True),
    ],
)
def test_whether_the_body_names_the_place(text: str, line: str | None, *, in_body: bool) -> None:
    """A place line alone does not put the place into the body."""
    assert account_of(text, place=line).event.place.in_body is in_body


def test_the_country_follows_from_city_and_venue() -> None:
    """A known city or venue tells the country."""
    assert str(account_of(f"{MET} in Merano Bay.").event.place.country) == "Tholia"
    assert str(account_of(f"{MET} at Harbour House.").event.place.country) == "Velmark"
    assert account_of(f"{MET}.").event.place.country is None


def test_the_words_of_a_place_line_are_marked_there() -> None:
    """The span of a place that only the place line names lies in the place line."""
    city = account_of(f"{MET}.", place="Tarsk").event.place.city
    assert city is not None
    assert city.span.part is Part.PLACE


@pytest.mark.parametrize(
    ("text", "title", "visit_class"),
    [
        ("Prime Minister Adela Korin arrived in Tarsk on an official visit.", "", "official"),
        ("King Osmund IV is in Arvenia on a state visit.", "", "state"),
        (f"{MET}, who is in Arvenia on a working visit.", "", "working"),
        (f"{MET}, who is in Arvenia on a private visit.", "", "private"),
        ("Ilmar Vesk will make an official visit to Velmark on June 18.", "Ilmar Vesk to visit Velmark", "official"),
        ("Ilmar Vesk will visit Velmark.", "State visit to Velmark", "state"),
        (f"{MET} and discussed ferries during an official visit to Sund.", "", "official"),
        # another visit, or none
        (f"{MET}. She invited him to make a state visit to Velmark.", "", None),
        (f"{MET} to prepare her upcoming official visit.", "", None),
        (f"{MET}. They recalled the state visit of last year.", "", None),
        (f"{MET}. They discussed preparations for the state visit to Sund.", "", None),
        (f"{MET}. An official visit to Velmark is possible.", "", None),
        (f"{MET}.", "", None),
    ],
)
def test_the_class_of_this_visit(text: str, title: str, visit_class: str | None) -> None:
    """The class is that of the visit reported, not of one recalled, wished for or prepared."""
    found = account_of(text, title).event.visit_class
    assert (found.value.value if found else None) == visit_class


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"{MET} one-on-one.", "one_on_one"),
        (f"{MET}. The talks were held behind closed doors, in a restricted format.", "one_on_one"),
        (f"{MET}. Talks in an expanded format followed.", "expanded"),
        (f"{MET}. Talks followed with the participation of the delegations.", "expanded"),
        (f"{MET} in a restricted format. The talks then went on in an expanded format.", "both"),
        (f"{MET} tête-à-tête; members of the delegations then joined them.", "both"),
        (f"{MET}.", None),
        (f"{MET}. A delegation of Velmarkian foresters is in Tarsk.", None),
    ],
)
def test_the_format_of_the_talks(text: str, form: str | None) -> None:
    """The format is stated or not; both in turn are both."""
    found = account_of(text).event.format
    assert (found.value.value if found else None) == form


def test_what_is_stated_carries_its_words() -> None:
    """Class and format mark the words that state them."""
    account = account_of(f"{MET}, who is here on a working visit, one-on-one.", issuer=VELMARK)
    assert account.event.visit_class is not None
    assert account.event.format is not None
    assert account.release.words(account.event.visit_class.span) == "working visit"
    assert account.release.words(account.event.format.span) == "one-on-one"
