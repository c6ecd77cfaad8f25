"""Remarks of the linter as lines: file, line and column, code, words, why; once a rule, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from rich.text import Text

from communique.reasoning.remarks import RULES, Remark, Severity
from communique.reports.excerpt import printable
from communique.reports.lints.report import LintedText, LintReport

LONGEST = 60
"""Characters of a remark's words that are shown."""

_STYLES = {Severity.ERROR: "bold red", Severity.ADVICE: "bold yellow", Severity.NOTE: "dim"}


def render_lint_terminal(report: LintReport, *, width: int, colour: bool = False) -> str:
    """Give the remarks as lines of at most so many columns, then the rules that were broken, then the count."""
    lines = [line for text in report.texts for line in _text(text, width, colour=colour)]
    legend = list(_legend(report, width))
    return "\n".join([*lines, *([""] if lines else []), *legend, *([""] if legend else []), _count(report)]) + "\n"


def _text(text: LintedText, width: int, *, colour: bool) -> Iterator[str]:
    for remark in text.remarks:
        first, *more = _wrapped(text.name, remark, width)
        yield _styled(first, remark) if colour else first
        yield from more
    if text.remarks and text.extracted:
        yield from wrap(f"{text.name}: lines are those of the text read out of the page", width, subsequent_indent="  ")


def _wrapped(name: str, remark: Remark, width: int) -> list[str]:
    shown = ", ".join(f"“{_shown(words)}”" for words in remark.listed)
    advice = "" if remark.severity is Severity.ERROR else f" ({remark.severity.value})"
    line = f"{name}:{remark.line}:{remark.column} {remark.code}{advice} {shown} — {remark.why}"
    return wrap(line, width, subsequent_indent="    ", break_on_hyphens=False)


def _shown(words: str) -> str:
    plain = printable(" ".join(words.split()))
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"


def _styled(line: str, remark: Remark) -> str:
    """Put the code in colour, as escapes of a terminal."""
    styled = Text(line)
    styled.highlight_words([f" {remark.code}"], style=_STYLES[remark.severity])
    from rich.console import Console  # noqa: PLC0415 - only colour needs one

    console = Console(force_terminal=True, color_system="standard", width=max(len(line) + 1, 1), highlight=False)
    with console.capture() as capture:
        console.print(styled, end="", soft_wrap=True)
    return capture.get()


def _legend(report: LintReport, width: int) -> Iterator[str]:
    """Give each rule that was broken once, with how often, why it is a rule, and what to write instead."""
    broken = [remark.code for text in report.texts for remark in text.remarks]
    for rule in RULES:
        if rule.code in broken:
            yield from wrap(f"{rule.code} ({broken.count(rule.code)}): {rule.why}.", width, subsequent_indent="  ")
            yield from wrap(f"Instead: {rule.instead}", width, initial_indent="  ", subsequent_indent="  ")


def _count(report: LintReport) -> str:
    read = f"{len(report.texts)} {'text' if len(report.texts) == 1 else 'texts'} read"
    if not report.errors and not report.advice:
        return f"Nothing to remark; {read}."
    return f"{report.errors} {'error' if report.errors == 1 else 'errors'}, {report.advice} of advice; {read}."
