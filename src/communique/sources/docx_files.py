"""DOCX: paragraphs and tables in their order, behind a guard against archives made to burst."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources.drafting import Hints, finish
from communique.sources.packing import LARGEST_SOURCE, MEGABYTE
from communique.sources.plain import draft_of_paragraphs
from communique.text.normalise import normalise_line

_LARGEST_INSIDE = 5 * LARGEST_SOURCE
_LARGEST_DOCUMENT = LARGEST_SOURCE
_MOST_PARTS = 5000
_HIGHEST_RATIO = 300
_SMALL = MEGABYTE
_TITLE_STYLES = ("Title", "Heading 1")


def parse_docx(capture: Capture, hints: Hints) -> Release:
    """
    Read the release in a Word document.

    Raises:
        SourceError: it is damaged, no text document, or unpacks to more than any release.
    """
    _refuse_bombs(capture.content)
    try:
        title, lines = _words(capture.content)
    except _DAMAGE as error:
        raise SourceError(
            wanted="a Word document",
            got=f"another Office file or a damaged one ({type(error).__name__}: {error})",
            remedy="save it as .docx, or its text as .txt",
        ) from error
    draft = draft_of_paragraphs(lines, title=title)
    return finish(replace(draft, digest=capture.digest), capture, hints)


# What python-docx lets out where a part of the file is missing or is not what it should be.
_DAMAGE = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    RuntimeError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
)


def _words(content: bytes) -> tuple[str | None, list[str]]:
    """Give title and lines of a document."""
    import docx  # noqa: PLC0415 - loaded only when a Word document comes

    document = docx.Document(io.BytesIO(content))
    paragraphs = list(_paragraphs(document))
    lines = [line for _, text in paragraphs for piece in text.split("\n") if (line := normalise_line(piece))]
    return _title(document, paragraphs), lines


def _refuse_bombs(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise SourceError(wanted="a Word document", got=f"a damaged one: {error}", remedy="fetch it again") from error
    whole = sum(part.file_size for part in parts)
    bursting = any(part.file_size > _SMALL and part.file_size > part.compress_size * _HIGHEST_RATIO for part in parts)
    large = any(part.file_size > _LARGEST_DOCUMENT for part in parts if part.filename.endswith(".xml"))
    if whole > _LARGEST_INSIDE or len(parts) > _MOST_PARTS or bursting or large:
        raise SourceError(
            wanted="a Word document of a release",
            got=f"{len(parts)} parts that unpack to {whole / MEGABYTE:.0f} MB",
            remedy="save its text as .txt",
        )


def _paragraphs(document: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - python-docx ships no types
    """Walk style and text of paragraphs and of table rows, in the order of the document."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from (("", " ".join(_row(row))) for row in block.rows)
        else:
            yield (block.style.name if block.style is not None else ""), block.text


def _row(row: Any) -> Iterator[str]:  # noqa: ANN401 - python-docx ships no types
    seen: set[int] = set()
    for cell in row.cells:  # a merged cell comes once for each column it spans
        if id(cell._tc) not in seen:  # noqa: SLF001 - the cell's own element tells merged cells apart
            seen.add(id(cell._tc))  # noqa: SLF001
            yield cell.text


def _title(document: Any, paragraphs: list[tuple[str, str]]) -> str | None:  # noqa: ANN401 - python-docx ships no types
    """A paragraph styled as title, else the document's own title where the text has it, else None."""
    for style in _TITLE_STYLES:
        for own, text in paragraphs:
            if own == style and text.strip():
                return normalise_line(text)
    stated = normalise_line(document.core_properties.title or "")
    return stated if stated and any(normalise_line(text) == stated for _, text in paragraphs) else None
