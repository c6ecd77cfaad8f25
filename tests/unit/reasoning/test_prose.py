"""What of a text is its author's prose, place by place as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reasoning.prose import TextForm, read_prose

MARKDOWN = [
    ("# Talks\n\nThey met.\n", ["Talks", "They met."]),
    ("---\ntitle: fear\n---\nThey met.\n", ["They met."]),
    ("They met\nat noon. She left.\n", ["They met at noon.", "She left."]),
    ("```\nangry\n```\n\nThey met.\n", ["They met."]),
    ("    angry = 1\n\nThey met.\n", ["They met."]),
    ("- one\n- two\n", ["one", "two"]),
    ("| who | what |\n|---|---|\n| Vesk | left |\n", ["who", "what", "Vesk", "left"]),
    ("<!-- angry -->\n\nThey met.\n", ["They met."]),
    ("<div>\nangry\n</div>\n\nThey met.\n", ["They met."]),
    ("See [the record](https://fear.example/angry).\n", ["See  the record ."]),
    ("See [the record][fear].\n\n[fear]: https://angry.example\n", ["See  the record ."]),
]


def squeezed(words: str) -> str:
    """Give words with single blanks."""
    return " ".join(words.split())


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_only_prose_is_read_of_markdown(text: str, expected: list[str]) -> None:
    """Code, front matter, comments, HTML and targets of links hold no sentences."""
    prose = read_prose(text)
    assert [squeezed(sentence.of(prose.told)) for sentence in prose.sentences] == [squeezed(one) for one in expected]


def test_code_in_a_line_parts_the_words_around_it() -> None:
    """Code is filled, not blanked: words on both its sides are no phrase."""
    assert "tries to" not in squeezed(read_prose("It tries `x` to run.").told)


def test_a_plain_text_keeps_its_indents() -> None:
    """What Markdown takes for code is prose in a plain text."""
    prose = read_prose("    He was angry.\n", form=TextForm.PLAIN)
    assert [sentence.of(prose.text) for sentence in prose.sentences] == ["He was angry."]


def test_a_block_of_quotation_is_anothers() -> None:
    """Words behind ">" are quoted, the author's are not."""
    prose = read_prose("He left.\n\n> I was angry.\n")
    assert [prose.is_quoted(sentence) for sentence in prose.sentences] == [False, True]


@given(st.text(alphabet="ab \n#>`*_[]()-|<!.“”", max_size=80))
def test_every_place_stays_where_it_was(text: str) -> None:
    """Whatever the marks, the blanked text is as long as the text, its lines break alike, sentences lie in it."""
    prose = read_prose(text)
    assert len(prose.told) == len(text)
    assert all(prose.told[place] == "\n" for place, letter in enumerate(text) if letter == "\n" and not prose.blocks)
    assert all(0 <= sentence.start < sentence.end <= len(text) for sentence in prose.sentences)
