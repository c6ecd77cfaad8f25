"""From a file to remarks: form and language are told by the file and its letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.reports.lints.report import LintedText
from communique.wiring.linting import lint_source

ANGRY = "The guest was angry."
BODY = f"<h1>Talks in Tarsk</h1><p>{'They met at the Linden Palace and talked. ' * 6}</p><p>{ANGRY}</p>"
PAGE = f"<html><body><article>{BODY}</article></body></html>"

FILES = [
    ("essay.md", f"```\n{ANGRY}\n```\n\n{ANGRY}\n", [5]),
    ("essay.txt", f"    {ANGRY}\n", [1]),
    ("essay", f"# Talks\n\n> {ANGRY}\n", []),
    ("essay.markdown", "Nothing.\n", []),
]


def linted(source: str, stdin: bytes = b"", **options: object) -> LintedText:
    """Lint what can be read."""
    found = lint_source(source, stdin=stdin, **options)  # type: ignore[arg-type]
    assert isinstance(found, LintedText)
    return found


@pytest.mark.parametrize(("name", "text", "lines"), FILES)
def test_a_file_is_read_as_its_name_says(tmp_path: Path, name: str, text: str, lines: list[int]) -> None:
    """Markdown leaves code alone, a plain text has none; without an ending the marks tell."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert [remark.line for remark in linted(str(path)).remarks] == lines


def test_of_a_page_the_text_is_read_out(tmp_path: Path) -> None:
    """Remarks on a page are on its text, and say so."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    found = linted(str(path))
    assert found.extracted
    assert [remark.words for remark in found.remarks] == ["angry"]


LETTERS = [("Гость был недоволен.", "ru"), ("Қонақ наразы болды.", "kk"), (ANGRY, "en")]


@pytest.mark.parametrize(("text", "language"), LETTERS)
def test_letters_tell_the_language(text: str, language: str) -> None:
    """Each language is read with its own words."""
    found = linted("-", text.encode())
    assert (found.language, [remark.code for remark in found.remarks]) == (language, ["mood"])


def test_rules_are_chosen() -> None:
    """Only what was selected, without what was ignored."""
    text = b"He was angry and wanted to leave."
    assert [remark.code for remark in linted("-", text, select=["motive"]).remarks] == ["motive"]
    assert [remark.code for remark in linted("-", text, ignore=["motive"]).remarks] == ["mood"]


def test_quoted_words_are_shown_where_they_are_asked_for() -> None:
    """Notes are given only by name."""
    text = "She said: “I was angry.”".encode()
    assert linted("-", text).remarks == ()
    assert [remark.code for remark in linted("-", text, select=["quoted"]).remarks] == ["quoted"]


def test_a_file_that_is_not_there_gives_its_reason(tmp_path: Path) -> None:
    """The reason says what was wanted, and the others are still read."""
    assert "got none there" in str(lint_source(str(tmp_path / "nowhere.md")))
