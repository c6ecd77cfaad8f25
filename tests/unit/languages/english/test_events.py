"""Words for the kind of an event, its visit class and its format."""

from __future__ import annotations

import pytest

from communique.languages.english.events import find_cues, find_formats, find_visit_class
from communique.languages.english.sentences import find_sentences
from communique.model import Span


def cues(text: str) -> list[tuple[str, str]]:
    """Give kind and words of each cue of a headline."""
    return [(cue.kind.value, cue.span.of(text)) for cue in find_cues(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Telephone conversation with Adela Korin", ("call", "Telephone conversation")),
        ("Meeting with Adela Korin", ("meeting", "Meeting with")),
        ("Talks with Adela Korin", ("meeting", "Talks with")),
        ("Visit to Velmark", ("visit", "Visit to")),
        ("Trilateral meeting in Sund", ("multilateral", "Trilateral")),
        ("Condolences to Davor Selim", ("message", "Condolences to")),
        ("Joint statement of the presidents", ("statement", "Joint statement")),
        ("On the eve of the summit", None),
        ("Preparations for a meeting with Adela Korin", None),
        ("Ferries", None),
    ],
)
def test_words_for_kinds(text: str, first: tuple[str, str] | None) -> None:
    """The kind is cued by fixed terms; an event only spoken of cues nothing."""
    assert next(iter(cues(text)), None) == first


def test_cues_stand_in_order() -> None:
    """Cues are given in the order of the text."""
    text = "Meeting with Adela Korin on the margins of the summit and a telephone call to Davor Selim"
    assert [kind for kind, _ in cues(text)] == ["meeting", "multilateral", "call"]


@pytest.mark.parametrize(
    ("text", "announced", "words"),
    [
        ("Ilmar Vesk arrived on a state visit.", False, "state visit"),
        ("Ilmar Vesk will make a state visit.", True, "state visit"),
        ("Ilmar Vesk will make a state visit.", False, None),
        ("Ilmar Vesk was invited to make an official visit.", False, None),
        ("They recalled his last state visit.", False, None),
        ("They discussed the forthcoming working visit.", False, None),
        ("He is here on a short working visit.", False, "short working visit"),
        ("An official visit is planned.", False, None),
        ("An official visit is planned.", True, "official visit"),
        ("He visited the official residence.", False, None),
    ],
)
def test_the_class_of_a_visit(text: str, words: str | None, *, announced: bool) -> None:
    """A visit to come counts only where the release announces it."""
    found = find_visit_class(text, find_sentences(text), announced=announced)
    assert (found.span.of(text) if found else None) == words


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("They met one-on-one.", ["one_on_one"]),
        ("They met tête-à-tête, then with delegations.", ["one_on_one", "expanded"]),
        ("Talks in a restricted format. Talks in an expanded format.", ["one_on_one", "expanded"]),
        ("Delegations of foresters came.", []),
    ],
)
def test_formats(text: str, formats: list[str]) -> None:
    """Each format stated is given in order."""
    assert [found.value.value for found in find_formats(text, find_sentences(text))] == formats
