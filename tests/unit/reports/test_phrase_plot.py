"""Stock phrases over time as an image; the office, its texts and days are invented."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from communique.precedent.phrase_history import PhraseBook
from communique.reports.drawing import PlotForm
from communique.reports.phrase_plot import plot_phrases
from unit.reports.test_phrase_table import BOOK, NEW_HISTORY

FORMS: tuple[tuple[PlotForm, bytes], ...] = (("svg", b"<?xml"), ("png", b"\x89PNG"))


@pytest.mark.parametrize(("form", "head"), FORMS)
def test_the_same_book_gives_the_same_bytes(form: PlotForm, head: bytes) -> None:
    """An image has its form, and neither the time nor chance is in it."""
    image = plot_phrases(BOOK, form)
    assert image.startswith(head)
    assert image == plot_phrases(BOOK, form)


def test_what_happened_is_drawn() -> None:
    """A book without events, or without holes, gives another image."""
    calm = replace(BOOK, phrases=tuple(replace(one, dropped=None, revived=(), became="") for one in BOOK.phrases))
    whole = replace(BOOK, coverage=replace(BOOK.coverage, days=BOOK.coverage.days[:2]))
    assert len({plot_phrases(book, "svg") for book in (BOOK, calm, whole)}) == 3


def test_the_image_is_sound_and_titled() -> None:
    """It is XML that a viewer can read, and says what it shows."""
    text = plot_phrases(BOOK, "svg").decode()
    ET.fromstring(text)  # noqa: S314 - made by ourselves
    assert "Stock phrases: calls of the President of Arvenia with Velmark" in text


@pytest.mark.parametrize("book", [PhraseBook(label="calls", accounts=0), replace(BOOK, phrases=(NEW_HISTORY,) * 40)])
def test_few_and_many_phrases_are_drawn(book: PhraseBook) -> None:
    """An empty book and a long one both give an image."""
    assert plot_phrases(book, "png").startswith(b"\x89PNG")
