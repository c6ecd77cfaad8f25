"""What an account tells of its occasion; the states and persons are fictional."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.pairing.namings import find_sides, keys_of, sides_in, skeletons_of, tokens_of
from communique.collation.pairing.occasions import BEFORE_ISSUE, Occasion, occasion_of
from communique.collation.pairing.wordprints import digest_of, print_likeness, wordprint_of
from communique.languages.occasions import Manner
from communique.model import Kind
from unit.collation.tellers import EVENING, JUNE, VELMARK, tell
from unit.fictional import tables

HOUR = 3600


def occasion(text: str, title: str, issuer: str = "xa-president", issued: datetime | None = JUNE) -> Occasion:
    """Give the occasion of a text, with the tables that know the fictional states."""
    return occasion_of(tell(text, title, issuer, issued), tables=tables())


CALL = "Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin."


def test_who_takes_part_stands_with_sides_and_title() -> None:
    """Principals keep identity, side and whether the headline names them."""
    found = occasion(CALL, "Telephone conversation with Prime Minister of Velmark Adela Korin")
    guest = next(person for person in found.people if person.side == "XV")
    assert (guest.identity, guest.titled) == ("adela-korin", True)
    assert (found.own, found.kind, found.titled_sides) == ("XA", Kind.CALL, frozenset({"XV"}))


@pytest.mark.parametrize(
    ("title", "manner"),
    [
        ("Telephone conversation with Adela Korin", Manner.PHONE),
        ("Video call with Adela Korin", Manner.VIDEO),
        ("Adela Korin arrived in Tarsk", Manner.PERSON),
        ("Meeting with Adela Korin", Manner.UNTOLD),
    ],
)
def test_the_headline_tells_the_manner(title: str, manner: Manner) -> None:
    """Telephone, video and presence are known by words; a meeting may be any of them."""
    assert occasion("Ilmar Vesk met with Adela Korin.", title).manner is manner


@pytest.mark.parametrize(
    ("title", "gatherings"),
    [
        ("Readout of President Vesk’s Participation in the Amber Coast Summit", {"amber", "koast"}),
        ("Summit for Fisheries", {"fiSeres"}),
        ("Arvenia–Tholia Business Forum", {"@XA", "@XT", "busines"}),
        ("Meeting with Adela Korin", set()),
    ],
)
def test_the_name_of_a_gathering_is_kept(title: str, gatherings: set[str]) -> None:
    """Only words beside "summit", "forum" and the like name the gathering; a state there is marked as one."""
    assert occasion("Ilmar Vesk took part.", title).gatherings == gatherings


def test_an_undated_event_lies_before_its_release() -> None:
    """Without a day in the text, the event can have been from the evening before until the release."""
    found = occasion("Ilmar Vesk met with Adela Korin.", "Meeting with Adela Korin", issued=EVENING.replace(tzinfo=UTC))
    issued = EVENING.replace(tzinfo=UTC).timestamp() / HOUR
    assert (found.start, found.end) == (issued - BEFORE_ISSUE, issued)
    assert not found.dated


def test_a_day_in_the_text_bounds_the_event() -> None:
    """A day that the text names begins the window, in the zone of the issuer; the release ends it."""
    zone = timezone(timedelta(hours=2))
    found = occasion(
        "Ilmar Vesk met today with Adela Korin.", "Meeting with Adela Korin", issued=JUNE.replace(tzinfo=zone)
    )
    assert found.dated
    assert found.end == JUNE.replace(tzinfo=zone).timestamp() / HOUR
    assert found.start is not None
    assert found.end - found.start <= 24


@pytest.mark.parametrize(
    ("title", "announced"),
    [("Ilmar Vesk will meet Adela Korin", True), ("Ilmar Vesk met Adela Korin", False)],
)
def test_what_is_to_come_is_marked(title: str, *, announced: bool) -> None:
    """A headline in the future tense announces."""
    assert occasion("Ilmar Vesk and Adela Korin.", title).announced is announced


def test_a_release_without_a_day_has_no_window() -> None:
    """Where neither text nor release tells the day, nothing bounds when the event was."""
    found = occasion(CALL, "Telephone conversation with Adela Korin", VELMARK, None)
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Talks of Russian and US experts", {"RU", "US"}),
        ("встреча экспертных групп России и США", {"RU", "US"}),
        ("Republic of Korea", {"KR"}),
        ("let us talk", set()),
    ],
)
def test_sides_are_found_in_any_language(words: str, codes: set[str]) -> None:
    """Names, adjectives and inflected forms name a side; a pronoun does not."""
    assert sides_in(tokens_of(words)) == codes


def test_the_longest_name_of_a_side_wins() -> None:
    """A name of several words is one side, with its first word and the one after its last."""
    assert list(find_sides(tokens_of("the Kingdom of Velmark"), tables=tables())) == [("XV", 1, 4)]


def test_names_meet_across_scripts() -> None:
    """A Cyrillic case form meets the Latin name by sound, and by consonants where vowels differ."""
    assert keys_of("Веском") & keys_of("Vesk")
    assert skeletons_of("Торвальдом") & skeletons_of("Torvald")


def test_prints_tell_how_much_two_texts_share() -> None:
    """An edit of one word leaves most runs; another text shares none."""
    text = " ".join(f"word{number}" for number in range(60))
    assert print_likeness(wordprint_of(text), wordprint_of(text.replace("word30", "changed"))) > 0.8
    assert print_likeness(wordprint_of(text), wordprint_of("quite another text of a few words")) == 0.0


words = st.lists(st.sampled_from("harbour ferry grain bridge island forest census".split()), min_size=1, max_size=30)


@given(words=words)
def test_typography_does_not_change_what_stands_for_a_text(words: list[str]) -> None:
    """Case, blanks and marks leave digest and print as they are; both print and likeness are symmetrical."""
    text = " ".join(words)
    dressed = "\n".join(words).upper() + "…"
    assert digest_of(text) == digest_of(dressed)
    assert print_likeness(wordprint_of(text), wordprint_of(dressed)) == 1.0


def test_the_address_does_not_change_the_occasion_otherwise() -> None:
    """The same text elsewhere has the same occasion but for its address."""
    account = tell(CALL, "Telephone conversation with Adela Korin")
    elsewhere = replace(account, release=replace(account.release, address="https://elsewhere.example/1"))
    assert replace(occasion_of(elsewhere), address=account.release.address) == occasion_of(account)
