"""One account as one record, on a text about fictional states."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import (
    Account,
    Basis,
    DateBasis,
    Event,
    EventDate,
    Format,
    Initiative,
    Kind,
    Office,
    Part,
    Party,
    Pattern,
    Person,
    Place,
    Quotation,
    Reception,
    Relation,
    RelationKind,
    Release,
    Side,
    Span,
    SpeechForm,
    Stated,
    Status,
    VisitClass,
)
from communique.reports.record import MOST_QUOTES, MOST_WORDS, opening_words, render_record

KEYS = [
    "id",
    "kind",
    "date",
    "place",
    "place_in_body",
    "principals",
    "others",
    "initiative",
    "reception",
    "visit_class",
    "format",
    "instruments",
    "courtesies",
    "quotes",
    "topics",
    "conflicts",
    "figures",
    "tone",
    "parties_voice",
    "language",
    "issuer",
    "relations",
]
TEXT = (
    "President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin, who is in Tarsk on a working "
    "visit at his invitation.\nThe leaders spoke one-on-one.\n“Welcome to Tarsk, dear Adela, on behalf of all of us "
    "here today. We are glad,” Ilmar Vesk said."
)
RELEASE = Release(
    address="https://president.example/7",
    issuer="xa-president",
    language="en",
    title="Talks at the Linden Palace",
    text=TEXT,
    identifier="xa-president:7",
)
ARVENIA, VELMARK = Side(code="XA", name="Arvenia"), Side(code="XV", name="Velmark")


def words(wanted: str, part: Part = Part.TEXT) -> Span:
    """Give the span of the first place where the release has these words."""
    start = RELEASE.part(part).index(wanted)
    return Span(start, start + len(wanted), part)


VESK = Person(
    name="Ilmar Vesk", side=ARVENIA, office=Office(title="President of Arvenia"), spans=(words("Ilmar Vesk"),)
)
KORIN = Person(name="Adela Korin", side=VELMARK, office=Office(title="Prime Minister of Velmark"))
FULL = Account(
    release=RELEASE,
    event=Event(
        kind=Kind.MEETING,
        date=EventDate(day=date(2031, 5, 4), basis=DateBasis.ISSUED),
        place=Place(
            city=Stated(value="Tarsk", span=words("Tarsk")),
            venue=Stated(value="the Linden Palace", span=words("the Linden Palace", Part.TITLE)),
            country=ARVENIA,
        ),
        principals=(VESK, KORIN),
        others=(Person(name=None, office=Office(title="aide to the President")),),
        visit_class=Stated(value=VisitClass.WORKING, span=words("working visit")),
        format=Stated(value=Format.ONE_ON_ONE, span=words("one-on-one")),
    ),
    initiatives=(Initiative(basis=Basis.INVITED, span=words("at his invitation"), side=ARVENIA, person=VESK),),
    reception=Reception(
        pattern=Pattern.RECEIVED, span=words("Ilmar Vesk received Prime Minister"), subject=VESK, host=VESK
    ),
    quotations=(
        Quotation(
            form=SpeechForm.INLINE,
            content=words("Welcome to Tarsk, dear Adela, on behalf of all of us here today. We are glad,"),
            speaker=VESK,
        ),
    ),
    joint=(words("The leaders spoke one-on-one."),),
)
BARE = Account(release=RELEASE, event=Event(kind=Kind.OTHER))


def record(account: Account) -> dict[str, Any]:
    """Read the record back as any reader of JSON would."""
    line = render_record(account)
    assert "\n" not in line
    loaded: dict[str, Any] = json.loads(line)
    return loaded


@pytest.mark.parametrize("account", [FULL, BARE], ids=["full", "bare"])
def test_every_record_has_exactly_the_keys_of_the_guide_in_order(account: Account) -> None:
    """A reader may rely on every key, whatever the release states."""
    assert list(record(account)) == KEYS


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("id", "xa-president:7"),
        ("kind", "meeting"),
        ("date", "2031-05-04"),
        ("place", {"city": "Tarsk", "venue": "the Linden Palace", "country": "XA"}),
        ("place_in_body", True),
        (
            "principals",
            [
                {"name": "Ilmar Vesk", "office": "President of Arvenia", "side": "XA"},
                {"name": "Adela Korin", "office": "Prime Minister of Velmark", "side": "XV"},
            ],
        ),
        ("others", [{"name": None, "office": "aide to the President", "side": None}]),
        ("initiative", {"side": "XA", "basis": "invited", "quote": "at his invitation"}),
        (
            "reception",
            {"pattern": "received", "subject": "Ilmar Vesk", "quote": "Ilmar Vesk received Prime Minister"},
        ),
        ("visit_class", "working"),
        ("format", "one_on_one"),
        ("quotes", [{"speaker": "Ilmar Vesk", "quote": "Welcome to Tarsk, dear Adela, on behalf of all of"}]),
        ("parties_voice", 1),
        ("language", "en"),
        ("issuer", "xa-president"),
    ],
)
def test_a_stated_item_stands_in_the_record_as_written(key: str, wanted: object) -> None:
    """Names, offices and quotations keep the words of the release; sides and days become codes."""
    assert record(FULL)[key] == wanted


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("date", None),
        ("place", {"city": None, "venue": None, "country": None}),
        ("place_in_body", False),
        ("principals", []),
        ("initiative", {"side": None, "basis": None, "quote": None}),
        ("reception", {"pattern": "other", "subject": None, "quote": None}),
        ("visit_class", None),
        ("format", None),
        ("quotes", []),
        ("instruments", []),
        ("relations", []),
        ("parties_voice", 0),
    ],
)
def test_what_a_release_does_not_state_is_empty_in_the_record(key: str, wanted: object) -> None:
    """Silence is null, false or an empty list, and never a guess."""
    assert record(BARE)[key] == wanted


def thanks(*, symmetrical: bool) -> Relation:
    """Give the relation that the greeting of the text would be if it were thanks."""
    return Relation(
        kind=RelationKind.THANKS,
        sentence=words("Welcome to Tarsk, dear Adela, on behalf of all of us here today."),
        cue=words("Welcome"),
        giver=Party(words="Ilmar Vesk", person=VESK),
        receiver=Party(words="Adela", person=KORIN),
        symmetrical=symmetrical,
        status=Status.PAST,
        reason=words("to Tarsk"),
    )


def test_a_relation_keeps_its_direction_status_and_sentence() -> None:
    """Who did what to whom, what for, and the whole sentence that states it."""
    told = Account(release=RELEASE, event=FULL.event, relations=(thanks(symmetrical=False),))
    assert record(told)["relations"] == [
        {
            "relation": "thanks",
            "from": "Ilmar Vesk",
            "to": "Adela",
            "symmetrical": False,
            "status": "past",
            "initiator": None,
            "for": "to Tarsk",
            "quote": "Welcome to Tarsk, dear Adela, on behalf of all of us here today.",
        }
    ]


@pytest.mark.parametrize(
    ("symmetrical", "ends"),
    [
        (False, [("Ilmar Vesk", "Adela Korin")]),
        (True, [("Ilmar Vesk", "Adela Korin"), ("Adela Korin", "Ilmar Vesk")]),
    ],
)
def test_a_mutual_courtesy_is_one_item_each_way(ends: list[tuple[str, str]], *, symmetrical: bool) -> None:
    """Courtesies are the directed subset of the relations, each party by the name of the person meant."""
    contact = replace(thanks(symmetrical=True), kind=RelationKind.CONTACT)
    told = Account(release=RELEASE, event=FULL.event, relations=(contact, thanks(symmetrical=symmetrical)))
    courtesies = record(told)["courtesies"]
    assert [(item["from"], item["to"]) for item in courtesies] == ends
    assert {item["act"] for item in courtesies} == {"thanks"}
    assert {item["quote"] for item in courtesies} == {"Welcome"}


def test_a_long_transcript_gives_at_most_twelve_turns() -> None:
    """The guide asks for one item a turn, twelve at most."""
    turn = Quotation(form=SpeechForm.TURN, content=words("We are glad"), speaker=KORIN)
    assert len(record(Account(release=RELEASE, event=FULL.event, quotations=(turn,) * 30))["quotes"]) == MOST_QUOTES


@pytest.mark.parametrize(
    ("speech", "wanted"),
    [
        ("Thank you.", "Thank you."),
        ("Yes. No. Perhaps. We shall see it soon. Later.", "Yes. No. Perhaps. We shall see it soon."),
        ("One two three four five six seven eight nine ten eleven", "One two three four five six seven eight nine ten"),
        ("  Mr Selim,\nI am glad to see you. Sit.", "Mr Selim,\nI am glad to see you."),
        ("", ""),
    ],
)
def test_the_opening_words_of_speech_end_with_a_sentence_or_the_tenth_word(speech: str, wanted: str) -> None:
    """Six to ten words, exactly as they stand, line breaks included."""
    assert opening_words(speech) == wanted


@given(st.text())
def test_opening_words_stand_in_the_speech_character_for_character(speech: str) -> None:
    """Whatever was said, what is quoted is a piece of it, of ten words at most."""
    opening = opening_words(speech)
    assert opening in speech
    assert len(opening.split()) <= MOST_WORDS
