"""What is called the first: which phrases are such claims, since when, and which are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.first_lexicon import FirstKind
from communique.languages.firsts import FirstWords, find_firsts, find_period_start
from communique.model import Span

SEEN_FROM = date(2022, 2, 10)


def found_in(text: str, language: str = "en") -> tuple[FirstWords, ...]:
    """Find the phrases of a text taken as one sentence."""
    return tuple(find_firsts(text, Span(0, len(text)), language))


@pytest.mark.parametrize(
    ("text", "kind", "words", "since"),
    [
        (
            "Yes, this is my first trip since the elections.",
            FirstKind.TRIP,
            "my first trip since the elections",
            "since the elections",
        ),
        (
            "It is our first meeting in person this year.",
            FirstKind.MEETING,
            "our first meeting in person this year",
            "this year",
        ),
        ("It will be Ms Korin’s first foreign visit.", FirstKind.VISIT, "Ms Korin’s first foreign visit", ""),
        (
            "The talks are the first visit by a King of Velmark.",
            FirstKind.VISIT,
            "the first visit by a King of Velmark",
            "",
        ),
        (
            "They met for the first time after the flood.",
            FirstKind.MEETING,
            "met for the first time after the flood",
            "after the flood",
        ),
        (
            "Sund was chosen as his first foreign destination.",
            FirstKind.DESTINATION,
            "his first foreign destination",
            "",
        ),
        ("I recall our first telephone conversation.", FirstKind.MEETING, "our first telephone conversation", ""),
    ],
)
def test_a_first_is_found_with_its_words(text: str, kind: FirstKind, words: str, since: str) -> None:
    """A possessive, a person's name, or since when makes it somebody's first; the words are those of the text."""
    (found,) = found_in(text)
    told = found.since.of(text) if found.since else ""
    assert (found.kind, found.span.of(text), told) == (kind, words, since)


@pytest.mark.parametrize(
    "text",
    [
        "The first meeting of the Ferry Commission took place in Tarsk.",
        "This was one of the first visits.",
        "For the first time since 2013 we shall have less debt.",
        "It was a first step towards trade.",
        "On the first day we held talks.",
        "For many pupils it was the first trip to another city.",
    ],
)
def test_the_first_of_a_body_or_a_thing_is_none(text: str) -> None:
    """What is nobody's first with anybody is not found as owned by a person."""
    assert not [item for item in found_in(text) if item.owned]


@pytest.mark.parametrize(
    ("text", "denied", "recalled"),
    [
        ("This is not my first visit to Tarsk.", True, False),
        ("This isn’t our first meeting.", True, False),
        ("Two months after our first meeting we can look back.", False, True),
        ("This is my first visit to Tarsk.", False, False),
    ],
)
def test_a_denial_and_a_look_back_are_told_apart(text: str, *, denied: bool, recalled: bool) -> None:
    """A denied first and one that lies back do not claim that this is the first."""
    (found,) = found_in(text)
    assert (found.denied, found.recalled) == (denied, recalled)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Это моя первая зарубежная поездка в этом году.", "ru", "моя первая зарубежная поездка в этом году"),
        ("Это наша первая встреча после паводка.", "ru", "наша первая встреча после паводка"),
        ("Бұл Жаңа жылдан кейінгі алғашқы сапарым.", "kk", "алғашқы сапарым"),
        ("Ceci est ma première visite.", "fr", ""),
    ],
)
def test_other_languages_have_their_own_words(text: str, language: str, words: str) -> None:
    """Russian and Kazakh have tables; a language without one yields nothing."""
    assert [item.span.of(text) for item in found_in(text, language)] == ([words] if words else [])


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("since the New Year", date(2022, 1, 1)),
        ("this year", date(2022, 1, 1)),
        ("after the flood in November", date(2021, 11, 1)),
        ("since taking office on November 24", date(2021, 11, 24)),
        ("since 2017", date(2017, 1, 1)),
        ("since the elections", None),
        ("since February 31", date(2022, 2, 1)),
    ],
)
def test_a_period_starts_on_a_day_that_its_words_name(words: str, day: date | None) -> None:
    """A year, a month, a day of a month or the New Year give a day; an event without a date gives none."""
    assert find_period_start(words, SEEN_FROM, "en") == day


@given(
    st.text(alphabet="abc .,;firstvmy’\n", max_size=40),
    st.sampled_from(["my first visit", "our first meeting this year"]),
)
def test_spans_lie_in_their_sentence(around: str, claim: str) -> None:
    """Whatever stands around, the words found are those of the text and lie within the sentence."""
    text = f"{around} {claim}. {around}"
    sentence = Span(len(around) + 1, len(around) + 2 + len(claim))
    for found in find_firsts(text, sentence, "en"):
        assert sentence.covers(found.span)
        assert found.span.of(text).startswith(claim.split(maxsplit=1)[0])
        assert all(part is None or found.span.covers(part) for part in (found.since, found.owner, found.place))
