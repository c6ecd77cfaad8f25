"""What is read in Kazakh: names with their endings, days, the commonest dealings, initiative."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.gazetteer import CityWord, Gazetteer, SideForm, SideWord
from communique.languages.kazakh import Kazakh
from communique.languages.kazakh.designations import Names, find_designated
from communique.languages.port import Language, Markup
from communique.model import Basis, Kind, Pattern, VisitClass
from unit.languages.russian_states import ARVENIA, THOLIA, release

WORDS = [
    "Ильмар",
    "Веск",
    "Вескпен",
    "Толия",
    "Президенті",
    "Президентінің",
    "кездесті",
    "қабылдады",
    "шақыруымен",
    ".",
    "5",
    "наурызда",
    "және",
    "пен",
    "тарапының",
]


def names() -> Gazetteer:
    """Give the fictional states in Kazakh."""
    return Gazetteer(
        sides=(
            SideWord(words="Арвения", side=ARVENIA, form=SideForm.NAME),
            SideWord(words="Толия", side=THOLIA, form=SideForm.NAME),
        ),
        cities=(CityWord(words="Тарск", country=ARVENIA, capital=True),),
    )


def marked(text: str, title: str = "") -> Markup:
    """Mark up one Kazakh release."""
    return next(Kazakh(names()).mark_up([release(text, title, language="kk")]))


@pytest.mark.parametrize(
    ("text", "pattern", "kind", "giver", "receiver"),
    [
        (
            "Арвения Президенті Ильмар Веск Толия Президенті Давор Селиммен кездесті.",
            Pattern.MET_WITH,
            "contact",
            "Арвения Президенті Ильмар Веск",
            "Толия Президенті Давор Селиммен",
        ),
        (
            "Ильмар Веск Толия Президенті Давор Селиммен телефон арқылы сөйлесті.",
            Pattern.SPOKE_WITH,
            "contact",
            "Ильмар Веск",
            "Толия Президенті Давор Селиммен",
        ),
        (
            "Мемлекет басшысы Толия Президенті Давор Селимді қабылдады.",
            Pattern.RECEIVED,
            "reception",
            "Мемлекет басшысы",
            "Толия Президенті Давор Селимді",
        ),
    ],
)
def test_reads_who_met_or_received_whom(text: str, pattern: Pattern, kind: str, giver: str, receiver: str) -> None:
    """The ending of the last word tells who acts and who is met."""
    markup = marked(text)
    assert markup.lead is not None
    assert markup.lead.pattern is pattern
    frame = markup.frames[0]
    assert frame.giver is not None
    assert frame.receiver is not None
    assert (frame.kind.value, frame.giver.span.of(text), frame.receiver.span.of(text)) == (kind, giver, receiver)


@pytest.mark.parametrize(
    ("text", "basis", "giver"),
    [
        ("Толия тарапының бастамасымен Ильмар Веск Давор Селиммен сөйлесті.", Basis.INITIATED, "Толия тарапының"),
        ("Толия Президентінің шақыруымен Ильмар Веск ресми сапармен барды.", Basis.INVITED, "Толия Президентінің"),
    ],
)
def test_reads_whose_idea_it_was(text: str, basis: Basis, giver: str) -> None:
    """Words for initiative and invitation stand right behind who gave them."""
    drives = marked(text).drives
    assert [(d.basis, d.giver.span.of(text)) for d in drives if d.giver] == [(basis, giver)]


@pytest.mark.parametrize(
    "text", ["2031 жылғы 5 наурызда келді.", "5 наурызда келді.", "2031 жылдың 5 наурызында келді."]
)
def test_reads_days(text: str) -> None:
    """Days are read with any ending, with a year or without."""
    assert [d.day for d in marked(text).days] == [date(2031, 3, 5)]


def test_reads_city_kind_and_class_of_the_visit() -> None:
    """A city in the locative places the event."""
    markup = marked("Тарскте мемлекеттік сапар басталды.", "Сапар")
    assert [p.city.value for p in markup.places if p.city] == ["Тарскте"]
    assert markup.visit_class is not None
    assert markup.visit_class.value is VisitClass.STATE
    assert markup.cues[0].kind is Kind.VISIT


def test_says_plainly_what_is_not_read() -> None:
    """The language names what it does not read, and that it has no parser."""
    language: Language = Kazakh(names())
    assert "no parser" in language.models[0]
    assert any("speech" in what for what in Kazakh.unread)


@given(st.lists(st.sampled_from(WORDS), max_size=18))
def test_designations_stand_in_order_and_apart(words: list[str]) -> None:
    """Whatever the words, designations are in order and do not overlap."""
    found = [d.designation.span for d in find_designated(" ".join(words), Names(names()))]
    assert all(a.end <= b.start for a, b in pairwise(found))
