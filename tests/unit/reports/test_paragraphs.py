"""Paragraphs as readers count them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, Part, Quotation, Span, SpeechForm
from communique.reports.paragraphs import LONG_BLOCK, find_locus, find_paragraphs
from unit.reports.accounts import arvenian_account, bare_account

UNBROKEN = (
    "They met in Tarsk. Ilmar Vesk: Welcome to Arvenia. Let us begin. Adela Korin: Thank you. Gladly. They parted."
)


def words_of(account: Account) -> list[str]:
    """Give the words of each paragraph."""
    return [account.release.words(paragraph.span) for paragraph in find_paragraphs(account)]


def unbroken_account() -> Account:
    """Give a transcript that has lost its line breaks."""
    turns = (("Ilmar Vesk:", "Welcome to Arvenia. Let us begin."), ("Adela Korin:", "Thank you. Gladly."))
    quotations = tuple(
        Quotation(
            form=SpeechForm.TURN,
            cue=Span(UNBROKEN.index(cue), UNBROKEN.index(cue) + len(cue)),
            content=Span(UNBROKEN.index(said), UNBROKEN.index(said) + len(said)),
        )
        for cue, said in turns
    )
    return replace(bare_account(UNBROKEN), quotations=quotations)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\n \t\n  Two.  \n", ["One.", "Two."]),
        ("One.\r\nTwo.\u2028Three.", ["One.", "Two.", "Three."]),
        ("  \n", []),
    ],
)
def test_a_line_is_a_paragraph(text: str, paragraphs: list[str]) -> None:
    """Every line with words is a paragraph; blank lines and white space at its ends are not."""
    assert words_of(bare_account(text)) == paragraphs


def test_a_turn_begins_a_paragraph_where_line_breaks_were_lost() -> None:
    """In one unbroken line each turn, with its label, and the narration after it stand apart."""
    assert words_of(unbroken_account()) == [
        "They met in Tarsk.",
        "Ilmar Vesk: Welcome to Arvenia. Let us begin.",
        "Adela Korin: Thank you. Gladly.",
        "They parted.",
    ]


def test_turns_with_their_own_lines_change_nothing() -> None:
    """Where the transcript has its line breaks, paragraphs are its lines."""
    account = arvenian_account()
    assert words_of(account) == [line for line in account.release.text.splitlines() if line]


@given(st.text(st.sampled_from("ab .\n\r\t\u2028\u00a0«…"), max_size=60), st.data())
def test_paragraphs_hold_every_word_once(text: str, data: st.DataObject) -> None:
    """Paragraphs follow each other without overlap, are numbered from 1, and leave out nothing but white space."""
    if not text:
        return
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=4, unique=True))
    turns = tuple(Quotation(form=SpeechForm.TURN, content=Span(start, len(text))) for start in starts)
    paragraphs = find_paragraphs(replace(bare_account(text), quotations=turns))
    assert "".join("".join(p.span.of(text).split()) for p in paragraphs) == "".join(text.split())
    assert [paragraph.number for paragraph in paragraphs] == list(range(1, len(paragraphs) + 1))
    assert all(p.span.of(text) == "".join(block.of(text) for block in p.blocks) for p in paragraphs)


def test_a_very_long_paragraph_is_shown_in_blocks_under_one_number() -> None:
    """Blocks begin at sentences once a long stretch is full; number and words stay those of the paragraph."""
    sentence = "The leaders noted that trade grows. "
    text = sentence * 60
    sentences = tuple(Span(start, start + len(sentence) - 1) for start in range(0, len(text), len(sentence)))
    (paragraph,) = find_paragraphs(replace(bare_account(text), sentences=sentences))
    assert len(paragraph.blocks) == 3
    assert all(len(block) >= LONG_BLOCK for block in paragraph.blocks[:-1])
    assert all(block.of(text).startswith("The leaders") for block in paragraph.blocks)


@pytest.mark.parametrize(
    ("span", "locus"),
    [
        (Span(0, 4), "¶1"),
        (Span(2, 8), "¶1–2"),
        (Span(4, 5), "text"),
        (Span(0, 3, Part.TITLE), "title"),
        (Span(0, 3, Part.PLACE), "place line"),
    ],
)
def test_words_are_found_by_their_paragraph(span: Span, locus: str) -> None:
    """A place is named by the paragraphs it touches, or by the part above the body."""
    paragraphs = find_paragraphs(bare_account("One.\nTwo."))
    assert find_locus(span, paragraphs) == locus
