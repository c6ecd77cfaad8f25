"""Reports as they leave the command: one after the other, all on one page, or one file each."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Protocol, TextIO, TypeVar

from communique.cli.forms import ENDINGS, Form, is_folder
from communique.cli.output import STANDARD_OUTPUT, page_width, writing, writing_or_printing


class Shown(Protocol):
    """What shows itself in every form: a report on one release, or on two set side by side."""

    @property
    def name(self) -> str:
        """What a file is called after."""
        ...

    def terminal(self, width: int = ..., *, colour: bool = ...) -> str:
        """Give it as lines of a terminal of so many columns."""
        ...

    def markdown(self) -> str:
        """Give it as Markdown."""
        ...

    def html(self) -> str:
        """Give it as one page."""
        ...

    def json(self) -> str:
        """Give it as JSON."""
        ...


AnyReport = TypeVar("AnyReport", bound=Shown)

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 120


def put_out(
    reports: Iterable[AnyReport], form: Form, output: str, *, page: Callable[[tuple[AnyReport, ...]], str]
) -> None:
    """
    Write the reports as they come: to standard output, to one file, or one file each into a folder.

    ``page`` makes one HTML page of all of them. Without a report nothing is written, and a file of that name stays as
    it was.
    """
    reports = iter(reports)
    first = next(reports, None)
    if first is None:
        return
    reports = chain((first,), reports)
    if is_folder(output):
        _put_into_folder(reports, form, Path(output))
        return
    with writing_or_printing(Path(output)) as stream:
        if form is Form.HTML:
            stream.write(page(tuple(reports)))
        else:
            _put_in_turn(reports, form, stream, to_terminal=Path(output) == STANDARD_OUTPUT)


def _put_in_turn(reports: Iterable[Shown], form: Form, stream: TextIO, *, to_terminal: bool) -> None:
    width = page_width(stream) if to_terminal else page_width(None, otherwise=100)
    colour = to_terminal and stream.isatty() and not os.environ.get("NO_COLOR")
    render = _renderers(width, colour=bool(colour))[form]
    between = {Form.TERMINAL: f"\n{'═' * width}\n\n", Form.MARKDOWN: "\n---\n\n"}.get(form, "")
    for number, report in enumerate(reports):
        stream.write((between if number else "") + _ended(render(report)))
        stream.flush()


def _put_into_folder(reports: Iterable[Shown], form: Form, folder: Path) -> None:
    render = _renderers(page_width(None), colour=False)[form]
    for report, name in _named(reports):
        with writing(folder / f"{name}{ENDINGS[form]}") as stream:
            stream.write(_ended(render(report)))


def _renderers(width: int, *, colour: bool) -> dict[Form, Callable[[Shown], str]]:
    return {
        Form.TERMINAL: lambda report: report.terminal(width, colour=colour),
        Form.HTML: lambda report: report.html(),
        Form.MARKDOWN: lambda report: report.markdown(),
        Form.JSON: lambda report: report.json(),
    }


def _named(reports: Iterable[Shown]) -> Iterator[tuple[Shown, str]]:
    """Give each report a file name of its own: its own, numbered where two would be alike."""
    taken: dict[str, int] = {}
    for report in reports:
        name = _NOT_IN_NAMES.sub("_", report.name).strip("._")[:_LONGEST_NAME] or "release"
        taken[name.casefold()] = taken.get(name.casefold(), 0) + 1
        number = taken[name.casefold()]
        yield report, name if number == 1 else f"{name}-{number}"


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"
