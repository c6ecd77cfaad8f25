"""The forms that a report can take, and what tells which is wanted."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


class Form(StrEnum):
    """The forms that a report can take."""

    TERMINAL = "terminal"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


ENDINGS = {Form.TERMINAL: ".txt", Form.HTML: ".html", Form.MARKDOWN: ".md", Form.JSON: ".json"}
FORMS = {ending: form for form, ending in ENDINGS.items()} | {
    ".htm": Form.HTML,
    ".markdown": Form.MARKDOWN,
    ".jsonl": Form.JSON,
}


class TableForm(StrEnum):
    """The forms that a table can take."""

    TERMINAL = "terminal"
    JSON = "json"


TableFormOption: TypeAlias = Annotated[TableForm, typer.Option("--format", "-f", help="Of the answer.")]


def is_folder(output: str) -> bool:
    """Tell whether an output means a folder: it is one, or it is written with a slash at its end."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def form_of(output: str, *, also: tuple[str, ...] = ()) -> Form:
    """
    Give the form that the name of an output asks for, terminal where it asks for none.

    ``also`` are endings that the command takes besides, to be named where another is refused.

    >>> form_of("out/tarsk.html").value, form_of("-").value, form_of("out/tarsk").value
    ('html', 'terminal', 'terminal')

    Raises:
        typer.BadParameter: its ending is none of those known.
    """
    ending = "" if is_folder(output) else Path(output).suffix
    if ending and ending.casefold() not in FORMS:
        endings = " ".join(sorted((*FORMS, *also)))
        message = f"expected a name that ends in {endings}, got {ending} (or name the form with --format)"
        raise typer.BadParameter(message, param_hint="--output")
    return FORMS[ending.casefold()] if ending else Form.TERMINAL
