"""``communique demo``: a bundled dossier of fictional states, read as any user's would be."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.output import page_width, writing

if TYPE_CHECKING:
    from communique.reports.report import Report

EXAMPLES = """\b
Examples:
  communique demo
  communique demo --output tarsk.html --open
  communique demo --dossier tarsk-2021
"""
NEXT = (
    "communique dossier show {0}",
    "communique audit {0}/{2} --dossier {0} --tables {0}/{1}",
    "communique lint {0}/{2}",
)
"""What can be done with the bundled dossier, its folder, tables and essay filled in."""

TITLE = "Two accounts of one visit (fictional)"
MOST_FINDINGS = 4


def demo(
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE.html", help="Where the page is written.")
    ] = Path("communique-demo.html"),
    show: Annotated[
        bool | None,
        typer.Option(
            "--open/--no-open", help="Open the page in a browser; else only on a desktop.", show_default=False
        ),
    ] = None,
    dossier: Annotated[
        Path | None,
        typer.Option(
            "--dossier",
            metavar="FOLDER",
            help="Put the bundled dossier there instead, with its tables and an essay to audit.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """
    Read two accounts of one visit between two states that do not exist, and write the report as one HTML page.

    Texts, persons and tables are invented, and read as yours would be with `read --together --tables`. With --dossier
    nothing is read: a new folder gets a dossier of a later visit, to try the commands on.
    """
    if dossier:
        _unpack(dossier)
        return
    from communique.reports.html import render_html  # noqa: PLC0415 - help needs none of this
    from communique.wiring import demo_reports  # noqa: PLC0415

    reports = demo_reports()
    width = page_width()
    for report in reports:
        typer.echo("\n".join(_brief(report, width)) + "\n")
    with writing(output) as page:
        page.write(render_html(reports, title=TITLE))
    typer.echo(f"The whole report, each finding beside its words: {output.resolve()}")
    if wants_browser(show, os.environ, terminal=sys.stdout.isatty()):
        typer.launch(output.resolve().as_uri())


def _unpack(folder: Path) -> None:
    """Put the bundled dossier into a folder, and say what to try on it."""
    from communique.wiring.bundled import ESSAY, TABLES, unpack_dossier  # noqa: PLC0415 - help needs none of this

    unpack_dossier(folder)
    typer.echo(f"A dossier of states that do not exist, an essay about it, and their tables: {folder}\n\nTry")
    named = shlex.quote(str(folder))
    for command in NEXT:
        typer.echo(f"  {command.format(named, TABLES, ESSAY)}")


def wants_browser(asked: bool | None, environment: Mapping[str, str], *, terminal: bool) -> bool:  # noqa: FBT001 - as asked
    """
    Tell whether to open a browser: when asked to, or unasked on a desktop; never where CI runs.

    >>> wants_browser(None, {"DISPLAY": ":0"}, terminal=True)
    True
    >>> wants_browser(True, {"CI": "true"}, terminal=True)
    False
    """
    if environment.get("CI"):
        return False
    desktop = sys.platform in {"darwin", "win32"} or bool({"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys())
    return asked if asked is not None else terminal and desktop


def _brief(report: Report, width: int) -> Iterator[str]:
    """Give the head of a report and the first of its findings, a line each."""
    from communique.reports.facts import find_headline, find_seats  # noqa: PLC0415 - help needs none of this

    account = report.account
    yield _line(account.release.title, width, indent=0)
    yield _line(find_headline(account), width)
    for seat in find_seats(account):
        yield _line(", ".join(filter(None, (f"{seat.side:<4}{seat.name}", seat.office))), width)
    for finding in report.findings[:MOST_FINDINGS]:
        yield _line(f"{finding.grade:<8}  {finding.statement}", width)
        if finding.mirror:
            yield _line(f"{'':<8}  other account: {finding.mirror}", width)
    if len(report.findings) > MOST_FINDINGS:
        yield f"  … and {len(report.findings) - MOST_FINDINGS} more findings"


def _line(words: str, width: int, *, indent: int = 2) -> str:
    """Give one indented line, cut at a word's end where it would run over the width."""
    line = " " * indent + words.replace("\n", " ")
    return line if len(line) <= width else line[: width - 2].rsplit(" ", 1)[0] + " …"
