"""Quotation marks about words that may have marks of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reports.quoting import marks_about, quoted
from communique.reports.webpage import page_environment

SHOWN = (
    ("We want peace", "“We want peace”"),
    ("He said “yes” twice", "“He said “yes” twice”"),
    ("“We want peace”", "“We want peace”"),
    ("“We want peace", "“We want peace”"),
    ("we want peace,” he said", "“we want peace,” he said”"),
    ("we want peace.”", "“we want peace.”"),
    ("he said: “we want peace”.", "he said: “we want peace”."),
    ("«Мы хотим мира", "«Мы хотим мира»"),
    ("«Мы хотим мира», – сказал он", "«Мы хотим мира», – сказал он"),
    ('"We want peace', '"We want peace"'),
    ('we want peace"', '“we want peace"'),
    ("", "“”"),
)


@pytest.mark.parametrize(("words", "shown"), SHOWN)
def test_quoted(words: str, shown: str) -> None:
    """Marks of the words themselves are not doubled, and one that is missing to them is put."""
    assert quoted(words) == shown


@given(st.text(alphabet='ab ,.“”«»"', max_size=12))
def test_no_mark_is_doubled(words: str) -> None:
    """Whatever the words, no mark stands beside one of theirs at the same end, and the words stay as they are."""
    before, behind = marks_about(words)
    assert not (before and words.startswith(("“", "«", '"')))
    assert not (behind and words.endswith(("”", "»", '"')))
    assert quoted(words) == f"{before}{words}{behind}"


def test_templates_escape_what_they_quote() -> None:
    """In a template the words are escaped as all others are."""
    shown = page_environment().from_string("{{ words|quoted }}").render(words="“<b>Tarsk")
    assert shown == "“&lt;b&gt;Tarsk”"
