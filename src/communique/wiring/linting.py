"""From what a user names to the remarks of the linter: the file, its form, its language."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath

from communique.adapters.files import load_captures
from communique.errors import SourceError
from communique.model import Capture
from communique.reasoning.linting import QUOTED, chosen, find_notes, lint_text
from communique.reasoning.prose import TextForm
from communique.reports.lints.report import LintedText
from communique.sources.charset import decode
from communique.sources.formats import SourceFormat, detect_format
from communique.sources.outcome import SetAside
from communique.sources.parsing import parse_release

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_ENOUGH = 4000
_MARKDOWN = re.compile(r"^(?:#{1,6} |```|> |[-*+] |\d+\. |---$|<!--)|\[[^\]\n]+\]\(|\*\*\w", re.MULTILINE)


def lint_source(
    source: str,
    *,
    stdin: bytes = b"",
    language: str | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> LintedText | str:
    """
    Lint a file, or the bytes given as standard input for "-"; give the reason in words where it cannot be read.

    The form of a text is told by the name of its file, of standard input by its marks; of a page the text is read out
    first. ``language`` counts where it is given, else the letters tell English, Russian and Kazakh apart.
    """
    try:
        capture = _capture(source, stdin)
        text, form, extracted = _text(capture, source)
        tongue = language or _language(text)
        remarks = lint_text(text, language=tongue, form=form)
        if QUOTED in select:
            remarks = (*remarks, *find_notes(text, language=tongue, form=form))
    except SourceError as error:
        return str(error)
    wanted = chosen(select, ignore)
    return LintedText(name=source, language=tongue, remarks=tuple(filter(wanted, remarks)), extracted=extracted)


def _capture(source: str, stdin: bytes) -> Capture:
    captures = tuple(load_captures(source, stdin=stdin))
    if len(captures) != 1 or isinstance(captures[0], SetAside):
        raise SourceError(wanted="one file", got=f"{len(captures)} in {source}", remedy="name each file")
    return captures[0]


def _text(capture: Capture, source: str) -> tuple[str, TextForm, bool]:
    """Give the text, how it is written, and whether it was read out of something else."""
    kind = detect_format(capture)
    if kind in {SourceFormat.TEXT, SourceFormat.MARKDOWN}:
        text = decode(capture.content, capture.charset).text
        return text, _form(source, text), False
    release = parse_release(capture)
    return "\n\n".join(filter(None, (release.title, release.text))), TextForm.PLAIN, True


def _form(source: str, text: str) -> TextForm:
    """Tell Markdown from plain text: by the name of a file, where that does not tell by the marks in it."""
    suffix = PurePath(source).suffix.lower()
    if suffix in {".md", ".markdown"} or (suffix != ".txt" and _MARKDOWN.search(text)):
        return TextForm.MARKDOWN
    return TextForm.PLAIN


def _language(text: str) -> str:
    """Tell the language by its letters, which is enough to choose a list of words."""
    start = text[:_ENOUGH]
    if len(_CYRILLIC.findall(start)) <= len(_LATIN.findall(start)):
        return "en"
    return "kk" if _KAZAKH.search(start) else "ru"
