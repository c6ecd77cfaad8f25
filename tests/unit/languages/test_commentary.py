"""Cues and constructions of commentary: tables that load, borders of words, languages without a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.commentary import Construction, Cue, find_cues, has_cue, match_cue, pattern_of, reword

HELD = (
    ("It does not mention the ferry.", Cue.EXPECTED, "does not mention"),
    ("He passed over it in silence.", Cue.EXPECTED, "passed over it in silence"),
    ("She rang him on Monday.", Cue.CALLED, "rang"),
    ("They were invited to Sund.", Cue.INVITED, "invited"),
    ("The call led to the visit.", Cue.SEQUENCE, "led to"),
    ("He was annoyed by it.", Cue.MOOD, "annoyed"),
    ("She wore gloves.", Cue.BODY, "gloves"),
    ("It was unprecedented.", Cue.NORM, "unprecedented"),
)


@pytest.mark.parametrize(("words", "cue", "found"), HELD)
def test_a_cue_is_found_in_its_words(words: str, cue: Cue, found: str) -> None:
    """The words of a cue are marked where they stand, case aside."""
    for spelt in (words, words.upper()):
        cues = list(find_cues(spelt, cue))
        assert [spelt[one.start : one.end].lower() for one in cues] == [found]
        assert has_cue(spelt, cue)


def test_a_cue_stands_between_the_borders_of_words() -> None:
    """A word inside a longer one, or joined to it by a hyphen, is no cue."""
    assert not has_cue("The pre-invited and the boomerang", Cue.INVITED, Cue.CALLED)


@pytest.mark.parametrize("cue", Cue)
def test_every_class_of_cues_has_words(cue: Cue) -> None:
    """No class is named that the English table leaves out: its pattern compiles, and matches no empty string."""
    match_cue("", cue)
    assert not has_cue("", cue)
    assert list(find_cues("Ein Satz ohne Tafel.", cue, "xx")) == []


@pytest.mark.parametrize("construction", Construction)
def test_every_construction_has_a_pattern(construction: Construction) -> None:
    """Each is in the English table, or matches nothing in a language that has none."""
    assert pattern_of(construction).pattern != pattern_of(construction, "xx").pattern
    assert pattern_of(construction, "xx").search("not never no") is None


BUILT = (
    (Construction.DENIED_CLAIM, "The ferry didn’t run.", True),
    (Construction.DENIED_CONTENT, "Not only the ferry ran.", False),
    (Construction.DENIED_ACT, "There was no ferry.", False),
    (Construction.NOBODY, "No one came.", True),
    (Construction.AIM, "to please the voters", True),
    (Construction.AIM, "to please them, it seems", False),
    (Construction.OPEN_QUESTION, "And why now?", True),
    (Construction.OPEN_QUESTION, "Who could refuse?", False),
    (Construction.NOTHING_SIGNED, "no document was signed", True),
    (Construction.DIRECTION, "She flew to ", True),
    (Construction.LAST_YEAR, "Trade grew last year.", True),
)


@pytest.mark.parametrize(("construction", "words", "found"), BUILT)
def test_a_construction_is_told_from_its_like(construction: Construction, words: str, found: bool) -> None:  # noqa: FBT001 - a column of the table
    """Denials of an act, of a content and of anything at all differ; so do questions that ask and that assert."""
    assert (pattern_of(construction).search(words) is not None) is found


def test_the_year_of_a_number_is_known_in_russian_too() -> None:
    """The Russian table has what an audit reads beside English."""
    assert pattern_of(Construction.LAST_YEAR, "ru").search("Торговля выросла в прошлом году.")


def test_a_distance_names_its_unit() -> None:
    """The parts of a distance are named, so that code need not read its words."""
    found = match_cue("It was announced two weeks before.", Cue.DISTANCE)
    assert found is not None
    assert (found["number"], bool(found["weeks"]), bool(found["days"])) == ("two", True, False)


@given(st.text(alphabet="abc xyz", max_size=30))
def test_words_without_the_construction_are_left_as_they_are(words: str) -> None:
    """A count is written out with its noun only where there is one."""
    assert reword(words, Construction.COUNTED) == words
    assert reword(words, Construction.COUNTED, "xx") == words
