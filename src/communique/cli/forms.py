"""The forms that a report can take, and what tells which is wanted."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Form(StrEnum):
    """The forms that a report can take."""

    TERMINAL = "terminal"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


ENDINGS = {Form.TERMINAL: ".txt", Form.HTML: ".html", Form.MARKDOWN: ".md", Form.JSON: ".json"}
FORMS = {ending: form for form, ending in ENDINGS.items()} | {".htm": Form.HTML, ".jsonl": Form.JSON}


def form_of(output: str) -> Form:
    """
    Give the form that the name of an output asks for, terminal where it asks for none.

    >>> form_of("out/tarsk.html").value, form_of("-").value
    ('html', 'terminal')
    """
    return FORMS.get(Path(output).suffix.casefold(), Form.TERMINAL)
