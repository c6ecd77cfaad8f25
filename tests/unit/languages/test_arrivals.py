"""Who met a guest and who saw one off, in the words of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.arrivals import Farewell, Leg, find_greetings, find_legs
from communique.model import Span


def whole(text: str) -> Span:
    """Give a text as one sentence."""
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "farewell", "who"),
    [
        ("The King was met at Sund airport by Prime Minister Adela Korin.", Farewell.MET, "Prime Minister Adela Korin"),
        (
            "At the airport Mr Vesk was welcomed by Davor Selim on behalf of the King.",
            Farewell.MET,
            "Davor Selim on behalf of the King",
        ),
        ("Adela Korin met Ilmar Vesk at the airport, and then both left for Sund.", Farewell.MET, "Adela Korin"),
        ("The leaders came to the air base, where they were greeted by the King.", Farewell.MET, "the King"),
        ("Adela Korin saw the guest off.", Farewell.SAW_OFF, "Adela Korin"),
        ("The guest was seen off by Davor Selim.", Farewell.SAW_OFF, "Davor Selim"),
    ],
)
def test_greeters_are_named_in_exact_words(text: str, farewell: Farewell, who: str) -> None:
    """Active or passive, the words are those for whoever met the guest, and no more."""
    (found,) = find_greetings(text, whole(text), "en")
    assert (found.farewell, found.who and found.who.of(text)) == (farewell, who)


@pytest.mark.parametrize(
    "text",
    [
        "The King was warmly welcomed at Sund airport.",
        "Demand is mainly met by imports through the port.",
        "The King will be met at the airport by Adela Korin.",
        "Ilmar Vesk met with Adela Korin in Tarsk.",
        "The airport can take all kinds of aircraft.",
    ],
)
def test_no_greeter_is_made_up(text: str) -> None:
    """A welcome without anybody named, one to come, and a meeting elsewhere name no greeter."""
    assert find_greetings(text, whole(text), "en") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [("В аэропорту гостя встретил Давор Селим.", "ru"), ("Қонақты әуежайда Давор Селим қарсы алды.", "kk")],
)
def test_where_order_is_free_no_words_are_given(text: str, language: str) -> None:
    """In Russian and Kazakh the verb is found, and who did it is left to the names in the sentence."""
    (found,) = find_greetings(text, whole(text), language)
    assert (found.farewell, found.who) == (Farewell.MET, None)


def test_arrival_and_departure_are_facts_only() -> None:
    """What is to come is no arrival."""
    told, planned = "Adela Korin arrived in Tarsk.", "Adela Korin will have arrived in Tarsk by noon."
    assert [leg for leg, _ in find_legs(told, whole(told), "en")] == [Leg.ARRIVAL]
    assert list(find_legs(planned, whole(planned), "en")) == []


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    """No text breaks the search, and all words found lie in the sentence."""
    if text:
        for found in find_greetings(text, whole(text), "en"):
            assert all(span is None or whole(text).covers(span) for span in (found.cue, found.who, found.whom))
