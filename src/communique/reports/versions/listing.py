"""Every changed text of a corpus as a list: when, by whom, how far the changes reach, and of what kinds."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from textwrap import wrap

from rich.console import Console
from rich.table import Table
from rich.text import Text

from communique.reports.excerpt import printable
from communique.reports.versions.report import VersionsReport
from communique.reports.versions.wording import MOVED, grade_of, is_replaced, kind_names

WIDE = 118
"""Columns from which the list is a table, a line or two each, instead of a few lines each."""

WIDEST = 160
HINT = "`communique versions corpus:NAME` shows what was changed in one of them."


def render_listing(reports: Iterable[VersionsReport], *, width: int) -> str:
    """List changed texts in the order given: a table where there is room."""
    told = tuple(reports)
    listed = _table(told, min(width, WIDEST)) if width >= WIDE else "\n".join(_lines(told, width)) + "\n"
    return f"{listed}\n{HINT}\n"


def kinds_of(report: VersionsReport) -> str:
    """
    Name the kinds of all edits of a text, each once.

    A text that gave way to another one is "replaced"; one that has nothing but moves is "moved".
    """
    if any(map(is_replaced, report.edits)):
        return "replaced"
    named = dict.fromkeys(name for edit in report.edits for change in edit.changes for name in kind_names(change))
    moved = any(change.moved for edit in report.edits for change in edit.changes)
    return ", ".join((*named, MOVED) if moved else named) or "none"


def _table(reports: tuple[VersionsReport, ...], width: int) -> str:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in range(4):
        rows.add_column(no_wrap=True)
    for ratio in (2, 2, 3):
        rows.add_column(ratio=ratio, overflow="fold")
    rows.add_row("captured", "issuer", "texts", "class", "kinds", "name", "title")
    for report in reports:
        cells = (*_head(report), kinds_of(report), report.name, printable(report.latest.title) or "(no title)")
        rows.add_row(*map(Text, cells))
    page = io.StringIO()
    Console(file=page, width=width, no_color=True, force_terminal=False).print(rows)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _lines(reports: tuple[VersionsReport, ...], width: int) -> Iterator[str]:
    for number, report in enumerate(reports):
        if number:
            yield ""
        day, issuer, texts, grade = _head(report)
        yield from wrap(f"{day}  {grade.upper()}: {kinds_of(report)}", width, subsequent_indent="  ")
        for line in (f"{issuer} · {texts} texts · {report.name}", printable(report.latest.title) or "(no title)"):
            yield from wrap(line, width, initial_indent="  ", subsequent_indent="  ")


def _head(report: VersionsReport) -> tuple[str, str, str, str]:
    captured = report.latest.captured
    day = captured.date().isoformat() if captured else "not noted"
    grade = grade_of(report.edits).value
    return f"{day:<10}", report.latest.issuer or "issuer unknown", f"{len(report.versions)}", grade
