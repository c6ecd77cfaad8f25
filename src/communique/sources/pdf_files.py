"""PDF: its text layer, put together again across lines and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources.drafting import Hints, finish
from communique.sources.plain import draft_of_paragraphs
from communique.text.normalise import normalise_line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES = 2000
_EDGE_LINES = 2
_FEWEST_PAGES = 3
_SHORT_LINE = 0.8
_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?|стр\. ?|[-–—] ?)?\d{1,4}(?: ?(?:/|of|из|sur) ?\d{1,4})?(?: ?[-–—])?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…:][\"'»”)]*$")
_BROKEN_WORD = re.compile(r"(\w+)[\ufffe\x02\u00ad-]$")
_JOINED_WORD = re.compile(r"(\w+)[\ufffe\x02](\w+)")
_FEWEST_LETTERS = 20


def parse_pdf(capture: Capture, hints: Hints) -> Release:
    """
    Read the release in a PDF.

    Raises:
        SourceError: it is damaged, locked by a password, or holds pictures of pages instead of text.
    """
    pages = _pages(capture.content)
    lines = [line for page in without_running_lines(pages) for line in page]
    if sum(map(len, lines)) < _FEWEST_LETTERS:
        raise SourceError(
            wanted="a PDF with text",
            got=f"{len(pages)} pages without any",
            remedy="is it a scan? have a text recogniser add the text first",
        )
    draft = draft_of_paragraphs(join_lines(lines))
    return finish(replace(draft, digest=capture.digest), capture, hints)


def _pages(content: bytes) -> list[list[str]]:
    import pypdfium2  # noqa: PLC0415 - loaded only when a PDF comes

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        remedy = "remove its password" if "password" in str(error).lower() else "fetch it again"
        raise SourceError(wanted="a readable PDF", got=str(error), remedy=remedy) from error
    try:
        if len(document) > _MOST_PAGES:
            raise SourceError(wanted=f"a PDF of at most {_MOST_PAGES} pages", got=f"{len(document)} pages")
        return [_page_lines(document, number) for number in range(len(document))]
    finally:
        document.close()


def _page_lines(document: PdfDocument, number: int) -> list[str]:
    page = document[number]
    try:
        words = page.get_textpage()
        text = words.get_text_range()
        words.close()
    finally:
        page.close()
    return [line for piece in re.split(r"\r\n|[\r\n]", mend_broken_words(text)) if (line := piece.strip())]


def without_running_lines(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """
    Give the lines of pages without page numbers and without the heads and feet that most pages share.

    >>> list(without_running_lines([["Press", "One.", "1"], ["Press", "Two.", "2"], ["Press", "Three.", "3"]]))
    [['One.'], ['Two.'], ['Three.']]
    """
    shared = Counter(shape for page in pages for shape in {_shape(page[at]) for at in _edges(page)})
    running = {shape for shape, count in shared.items() if count >= _FEWEST_PAGES and count * 2 > len(pages)}
    for page in pages:
        edges = _edges(page)
        yield [
            line
            for at, line in enumerate(page)
            if at not in edges or not (_shape(line) in running or _PAGE_NUMBER.fullmatch(line))
        ]


def _edges(page: Sequence[str]) -> frozenset[int]:
    last = len(page)
    return frozenset({*range(min(_EDGE_LINES, last)), *range(max(0, last - _EDGE_LINES), last)})


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line).casefold()


def join_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """
    Put lines together to paragraphs: one ends where a sentence ends on a line that stops short of the margin.

    >>> join_lines(["Talks in Tarsk", "The presidents of two states met in the Lin-", "den Palace.", "They agreed."])
    ('Talks in Tarsk', 'The presidents of two states met in the Linden Palace.', 'They agreed.')
    """
    width = max(map(len, lines), default=0)
    whole = " ".join(lines)
    paragraphs: list[str] = []
    current = ""
    for at, line in enumerate(lines):
        current = _joined(current, line, whole)
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if _ends_paragraph(line, following, width, first=not paragraphs):
            paragraphs.append(normalise_line(current))
            current = ""
    return tuple(paragraph for paragraph in (*paragraphs, normalise_line(current)) if paragraph)


def _ends_paragraph(line: str, following: str, width: int, *, first: bool) -> bool:
    short = len(line) < width * _SHORT_LINE
    if _BROKEN_WORD.search(line) or following[:1].islower():
        return False
    return short and (first or _SENTENCE_END.search(line) is not None or following[:1] in "-•–—")


def _joined(current: str, line: str, whole: str) -> str:
    broken = _BROKEN_WORD.search(current)
    if broken is None or not line[:1].isalpha():
        return f"{current} {line}"
    end = re.match(r"\w*", line)
    return current[:-1] + _hyphen(broken[1], end[0] if end else "", whole) + line


def mend_broken_words(text: str) -> str:
    r"""
    Undo the hyphenation that the PDF reader has already joined, marking the place with a non-character.

    >>> mend_broken_words("The minis\ufffeters met Jan\ufffeErik.")
    'The ministers met Jan-Erik.'
    """
    return _JOINED_WORD.sub(lambda word: word[1] + _hyphen(word[1], word[2], text) + word[2], text)


def _hyphen(start: str, rest: str, whole: str) -> str:
    """Give the hyphen back where the word has one elsewhere in the text, or where its second part is a name."""
    if f"{start}{rest}" in whole:
        return ""
    return "-" if rest[:1].isupper() or f"{start}-{rest}" in whole else ""
