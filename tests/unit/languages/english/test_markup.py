"""One English release marked up as a whole: which sentences are parsed, narrated or spoken."""

from __future__ import annotations

import pytest

from communique.languages.english.markup import make_ready
from communique.languages.english.places import Places
from communique.languages.port import Form
from communique.model import DateBasis, Part
from unit.fictional import make_release, mark_up, names

MET = "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin."
FILLER = "The bridge is long. Timber is cheap. It rained. The ferries were late. "


def parsed_of(text: str, title: str = "") -> list[str]:
    """Give the sentences of a release that are to be parsed."""
    release = make_release(text, title)
    ready = make_ready(release, Places.of(names()))
    return [release.words(masked.sentence) for masked in ready.masked]


def test_sentences_without_a_trigger_are_not_parsed() -> None:
    """Beyond the opening only sentences that may state a dealing are parsed."""
    text = f"{MET} {FILLER}Mr Vesk thanked Ms Korin. {FILLER}"
    assert parsed_of(text) == [MET, "The bridge is long.", "Timber is cheap.", "Mr Vesk thanked Ms Korin."]


@pytest.mark.parametrize(
    ("title", "parsed"), [("Ilmar Vesk received Adela Korin", True), ("On ferries", False), ("", False)]
)
def test_a_headline_is_parsed_where_it_states_a_dealing(title: str, *, parsed: bool) -> None:
    """A headline with a word of dealing is parsed last."""
    assert (parsed_of(FILLER, title)[-1] == title) is parsed


def test_narration_is_what_nobody_says() -> None:
    """Turns and sentences mostly between quotation marks are not narrated."""
    text = (
        f"{MET} “The strait is open to all ships of all nations,” said Ms Korin.\n\n"
        "President of Arvenia Ilmar Vesk: Welcome to Tarsk.\n\n"
        "Prime Minister of Velmark Adela Korin: It is good to be here. The harbour is full."
    )
    markup = mark_up(make_release(text))
    narrated = [markup.release.words(span) for span in markup.narration]
    assert narrated == [MET]
    assert len(markup.sentences) > len(narrated)


def test_a_transcript_has_no_lead() -> None:
    """A transcript’s turns put no encounter."""
    text = "President of Arvenia Ilmar Vesk: I met Ms Korin.\n\nPrime Minister of Velmark Adela Korin: Yes."
    assert mark_up(make_release(text)).lead is None
    assert mark_up(make_release(MET)).lead is not None


def test_days_of_title_and_first_sentence_only() -> None:
    """Later sentences do not date the event."""
    markup = mark_up(make_release(f"{MET} On June 14 a bridge was opened.", "Meeting of June 15"))
    assert [(d.basis, d.day.day) for d in markup.days] == [(DateBasis.TITLE, 15)]


def test_sides_named_in_the_title_in_any_form() -> None:
    """A state in the headline counts by name and by adjective, each once."""
    markup = mark_up(make_release(MET, "Arvenian-Velmarkian talks: Arvenia and Velmark on Tholian timber"))
    assert [side.code for side in markup.title_sides][:1] == ["XA"]
    assert {side.code for side in markup.title_sides} >= {"XA", "XT"}


@pytest.mark.parametrize(
    ("title", "city"),
    [
        ("Talks in Sund", "Sund"),
        ("Instructions on crafts in Sund Region", None),
        ("Talks at the Linden Palace", None),
        ("Visit to Sund", None),
        ("Sund declaration", None),
    ],
)
def test_places_of_a_headline(title: str, city: str | None) -> None:
    """A headline places the event with "in" or "at"."""
    markup = mark_up(make_release("Ferries were discussed.", title))
    assert next((p.city.value for p in markup.places if p.city), None) == city


def test_designations_of_title_and_body() -> None:
    """Designations of the headline stand before those of the body, each in its own part."""
    markup = mark_up(make_release(MET, "Meeting with Adela Korin"))
    named = [(d.span.part, markup.release.words(d.span)) for d in markup.designations if d.form is Form.NAME]
    assert named == [
        (Part.TITLE, "Adela Korin"),
        (Part.TEXT, "President of Arvenia Ilmar Vesk"),
        (Part.TEXT, "Prime Minister of Velmark Adela Korin"),
    ]
