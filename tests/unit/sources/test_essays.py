"""An analyst's Markdown, read as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources import load_publishers
from communique.sources.drafting import Hints
from communique.sources.essays import parse_essay

HINTS = Hints(publishers=load_publishers(), language="en")


def parsed(text: str) -> Release:
    """Read an essay from its bytes."""
    return parse_essay(Capture(address="essay.md", content=text.encode()), HINTS)


TITLED = (
    ("# Why Tarsk?\n\nThe ferry ran again.", "Why Tarsk?", "The ferry ran again."),
    ("The ferry ran again.\n\nIt was late.", "", "The ferry ran again.\nIt was late."),
    ("---\ntitle: On ferries\n---\n# Why Tarsk?\n\nThe ferry ran.", "On ferries", "The ferry ran."),
    ("### A third *day*\n\nThe ferry ran.", "A third *day*", "The ferry ran."),
)


@pytest.mark.parametrize(("essay", "title", "text"), TITLED)
def test_the_title_is_the_front_matter_s_or_the_first_heading(essay: str, title: str, text: str) -> None:
    """A first heading is taken out of the body; without one there is no title."""
    release = parsed(essay)
    assert (release.title, release.text) == (title, text)


def test_the_marks_of_quotation_stay() -> None:
    """Quoted paragraphs and emphasis tell whose words are whose, so they are kept as written."""
    release = parsed("They wrote:\n\n> The berth is *ready*.\n\nSo it was.")
    assert "> The berth is *ready*." in release.text


def test_an_essay_has_a_date_only_where_it_says_so() -> None:
    """A day in the front matter is the essay's; without one it has none."""
    dated = parsed("---\nissued: 2021-06-20\n---\nThe ferry ran again.")
    assert dated.issued is not None
    assert (dated.issued.year, dated.issued.month, dated.issued.day) == (2021, 6, 20)
    assert parsed("The ferry ran again.").issued is None


def test_an_empty_file_is_refused() -> None:
    """An essay without text is an error that says so."""
    with pytest.raises(SourceError):
        parsed("\n \n")


@given(st.lists(st.sampled_from(["The ferry ran.", "> It was late.", "*By nobody*", "— No, said she."]), min_size=1))
def test_every_paragraph_stands_in_the_text(paragraphs: list[str]) -> None:
    """Nothing of an essay without a heading is lost."""
    release = parsed("\n\n".join(paragraphs))
    assert release.text.split("\n") == paragraphs
