"""Endings, sentences and days in Russian."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.russian.days import find_days, find_event_days
from communique.languages.russian.inflection import case_forms, same_word
from communique.languages.russian.sentences import find_sentences
from communique.model import Span


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Арвения", {"арвении", "арвению", "арвенией"}),
        ("Велмарк", {"велмарка", "велмарку", "велмарком", "велмарке"}),
        ("арвенский", {"арвенского", "арвенской", "арвенские"}),
        ("Эмираты", {"эмиратов", "эмиратам", "эмиратах"}),
        ("США", {"сша"}),
    ],
)
def test_names_take_the_endings_of_the_cases(name: str, forms: set[str]) -> None:
    """A name of the tables is found in every case."""
    assert forms <= case_forms(name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Веском", "Веска", True),
        ("Аделой", "Адела", True),
        ("Сергей", "Сергеем", True),
        ("Веск", "Селим", False),
        ("Корин", "Корнев", False),
    ],
)
def test_one_name_in_two_cases_is_one_name(one: str, other: str, *, same: bool) -> None:
    """Names are compared without their endings."""
    assert same_word(one, other) is same


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Они встретились. Говорили долго.", 2),
        ("Товарооборот – 3 млрд долл. в год. Он растёт.", 2),
        ("Прибыл г. Веск. Его ждали.", 2),
        ("Встреча 9 окт. 2031 г. прошла в Тарске.", 1),
        ("И.Веск и А. Корин говорили.", 1),
        ("Он принял гостя.Гость уехал.", 2),
        ("Приехал Ван И. Его ждали.", 2),
    ],
)
def test_full_stops_of_abbreviations_end_no_sentence(text: str, count: int) -> None:
    """Initials and abbreviations go on; a lost blank still ends."""
    assert len(find_sentences(text)) == count


@given(st.text(alphabet="Аб. !?\n«»г1", max_size=80))
def test_sentences_keep_every_letter(text: str) -> None:
    """Sentences are in order, apart, and together hold all but white space."""
    found = find_sentences(text)
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7–9 апреля состоится визит", date(2031, 4, 7)),
        ("Встреча прошла 30 декабря", date(2030, 12, 30)),
        ("5 марта 2029 года", date(2029, 3, 5)),
    ],
)
def test_days_are_nearest_to_the_day_of_issue(text: str, day: date) -> None:
    """A range gives its first day, a day without a year the nearest."""
    assert [d for _, d in find_days(text, Span(0, len(text)), date(2031, 3, 6))] == [day]


def test_anniversaries_are_not_days_of_the_event() -> None:
    """A day after "к" or "с" is another's."""
    text = "Он поздравил гостей с 8 марта"
    assert not list(find_event_days(text, Span(0, len(text)), date(2031, 3, 6)))


@pytest.mark.parametrize("text", ["31 февраля", "32 мая 2031 года"])
def test_impossible_days_are_none(text: str) -> None:
    """A day that no calendar has is not read."""
    assert not list(find_days(text, Span(0, len(text)), date(2031, 3, 6)))
