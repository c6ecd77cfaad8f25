"""Remarks as lines of a terminal."""

from __future__ import annotations

import pytest

from communique.reasoning.linting import lint_text
from communique.reports.lints.report import LintedText, LintReport
from communique.reports.lints.terminal import render_lint_terminal

TEXT = "She probably refused the loan. Therefore he left.\n\nHe was angry. It is possible that she was late.\n"


def report(text: str = TEXT, *, extracted: bool = False) -> LintReport:
    """Lint one text about nobody."""
    linted = LintedText(name="essay.md", language="en", remarks=lint_text(text), extracted=extracted)
    return LintReport(texts=(linted,))


def test_each_remark_names_file_line_column_code_and_words() -> None:
    """A line can be clicked in an editor, and says what it is about."""
    lines = render_lint_terminal(report(), width=140).splitlines()
    assert lines[0].startswith("essay.md:1:32 fading-hedge “Therefore” — rests on the guess of line 1")
    assert lines[1] == "essay.md:3:8 mood “angry” — no text shows a feeling"
    assert lines[2].startswith("essay.md:3:15 outside-bands (advice) “It is possible” — ")


def test_all_words_of_a_remark_are_listed_at_the_place_of_the_first() -> None:
    """One line for one sentence, with its words in order."""
    lines = render_lint_terminal(report("The palace fears it, and wants to hide it."), width=140).splitlines()
    assert lines[0] == "essay.md:1:12 motive “fears”, “wants to hide” — no text shows what somebody wants"


def test_each_rule_is_explained_once_with_what_to_write_instead() -> None:
    """Below the remarks stands why, and what else could be written."""
    shown = render_lint_terminal(report("He was angry. She was furious."), width=100)
    assert shown.count("mood (2): ") == 1
    assert shown.count("Instead: ") == 1
    assert shown.endswith("2 errors, 0 of advice; 1 text read.\n")


@pytest.mark.parametrize("width", [40, 80, 140])
def test_lines_keep_to_the_width(width: int) -> None:
    """No line is longer than the terminal is wide."""
    assert max(map(len, render_lint_terminal(report(), width=width).splitlines())) <= width


def test_a_clean_text_says_so() -> None:
    """Nothing to remark is a result."""
    assert render_lint_terminal(report("They met in Tarsk."), width=80) == "Nothing to remark; 1 text read.\n"


def test_lines_of_a_page_are_told_to_be_those_of_its_text() -> None:
    """Who opens the page's source would look in vain."""
    assert "lines are those of the text read out of the page" in render_lint_terminal(report(extracted=True), width=100)


def test_colour_adds_nothing_but_colour() -> None:
    """Without its escapes the coloured form is the plain one."""
    coloured = render_lint_terminal(report(), width=140, colour=True)
    assert "\x1b[" in coloured
    assert [line.split("\x1b[")[0] for line in coloured.splitlines()][1] == "essay.md:3:8"
